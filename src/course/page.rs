//! All that one page needs to show itself, in one language: it stands in the page as JSON, and beside it as a file.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{Claim, Lesson, Outline, Words};
use crate::id::{ClaimId, LanguageId, LessonId, Text};

/// A language that the course can be read in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageChoice {
    /// Its name as in BCP 47.
    pub id: LanguageId,
    /// Its name in itself.
    pub name: Text,
}

/// A neighbouring lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonLink {
    /// Its name.
    pub id: LessonId,
    /// Its title.
    pub title: Text,
}

/// A lesson with what its page needs beside it. Its size does not depend on the length of the course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonPage {
    /// The lesson.
    pub lesson: Rc<Lesson>,
    /// The claims that it names.
    pub claims: Vec<Rc<Claim>>,
    /// The lesson before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<LessonLink>,
    /// The lesson after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<LessonLink>,
}

impl LessonPage {
    /// The claim of that name.
    pub fn claim(&self, id: &ClaimId) -> Option<&Rc<Claim>> {
        self.claims.iter().find(|claim| claim.id == *id)
    }
}

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// The cover, with the map of the course.
    Cover(Rc<Outline>),
    /// A lesson, or its result.
    Lesson(Rc<LessonPage>),
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Its language.
    pub language: LanguageId,
    /// The languages that it can be read in, the original first.
    pub languages: Vec<LanguageChoice>,
    /// The words of the interface.
    pub words: Rc<Words>,
    /// What it shows.
    pub content: Content,
}
