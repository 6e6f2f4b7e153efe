//! A claim: what the article says, of which kind, what checking showed, what has changed since.

use std::rc::Rc;

use yew::prelude::*;

use super::SourceList;
use crate::course::{Claim, ClaimKind, Verified, fill};
use crate::id::ClaimId;
use crate::ui::setting::use_setting;

/// What [`ClaimCard`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ClaimCardProps {
    /// The claim.
    pub claim: Rc<Claim>,
    /// Whether the card is the one that links lead to.
    #[prop_or_default]
    pub is_target: bool,
}

/// A claim.
#[component]
pub(crate) fn ClaimCard(props: &ClaimCardProps) -> Html {
    let setting = use_setting();
    let words = setting.words();
    let claim = &props.claim;
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
        <article class={classes!("claim-card", class)} id={props.is_target.then(|| format!("claim-{}", claim.id))}>
            <p class="kind">
                <strong>{ AttrValue::from(kind.clone()) }</strong>
                <span>{ fill(&words.claim_paragraph, &[("n", &claim.paragraph.to_string())]) }</span>
                <span>{ fill(&words.as_of, &[("date", &words.date(claim.as_of))]) }</span>
            </p>
            <p class="says">{ AttrValue::from(claim.text.clone()) }</p>
            <p class={classes!("finding", finding)}>
                <strong>{ AttrValue::from(verified.clone()) }</strong>
                { ". " }{ AttrValue::from(claim.finding.clone()) }
            </p>
            { since }
            <SourceList sources={claim.sources.clone()} />
        </article>
    }
}

/// What [`ClaimCards`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ClaimCardsProps {
    /// The claims, by name.
    pub claims: Vec<ClaimId>,
}

/// The claims behind an answer, folded away: one tap from an answer to its ground.
#[component]
pub(crate) fn ClaimCards(props: &ClaimCardsProps) -> Html {
    let setting = use_setting();
    let claims = props.claims.iter().filter_map(|id| setting.claim(id));
    html! {
        <details class="why">
            <summary>{ AttrValue::from(setting.words().why.clone()) }</summary>
            { for claims.map(|claim| html! { <ClaimCard {claim} /> }) }
        </details>
    }
}
