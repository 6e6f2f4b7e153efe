//! A question: open with its draft, or answered with its feedback.

use std::rc::Rc;

use yew::prelude::*;

use super::choice::ChoiceTask;
use super::feedback::{Feedback, verdict_words};
use super::ordering::OrderingTask;
use super::shown_answer::ShownAnswer;
use crate::course::{Words, fill};
use crate::id::Text;
use crate::learner::{Answer, Event, Verdict};
use crate::quiz::{Question, Response, Task};
use crate::ui::session::use_session;
use crate::ui::setting::use_setting;

/// What [`QuestionCard`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct QuestionCardProps {
    /// The question.
    pub question: Rc<Question>,
    /// Its place among the questions of the lesson, from 1.
    pub number: usize,
    /// How many questions the lesson has.
    pub total: usize,
}

/// A question.
#[component]
pub(crate) fn QuestionCard(props: &QuestionCardProps) -> Html {
    let QuestionCardProps { question, number, total } = props;
    let setting = use_setting();
    let words = setting.words();
    let (answer, draft) = use_session({
        let question = Rc::clone(question);
        move |session| {
            session.look(|progress| {
                (progress.answer(&question.id, question.revision).cloned(), progress.draft(&question.id).cloned())
            })
        }
    });
    let reopen = use_callback(question.id.clone(), {
        let session = setting.session.clone();
        move |_: MouseEvent, id| session.dispatch(Event::Reopened(vec![id.clone()]))
    });
    let values = [("n", number.to_string()), ("total", total.to_string())];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let heading = html! {
        <>
            <small>{ fill(&words.question_number, &values) }</small>
            <span>{ AttrValue::from(question.prompt.clone()) }</span>
        </>
    };
    // Feedback given here and now takes the focus; feedback restored from an earlier visit does not.
    let was_open = use_mut_ref(|| false);
    let answered = answer.filter(|_| draft.is_none());
    let takes_focus = answered.is_some() && *was_open.borrow();
    *was_open.borrow_mut() = answered.is_none();
    let state = match &answered {
        None => "open",
        Some(answer) if answer.verdict.is_right() => "right",
        Some(_) => "answered",
    };
    let body = match answered {
        Some(answer) => html! {
            <Answered question={Rc::clone(question)} {answer} {heading} {reopen} {takes_focus} />
        },
        None => html! {
            <Open question={Rc::clone(question)} draft={draft.unwrap_or_else(Response::nothing)} {heading} />
        },
    };
    html! {
        <section class={classes!("question-card", state)} id={question.id.to_string()} data-place="">{ body }</section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OpenProps {
    question: Rc<Question>,
    draft: Response,
    heading: Html,
}

/// A question that waits for an answer.
#[component]
fn Open(props: &OpenProps) -> Html {
    let OpenProps { question, draft, heading } = props;
    let setting = use_setting();
    let words = setting.words();
    let is_asked_to_choose = use_state(|| false);
    let give = {
        let (setting, question, is_asked_to_choose) = (setting.clone(), Rc::clone(question), is_asked_to_choose.clone());
        Callback::from(move |response: Response| {
            let session = &setting.session;
            let Some(verdict) = Verdict::of(question.mark(&response)) else {
                is_asked_to_choose.set(true);
                session.announce(&setting.words().choose_first);
                return;
            };
            let answer = Answer { revision: question.revision, response, verdict, at: session.now(), tries: 1 };
            session.dispatch(Event::Answered(question.id.clone(), answer));
            session.announce(&format!("{}. {}", verdict_words(setting.words(), verdict), question.explanation));
        })
    };
    let on_change = {
        let (session, id, is_asked_to_choose) = (Rc::clone(&setting.session), question.id.clone(), is_asked_to_choose.clone());
        Callback::from(move |response: Response| {
            is_asked_to_choose.set(false);
            session.dispatch(Event::Drafted(id.clone(), response));
        })
    };
    let name = question.id.clone();
    let response = draft.clone();
    let task = match &question.task {
        Task::Single(_) | Task::Multiple(_) => html! { <ChoiceTask question={Rc::clone(question)} {response} {on_change} /> },
        Task::Ordering(_) => html! { <OrderingTask question={Rc::clone(question)} {response} {on_change} /> },
    };
    let check = give.reform({
        let draft = draft.clone();
        move |_: MouseEvent| draft.clone()
    });
    let unsure = give.reform(|_: MouseEvent| Response::Unsure);
    html! {
        <>
            <fieldset aria-describedby={format!("how-{name}")}>
                <legend>{ heading.clone() }</legend>
                <p class="how" id={format!("how-{name}")}>{ AttrValue::from(instruction(words, question)) }</p>
                { task }
            </fieldset>
            { for question.hint.iter().map(|hint| html! {
                <details class="hint">
                    <summary>{ AttrValue::from(words.hint.clone()) }</summary>
                    <p>{ AttrValue::from(hint.clone()) }</p>
                </details>
            }) }
            <div class="actions">
                <button type="button" class="check" data-tap={format!("check-{name}")} onclick={check}>{ AttrValue::from(words.check.clone()) }</button>
                <button type="button" class="unsure" data-tap={format!("unsure-{name}")} onclick={unsure}>{ AttrValue::from(words.unsure.clone()) }</button>
            </div>
            if *is_asked_to_choose {
                <p class="choose-first">{ AttrValue::from(words.choose_first.clone()) }</p>
            }
            <ShownAnswer question={Rc::clone(question)} />
        </>
    }
}

/// How a question is answered, and how it is marked.
fn instruction(words: &Words, question: &Question) -> Text {
    match &question.task {
        Task::Single(_) => words.choose_one.clone(),
        Task::Multiple(_) => words.choose_several.clone(),
        Task::Ordering(_) => words.put_in_order.clone(),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AnsweredProps {
    question: Rc<Question>,
    answer: Answer,
    heading: Html,
    reopen: Callback<MouseEvent>,
    takes_focus: bool,
}

/// A question that has been answered.
#[component]
fn Answered(props: &AnsweredProps) -> Html {
    let AnsweredProps { question, answer, heading, reopen, takes_focus } = props;
    let setting = use_setting();
    html! {
        <>
            <h3 class="prompt">{ heading.clone() }</h3>
            <Feedback question={Rc::clone(question)} answer={answer.clone()} takes_focus={*takes_focus} />
            <div class="actions">
                <button type="button" class="again" onclick={reopen}>{ AttrValue::from(setting.words().try_again.clone()) }</button>
            </div>
        </>
    }
}
