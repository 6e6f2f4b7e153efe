//! How a lesson opens: title, summary, facts, goals.

use yew::prelude::*;

use super::parallel;
use crate::course::{Course, Edition, Lesson, Words, fill};

/// How a lesson opens.
pub(super) fn opening(course: &Course, edition: &Edition, lesson: &Lesson) -> Html {
    let words = &*edition.words;
    let paragraphs: Vec<String> = lesson.paragraphs.iter().map(ToString::to_string).collect();
    html! {
        <header>
            <h1>{ AttrValue::from(lesson.title.clone()) }</h1>
            <p class="summary">{ AttrValue::from(lesson.summary.clone()) }</p>
            <p class="facts">
                { words.reading_time(lesson.minutes) }{ " · " }
                { words.count(&words.questions, lesson.questions().count()) }{ " · " }
                { fill(&words.paragraphs_taught, &[("list", &paragraphs.join(", "))]) }
            </p>
            { parallel::links(course, edition, None) }
            { goals(words, lesson) }
        </header>
    }
}

/// What a pupil can do after the lesson.
pub(super) fn goals(words: &Words, lesson: &Lesson) -> Html {
    html! {
        <section class="goals">
            <h2>{ AttrValue::from(words.goals_title.clone()) }</h2>
            <ul>{ for lesson.goals.iter().map(|goal| html! { <li>{ AttrValue::from(goal.text.clone()) }</li> }) }</ul>
        </section>
    }
}
