//! What is said of the parts of a task after an answer: the material of the feedback, the same for every kind.

use crate::id::{OptionId, Text};

/// How a part of an answer turned out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done, and right.
    Right,
    /// Done, and wrong.
    Wrong,
    /// Right, but not done.
    Missed,
    /// Not done, and rightly so.
    Aside,
}

/// What is said of a part of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The part: an option, an item, a gap.
    pub part: OptionId,
    /// Its text; empty where it has none of its own.
    pub text: Text,
    /// How it turned out.
    pub outcome: Outcome,
    /// What the learner put there.
    pub given: Option<Text>,
    /// What belongs there.
    pub right: Option<Text>,
    /// The words of its text that give it away.
    pub clue: Option<Text>,
    /// Why it is so.
    pub because: Text,
}
