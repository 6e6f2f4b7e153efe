//! What can happen to progress.

use super::{Certainty, Minute, Moment, Progress, Verdict};
use crate::id::{LessonId, QuestionId, SectionId, Text};
use crate::quiz::Response;

/// An answer, as it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The revision of the question that was answered.
    pub revision: u32,
    /// What was answered.
    pub response: Response,
    /// How it was marked.
    pub verdict: Verdict,
    /// When, by the clock of the device.
    pub moment: Moment,
    /// How sure the learner was, if asked.
    pub certainty: Option<Certainty>,
}

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
    Reached(LessonId, SectionId, Minute),
    /// The learner wishes, or no longer wishes, to be asked how sure he is.
    AskedCertainty(bool),
    /// The review under way, in words of its own; `None` when it is over.
    Sat(Option<Text>),
    /// The learner starts over with these questions: what was answered until now, here or elsewhere, is gone.
    Forgotten(Vec<QuestionId>, Minute),
    /// What was forgotten of these questions is put back as it was in earlier progress; what came since stays.
    Undone(Vec<QuestionId>, Progress),
    /// What an earlier visit or another device has kept: all of it.
    Restored(Progress),
    /// What another tab has kept: all but its drafts, its place and its review, which are its own, for two hands may
    /// hold one question open.
    HeardOf(Progress),
}
