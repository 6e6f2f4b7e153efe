//! A lesson that no order names would never be seen: a forgotten entry or a forgotten file.

use std::ops::Range;

use crate::authoring::Files;
use crate::authoring::course_file::CourseFile;
use crate::authoring::diagnostic::{Reports, Rule, SourceFile};

const START: Range<usize> = 0..0;

/// Reports lessons and languages that `course.toml` does not name.
pub(in crate::authoring) fn unused_files(files: &Files, course: &CourseFile, reports: &Reports) {
    for (path, text) in files.iter().filter(|(path, _)| path.contains('/')) {
        let mut parts = path.split('/');
        let language = parts.next().unwrap_or_default();
        let lesson = parts.nth(1);
        let is_used = course.languages.iter().any(|known| known.as_str() == language)
            && lesson.is_none_or(|lesson| course.lessons.iter().any(|known| known.as_str() == lesson));
        if !is_used {
            let file = SourceFile { path, text };
            file.error(
                reports,
                &START,
                Rule::UnusedFile,
                "nothing names this file",
                "name it in course.toml, or delete it",
            );
        }
    }
}
