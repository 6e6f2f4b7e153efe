//! Every goal is asked, and asked again in other words: who knows one question by heart need not have reached the goal.

use crate::authoring::bounds::Bounds;
use crate::authoring::diagnostic::{Reports, Rule};
use crate::authoring::lesson::WrittenLesson;

/// Reports goals that no question asks, and goals without siblings.
pub(in crate::authoring) fn goals_asked(written: &WrittenLesson<'_>, bounds: &Bounds, reports: &Reports) {
    let lesson = &written.lesson;
    for goal in &lesson.goals {
        let report = |message: &str, remedy: &str| {
            let at = written.goals_at.get(&goal.id).cloned().unwrap_or_default();
            written.file.error(reports, &at, Rule::UnaskedGoal, message, remedy);
        };
        let asked = lesson.questions().filter(|question| question.goal == goal.id).count();
        let bank = lesson.bank().filter(|question| question.goal == goal.id).count();
        let siblings = bank - asked;
        if asked == 0 {
            let remedy = "write a question with this `goal`: what was not asked cannot be told to have been reached";
            report(&format!("no question asks `{}`", goal.id), remedy);
        } else if siblings < usize::from(bounds.siblings) {
            let message = format!("`{}` is asked in one way only", goal.id);
            let remedy = "write a question of this goal with `sibling-of`: reviews ask in other words than the lesson";
            report(&message, remedy);
        }
    }
}
