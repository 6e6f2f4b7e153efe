//! `claims.toml`: the claims of the article, in all languages.

use std::collections::BTreeMap;
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

/// The claims in each language. A claim with a mistake in it is still known by its id.
pub(super) type Claims = BTreeMap<LanguageId, BTreeMap<ClaimId, Rc<Claim>>>;

pub(super) fn read(file: &SourceFile<'_>, languages: &[LanguageId], today: Date, reports: &Reports) -> Claims {
    with_table(*file, reports, file.text, 0, "the list of claims", |list| {
        let mut claims: Claims = languages.iter().map(|language| (language.clone(), BTreeMap::new())).collect();
        let read = list.tables("claim", "a claim", |claim| (claim.span_of("id"), read_claim(claim, languages, today)));
        for (at, translations) in read {
            let mut is_new = true;
            for (language, claim) in translations {
                let of_language = claims.entry(language).or_default();
                is_new &= of_language.insert(claim.id.clone(), Rc::new(claim)).is_none();
            }
            if !is_new {
                file.error(reports, &at, Rule::DuplicateId, "this claim stands here twice", "leave one of them out");
            }
        }
        claims
    })
}

fn read_claim(claim: &Reader<'_>, languages: &[LanguageId], today: Date) -> Vec<(LanguageId, Claim)> {
    let id = claim.id("id");
    let paragraph = claim.number("paragraph", PARAGRAPHS);
    let kind = claim.one_of("kind", KINDS);
    let verified = claim.one_of("verified", FINDINGS);
    let (as_of, checked) = (claim.date("as-of"), claim.date("checked"));
    claim.review_by(today);
    let sources = claim.sources();
    let texts = translated(claim, "text", languages);
    let findings = translated(claim, "finding", languages);
    let since = claim.optional_table("since", "what has changed since", |since| {
        (since.date("when"), languages.iter().map(|language| since.words_or(language.as_str(), Rule::MissingTranslation, TRANSLATE)).collect())
    });
    let (since_when, since_texts): (Option<Date>, Vec<Option<Text>>) = since.unwrap_or_default();
    if let (Some(ClaimKind::Fact), Some(Verified::NotCheckable)) = (kind, verified) {
        claim.error("verified", Rule::WrongValue, "a fact can be checked", "say what checking showed, or make it a position or an assessment");
    }
    let claim_in = |(n, language): (usize, &LanguageId)| {
        let text_of = |texts: &[Option<Text>]| texts.get(n).cloned().flatten();
        let since = since_when.zip(text_of(&since_texts)).map(|(when, text)| Since { when, text });
        let claim = Claim {
            id: ClaimId::from(id?),
            paragraph: u8::try_from(paragraph?).ok()?,
            kind: kind?,
            as_of: as_of?,
            verified: verified?,
            checked: checked?,
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
        languages.iter().map(|language| texts.words_or(language.as_str(), Rule::MissingTranslation, TRANSLATE)).collect()
    });
    if texts.is_none() {
        claim.error(key, Rule::MissingKey, &format!("a claim has no `{key}`"), &format!("write `{key}.LANGUAGE = …` for each language"));
    }
    texts.unwrap_or_default()
}
