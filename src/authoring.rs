//! From `content/` to a [`Course`], with every mistake reported at once.
//!
//! Native only: the browser gets JSON. [`check`] is pure, it sees texts and never files; [`read_folder`] reads the
//! files. The types of TOML and Markdown never leave this module.

mod cards;
mod claims;
mod course_file;
mod diagnostic;
mod fence;
mod figures;
mod glossary;
mod interface;
mod lesson;
mod markdown;
mod picture;
mod question;
mod reader;
mod rules;
mod seating;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::rc::Rc;

pub use diagnostic::{Diagnostic, Rule, Severity};

use crate::course::{Course, Date, Edition};
use crate::id::LanguageId;
use course_file::CourseFile;
use diagnostic::{Reports, SourceFile};
use lesson::WrittenLesson;

/// The files of the content folder: text by path, with `/` between folders, from the folder's own root.
pub type Files = BTreeMap<String, String>;

/// Reads every text file of a content folder.
///
/// # Errors
/// If the folder or one of its files cannot be read as UTF-8 text.
pub fn read_folder(folder: &Path) -> io::Result<Files> {
    let mut files = Files::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(current) = folders.pop() {
        for entry in std::fs::read_dir(&current)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "md" || e == "toml") {
                let name = path.strip_prefix(folder).unwrap_or(&path).components();
                let name: Vec<_> = name.map(|part| part.as_os_str().to_string_lossy()).collect();
                // An editor on Windows may end lines in its own way.
                files.insert(name.join("/"), std::fs::read_to_string(&path)?.replace("\r\n", "\n"));
            }
        }
    }
    Ok(files)
}

/// Checks the content and hands over the course, unless a mistake stands in its way. `today` decides which facts are
/// past their review date. Never panics, whatever the files hold.
pub fn check(files: &Files, today: Date) -> (Option<Course>, Vec<Diagnostic>) {
    let reports = Reports::default();
    let course = read_course(files, today, &reports);
    let mut diagnostics = reports.into_sorted();
    diagnostics.dedup();
    let failed = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    (course.filter(|_| !failed), diagnostics)
}

/// What the languages are held against: one language as it was written.
struct Written<'a> {
    language: LanguageId,
    lessons: Vec<WrittenLesson<'a>>,
    /// None if there are no words to show it with.
    edition: Option<Edition>,
}

fn read_course(files: &Files, today: Date, reports: &Reports) -> Option<Course> {
    let file = SourceFile::open(files, "course.toml", reports)?;
    let course = CourseFile::read(&file, reports)?;
    let claims = SourceFile::open(files, "claims.toml", reports)
        .map(|file| claims::read(&file, &course.languages, today, reports));
    let known = claims.as_ref().map(|claims| &claims.known);
    let mut written = Vec::new();
    for language in &course.languages {
        let path = |name: &str| format!("{language}/{name}");
        let words =
            SourceFile::open(files, &path("interface.toml"), reports).and_then(|f| interface::read(&f, reports));
        let terms = SourceFile::open(files, &path("glossary.toml"), reports)
            .map(|file| glossary::read(&file, language, reports))
            .unwrap_or_default();
        let lessons: Vec<_> = course
            .lessons
            .iter()
            .filter_map(|id| {
                let path = path(&format!("lessons/{id}/lesson.md"));
                let file = SourceFile::open(files, &path, reports)?;
                lesson::read(
                    file,
                    id,
                    &lesson::Context { language, known, terms: &terms, today, reports, pictures: RefCell::default() },
                )
            })
            .collect();
        let edition = words.map(|(words, desk_words, reference_words, frame_words)| Edition {
            language: language.clone(),
            words: Rc::new(words),
            desk_words: Rc::new(desk_words),
            reference_words: Rc::new(reference_words),
            frame_words: Rc::new(frame_words),
            glossary: terms.values().cloned().collect(),
            lessons: lessons.iter().map(|lesson| Rc::new(lesson.lesson.clone())).collect(),
            claims: claims.as_ref().and_then(|claims| claims.by_language.get(language)).cloned().unwrap_or_default(),
        });
        written.push(Written { language: language.clone(), lessons, edition });
    }
    rules::unused_files(files, &course, reports);
    if let Some((original, translations)) = written.split_first() {
        for translation in translations {
            rules::language_drift(original, translation, reports);
        }
    }
    rules::duplicate_questions(&written, reports);
    let editions: Option<Vec<_>> = written.into_iter().map(|written| written.edition).collect();
    Some(Course { editions: editions?, schedule: course.schedule.clone() })
}
