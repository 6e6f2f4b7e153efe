//! From `content/` to a [`Course`], with every mistake reported at once.
//!
//! Native only: the browser gets JSON. [`check`] is pure, it sees texts and never files; [`read_folder`] reads the
//! files. The types of TOML and Markdown never leave this module.

mod about;
mod bounds;
mod cards;
mod changed_word;
mod claims;
mod course_file;
mod diagnostic;
mod fence;
mod figures;
mod figures_page;
mod glossary;
mod interface;
mod lesson;
mod markdown;
mod names;
mod picture;
mod question;
mod reader;
mod rules;
mod said;
mod seating;
mod spans;
mod stated;
mod word;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::rc::Rc;

pub use diagnostic::{Diagnostic, Rule, Severity};
pub use word::{Word, words};

use crate::course::{Course, Date, Edition};
use crate::id::LanguageId;
use about::WrittenAbout;
use course_file::CourseFile;
use diagnostic::{Reports, SourceFile};
use fence::Place;
use figures_page::WrittenFigures;
use lesson::{Context, WrittenLesson};
use said::passages;

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
    /// None if the file is missing.
    about: Option<WrittenAbout<'a>>,
    figures: Option<WrittenFigures<'a>>,
    /// None if there are no words to show it with.
    edition: Option<Edition>,
}

/// All that was read, for the rules that no single file can break.
struct Whole<'a> {
    files: &'a Files,
    course: &'a CourseFile,
    claims: Option<(SourceFile<'a>, &'a claims::Claims)>,
    original: &'a Written<'a>,
    translations: &'a [Written<'a>],
}

impl Whole<'_> {
    fn check(&self, reports: &Reports) {
        let said = reports.said();
        let ours = passages(&said, &self.original.language);
        let names_file = SourceFile::open(self.files, "names.toml", reports);
        let names = names_file.map(|file| names::read(&file, &self.course.languages, reports)).unwrap_or_default();
        for translation in self.translations {
            rules::language_drift(self.original, translation, reports);
            rules::glossary_drift(self.files, self.original, translation, reports);
            let theirs = passages(&said, &translation.language);
            let (original, translation) = (&self.original.language, &translation.language);
            for pair in rules::pairs(self.files, (original, &ours), (translation, &theirs)) {
                rules::number_drift(&pair, reports);
                rules::name_drift(&pair, &names, reports);
            }
        }
        // What a course lacks as a whole can be told of one that could be read as a whole.
        if reports.has_errors() {
            return;
        }
        if let Some(file) = names_file {
            rules::unused_names(&file, &names, &ours, &self.original.language, reports);
        }
        if let Some((file, claims)) = &self.claims {
            rules::claims_in_use(file, &claims.known, self.original, reports);
        }
        for lesson in &self.original.lessons {
            rules::lesson_bounds(lesson, &self.course.bounds, reports);
            rules::goals_asked(lesson, &self.course.bounds, reports);
        }
        let editions = self.translations.iter().chain([self.original]).filter_map(|written| written.edition.as_ref());
        let calendars: Vec<_> = editions.map(|edition| edition.words.months_in_date.clone()).collect();
        rules::cited_numbers(self.original, &ours, &calendars, reports);
    }
}

fn read_course(files: &Files, today: Date, reports: &Reports) -> Option<Course> {
    let file = SourceFile::open(files, "course.toml", reports)?;
    let course = CourseFile::read(&file, reports)?;
    let claims_file = SourceFile::open(files, "claims.toml", reports);
    let claims = claims_file.map(|file| claims::read(&file, &course.languages, today, reports));
    let known = claims.as_ref().map(|claims| &claims.known);
    let mut written = Vec::new();
    for language in &course.languages {
        let path = |name: &str| format!("{language}/{name}");
        let words =
            SourceFile::open(files, &path("interface.toml"), reports).and_then(|f| interface::read(&f, reports));
        let terms = SourceFile::open(files, &path("glossary.toml"), reports)
            .map(|file| glossary::read(&file, language, reports))
            .unwrap_or_default();
        let context = |place| Context {
            language,
            place,
            known,
            terms: &terms,
            bounds: &course.bounds,
            today,
            reports,
            pictures: RefCell::default(),
            supposed: RefCell::default(),
        };
        let lessons: Vec<_> = course
            .lessons
            .iter()
            .filter_map(|id| {
                let path = path(&format!("lessons/{id}/lesson.md"));
                lesson::read(SourceFile::open(files, &path, reports)?, id, &context(Place::Lesson))
            })
            .collect();
        let figures = SourceFile::open(files, &path("figures.md"), reports)
            .map(|file| figures_page::read(file, &lessons, &course.lessons, &context(Place::Figures)));
        let about =
            SourceFile::open(files, &path("about.md"), reports).map(|file| about::read(file, &context(Place::Both)));
        let edition = words.map(|words| Edition {
            language: language.clone(),
            words: Rc::new(words.common),
            desk_words: Rc::new(words.desk),
            reference_words: Rc::new(words.reference),
            offline_words: Rc::new(words.offline),
            frame_words: Rc::new(words.frame),
            sites_words: Rc::new(words.sites),
            doctor_words: Rc::new(words.doctor),
            glossary: terms.values().cloned().collect(),
            about: about.as_ref().map(|about| Rc::new(about.about.clone())).unwrap_or_default(),
            lessons: lessons.iter().map(|lesson| Rc::new(lesson.lesson.clone())).collect(),
            figures: figures.iter().flat_map(|figures| figures.sections.clone()).collect(),
            claims: claims.as_ref().and_then(|claims| claims.by_language.get(language)).cloned().unwrap_or_default(),
        });
        written.push(Written { language: language.clone(), lessons, about, figures, edition });
    }
    rules::unused_files(files, &course, reports);
    rules::duplicate_questions(&written, reports);
    if let Some((original, translations)) = written.split_first() {
        let whole = Whole { files, course: &course, claims: claims_file.zip(claims.as_ref()), original, translations };
        whole.check(reports);
    }
    let editions: Option<Vec<_>> = written.into_iter().map(|written| written.edition).collect();
    Some(Course { editions: editions?, schedule: course.schedule.clone() })
}
