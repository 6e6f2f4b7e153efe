//! A claim: what the article says, of which kind, what checking showed, what has changed since.

use yew::prelude::*;

use super::source_list;
use crate::course::{Claim, ClaimKind, Verified, Words, fill};
use crate::id::ClaimId;
use crate::ui::setting::Setting;

/// A claim; `is_target` if it is the card that links lead to.
pub(crate) fn claim_card(words: &Words, claim: &Claim, is_target: bool) -> Html {
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
        <article class={format!("claim-card {class}")} id={is_target.then(|| format!("claim-{}", claim.id))}>
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

/// The claims behind an answer, folded away: one tap from an answer to its ground.
pub(crate) fn claim_cards(setting: &Setting, claims: &[ClaimId]) -> Html {
    let claims = claims.iter().filter_map(|id| setting.claim(id));
    html! {
        <details class="why">
            <summary>{ AttrValue::from(setting.words().why.clone()) }</summary>
            { for claims.map(|claim| claim_card(setting.words(), &claim, false)) }
        </details>
    }
}
