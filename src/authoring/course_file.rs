//! `course.toml`: the languages and the order of the lessons.

use super::diagnostic::{Reports, Rule, SourceFile};
use super::reader::with_table;
use crate::id::{LanguageId, LessonId};

/// What `course.toml` says.
pub(super) struct CourseFile {
    /// The languages, the original first.
    pub(super) languages: Vec<LanguageId>,
    /// The lessons, in order.
    pub(super) lessons: Vec<LessonId>,
}

impl CourseFile {
    pub(super) fn read(file: &SourceFile<'_>, reports: &Reports) -> Option<Self> {
        with_table(*file, reports, file.text, 0, "the course", |course| {
            course.id("id");
            course.number("revision", 1..=u16::MAX);
            let languages: Vec<_> = course.ids("languages");
            let lessons: Vec<_> = course.ids("lessons");
            for key in ["languages", "lessons"] {
                if !course.has(key) {
                    course.error(key, Rule::MissingKey, &format!("the course has no `{key}`"), "list them, in order");
                }
            }
            for list in [&languages, &lessons] {
                course.refuse_twins(list.iter().cloned());
            }
            (!languages.is_empty() && !lessons.is_empty()).then(|| Self {
                languages: languages.into_iter().map(|(id, _)| LanguageId::from(id)).collect(),
                lessons: lessons.into_iter().map(|(id, _)| LessonId::from(id)).collect(),
            })
        })
    }
}
