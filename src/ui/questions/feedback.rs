//! What is said below an answered question: the verdict, the thing to remember, what is said of the other options, and
//! the ground. What is said of each part stands at the part: see `sheet`.

use web_sys::{FocusOptions, HtmlElement};
use yew::prelude::*;

use crate::course::{Words, fill};
use crate::learner::{Record, Verdict};
use crate::quiz::{Outcome, Question, Reason, Task};
use crate::ui::parts::why;
use crate::ui::setting::Setting;

/// The verdict in words.
pub(super) fn verdict_words(words: &Words, verdict: Verdict) -> String {
    match verdict {
        Verdict::Unsure => words.verdict_unsure.to_string(),
        Verdict::Scored(score) if score.is_full() => words.verdict_right.to_string(),
        Verdict::Scored(score) if score.points() == 0 => words.verdict_wrong.to_string(),
        Verdict::Scored(score) => fill(&words.verdict_part, &[("points", &score.points()), ("of", &score.of())]),
    }
}

/// Brings the focus to a verdict, without moving the page.
pub(super) fn focus(verdict: &NodeRef) {
    if let Some(element) = verdict.cast::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // A focus refused is a focus not taken: the live region says the verdict all the same.
        let _ = element.focus_with_options(&options);
    }
}

/// What is said below an answered question; `verdict` comes to name the element that takes the focus. In its first frame
/// without what is folded away.
pub(super) fn feedback(
    setting: &Setting,
    question: &Question,
    answer: &Record,
    reasons: &[Reason],
    verdict: &NodeRef,
    is_first_frame: bool,
) -> Html {
    let words = setting.words();
    let class = match answer.verdict() {
        Verdict::Unsure => "unsure",
        Verdict::Scored(score) if score.is_full() => "right",
        Verdict::Scored(score) if score.points() == 0 => "wrong",
        Verdict::Scored(_) => "part",
    };
    html! {
        <div class={format!("feedback {class}")}>
            <p class="verdict" tabindex="-1" ref={verdict}>{ verdict_words(words, answer.verdict()) }</p>
            if answer.latest().is_sure_and_wrong() {
                <p class="sure-and-wrong">{ AttrValue::from(words.sure_and_wrong.clone()) }</p>
            }
            if let Task::Ordering(_) = question.task { { right_order(words, reasons) } }
            <p class="remember">
                <strong>{ AttrValue::from(words.remember.clone()) }</strong>
                <span>{ AttrValue::from(question.explanation.clone()) }</span>
            </p>
            if !is_first_frame {
                { others(words, reasons, answer.latest().is_sure_and_wrong()) }
                { why(setting, &question.claims) }
            }
        </div>
    }
}

/// What is said of the options that were rightly left alone: folded away, but not from one who was sure and wrong.
fn others(words: &Words, reasons: &[Reason], open: bool) -> Html {
    let mut others = reasons.iter().filter(|reason| reason.outcome == Outcome::Aside).peekable();
    if others.peek().is_none() {
        return Html::default();
    }
    let item = |reason: &Reason| {
        html! {
            <li key={reason.part.as_str()}>
                <p class="option">{ AttrValue::from(reason.text.clone()) }</p>
                <p>{ AttrValue::from(reason.because.clone()) }</p>
            </li>
        }
    };
    html! {
        <details class="others" {open}>
            <summary>{ AttrValue::from(words.other_reasons.clone()) }</summary>
            <ul class="reasons">{ for others.map(item) }</ul>
        </details>
    }
}

/// The right order: each item with its reason, and with a mark if it follows the right one.
fn right_order(words: &Words, reasons: &[Reason]) -> Html {
    let item = |reason: &Reason| {
        let is_right = reason.outcome == Outcome::Right;
        html! {
            <li key={reason.part.as_str()} class={is_right.then_some("right")}>
                <p><span class="option">{ AttrValue::from(reason.text.clone()) }</span>
                    if is_right { { " " }<span class="mark">{ AttrValue::from(words.right_option.clone()) }</span> }
                </p>
                <p class="because">{ AttrValue::from(reason.because.clone()) }</p>
            </li>
        }
    };
    html! {
        <>
            <p class="right-order">{ AttrValue::from(words.right_order.clone()) }</p>
            <ol class="reasons">{ for reasons.iter().map(item) }</ol>
        </>
    }
}
