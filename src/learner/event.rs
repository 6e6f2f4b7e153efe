//! What can happen to progress.

use super::{Answer, Progress};
use crate::id::{LessonId, QuestionId, SectionId};
use crate::quiz::Response;

/// Something that happened; the only thing that changes [`Progress`].
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A question was answered.
    Answered(QuestionId, Answer),
    /// A response was begun or changed, but not given yet.
    Drafted(QuestionId, Response),
    /// These questions are to be asked again. Their answers stand until they are given anew.
    Reopened(Vec<QuestionId>),
    /// A section was reached: where the learner goes on next time.
    Reached(LessonId, SectionId),
    /// What an earlier visit has kept: answers, drafts and place.
    Restored(Progress),
    /// What another tab has kept: its answers. Its drafts are its own, for two hands may hold one question open.
    HeardOf(Progress),
}
