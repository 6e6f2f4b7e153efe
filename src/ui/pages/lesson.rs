//! A lesson: goals, sections with their questions, the closing check, and the claims it rests on.

use std::rc::Rc;

use yew::prelude::*;

use crate::course::{LessonLink, LessonPage, Piece};
use crate::id::Text;
use crate::learner::Minute;
use crate::ui::View;
use crate::ui::parts::{ledger, page_link};
use crate::ui::questions::{Marking, QuestionCard, QuestionCardProps};
use crate::ui::setting::Setting;
use crate::ui::shared::Shared;

/// A lesson. As served it is adopted as a whole: only the questions in it are adopted one by one, and by themselves.
pub(crate) fn lesson(setting: &Setting, page: &Rc<LessonPage>) -> Html {
    let inside = if is_served(setting, page) {
        Html::from_html_unchecked(setting.start.served.clone().into())
    } else {
        inside(setting, page, &[])
    };
    let onclick = Callback::from({
        let served = Rc::clone(&setting.served);
        move |event: MouseEvent| served.hear(&event)
    });
    html! { <div class="lesson" ref={setting.served.around.clone()} {onclick}>{ inside }</div> }
}

/// What stands in a lesson, with its questions as they are served, if they are.
pub(crate) fn inside(setting: &Setting, page: &Rc<LessonPage>, served: &[Text]) -> Html {
    let words = setting.words();
    let lesson = &**page;
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
        let href = setting.start.links.below(&setting.address.with(View::Lesson(lesson.id.clone())), path);
        html! { <>{ " " }<a {href}>{ AttrValue::from(title.clone()) }</a></> }
    };
    let kept = setting.served.stills.borrow();
    let mut kept = kept.iter();
    let mut still = |text: &Text| -> Html {
        let text = if lesson.opening.is_empty() { kept.next() } else { Some(text) };
        Html::from_html_unchecked(text.cloned().unwrap_or_default().into())
    };
    let mut served = served.iter();
    let mut cards = cards(lesson).into_iter();
    let mut ask = || -> Option<Html> {
        let card = cards.next()?;
        if let Some(served) = served.next() {
            return Some(Html::from_html_unchecked(served.clone().into()));
        }
        let key = card.question.id.to_string();
        Some(html! { <QuestionCard {key} ..card /> })
    };
    let opening = still(&lesson.opening);
    let mut sections = Vec::new();
    for section in &lesson.sections {
        let mut pieces = Vec::new();
        for piece in &section.pieces {
            pieces.push(match piece {
                Piece::Still(text) => still(text),
                Piece::Question(_) => ask().unwrap_or_default(),
            });
        }
        sections.push(html! {
            <section key={section.id.as_str()} class={if section.check { "section check" } else { "section" }}>
                <h2 id={section.id.to_string()}>{ AttrValue::from(section.title.clone()) }</h2>
                { pieces }
            </section>
        });
    }
    let to_result = html! { { AttrValue::from(words.to_result.clone()) } };
    html! {
        <>
            { opening }
            { sections }
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
                { ledger(setting, page) }
            </footer>
        </>
    }
}

/// Whether the page stands as it was served: with what its data leave out, and with its questions. Both are adopted.
pub(crate) fn is_served(setting: &Setting, page: &LessonPage) -> bool {
    !setting.start.served.is_empty() || (page.opening.is_empty() && setting.served.stills.borrow().is_empty())
}

/// The cards of the questions, in the order of the page.
pub(crate) fn cards(page: &LessonPage) -> Vec<QuestionCardProps> {
    let total = page.questions().count();
    let mut cards = Vec::new();
    for section in &page.sections {
        let last = section.questions().last();
        for question in section.questions() {
            let marking = match last {
                _ if !section.marked_at_end => Marking::AtOnce,
                Some(last) if last.id == question.id => Marking::LastOfTogether,
                Some(_) | None => Marking::Together,
            };
            let (question, number) = (Shared::of(question), cards.len() + 1);
            cards.push(QuestionCardProps { question, number, total, marking, since: Minute::default() });
        }
    }
    cards
}
