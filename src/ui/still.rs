//! What never changes in a page: prose, terms, figures that only show, claims. It is rendered once, when the course is
//! built, and travels as HTML: the program knows none of it, so it is lighter, and adopts such a piece as a whole and
//! not node by node.
#![cfg(feature = "ssr")]

mod about;
mod answer;
mod as_of;
mod captioned;
mod chronicle;
mod claim;
mod claims;
mod embed;
mod figures;
mod for_sites;
mod frame;
mod glossary;
mod institution;
mod ladder;
mod numbers;
mod opening;
mod parallel;
mod past_review;
mod print;
mod prose;
mod reference;
mod seats;
mod sources;
mod spans;
mod teacher;
mod terms;
mod then_and_now;
mod timeline;
mod uses;
mod who_says_so;
mod word;

use std::rc::Rc;

use yew::prelude::*;

use crate::course::{
    Block, Content, Course, Edition, Ground, Lesson, LessonBank, LessonPage, Page, PageSection, Piece, Section, Words,
};
use crate::id::Text;

pub(super) use answer::shown_answer;
pub use embed::{closing_check, embed_page};
pub use for_sites::frame_code;
pub use parallel::parallel_page;
pub use print::{Print, print_page};
pub use reference::reference_page;

/// The page of a lesson, with what never changes rendered.
pub async fn lesson_page(course: &Course, edition: &Edition, lesson: &Lesson) -> Page {
    let mut sections = Vec::new();
    for section in &lesson.sections {
        sections.push(page_section(course, edition, lesson, section).await);
    }
    let mut grounds = Vec::new();
    for claim in edition.claims_of(lesson) {
        let card = html(claim::claim_card(edition, claim)).await;
        grounds.push(Ground { id: claim.id.clone(), paragraph: claim.paragraph, card });
    }
    let (previous, next) = edition.neighbours(&lesson.id);
    let page = LessonPage {
        id: lesson.id.clone(),
        title: lesson.title.clone(),
        summary: lesson.summary.clone(),
        opening: html(opening::opening(course, edition, lesson)).await,
        goals: lesson.goals.clone(),
        sections,
        grounds,
        previous,
        next,
    };
    course.page(edition, Content::Lesson(Rc::new(page)))
}

/// The questions of a lesson with their grounds, for whoever asks them elsewhere.
pub async fn lesson_bank(edition: &Edition, lesson: &Lesson) -> LessonBank {
    let mut grounds = Vec::new();
    for claim in edition.claims_of_bank(lesson) {
        let card = html(claim::claim_card(edition, claim)).await;
        grounds.push(Ground { id: claim.id.clone(), paragraph: claim.paragraph, card });
    }
    LessonBank { questions: lesson.bank().cloned().collect(), grounds }
}

/// Neighbouring blocks that never change become one piece. Terms stand after the prose and before the first question:
/// explained where they are met.
async fn page_section(course: &Course, edition: &Edition, lesson: &Lesson, section: &Section) -> PageSection {
    let words = &*edition.words;
    let mut pieces = Vec::new();
    let mut still = vec![parallel::links(course, edition, Some(&section.id))];
    let mut terms = Some(terms::terms("../../", edition, &section.terms));
    for block in section.shown() {
        if let Some(question) = block.question() {
            still.extend(terms.take());
            flush(&mut still, &mut pieces).await;
            pieces.push(Piece::Question(Rc::clone(question)));
        } else {
            still.push(unmoving(words, block));
        }
    }
    still.extend(terms);
    if section.check {
        still.push(recap(words, &lesson.recap));
    }
    flush(&mut still, &mut pieces).await;
    PageSection {
        id: section.id.clone(),
        title: section.title.clone(),
        check: section.check,
        marked_at_end: section.marked_at_end,
        pieces,
    }
}

/// A block that never changes; nothing for a question, or for what stands on the page of figures alone.
fn unmoving(words: &Words, block: &Block) -> Html {
    match block {
        Block::Prose(text) => prose::prose(text, "#term-"),
        Block::Seats(figure) => seats::seats(words, figure),
        Block::ThenAndNow(change) => then_and_now::then_and_now(words, change),
        Block::Ladder(figure) => ladder::ladder(figure),
        Block::Numbers(figure) => numbers::numbers(words, figure),
        Block::Institution(figure) => institution::institution(words, figure),
        Block::Word(figure) => word::word(figure),
        Block::WhoSaysSo(card) => who_says_so::who_says_so(words, card),
        Block::Teacher(plan) => teacher::teacher(words, plan),
        Block::Timeline(figure) => timeline::timeline(words, figure),
        Block::Question(_) | Block::Chronicle(_) | Block::Again(_) => Html::default(),
    }
}

/// What to take away, at the end of the lesson.
fn recap(words: &Words, sentences: &[Text]) -> Html {
    let sentence = |sentence: &Text| html! { <li>{ AttrValue::from(sentence.clone()) }</li> };
    html! {
        <aside class="recap">
            <h3>{ AttrValue::from(words.recap_title.clone()) }</h3>
            <ul>{ for sentences.iter().map(sentence) }</ul>
        </aside>
    }
}

async fn flush(still: &mut Vec<Html>, pieces: &mut Vec<Piece>) {
    let text = html(still.drain(..).collect()).await;
    if !text.is_empty() {
        pieces.push(Piece::Still(text));
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RenderedProps {
    content: Html,
}

/// Yew renders components; this one is whatever it is given.
#[component]
fn Rendered(props: &RenderedProps) -> Html {
    props.content.clone()
}

async fn html(content: Html) -> Text {
    let renderer = yew::LocalServerRenderer::<Rendered>::with_props(RenderedProps { content }).hydratable(false);
    renderer.render().await.into()
}
