//! Pages to look things up in: whole pages that run no program.

use yew::prelude::*;

use super::frame::{framed, links_from};
use super::{about, claims, figures, for_sites, glossary, html};
use crate::course::{Course, Edition, Reference};
use crate::id::{LanguageId, Text};

/// The page of a reference in one language, as HTML. `address` is that of the course, if it was built with one.
pub async fn reference_page(course: &Course, edition: &Edition, reference: Reference, address: Option<&str>) -> Text {
    let path = |language: &LanguageId| format!("{language}/{}/", reference.path());
    let links = links_from(&path(&edition.language));
    let body = match reference {
        Reference::Glossary => glossary::glossary(course, edition),
        Reference::Claims => claims::claims(edition),
        Reference::About => about::about(edition),
        Reference::Figures => figures::figures(&links, edition),
        Reference::ForSites => for_sites::for_sites(course, edition, address),
    };
    let words = &*edition.reference_words;
    let content = html! {
        <main id="content" tabindex="-1" class={classes!("reference", reference.path())}>
            <header>
                <h1>{ AttrValue::from(reference.title(words).clone()) }</h1>
                <p>{ AttrValue::from(reference.about(words).clone()) }</p>
            </header>
            { body }
        </main>
    };
    html(framed(course, edition, path, content)).await
}
