//! What is said after an answer: the verdict, the reason of the option chosen, the thing to remember, and the ground.

use web_sys::{FocusOptions, HtmlElement};
use yew::prelude::*;

use crate::course::{Words, fill};
use crate::id::OptionId;
use crate::learner::{Answer, Verdict};
use crate::quiz::{Choice, ChoiceOption, Item, Ordering, Question, Response, Task};
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

/// What is said after an answer; `verdict` comes to name the element that takes the focus. In its first frame without
/// what is folded away.
pub(super) fn feedback(
    setting: &Setting,
    question: &Question,
    answer: &Answer,
    verdict: &NodeRef,
    is_first_frame: bool,
) -> Html {
    let words = setting.words();
    let class = match answer.verdict {
        Verdict::Unsure => "unsure",
        Verdict::Scored(score) if score.is_full() => "right",
        Verdict::Scored(score) if score.points() == 0 => "wrong",
        Verdict::Scored(_) => "part",
    };
    let reasons = match &question.task {
        Task::Single(choice) | Task::Multiple(choice) => {
            chosen_reasons(words, choice, &answer.response, is_first_frame)
        }
        Task::Ordering(ordering) => order_reasons(words, ordering, &answer.response),
    };
    html! {
        <div class={format!("feedback {class}")}>
            <p class="verdict" tabindex="-1" ref={verdict}>{ verdict_words(words, answer.verdict) }</p>
            { reasons }
            <p class="remember">
                <strong>{ AttrValue::from(words.remember.clone()) }</strong>
                <span>{ AttrValue::from(question.explanation.clone()) }</span>
            </p>
            if !is_first_frame { { why(setting, &question.claims) } }
        </div>
    }
}

/// The options: those chosen and those right with their reasons, the others folded away.
fn chosen_reasons(words: &Words, choice: &Choice, response: &Response, is_first_frame: bool) -> Html {
    let chosen = response.chosen();
    let is_chosen = |option: &&ChoiceOption| chosen.contains(&option.id);
    let (spoken_of, others): (Vec<_>, Vec<_>) =
        choice.options.iter().partition(|option| option.right || is_chosen(option));
    let item = |option: &ChoiceOption| {
        let class = match (is_chosen(&option), option.right) {
            (true, true) => "chosen right",
            (true, false) => "chosen wrong",
            (false, true) => "missed right",
            (false, false) => "other",
        };
        let mark = if option.right { &words.right_option } else { &words.wrong_option };
        let yours =
            is_chosen(&option).then(|| html! { <> { AttrValue::from(words.your_choice.clone()) } { ", " } </> });
        html! {
            <li key={option.id.as_str()} class={class}>
                <p><span class="option">{ AttrValue::from(option.text.clone()) }</span>{ " " }
                    <span class="mark">{ yours }{ AttrValue::from(mark.clone()) }</span></p>
                <p class="because">{ AttrValue::from(option.because.clone()) }</p>
            </li>
        }
    };
    html! {
        <>
            <ul class="reasons">{ for spoken_of.into_iter().map(item) }</ul>
            if !others.is_empty() && !is_first_frame {
                <details class="others">
                    <summary>{ AttrValue::from(words.other_reasons.clone()) }</summary>
                    <ul class="reasons">{ for others.into_iter().map(item) }</ul>
                </details>
            }
        </>
    }
}

/// The learner's order, then the right one: each item with its reason, and with a mark if it follows the right one.
fn order_reasons(words: &Words, ordering: &Ordering, response: &Response) -> Html {
    let order: &[OptionId] = match response {
        Response::Ordered(order) => order,
        Response::Chosen(_) | Response::Unsure => &[],
    };
    let texts: Vec<&str> = order.iter().filter_map(|id| ordering.item(id)).map(|item| &*item.text).collect();
    let item = |(n, item): (usize, &Item)| {
        // A point is a pair of neighbours: the mark stands at the second of them, and at the first item of all.
        let before = n.checked_sub(1).and_then(|before| ordering.items.get(before));
        let follows = match before {
            None => order.first() == Some(&item.id),
            Some(before) => order.windows(2).any(|pair| *pair == [before.id.clone(), item.id.clone()]),
        };
        let class = match (order.is_empty(), follows) {
            (true, _) => "missed right",
            (false, true) => "chosen right",
            (false, false) => "missed",
        };
        html! {
            <li key={item.id.as_str()} class={class}>
                <p><span class="option">{ AttrValue::from(item.text.clone()) }</span>
                    if follows { { " " }<span class="mark">{ AttrValue::from(words.right_option.clone()) }</span> }
                </p>
                <p class="because">{ AttrValue::from(item.because.clone()) }</p>
            </li>
        }
    };
    html! {
        <>
            if !texts.is_empty() {
                <p class="your-order"><strong>{ AttrValue::from(words.your_order.clone()) }</strong>{ " " }{ texts.join(" → ") }</p>
            }
            <p class="right-order">{ AttrValue::from(words.right_order.clone()) }</p>
            <ol class="reasons">{ for ordering.items.iter().enumerate().map(item) }</ol>
        </>
    }
}
