//! The result of a lesson: by goal, what to look at again, and the way to retry only what was wrong.

use std::rc::Rc;

use yew::prelude::*;

use crate::course::{Goal, LessonLink, LessonPage, PageSection, fill};
use crate::id::QuestionId;
use crate::learner::{Event, Progress, Standing, standing};
use crate::quiz::Question;
use crate::ui::View;
use crate::ui::parts::page_link;
use crate::ui::questions::QuestionCard;
use crate::ui::session::use_session;
use crate::ui::setting::use_setting;
use crate::ui::shared::Shared;

/// What [`ResultView`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ResultViewProps {
    /// The lesson.
    pub page: Shared<LessonPage>,
}

#[derive(Clone, PartialEq)]
struct Result {
    all: Standing,
    goals: Vec<Standing>,
    /// Questions answered, but not rightly.
    wrong: Vec<QuestionId>,
}

fn result(page: &LessonPage, progress: &Progress) -> Result {
    let of = |questions: Vec<&Rc<Question>>| standing(progress, questions.into_iter().map(|q| (&q.id, q.revision)));
    let of_goal = |goal: &Goal| of(page.questions().filter(|question| question.goal == goal.id).collect());
    let is_wrong = |question: &&Rc<Question>| {
        progress.answer(&question.id, question.revision).is_some_and(|answer| !answer.verdict().is_right())
    };
    Result {
        all: of(page.questions().collect()),
        goals: page.goals.iter().map(of_goal).collect(),
        wrong: page.questions().filter(is_wrong).map(|question| question.id.clone()).collect(),
    }
}

/// The result of a lesson.
#[component]
pub(crate) fn ResultView(props: &ResultViewProps) -> Html {
    let ResultViewProps { page } = props;
    let setting = use_setting();
    let words = setting.words();
    let lesson = &**page;
    let result = use_session({
        let page = page.clone();
        move |session| session.look(|progress| result(&page, progress))
    });
    let to_lesson = setting.address.with(View::Lesson(lesson.id.clone()));
    let score =
        |standing: Standing| fill(&words.result_score, &[("right", &standing.right), ("total", &standing.total)]);
    let goal = |(goal, standing): (&Goal, &Standing)| {
        html! {
            <li key={goal.id.as_str()} class={standing.is_learned().then_some("learned")}>
                <p>{ AttrValue::from(goal.text.clone()) }</p>
                <progress max={standing.total.to_string()} value={standing.right.to_string()} aria-hidden="true"></progress>
                <span>{ score(*standing) }</span>
            </li>
        }
    };
    let is_worth_reading =
        |section: &&PageSection| section.questions().any(|question| result.wrong.contains(&question.id));
    let again: Vec<&PageSection> =
        lesson.sections.iter().filter(is_worth_reading).filter(|section| !section.check).collect();
    let retried = use_state(Vec::<QuestionId>::new);
    let retry = {
        let (session, retried, wrong) = (Rc::clone(&setting.session), retried.clone(), result.wrong.clone());
        Callback::from(move |_: MouseEvent| {
            session.dispatch([Event::Reopened(wrong.clone())]);
            retried.set(wrong.clone());
        })
    };
    let total = retried.len();
    let question = |(n, id): (usize, &QuestionId)| {
        lesson.questions().find(|question| question.id == *id).map(|question| {
            html! { <QuestionCard key={id.as_str()} question={Shared::of(question)} number={n + 1} {total} /> }
        })
    };
    let open = result.all.total - result.all.answered;
    let next_lesson = |next: &LessonLink| {
        let says = html! {
            <>
                <small>{ AttrValue::from(words.next_lesson.clone()) }</small>
                <span>{ AttrValue::from(next.title.clone()) }</span>
            </>
        };
        page_link(&setting, "next", &setting.address.with(View::Lesson(next.id.clone())), None, says)
    };
    html! {
        <div class="result">
            <h1>{ fill(&words.result_title, &[("lesson", &lesson.title)]) }</h1>
            if result.all.answered == 0 {
                <p class="score">{ AttrValue::from(words.result_none.clone()) }</p>
            } else {
                <p class="score">{ score(result.all) }</p>
                if open > 0 { <p>{ fill(&words.result_open, &[("open", &open)]) }</p> }
                if result.all.is_learned() { <p>{ AttrValue::from(words.result_all_right.clone()) }</p> }
            }
            <section class="by-goal">
                <h2>{ AttrValue::from(words.by_goal.clone()) }</h2>
                <ul>{ for lesson.goals.iter().zip(&result.goals).map(goal) }</ul>
            </section>
            if !again.is_empty() {
                <section class="look-again">
                    <h2>{ AttrValue::from(words.look_again.clone()) }</h2>
                    <ul>{ for again.into_iter().map(|section| html! {
                        <li key={section.id.as_str()}>
                            { page_link(&setting, "", &to_lesson, Some(section.id.as_str()), html! { { fill(&words.read_again, &[("section", &section.title)]) } }) }
                        </li>
                    }) }</ul>
                </section>
            }
            if !result.wrong.is_empty() && retried.is_empty() {
                <button type="button" class="retry" onclick={retry}>{ AttrValue::from(words.retry_wrong.clone()) }</button>
            }
            <div class="retried">{ for retried.iter().enumerate().filter_map(question) }</div>
            <nav class="neighbours">
                { page_link(&setting, "previous", &to_lesson, None, html! { <span>{ AttrValue::from(words.back_to_lesson.clone()) }</span> }) }
                { for page.next.iter().map(next_lesson) }
            </nav>
        </div>
    }
}
