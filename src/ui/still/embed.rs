//! The page that leads from an address with parameters, `embed/?lesson=…&lang=…`, to the page that is meant. A script
//! follows the link that fits; without it the links are there to be followed by hand.

use yew::prelude::*;

use super::html;
use crate::course::{Course, Edition, Lesson};
use crate::id::Text;
use crate::ui::figures::emblem;

/// The page that leads on, as HTML.
pub async fn embed_page(course: &Course) -> Text {
    let titles = course.editions.iter().map(|edition| edition.words.course_title.clone());
    let first = titles.into_iter().next().unwrap_or_default();
    html(html! {
        <main class="choose-lesson" id="content">
            { emblem() }
            <h1>{ AttrValue::from(first) }</h1>
            { for course.editions.iter().map(of_language) }
        </main>
    })
    .await
}

/// The lessons in one language, each with the questions that a check of it asks.
fn of_language(edition: &Edition) -> Html {
    let language = edition.language.to_string();
    let lesson = |lesson: &Lesson| {
        let href = format!("../{language}/{}/", lesson.id);
        html! {
            <li>
                <a {href} data-lesson={lesson.id.to_string()} data-check={closing_check(lesson)}>{ AttrValue::from(lesson.title.clone()) }</a>
            </li>
        }
    };
    html! {
        <section lang={language.clone()}>
            <h2>{ AttrValue::from(edition.frame_words.choose_lesson.clone()) }</h2>
            <ul>
                <li><a href={format!("../{language}/")} data-lesson="">{ AttrValue::from(edition.words.course_title.clone()) }</a></li>
                { for edition.lessons.iter().map(|each| lesson(each)) }
            </ul>
        </section>
    }
}

/// The questions of the closing check of a lesson, or all it has, separated by commas.
pub fn closing_check(lesson: &Lesson) -> String {
    let ids = |check_only: bool| {
        let sections = lesson.sections.iter().filter(|section| section.check || !check_only);
        sections.flat_map(crate::course::Section::questions).map(|question| question.id.to_string()).collect::<Vec<_>>()
    };
    let of_check = ids(true);
    if of_check.is_empty() { ids(false).join(",") } else { of_check.join(",") }
}
