//! A lesson asks enough, in ways different enough, and not for memory alone.

use std::collections::BTreeSet;

use crate::authoring::bounds::Bounds;
use crate::authoring::diagnostic::{Reports, Rule};
use crate::authoring::lesson::WrittenLesson;
use crate::quiz::Asks;

/// Reports a lesson with too few questions, of too few kinds, or with too few that ask to think.
pub(in crate::authoring) fn lesson_bounds(written: &WrittenLesson<'_>, bounds: &Bounds, reports: &Reports) {
    let report = |message: &str, remedy: &str| {
        written.file.error(reports, &written.title_at, Rule::OutOfBounds, message, remedy);
    };
    let asked = written.lesson.questions().count();
    let thinking = written.lesson.questions().filter(|question| question.asks != Asks::Recall).count();
    let kinds: BTreeSet<u8> = written.lesson.questions().map(|question| question.task.number()).collect();
    if asked < usize::from(bounds.questions) {
        let message = format!("questions in this lesson: {asked}; a lesson has at least {}", bounds.questions);
        report(&message, "write more, siblings aside: what was read is learned by being asked for it");
    }
    if kinds.len() < usize::from(bounds.kinds) {
        let message =
            format!("kinds of question in this lesson: {}; a lesson has at least {}", kinds.len(), bounds.kinds);
        report(&message, "ask some in another way: always the same way tires, and is learned instead of the matter");
    }
    let (some, of) = bounds.thinking;
    if thinking * usize::from(of) < asked * usize::from(some) {
        let message = format!("{thinking} of {asked} questions ask for more than memory, at least {some} in {of} must");
        report(&message, "ask why, or to compare, apply or judge (`asks`): who only remembers has not yet understood");
    }
}
