//! A lesson: goals, sections with their questions, the closing check, and the claims it rests on.

use std::rc::Rc;

use yew::prelude::*;

use crate::course::{LessonLink, LessonPage, PageSection, Piece};
use crate::id::{QuestionId, Text};
use crate::ui::View;
use crate::ui::parts::{ledger, page_link};
use crate::ui::questions::{Marking, QuestionCard};
use crate::ui::setting::Setting;
use crate::ui::shared::Shared;

/// A lesson.
pub(crate) fn lesson(setting: &Setting, page: &Rc<LessonPage>) -> Html {
    let words = setting.words();
    let lesson = &**page;
    let numbers: Vec<&QuestionId> = lesson.questions().map(|question| &question.id).collect();
    let neighbour = |link: &Option<LessonLink>, label: &Text, class: &'static str| {
        link.as_ref().map(|link| {
            let says = html! {
                <>
                    <small>{ AttrValue::from(label.clone()) }</small>
                    <span>{ AttrValue::from(link.title.clone()) }</span>
                </>
            };
            page_link(setting, class, &setting.address.with(View::Lesson(link.id.clone())), None, says)
        })
    };
    let paper = |path: &'static str, title: &Text| {
        let href = setting.links.below(&setting.address.with(View::Lesson(lesson.id.clone())), path);
        html! { <>{ " " }<a {href}>{ AttrValue::from(title.clone()) }</a></> }
    };
    let kept = setting.stills.borrow();
    let mut kept = kept.iter();
    // As served, the page holds what its data leave out, and adopts it whatever stands here.
    let mut still = |text: &Text| -> Html {
        let text = if lesson.opening.is_empty() { kept.next() } else { Some(text) };
        Html::from_html_unchecked(text.cloned().unwrap_or_default().into())
    };
    let opening = still(&lesson.opening);
    let to_result = html! { { AttrValue::from(words.to_result.clone()) } };
    html! {
        <div class="lesson">
            { opening }
            { for lesson.sections.iter().map(|part| section(part, &numbers, &mut still)) }
            <footer>
                { page_link(setting, "to-result", &setting.address.with(View::Result(lesson.id.clone())), None, to_result) }
                <p class="on-paper">
                    { AttrValue::from(words.print_title.clone()) }
                    { paper("sheet", &words.sheet_title) }
                    { paper("key", &words.key_title) }
                </p>
                <nav class="neighbours">
                    { neighbour(&page.previous, &words.previous_lesson, "previous") }
                    { neighbour(&page.next, &words.next_lesson, "next") }
                </nav>
                { ledger(words, page) }
            </footer>
        </div>
    }
}

fn section(section: &PageSection, numbers: &[&QuestionId], still: &mut impl FnMut(&Text) -> Html) -> Html {
    let piece = |piece: &Piece| match piece {
        Piece::Still(text) => still(text),
        Piece::Question(question) => {
            let number = numbers.iter().position(|id| **id == question.id).unwrap_or_default() + 1;
            let marking = match section.questions().last() {
                _ if !section.marked_at_end => Marking::AtOnce,
                Some(last) if last.id == question.id => Marking::LastOfTogether,
                Some(_) | None => Marking::Together,
            };
            html! { <QuestionCard key={question.id.as_str()} question={Shared::of(question)} {number} total={numbers.len()} {marking} /> }
        }
    };
    html! {
        <section key={section.id.as_str()} class={if section.check { "section check" } else { "section" }}>
            <h2 id={section.id.to_string()}>{ AttrValue::from(section.title.clone()) }</h2>
            { for section.pieces.iter().map(piece) }
        </section>
    }
}
