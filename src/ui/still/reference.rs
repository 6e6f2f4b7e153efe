//! Pages to look things up in: whole pages that run no program.

use yew::prelude::*;

use super::{about, claims, figures, glossary, html};
use crate::course::{Course, Edition, Reference};
use crate::id::{LanguageId, Text};
use crate::ui::parts::{Ways, foot, masthead};
use crate::ui::{Address, Links, View};

/// The page of a reference in one language, as HTML.
pub async fn reference_page(course: &Course, edition: &Edition, reference: Reference) -> Text {
    let links = Links { root: "../../".into(), to_files: false };
    let body = match reference {
        Reference::Glossary => glossary::glossary(course, edition),
        Reference::Claims => claims::claims(edition),
        Reference::About => about::about(edition),
        Reference::Figures => figures::figures(&links, edition),
    };
    let choices = course.languages();
    let in_language = |id: &LanguageId| links.page(&format!("{id}/{}/", reference.path()));
    let languages: Vec<_> = choices.iter().map(|choice| (choice, in_language(&choice.id))).collect();
    let cover = Address { language: edition.language.clone(), view: View::Cover };
    let ways = Ways { languages: &languages, home: links.to(&cover) };
    let words = &*edition.reference_words;
    html(html! {
        <>
            { masthead(&edition.words, &edition.language, ways, None) }
            <main id="content" tabindex="-1" class={classes!("reference", reference.path())}>
                <header>
                    <h1>{ AttrValue::from(reference.title(words).clone()) }</h1>
                    <p>{ AttrValue::from(reference.about(words).clone()) }</p>
                </header>
                { body }
            </main>
            { foot(&links, &edition.foot()) }
        </>
    })
    .await
}
