//! The answer, for pages where the program does not run: folded away, with every reason and the way to its ground.
//! Where the program runs, it is hidden, and taken out before the program adopts the page.

use yew::prelude::*;

use crate::course::{Words, fill};
use crate::id::Text;
use crate::quiz::{Outcome, Question, Reason, Response, TRUTHS, Task};
use crate::ui::setting::Setting;

/// The answer, folded away.
pub(crate) fn shown_answer(setting: &Setting, question: &Question) -> Html {
    let words = setting.words();
    let grounds = question.claims.iter().filter_map(|id| setting.ground(id)).map(|ground| {
        let name = fill(&words.claim_paragraph, &[("n", &ground.paragraph)]);
        html! { <>{ " " }<a href={format!("#claim-{}", ground.id)}>{ name }</a></> }
    });
    html! {
        <details class="shown-answer">
            <summary>{ AttrValue::from(words.show_answer.clone()) }</summary>
            { answers(words, question, false) }
            <p>{ AttrValue::from(question.explanation.clone()) }{ for grounds }</p>
        </details>
    }
}

/// Every part of a question, with what is right and why; `ticks` the right ones of several. What is in order has numbers.
pub(super) fn answers(words: &Words, question: &Question, ticks: bool) -> Html {
    let is_order = matches!(question.task, Task::Ordering(_));
    let is_right =
        |reason: &Reason| reason.right.is_none() && matches!(reason.outcome, Outcome::Right | Outcome::Missed);
    let reasons = question.reasons(&Response::Unsure);
    let reasons = reasons.iter().map(|reason| {
        let class = (ticks && !is_order && is_right(reason)).then_some("ticked");
        html! { <li {class}>{ line(words, &question.task, reason) }</li> }
    });
    if is_order {
        html! { <ol>{ for reasons }</ol> }
    } else {
        html! { <ul>{ for reasons }</ul> }
    }
}

/// A part, whether it is right or what belongs there, and why.
fn line(words: &Words, task: &Task, reason: &Reason) -> String {
    let [yes, _] = TRUTHS;
    let in_words = |right: &Text| match task {
        Task::TrueFalse(_) if **right == *yes => words.yes_true.clone(),
        Task::TrueFalse(_) => words.no_false.clone(),
        Task::Single(_)
        | Task::Multiple(_)
        | Task::Ordering(_)
        | Task::Matching(_)
        | Task::Categorise(_)
        | Task::Cloze(_)
        | Task::Short(_)
        | Task::Pick(_)
        | Task::Evidence(_) => right.clone(),
    };
    let Reason { text, because, .. } = reason;
    match (&reason.right, task, reason.outcome) {
        (_, Task::Ordering(_), _) => format!("{text}. {because}"),
        (Some(right), _, _) if text.is_empty() => format!("{}. {because}", in_words(right)),
        (Some(right), _, _) => format!("{text} – {}. {because}", in_words(right)),
        (None, _, Outcome::Right | Outcome::Missed) => format!("{text} ({}). {because}", words.right_option),
        (None, _, Outcome::Wrong | Outcome::Aside) => format!("{text} ({}). {because}", words.wrong_option),
    }
}
