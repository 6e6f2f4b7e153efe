//! The map of addresses: which path shows which view of which language.
//!
//! ```text
//! kk/                       the cover
//! kk/practice/              questions apart from the lessons
//! kk/progress/              what one knows, and taking it along
//! kk/search/                looking for something
//! kk/nine-seats/            a lesson
//! kk/nine-seats/result/     its result
//! ```
//!
//! Paths are relative to the root of the course, which may lie in any folder. yew-router is not used: ARCHITECTURE.md,
//! “Addresses”, says why.

use std::fmt;

use crate::course::{Reference, SEARCH};
use crate::id::{LanguageId, LessonId, is_kebab_case};

/// The parts of addresses that no lesson can have.
const PRACTICE: &str = "practice";
const PROGRESS: &str = "progress";

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// The cover.
    Cover,
    /// Questions apart from the lessons.
    Practice,
    /// What one knows, and taking it along.
    Progress,
    /// Looking for something.
    Search,
    /// A lesson.
    Lesson(LessonId),
    /// The result of a lesson.
    Result(LessonId),
}

/// A view in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The language.
    pub language: LanguageId,
    /// The view.
    pub view: View,
}

/// The path of the questions of a lesson, as JSON.
pub fn bank_path(language: &LanguageId, lesson: &LessonId) -> String {
    format!("{language}/{lesson}/questions.json")
}

/// The path of what can be found, as JSON.
pub fn documents_path(language: &LanguageId) -> String {
    format!("{language}/{SEARCH}.json")
}

impl Address {
    /// The address of a path from the root of the course; a last `index.html` and slash do not matter.
    pub fn parse(path: &str) -> Option<Self> {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let path = path.strip_suffix('/').unwrap_or(path);
        let parts: Vec<&str> = path.split('/').collect();
        if !parts.iter().all(|part| is_kebab_case(part)) {
            return None;
        }
        let (language, view) = match parts.as_slice() {
            [language] => (language, View::Cover),
            [language, PRACTICE] => (language, View::Practice),
            [language, PROGRESS] => (language, View::Progress),
            [language, SEARCH] => (language, View::Search),
            // Pages without a program: the browser loads them.
            [_, name] if Reference::ALL.iter().any(|reference| reference.path() == *name) => return None,
            [language, lesson] => (language, View::Lesson(LessonId::from(*lesson))),
            [language, lesson, "result"] => (language, View::Result(LessonId::from(*lesson))),
            _ => return None,
        };
        Some(Self { language: LanguageId::from(*language), view })
    }

    /// The same view in another language.
    #[must_use]
    pub fn in_language(&self, language: &LanguageId) -> Self {
        Self { language: language.clone(), view: self.view.clone() }
    }

    /// Another view in the same language.
    #[must_use]
    pub fn with(&self, view: View) -> Self {
        Self { language: self.language.clone(), view }
    }

    /// The path of the JSON that the view needs.
    pub fn data_path(&self) -> String {
        match &self.view {
            View::Cover | View::Practice | View::Progress | View::Search => format!("{}/data.json", self.language),
            View::Lesson(lesson) | View::Result(lesson) => format!("{}/{lesson}/data.json", self.language),
        }
    }

    /// How many folders lie between the root and the page.
    pub fn depth(&self) -> usize {
        self.to_string().matches('/').count()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.view {
            View::Cover => write!(f, "{}/", self.language),
            View::Practice => write!(f, "{}/{PRACTICE}/", self.language),
            View::Progress => write!(f, "{}/{PROGRESS}/", self.language),
            View::Search => write!(f, "{}/{SEARCH}/", self.language),
            View::Lesson(lesson) => write!(f, "{}/{lesson}/", self.language),
            View::Result(lesson) => write!(f, "{}/{lesson}/result/", self.language),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn every_address_reads_back() {
        for path in ["kk/", "kk/practice/", "kk/progress/", "kk/search/", "kk/nine-seats/", "en/nine-seats/result/"] {
            let address = Address::parse(path).unwrap();
            assert_eq!(address.to_string(), path);
            assert_eq!(Address::parse(&format!("{path}index.html")), Some(address.clone()));
            assert_eq!(Address::parse(path.strip_suffix('/').unwrap()), Some(address));
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for path in [
            "",
            "/",
            "index.html",
            "kk//",
            "kk/a/b/",
            "kk/a/result/x/",
            "қаз/",
            "kk/A/",
            "../kk/",
            "kk/glossary/",
            "kk/nine-seats/with-ru/",
        ] {
            assert_eq!(Address::parse(path), None, "{path}");
        }
    }
}
