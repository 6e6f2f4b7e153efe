//! Links from what is looked up back to where the course uses it. The pages to look things up in lie two folders deep.

use yew::prelude::*;

use crate::course::{Edition, Lesson, Use};
use crate::quiz::Question;

/// A link to a section of a lesson.
pub(super) fn section_link(edition: &Edition, found: &Use<'_>) -> Html {
    let href = format!("../../{}/{}/#{}", edition.language, found.lesson.id, found.section.id);
    html! { <a {href}>{ format!("{} – {}", found.lesson.title, found.section.title) }</a> }
}

/// A link to a question: to where it stands, or, for one that stands in no lesson, to the page that asks it.
pub(super) fn question_link(edition: &Edition, lesson: &Lesson, question: &Question) -> Html {
    let href = match question.sibling_of {
        None => format!("../../{}/{}/#{}", edition.language, lesson.id, question.id),
        Some(_) => format!("../../{}/practice/?mode=check&q={}", edition.language, question.id),
    };
    html! { <a {href}>{ AttrValue::from(question.prompt.clone()) }</a> }
}
