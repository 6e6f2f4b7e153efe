//! What never changes in a page: prose, terms, figures that only show, claims. It is rendered once, when the course is
//! built, and travels as HTML: the program knows none of it, so it is lighter, and adopts such a piece as a whole and
//! not node by node.
#![cfg(feature = "ssr")]

mod answer;
mod claim;
mod prose;
mod seats;
mod sources;
mod terms;
mod then_and_now;

use std::rc::Rc;

use yew::prelude::*;

use crate::course::{
    Block, Content, Course, Edition, Ground, Lesson, LessonPage, Page, PageSection, Piece, Section, Words,
};
use crate::id::Text;

pub(super) use answer::shown_answer;

/// The page of a lesson, with what never changes rendered.
pub async fn lesson_page(course: &Course, edition: &Edition, lesson: &Lesson) -> Page {
    let words = &*edition.words;
    let mut sections = Vec::new();
    for section in &lesson.sections {
        sections.push(page_section(words, section).await);
    }
    let mut grounds = Vec::new();
    for claim in edition.claims_of(lesson) {
        let card = html(claim::claim_card(words, claim)).await;
        grounds.push(Ground { id: claim.id.clone(), paragraph: claim.paragraph, card });
    }
    let (previous, next) = edition.neighbours(&lesson.id);
    let page = LessonPage {
        id: lesson.id.clone(),
        title: lesson.title.clone(),
        summary: lesson.summary.clone(),
        minutes: lesson.minutes,
        paragraphs: lesson.paragraphs.clone(),
        goals: lesson.goals.clone(),
        sections,
        grounds,
        previous,
        next,
    };
    course.page(edition, Content::Lesson(Rc::new(page)))
}

/// Neighbouring blocks that never change become one piece. Terms stand after the prose and before the first question:
/// explained where they are met.
async fn page_section(words: &Words, section: &Section) -> PageSection {
    let mut pieces = Vec::new();
    let mut still: Vec<Html> = Vec::new();
    let mut terms = Some(terms::terms(words, &section.terms));
    for block in &section.blocks {
        let moving = match block {
            Block::Prose(text) => Err(prose::prose(text)),
            Block::Seats(figure) => Err(seats::seats(words, figure)),
            Block::ThenAndNow(change) => Err(then_and_now::then_and_now(words, change)),
            Block::Timeline(timeline) => Ok(Piece::Timeline(Rc::clone(timeline))),
            Block::Question(question) => {
                still.extend(terms.take());
                Ok(Piece::Question(Rc::clone(question)))
            }
        };
        match moving {
            Err(block) => still.push(block),
            Ok(piece) => {
                flush(&mut still, &mut pieces).await;
                pieces.push(piece);
            }
        }
    }
    still.extend(terms);
    flush(&mut still, &mut pieces).await;
    PageSection { id: section.id.clone(), title: section.title.clone(), check: section.check, pieces }
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
