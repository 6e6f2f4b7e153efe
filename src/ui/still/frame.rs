//! What is around every page that runs no program: the masthead above, the foot below.

use yew::prelude::*;

use crate::course::{Course, Edition};
use crate::id::LanguageId;
use crate::ui::parts::{Ways, foot, masthead};
use crate::ui::{Address, Links, View};

/// The content of a page with what is around it. `path` is the path of the page in a language.
pub(super) fn framed(course: &Course, edition: &Edition, path: impl Fn(&LanguageId) -> String, content: Html) -> Html {
    let links = links_from(&path(&edition.language));
    let choices = course.languages();
    let languages: Vec<_> = choices.iter().map(|choice| (choice, links.page(&path(&choice.id)))).collect();
    let cover = Address { language: edition.language.clone(), view: View::Cover };
    let ways = Ways { languages: &languages, home: links.to(&cover) };
    html! {
        <>
            { masthead(&edition.words, &edition.language, ways, None) }
            { content }
            { foot(&links, &edition.foot()) }
        </>
    }
}

/// Links as they are written in the page of that path.
pub(super) fn links_from(path: &str) -> Links {
    Links { root: "../".repeat(path.matches('/').count()).into(), to_files: false }
}
