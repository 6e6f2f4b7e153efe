//! A question as it lies before the learner: what every kind of task is drawn from.

use yew::prelude::*;

use crate::course::{Words, fill};
use crate::id::{OptionId, Text};
use crate::quiz::{Outcome, Question, Reason, Response};

/// A question as it lies before the learner.
pub(super) struct Sheet<'a> {
    pub(super) words: &'a Words,
    pub(super) question: &'a Question,
    /// The response so far, or as it was given.
    pub(super) response: &'a Response,
    /// What is said of each part; nothing while the question is open.
    pub(super) reasons: &'a [Reason],
    /// Another response comes here.
    pub(super) on_change: Callback<Response>,
}

impl Sheet<'_> {
    /// Whether the answer has been given.
    pub(super) fn is_answered(&self) -> bool {
        !self.reasons.is_empty()
    }

    /// What is said of a part.
    pub(super) fn reason(&self, part: &OptionId) -> Option<&Reason> {
        self.reasons.iter().find(|reason| reason.part == *part)
    }

    /// How a part turned out, as a class.
    pub(super) fn class(&self, part: &OptionId) -> Option<&'static str> {
        self.reason(part).map(|reason| match reason.outcome {
            Outcome::Right => "right",
            Outcome::Wrong => "wrong",
            Outcome::Missed => "missed",
            Outcome::Aside => "aside",
        })
    }

    /// Classes, and how a part turned out.
    pub(super) fn class_with(&self, classes: &str, part: &OptionId) -> String {
        format!("{classes} {}", self.class(part).unwrap_or_default())
    }

    /// What is said of a part, below it. Of what was rightly left alone nothing, here.
    pub(super) fn said(&self, part: &OptionId) -> Html {
        self.reason(part)
            .filter(|reason| reason.outcome != Outcome::Aside)
            .map(|reason| said(self.words, reason))
            .unwrap_or_default()
    }

    /// The name of the input of a part: the program finds by it what was done before it ran.
    pub(super) fn name(&self, part: &OptionId) -> String {
        format!("{}.{part}", self.question.id)
    }

    /// Puts something in a part of the task.
    pub(super) fn put(&self, part: &OptionId) -> Callback<Text> {
        let (response, part) = (self.response.clone(), part.clone());
        self.on_change.reform(move |what: Text| response.putting(&part, what))
    }
}

/// What is said of a part: how it turned out, what belongs there, and why.
pub(super) fn said(words: &Words, reason: &Reason) -> Html {
    let Reason { outcome, given, right, because, .. } = reason;
    let mark = match (outcome, right) {
        (Outcome::Right, None) => format!("{}, {}", words.your_choice, words.right_option),
        (Outcome::Wrong, None) => format!("{}, {}", words.your_choice, words.wrong_option),
        (Outcome::Right, Some(right)) if given.as_ref() != Some(right) => fill(&words.spelled, &[("answer", right)]),
        (Outcome::Missed | Outcome::Aside, None) | (Outcome::Right, Some(_)) => words.right_option.to_string(),
        (Outcome::Wrong | Outcome::Missed | Outcome::Aside, Some(right)) => fill(&words.right_is, &[("answer", right)]),
    };
    html! {
        <p class="because"><span class="mark">{ mark }</span>{ " " }<span>{ AttrValue::from(because.clone()) }</span></p>
    }
}
