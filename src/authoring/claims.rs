//! `claims.toml`: the claims of the article, in all languages.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use super::diagnostic::{Reports, Rule, SourceFile};
use super::reader::{Reader, with_table};
use crate::course::{Claim, ClaimKind, Date, Since, Verified};
use crate::id::{ClaimId, LanguageId, Text};

/// The paragraphs of the article.
pub(super) const PARAGRAPHS: std::ops::RangeInclusive<u16> = 1..=26;

const KINDS: &[(&str, ClaimKind)] = &[
    ("fact", ClaimKind::Fact),
    ("official-position", ClaimKind::OfficialPosition),
    ("author-assessment", ClaimKind::AuthorAssessment),
];

const FINDINGS: &[(&str, Verified)] = &[
    ("confirmed", Verified::Confirmed),
    ("in-part", Verified::InPart),
    ("contradicted", Verified::Contradicted),
    ("not-found", Verified::NotFound),
    ("not-checkable", Verified::NotCheckable),
];

/// What `claims.toml` says.
#[derive(Default)]
pub(super) struct Claims {
    /// The claims in each language.
    pub(super) by_language: BTreeMap<LanguageId, BTreeMap<ClaimId, Rc<Claim>>>,
    /// All claims and where they stand, those with a mistake too: it is reported once, not again wherever the claim is
    /// named.
    pub(super) known: BTreeMap<ClaimId, Range<usize>>,
}

pub(super) fn read(file: &SourceFile<'_>, languages: &[LanguageId], today: Date, reports: &Reports) -> Claims {
    with_table(*file, reports, file.text, 0, "the list of claims", |list| {
        let mut claims = Claims::default();
        let mut number = 0;
        let read = list.tables("claim", "a claim", |claim| {
            number += 1;
            let id = claim.id("id").map(ClaimId::from);
            let at = claim.span_of("id");
            (id.clone().map(|id| (id, at)), read_claim(claim, id.as_ref(), number, languages, today))
        });
        for (id, translations) in read {
            claims.known.extend(id);
            for (language, claim) in translations {
                claims.by_language.entry(language).or_default().insert(claim.id.clone(), Rc::new(claim));
            }
        }
        claims
    })
}

fn read_claim(
    claim: &Reader<'_>,
    id: Option<&ClaimId>,
    number: u16,
    languages: &[LanguageId],
    today: Date,
) -> Vec<(LanguageId, Claim)> {
    let paragraph = claim.number("paragraph", PARAGRAPHS);
    let kind = claim.one_of("kind", KINDS);
    let verified = claim.one_of("verified", FINDINGS);
    let (as_of, checked) = (claim.date("as-of"), claim.date("checked"));
    let review_by = claim.review_by(today);
    let sources = claim.sources();
    let texts = translated(claim, "text", languages);
    let findings = translated(claim, "finding", languages);
    let since = claim.optional_table("since", "what has changed since", |since| {
        (
            since.date("when"),
            languages
                .iter()
                .map(|language| since.words_or(language.as_str(), Rule::MissingTranslation, TRANSLATE))
                .collect(),
        )
    });
    let (since_when, since_texts): (Option<Date>, Vec<Option<Text>>) = since.unwrap_or_default();
    if let (Some(ClaimKind::Fact), Some(Verified::NotCheckable)) = (kind, verified) {
        claim.error(
            "verified",
            Rule::WrongValue,
            "a fact can be checked",
            "say what checking showed, or make it a position or an assessment",
        );
    }
    let claim_in = |(n, language): (usize, &LanguageId)| {
        let text_of = |texts: &[Option<Text>]| texts.get(n).cloned().flatten();
        let since = since_when.zip(text_of(&since_texts)).map(|(when, text)| Since { when, text });
        let claim = Claim {
            id: id?.clone(),
            number,
            paragraph: u8::try_from(paragraph?).ok()?,
            kind: kind?,
            as_of: as_of?,
            verified: verified?,
            checked: checked?,
            review_by,
            text: text_of(&texts)?,
            finding: text_of(&findings)?,
            since,
            sources: sources.clone(),
        };
        Some((language.clone(), claim))
    };
    languages.iter().enumerate().filter_map(claim_in).collect()
}

const TRANSLATE: &str = "say it in this language too";

/// A text in each language, in the order of the languages.
fn translated(claim: &Reader<'_>, key: &str, languages: &[LanguageId]) -> Vec<Option<Text>> {
    let texts = claim.optional_table(key, "a text in each language", |texts| {
        languages
            .iter()
            .map(|language| texts.words_or(language.as_str(), Rule::MissingTranslation, TRANSLATE))
            .collect()
    });
    if !claim.has(key) {
        claim.error(
            key,
            Rule::MissingKey,
            &format!("a claim has no `{key}`"),
            &format!("write `{key}.LANGUAGE = …` for each language"),
        );
    }
    texts.unwrap_or_default()
}
