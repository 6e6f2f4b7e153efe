//! All that one page needs to show itself, in one language: it stands in the page as JSON, and beside it as a file.

use std::rc::Rc;

use super::{Claim, Lesson, Outline, Words};
use crate::id::{ClaimId, LanguageId, LessonId, Text};
use crate::wire::{Value, Wire, arrived, wire_enum, wire_struct};

/// A language that the course can be read in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageChoice {
    /// Its name as in BCP 47.
    pub id: LanguageId,
    /// Its name in itself.
    pub name: Text,
}

/// A neighbouring lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonLink {
    /// Its name.
    pub id: LessonId,
    /// Its title.
    pub title: Text,
}

/// A lesson with what its page needs beside it. Its size does not depend on the length of the course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonPage {
    /// The lesson.
    pub lesson: Rc<Lesson>,
    /// The claims that it names.
    pub claims: Vec<Rc<Claim>>,
    /// The lesson before it.
    pub previous: Option<LessonLink>,
    /// The lesson after it.
    pub next: Option<LessonLink>,
}

impl LessonPage {
    /// The claim of that name.
    pub fn claim(&self, id: &ClaimId) -> Option<&Rc<Claim>> {
        self.claims.iter().find(|claim| claim.id == *id)
    }
}

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The cover, with the map of the course.
    Cover(Rc<Outline>),
    /// A lesson, or its result.
    Lesson(Rc<LessonPage>),
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
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

wire_struct!(LanguageChoice { id, name });
wire_struct!(LessonLink { id, title });
wire_struct!(LessonPage { lesson, claims, previous, next });
wire_enum!(Content { 0 => Cover, 1 => Lesson });
wire_struct!(Page { language, languages, words, content });

impl Page {
    /// The page as JSON, for the program of this build and no other.
    pub fn to_json(&self, build: &str) -> String {
        let value = Value::List(vec![Value::Text(build.into()), self.to_wire()]);
        serde_json::to_string(&value).unwrap_or_default()
    }

    /// The page; `None` if it was written for another build, or is no page.
    pub fn from_json(text: &str, build: &str) -> Option<Self> {
        let mut list = serde_json::from_str::<Value>(text).ok()?.into_list()?;
        let is_of_build = list.next()?.into_text().is_some_and(|written| *written == *build);
        is_of_build.then(|| arrived(list.next()?)).flatten()
    }
}
