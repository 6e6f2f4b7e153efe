//! The page of all claims: what the article says, paragraph by paragraph, what came of checking it, and who uses it.

use std::collections::BTreeMap;

use yew::prelude::*;

use super::claim::{as_of, claim_body, finding_class, finding_words, kind_class, kind_words};
use super::uses::{question_link, section_link};
use crate::course::{Claim, ClaimKind, Edition, Use, Verified, fill};
use crate::id::Text;

/// All claims, in the order of the article.
pub(super) fn claims(edition: &Edition) -> Html {
    let words = &*edition.reference_words;
    let mut claims: Vec<&Claim> = edition.claims.values().map(|claim| &**claim).collect();
    claims.sort_by_key(|claim| claim.number);
    let mut paragraphs: BTreeMap<u8, Vec<&Claim>> = BTreeMap::new();
    for claim in &claims {
        paragraphs.entry(claim.paragraph).or_default().push(claim);
    }
    let way = |n: &u8| html! { <li><a href={format!("#paragraph-{n}")}>{ *n }</a></li> };
    let paragraph = |(n, claims): (&u8, &Vec<&Claim>)| {
        html! {
            <section class="paragraph" id={format!("paragraph-{n}")}>
                <h2>{ fill(&words.paragraph_title, &[("n", n)]) }</h2>
                { for claims.iter().map(|claim| card(edition, claim)) }
            </section>
        }
    };
    html! {
        <>
            { filter(edition, claims.len()) }
            <nav class="jumps" aria-label={AttrValue::from(words.paragraphs_label.clone())}>
                <p>{ AttrValue::from(words.paragraphs_label.clone()) }</p>
                <ul>{ for paragraphs.keys().map(way) }</ul>
            </nav>
            { for paragraphs.iter().map(paragraph) }
        </>
    }
}

/// Two lists to choose from. They work by a script of this page: where it does not run, they are not shown.
fn filter(edition: &Edition, total: usize) -> Html {
    let (words, common) = (&*edition.reference_words, &*edition.words);
    let kinds = [ClaimKind::Fact, ClaimKind::OfficialPosition, ClaimKind::AuthorAssessment];
    let kinds = kinds.map(|kind| (kind_class(kind), kind_words(common, kind)));
    let findings =
        [Verified::Confirmed, Verified::InPart, Verified::Contradicted, Verified::NotFound, Verified::NotCheckable];
    let findings = findings.map(|finding| (finding_class(finding), finding_words(common, finding)));
    let list = |name: &'static str, label: &Text, choices: &[(&'static str, &Text)]| {
        let choice = |(value, text): &(&'static str, &Text)| {
            html! { <option value={*value}>{ AttrValue::from((*text).clone()) }</option> }
        };
        html! {
            <label>
                <span>{ AttrValue::from(label.clone()) }</span>
                <select {name} autocomplete="off">
                    <option value="" selected=true>{ AttrValue::from(words.any.clone()) }</option>
                    { for choices.iter().map(choice) }
                </select>
            </label>
        }
    };
    // The sign `#` stands for the number that is shown.
    let shown = fill(&words.claims_shown, &[("n", &"#"), ("total", &total)]);
    html! {
        <div class="filter">
            { list("kind", &words.kind_label, &kinds) }
            { list("finding", &words.finding_label, &findings) }
            <p role="status" data-text={shown}></p>
        </div>
    }
}

fn card(edition: &Edition, claim: &Claim) -> Html {
    let (words, common) = (&*edition.reference_words, &*edition.words);
    let kind = kind_class(claim.kind);
    html! {
        <article class={format!("claim-card {kind}")} id={claim.id.to_string()} data-kind={kind} data-finding={finding_class(claim.verified)}>
            <div class="kind">
                <h3>{ fill(&words.claim_title, &[("n", &claim.number)]) }</h3>
                <strong>{ AttrValue::from(kind_words(common, claim.kind).clone()) }</strong>
                { as_of(common, claim) }
            </div>
            { claim_body(common, claim) }
            <p class="checked">{ fill(&common.checked_on, &[("date", &common.date(claim.checked))]) }</p>
            { uses(edition, &edition.uses_of_claim(&claim.id)) }
        </article>
    }
}

/// The sections and questions that rest on a claim, folded away.
fn uses(edition: &Edition, uses: &[Use<'_>]) -> Html {
    if uses.is_empty() {
        return Html::default();
    }
    let item = |found: &Use<'_>| {
        let questions = found.questions.iter().map(|question| {
            html! { <li>{ question_link(edition, found.lesson, question) }</li> }
        });
        html! {
            <li>
                { section_link(edition, found) }
                if !found.questions.is_empty() { <ul>{ for questions }</ul> }
            </li>
        }
    };
    html! {
        <details class="uses">
            <summary>{ AttrValue::from(edition.reference_words.uses_title.clone()) }</summary>
            <ul>{ for uses.iter().map(item) }</ul>
        </details>
    }
}
