//! What mastery and review need to know of a goal: the questions that test it.

use super::{Attempt, Day, Progress, Record};
use crate::id::{GoalId, LessonId, QuestionId};

/// A question that tests a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// The question.
    pub question: QuestionId,
    /// Its revision; answers to another one say nothing.
    pub revision: u32,
    /// Whether it is asked on second visits alone, and does not stand in the lesson.
    pub is_sibling: bool,
}

/// A goal of a lesson, and how it is tested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aim {
    /// The lesson.
    pub lesson: LessonId,
    /// The goal.
    pub goal: GoalId,
    /// The questions that test it.
    pub probes: Vec<Probe>,
}

impl Aim {
    /// What is kept of each of its questions that was answered.
    pub(super) fn records<'a>(&'a self, progress: &'a Progress) -> impl Iterator<Item = &'a Record> {
        self.probes.iter().filter_map(|probe| progress.answer(&probe.question, probe.revision))
    }

    /// All attempts at its questions, in no order.
    pub(super) fn attempts<'a>(&'a self, progress: &'a Progress) -> impl Iterator<Item = &'a Attempt> {
        self.records(progress).flat_map(Record::attempts)
    }

    /// The latest attempt at any of its questions; `None` if there is none. One of a day that is not known yet comes before
    /// all others: the clock that gave it was wrong.
    pub(super) fn latest<'a>(&'a self, progress: &'a Progress, today: Day) -> Option<&'a Attempt> {
        self.attempts(progress).max_by_key(|attempt| (attempt.moment.day.is_known(today), **attempt))
    }
}
