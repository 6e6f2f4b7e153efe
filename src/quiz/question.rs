//! A question: what it asks, of which goal, on what ground.

use super::cloze::{fill_blanks, mark_blanks, reasons_of_blanks};
use super::{Blank, Choice, Cloze, Mark, Ordering, Pick, Placing, Reason, Response, TrueFalse};
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
    /// Say whether it is true, and why.
    TrueFalse(TrueFalse),
    /// Find the partner of each.
    Matching(Placing),
    /// Put each card in its group.
    Categorise(Placing),
    /// Fill the gaps of a text.
    Cloze(Cloze),
    /// Type a short answer.
    Short(Blank),
    /// Pick a spot on a figure.
    Pick(Pick),
    /// Choose the statement that supports another.
    Evidence(Choice),
}

impl Task {
    /// The number of its kind, from 0, in the order of the list.
    pub fn number(&self) -> u8 {
        match self {
            Self::Single(_) => 0,
            Self::Multiple(_) => 1,
            Self::Ordering(_) => 2,
            Self::TrueFalse(_) => 3,
            Self::Matching(_) => 4,
            Self::Categorise(_) => 5,
            Self::Cloze(_) => 6,
            Self::Short(_) => 7,
            Self::Pick(_) => 8,
            Self::Evidence(_) => 9,
        }
    }
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
    /// The question that it asks again in other words. Such a question does not stand in the lesson.
    pub sibling_of: Option<QuestionId>,
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
            Task::Single(choice) | Task::Evidence(choice) | Task::Pick(Pick { choice, .. }) => {
                choice.mark_single(response)
            }
            Task::Multiple(choice) => choice.mark_multiple(response),
            Task::Ordering(ordering) => ordering.mark(response),
            Task::TrueFalse(statement) => statement.mark(response),
            Task::Matching(placing) | Task::Categorise(placing) => placing.mark(response),
            Task::Cloze(cloze) => mark_blanks(&cloze.gaps, response),
            Task::Short(blank) => mark_blanks(std::slice::from_ref(blank), response),
        }
    }

    /// The response that earns every point.
    pub fn right_response(&self) -> Response {
        match &self.task {
            Task::Single(choice)
            | Task::Multiple(choice)
            | Task::Evidence(choice)
            | Task::Pick(Pick { choice, .. }) => choice.right_response(),
            Task::Ordering(ordering) => ordering.right_response(),
            Task::TrueFalse(statement) => statement.right_response(),
            Task::Matching(placing) | Task::Categorise(placing) => placing.right_response(),
            Task::Cloze(cloze) => fill_blanks(&cloze.gaps),
            Task::Short(blank) => fill_blanks(std::slice::from_ref(blank)),
        }
    }

    /// What is said of each part of the task after a response, in the order in which the parts are shown; those of an
    /// order in the right one.
    pub fn reasons(&self, response: &Response) -> Vec<Reason> {
        match &self.task {
            Task::Single(choice)
            | Task::Multiple(choice)
            | Task::Evidence(choice)
            | Task::Pick(Pick { choice, .. }) => choice.reasons(response),
            Task::Ordering(ordering) => ordering.reasons(response),
            Task::TrueFalse(statement) => statement.reasons(response),
            Task::Matching(placing) | Task::Categorise(placing) => placing.reasons(response),
            Task::Cloze(cloze) => reasons_of_blanks(&cloze.gaps, response),
            Task::Short(blank) => reasons_of_blanks(std::slice::from_ref(blank), response),
        }
    }
}

wire_names!(Asks { Recall, Why, Compare, Apply, Judge });
wire_enum!(Task {
    0 => Single, 1 => Multiple, 2 => Ordering, 3 => TrueFalse, 4 => Matching, 5 => Categorise, 6 => Cloze, 7 => Short,
    8 => Pick, 9 => Evidence,
});
wire_struct!(Question { id, revision, goal, asks, claims, prompt, sibling_of, hint, explanation, task });
