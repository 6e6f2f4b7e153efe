//! A claim: what the article says, of which kind, what checking showed, what has changed since.

use yew::prelude::*;

use super::sources::source_list;
use crate::course::{Claim, ClaimKind, Verified, Words, fill};

/// A claim. Without a name: the card stands in the ledger of its lesson, and at every answer that rests on it.
pub(super) fn claim_card(words: &Words, claim: &Claim) -> Html {
    let (class, kind) = match claim.kind {
        ClaimKind::Fact => ("fact", &words.kind_fact),
        ClaimKind::OfficialPosition => ("position", &words.kind_position),
        ClaimKind::AuthorAssessment => ("assessment", &words.kind_assessment),
    };
    let (finding, verified) = match claim.verified {
        Verified::Confirmed => ("confirmed", &words.verified_confirmed),
        Verified::InPart => ("in-part", &words.verified_in_part),
        Verified::Contradicted => ("contradicted", &words.verified_contradicted),
        Verified::NotFound => ("not-found", &words.verified_not_found),
        Verified::NotCheckable => ("not-checkable", &words.verified_not_checkable),
    };
    let since = claim.since.as_ref().map(|since| {
        html! {
            <div class="since">
                <p>{ fill(&words.changed_since, &[("date", &words.date(since.when))]) }</p>
                <p>{ AttrValue::from(since.text.clone()) }</p>
            </div>
        }
    });
    html! {
        <article class={format!("claim-card {class}")}>
            <p class="kind">
                <strong>{ AttrValue::from(kind.clone()) }</strong>
                <span>{ fill(&words.claim_paragraph, &[("n", &claim.paragraph)]) }</span>
                <span>{ fill(&words.as_of, &[("date", &words.date(claim.as_of))]) }</span>
            </p>
            <p class="says">{ AttrValue::from(claim.text.clone()) }</p>
            <p class={format!("finding {finding}")}>
                <strong>{ AttrValue::from(verified.clone()) }</strong>
                { ". " }{ AttrValue::from(claim.finding.clone()) }
            </p>
            { since }
            { source_list(words, &claim.sources) }
        </article>
    }
}
