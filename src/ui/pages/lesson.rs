//! A lesson: goals, sections with their questions, the closing check, and the claims it rests on.

use std::rc::Rc;

use yew::prelude::*;

use crate::course::{Block, LessonLink, LessonPage, Section, fill};
use crate::id::QuestionId;
use crate::learner::Event;
use crate::ui::View;
use crate::ui::figures::{SeatsFigure, ThenAndNowBox, TimelineFigure};
use crate::ui::parts::{ClaimCard, PageLink, ProseView, StandingLine, Terms};
use crate::ui::questions::QuestionCard;
use crate::ui::session::use_session;
use crate::ui::setting::use_setting;

/// What [`LessonView`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LessonViewProps {
    /// The lesson.
    pub page: Rc<LessonPage>,
}

/// A lesson.
#[component]
pub(crate) fn LessonView(props: &LessonViewProps) -> Html {
    let LessonViewProps { page } = props;
    let setting = use_setting();
    let words = setting.words();
    use_place(page);
    let lesson = &page.lesson;
    let paragraphs: Vec<String> = lesson.paragraphs.iter().map(ToString::to_string).collect();
    let numbers: Vec<&QuestionId> = lesson.questions().map(|question| &question.id).collect();
    let neighbour = |link: &Option<LessonLink>, label: &crate::id::Text, class: &'static str| {
        link.as_ref().map(|link| {
            html! {
                <PageLink {class} to={setting.address.with(View::Lesson(link.id.clone()))}>
                    <small>{ AttrValue::from(label.clone()) }</small>
                    <span>{ AttrValue::from(link.title.clone()) }</span>
                </PageLink>
            }
        })
    };
    html! {
        <div class="lesson">
            <header>
                <h1>{ AttrValue::from(lesson.title.clone()) }</h1>
                <p class="summary">{ AttrValue::from(lesson.summary.clone()) }</p>
                <p class="facts">
                    { words.count(&words.minutes, lesson.minutes.into()) }{ " · " }
                    { words.count(&words.questions, numbers.len()) }{ " · " }
                    { fill(&words.paragraphs_taught, &[("list", &paragraphs.join(", "))]) }
                </p>
                <section class="goals">
                    <h2>{ AttrValue::from(words.goals_title.clone()) }</h2>
                    <ul>{ for lesson.goals.iter().map(|goal| html! { <li>{ AttrValue::from(goal.text.clone()) }</li> }) }</ul>
                </section>
            </header>
            { for lesson.sections.iter().map(|part| section(part, &numbers)) }
            <footer>
                <StandingLine page={Rc::clone(page)} />
                <PageLink class="to-result" to={setting.address.with(View::Result(lesson.id.clone()))}>
                    { AttrValue::from(words.to_result.clone()) }
                </PageLink>
                <nav class="neighbours">
                    { neighbour(&page.previous, &words.previous_lesson, "previous") }
                    { neighbour(&page.next, &words.next_lesson, "next") }
                </nav>
                <details class="claims">
                    <summary>{ AttrValue::from(words.claims_title.clone()) }</summary>
                    <p>{ AttrValue::from(words.claims_about.clone()) }</p>
                    { for page.claims.iter().map(|claim| html! { <ClaimCard key={claim.id.as_str()} claim={Rc::clone(claim)} is_target={true} /> }) }
                </details>
            </footer>
        </div>
    }
}

fn section(section: &Section, numbers: &[&QuestionId]) -> Html {
    let block = |block: &Block| match block {
        Block::Prose { text } => html! { <ProseView text={text.clone()} /> },
        Block::Timeline(figure) => html! { <TimelineFigure figure={figure.clone()} /> },
        Block::Seats(figure) => html! { <SeatsFigure figure={figure.clone()} /> },
        Block::ThenAndNow(change) => html! { <ThenAndNowBox change={change.clone()} /> },
        Block::Question(question) => {
            let number = numbers.iter().position(|id| **id == question.id).unwrap_or_default() + 1;
            html! { <QuestionCard key={question.id.as_str()} question={Rc::clone(question)} {number} total={numbers.len()} /> }
        }
    };
    // Terms stand after the prose and before the first question: explained where they are met.
    let first_question = section.blocks.iter().position(|block| matches!(block, Block::Question(_))).unwrap_or(section.blocks.len());
    let (before, after) = section.blocks.split_at(first_question);
    html! {
        <section key={section.id.as_str()} class={classes!("section", section.check.then_some("check"))}>
            <h2 id={section.id.to_string()} data-place="">{ AttrValue::from(section.title.clone()) }</h2>
            { for before.iter().map(block) }
            <Terms terms={section.terms.clone()} />
            { for after.iter().map(block) }
        </section>
    }
}

/// Notes where the learner goes on next time: the section of the question answered or begun last.
#[hook]
fn use_place(page: &Rc<LessonPage>) {
    let setting = use_setting();
    let section = use_session({
        let page = Rc::clone(page);
        move |session| {
            let is_touched = |id: &QuestionId, revision| {
                session.look(|progress| progress.answer(id, revision).is_some() || progress.draft(id).is_some())
            };
            let touched = page.lesson.sections.iter().rev().find(|s| s.questions().any(|q| is_touched(&q.id, q.revision)));
            touched.map(|section| section.id.clone())
        }
    });
    use_effect_with((page.lesson.id.clone(), section), move |(lesson, section)| {
        if let Some(section) = section {
            setting.session.dispatch(Event::Reached(lesson.clone(), section.clone()));
        }
    });
}
