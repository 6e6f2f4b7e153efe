//! `course.toml`: the languages and the order of the lessons.

use super::bounds::Bounds;
use super::diagnostic::{Reports, Rule, SourceFile};
use super::reader::{Reader, with_table};
use crate::course::{Reference, SEARCH};
use crate::id::{LanguageId, LessonId};
use crate::learner::Schedule;

/// Parts of addresses that pages with a program have: see `ui::Address`.
const RESERVED: [&str; 3] = ["practice", "progress", SEARCH];

/// What `course.toml` says.
pub(super) struct CourseFile {
    /// The languages, the original first.
    pub(super) languages: Vec<LanguageId>,
    /// The lessons, in order.
    pub(super) lessons: Vec<LessonId>,
    /// After how many days a goal is reviewed.
    pub(super) schedule: Schedule,
    /// What every lesson keeps to.
    pub(super) bounds: Bounds,
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
            let schedule = schedule(course);
            let bounds = Bounds::read(course);
            let is_taken = |id: &str| RESERVED.contains(&id) || Reference::ALL.iter().any(|page| page.path() == id);
            for (id, at) in lessons.iter().filter(|(id, _)| is_taken(id)) {
                let message = format!("no lesson can be called `{id}`");
                file.error(
                    reports,
                    at,
                    Rule::WrongValue,
                    &message,
                    "choose another id: a page of the course has this address",
                );
            }
            (!languages.is_empty() && !lessons.is_empty()).then(|| Self {
                languages: each_once(languages.into_iter().map(|(id, _)| LanguageId::from(id))),
                lessons: lessons.into_iter().map(|(id, _)| LessonId::from(id)).collect(),
                schedule,
                bounds,
            })
        })
    }
}

/// What stands twice is reported; read twice, it would be reported everywhere.
fn each_once(languages: impl Iterator<Item = LanguageId>) -> Vec<LanguageId> {
    languages.fold(Vec::new(), |mut known, language| {
        if !known.contains(&language) {
            known.push(language);
        }
        known
    })
}

/// After how many days a goal is reviewed: 1, 7 and 30 where the author says nothing.
fn schedule(course: &Reader<'_>) -> Schedule {
    let days = course.numbers("review-days", &(1..=365));
    if !course.has("review-days") {
        return Schedule::default();
    }
    Schedule::new(days).unwrap_or_else(|| {
        let remedy = "write one to five numbers of days, none smaller than the one before: review-days = [1, 7, 30]";
        course.error("review-days", Rule::OutOfBounds, "these are no steps of review", remedy);
        Schedule::default()
    })
}
