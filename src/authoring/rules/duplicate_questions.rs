//! A question is known by its id in the whole course: two of the same name would share one answer.

use std::collections::BTreeMap;

use crate::authoring::Written;
use crate::authoring::diagnostic::{Reports, Rule};
use crate::id::{LessonId, QuestionId};

/// Reports questions of different lessons that have the same id.
pub(in crate::authoring) fn duplicate_questions(languages: &[Written<'_>], reports: &Reports) {
    for language in languages {
        let mut seen: BTreeMap<&QuestionId, &LessonId> = BTreeMap::new();
        for written in &language.lessons {
            for question in written.lesson.bank() {
                let Some(other) = seen.insert(&question.id, &written.lesson.id).filter(|id| **id != written.lesson.id)
                else {
                    continue;
                };
                let at = written.places.get(question.id.as_str()).cloned().unwrap_or_default();
                let message = format!("the lesson `{other}` has a question `{}` too", question.id);
                written.file.error(reports, &at, Rule::DuplicateId, &message, "rename one: progress hangs on the id");
            }
        }
    }
}
