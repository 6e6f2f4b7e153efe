//! A question: what it asks, of which goal, on what ground.

use super::{Choice, Mark, Ordering, Response};
use crate::id::{ClaimId, GoalId, QuestionId, Text};
use crate::wire::{wire_enum, wire_names, wire_struct};

/// What a question asks of the mind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asks {
    /// To remember.
    Recall,
    /// To give the reason.
    Why,
    /// To set two things side by side.
    Compare,
    /// To use what was learned on something new.
    Apply,
    /// To weigh: fact, position or opinion.
    Judge,
}

/// What the learner is to do: the closed list of kinds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Choose the one right option.
    Single(Choice),
    /// Choose every right option.
    Multiple(Choice),
    /// Put the items in order.
    Ordering(Ordering),
}

/// A question of a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its name; progress hangs on it.
    pub id: QuestionId,
    /// Raised when its meaning changes: answers to an older revision are set aside.
    pub revision: u32,
    /// The goal it tests.
    pub goal: GoalId,
    /// What it asks of the mind.
    pub asks: Asks,
    /// The claims on which the question and its explanation rest; at least one.
    pub claims: Vec<ClaimId>,
    /// The question itself.
    pub prompt: Text,
    /// A nudge, shown when asked for.
    pub hint: Option<Text>,
    /// The one thing to remember, shown with every answer.
    pub explanation: Text,
    /// What the learner is to do.
    pub task: Task,
}

impl Question {
    /// Marks a response. Never fails: what cannot be marked is a value of [`Mark`].
    pub fn mark(&self, response: &Response) -> Mark {
        match &self.task {
            Task::Single(choice) => choice.mark_single(response),
            Task::Multiple(choice) => choice.mark_multiple(response),
            Task::Ordering(ordering) => ordering.mark(response),
        }
    }

    /// The response that earns every point.
    pub fn right_response(&self) -> Response {
        match &self.task {
            Task::Single(choice) | Task::Multiple(choice) => {
                Response::choosing(choice.options.iter().filter(|option| option.right).map(|option| option.id.clone()))
            }
            Task::Ordering(ordering) => Response::Ordered(ordering.items.iter().map(|item| item.id.clone()).collect()),
        }
    }
}

wire_names!(Asks { Recall, Why, Compare, Apply, Judge });
wire_enum!(Task { 0 => Single, 1 => Multiple, 2 => Ordering });
wire_struct!(Question { id, revision, goal, asks, claims, prompt, hint, explanation, task });
