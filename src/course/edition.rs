//! The course in one language, and the pages made of it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{Block, Claim, Content, LanguageChoice, Lesson, LessonLink, LessonOutline, Outline, Page, Words};
use crate::id::{ClaimId, LanguageId, LessonId};

/// The course in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// Its language.
    pub language: LanguageId,
    /// The words of the interface.
    pub words: Rc<Words>,
    /// The lessons, in order.
    pub lessons: Vec<Rc<Lesson>>,
    /// All claims of the article.
    pub claims: BTreeMap<ClaimId, Rc<Claim>>,
}

/// The course in all its languages, the original first.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// The course in each language.
    pub editions: Vec<Edition>,
}

impl Edition {
    /// The lessons before and after a lesson.
    pub fn neighbours(&self, id: &LessonId) -> (Option<LessonLink>, Option<LessonLink>) {
        let link = |lesson: &Rc<Lesson>| LessonLink { id: lesson.id.clone(), title: lesson.title.clone() };
        let at = self.lessons.iter().position(|lesson| lesson.id == *id);
        let neighbour = |at: Option<usize>| at.and_then(|at| self.lessons.get(at)).map(link);
        (neighbour(at.and_then(|at| at.checked_sub(1))), neighbour(at.map(|at| at + 1)))
    }

    /// Every claim that the page of a lesson names, in its prose, its figures or its questions.
    pub fn claims_of(&self, lesson: &Lesson) -> impl Iterator<Item = &Rc<Claim>> {
        let named: BTreeSet<ClaimId> = claims_named(lesson).cloned().collect();
        self.claims.values().filter(move |claim| named.contains(&claim.id))
    }
}

impl Course {
    /// The languages that the course can be read in.
    pub fn languages(&self) -> Vec<LanguageChoice> {
        let choice = |edition: &Edition| LanguageChoice {
            id: edition.language.clone(),
            name: edition.words.language_name.clone(),
        };
        self.editions.iter().map(choice).collect()
    }

    /// The cover in one of its languages.
    pub fn cover(&self, edition: &Edition) -> Page {
        let lessons = edition.lessons.iter().map(|lesson| LessonOutline::from(&**lesson)).collect();
        self.page(edition, Content::Cover(Rc::new(Outline { lessons })))
    }

    /// A page in one of its languages.
    pub fn page(&self, edition: &Edition, content: Content) -> Page {
        let languages = self.languages();
        let words = match &content {
            Content::Cover(_) => edition.words.of_a_cover(),
            Content::Lesson(_) => edition.words.of_a_lesson(),
        };
        Page { language: edition.language.clone(), languages, words: Rc::new(words), content }
    }
}

fn claims_named(lesson: &Lesson) -> impl Iterator<Item = &ClaimId> {
    // A sibling does not stand in the lesson.
    let is_shown = |block: &&Block| block.question().is_none_or(|question| question.sibling_of.is_none());
    let of_blocks =
        lesson.sections.iter().flat_map(move |section| section.blocks.iter().filter(is_shown).flat_map(Block::claims));
    lesson.sections.iter().flat_map(|section| &section.claims).chain(of_blocks)
}
