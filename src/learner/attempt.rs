//! One time that a question was answered.

use super::Moment;
use crate::quiz::{Mark, Score};

/// How an answer was marked when it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// “I don't know yet.”
    Unsure,
    /// Points earned of points to be had.
    Scored(Score),
}

impl Verdict {
    /// The verdict of a mark; `None` if the response was no answer.
    pub fn of(mark: Mark) -> Option<Self> {
        match mark {
            Mark::Unsure => Some(Self::Unsure),
            Mark::Scored(score) => Some(Self::Scored(score)),
            Mark::Unanswered | Mark::Invalid(_) => None,
        }
    }

    /// Whether every point was earned.
    pub fn is_right(self) -> bool {
        matches!(self, Self::Scored(score) if score.is_full())
    }

    /// Whether points were missed. “I don't know yet” is not wrong.
    pub fn is_wrong(self) -> bool {
        matches!(self, Self::Scored(score) if !score.is_full())
    }

    /// Points earned and points to be had, as they are kept: nought of nought for “I don't know yet”.
    pub fn points_of(self) -> (u16, u16) {
        match self {
            Self::Unsure => (0, 0),
            Self::Scored(score) => (score.points(), score.of()),
        }
    }

    /// The verdict kept as so many points of so many.
    pub(super) fn from_points_of(points: u16, of: u16) -> Self {
        if of == 0 { Self::Unsure } else { Self::Scored(Score::new(points.into(), of.into())) }
    }
}

/// How sure a learner was before the verdict came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It was a guess.
    Guess,
    /// The learner thought so.
    Think,
    /// The learner was sure.
    Sure,
}

impl Certainty {
    /// The number under which a certainty is kept, or its absence. Never to change.
    pub(super) fn number(certainty: Option<Self>) -> u8 {
        match certainty {
            None => 0,
            Some(Self::Guess) => 1,
            Some(Self::Think) => 2,
            Some(Self::Sure) => 3,
        }
    }

    /// The certainty kept under a number; none under a number that says nothing.
    pub(super) fn from_number(number: u64) -> Option<Self> {
        match number {
            1 => Some(Self::Guess),
            2 => Some(Self::Think),
            3 => Some(Self::Sure),
            _ => None,
        }
    }
}

/// One time that a question was answered. In the order of time; of two in one minute the better comes later, so that
/// all devices agree which is the latest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attempt {
    /// When.
    pub moment: Moment,
    /// How it was marked.
    pub verdict: Verdict,
    /// How sure the learner was, if asked.
    pub certainty: Option<Certainty>,
}

impl Attempt {
    /// Whether the learner was sure of something wrong: what is most worth another look.
    pub fn is_sure_and_wrong(&self) -> bool {
        self.certainty == Some(Certainty::Sure) && self.verdict.is_wrong()
    }
}
