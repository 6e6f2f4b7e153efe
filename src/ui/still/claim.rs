//! A claim: what the article says, of which kind, what checking showed, what has changed since.

use yew::prelude::*;

use super::past_review::past_review;
use super::sources::source_list;
use crate::course::{Claim, ClaimKind, Edition, Reference, Verified, Words, fill};
use crate::id::Text;

/// A claim in a lesson or in practice, which lie equally deep. Without a name: the card stands in the ledger of its
/// lesson, and at every answer that rests on it. The paragraph leads to the page of all claims.
pub(super) fn claim_card(edition: &Edition, claim: &Claim) -> Html {
    let words = &*edition.words;
    let all = format!("../../{}/{}/#{}", edition.language, Reference::Claims.path(), claim.id);
    html! {
        <article class={format!("claim-card {}", kind_class(claim.kind))}>
            <p class="kind">
                <strong>{ AttrValue::from(kind_words(words, claim.kind).clone()) }</strong>
                <a href={all}>{ fill(&words.claim_paragraph, &[("n", &claim.paragraph)]) }</a>
                { as_of(words, claim) }
            </p>
            { claim_body(words, claim) }
        </article>
    }
}

/// The time for which a claim speaks.
pub(super) fn as_of(words: &Words, claim: &Claim) -> Html {
    html! { <span>{ fill(&words.as_of, &[("date", &words.date(claim.as_of))]) }</span> }
}

/// What a claim says, and what came of checking it.
pub(super) fn claim_body(words: &Words, claim: &Claim) -> Html {
    let since = claim.since.as_ref().map(|since| {
        html! {
            <div class="since">
                <p>{ fill(&words.changed_since, &[("date", &words.date(since.when))]) }</p>
                <p>{ AttrValue::from(since.text.clone()) }</p>
            </div>
        }
    });
    html! {
        <>
            <p class="says">{ AttrValue::from(claim.text.clone()) }</p>
            <p class={format!("finding {}", finding_class(claim.verified))}>
                <strong>{ AttrValue::from(finding_words(words, claim.verified).clone()) }</strong>
                { ". " }{ AttrValue::from(claim.finding.clone()) }
            </p>
            { since }
            { past_review(words, claim.review_by) }
            { source_list(words, &claim.sources) }
        </>
    }
}

/// The name of a kind in the page.
pub(super) fn kind_class(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Fact => "fact",
        ClaimKind::OfficialPosition => "position",
        ClaimKind::AuthorAssessment => "assessment",
    }
}

/// What a kind is called.
pub(super) fn kind_words(words: &Words, kind: ClaimKind) -> &Text {
    match kind {
        ClaimKind::Fact => &words.kind_fact,
        ClaimKind::OfficialPosition => &words.kind_position,
        ClaimKind::AuthorAssessment => &words.kind_assessment,
    }
}

/// The name of a finding in the page.
pub(super) fn finding_class(verified: Verified) -> &'static str {
    match verified {
        Verified::Confirmed => "confirmed",
        Verified::InPart => "in-part",
        Verified::Contradicted => "contradicted",
        Verified::NotFound => "not-found",
        Verified::NotCheckable => "not-checkable",
    }
}

/// What a finding is called.
pub(super) fn finding_words(words: &Words, verified: Verified) -> &Text {
    match verified {
        Verified::Confirmed => &words.verified_confirmed,
        Verified::InPart => &words.verified_in_part,
        Verified::Contradicted => &words.verified_contradicted,
        Verified::NotFound => &words.verified_not_found,
        Verified::NotCheckable => &words.verified_not_checkable,
    }
}
