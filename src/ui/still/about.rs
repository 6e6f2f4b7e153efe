//! The page about the article and the course: what an author wrote, and what could not be confirmed.

use yew::prelude::*;

use super::claim::finding_words;
use super::prose::prose;
use crate::course::{AboutSection, Claim, Edition, Reference, Verified};

/// What an author says about the article and the course.
pub(super) fn about(edition: &Edition) -> Html {
    let terms = format!("../../{}/{}/#", edition.language, Reference::Glossary.path());
    let section = |section: &AboutSection| {
        html! {
            <section id={section.id.to_string()}>
                <h2>{ AttrValue::from(section.title.clone()) }</h2>
                { for section.prose.iter().map(|text| prose(text, &terms)) }
                if section.lists_unconfirmed { { unconfirmed(edition) } }
            </section>
        }
    };
    html! { <>{ for edition.about.sections.iter().map(section) }</> }
}

/// The claims that no source confirms in full, by what came of checking them.
fn unconfirmed(edition: &Edition) -> Html {
    let mut claims: Vec<&Claim> = edition.claims.values().map(|claim| &**claim).collect();
    claims.sort_by_key(|claim| claim.number);
    let claim = |claim: &&Claim| {
        let href = format!("../../{}/{}/#{}", edition.language, Reference::Claims.path(), claim.id);
        html! { <li value={claim.number.to_string()}><a {href}>{ AttrValue::from(claim.text.clone()) }</a></li> }
    };
    let findings = [Verified::Contradicted, Verified::InPart, Verified::NotFound].map(|finding| {
        let found: Vec<&Claim> = claims.iter().filter(|claim| claim.verified == finding).copied().collect();
        if found.is_empty() {
            return Html::default();
        }
        html! {
            <>
                <h3>{ AttrValue::from(finding_words(&edition.words, finding).clone()) }</h3>
                <ol>{ for found.iter().map(claim) }</ol>
            </>
        }
    });
    findings.into_iter().collect()
}
