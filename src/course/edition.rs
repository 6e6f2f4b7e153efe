//! The course in one language, and the pages made of it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{
    About, Block, Claim, Content, Date, DeskWords, DoctorWords, FootLink, FrameWords, LanguageChoice, Lesson,
    LessonLink, LessonOutline, OfflineWords, Outline, Page, Reference, ReferenceWords, Section, SitesWords, Term,
    Words,
};
use crate::id::{ClaimId, LanguageId, LessonId, Text};
use crate::learner::Schedule;
use crate::quiz::Question;
use crate::sitting::{Bank, BankEntry, GoalKey};

/// The part of the address of the page where the course is searched, below the language.
pub const SEARCH: &str = "search";

/// The course in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// Its language.
    pub language: LanguageId,
    /// The words of the interface.
    pub words: Rc<Words>,
    /// Those of the pages around the lessons.
    pub desk_words: Rc<DeskWords>,
    /// Those of the pages to look things up in.
    pub reference_words: Rc<ReferenceWords>,
    /// Those of learning without a network.
    pub offline_words: Rc<OfflineWords>,
    /// Those of a page in the frame of another site.
    pub frame_words: Rc<FrameWords>,
    /// Those of the page for other sites.
    pub sites_words: Rc<SitesWords>,
    /// Those of the report on a frame.
    pub doctor_words: Rc<DoctorWords>,
    /// The terms of the course, by their names.
    pub glossary: Vec<Term>,
    /// What is said about the article and the course.
    pub about: Rc<About>,
    /// The lessons, in order.
    pub lessons: Vec<Rc<Lesson>>,
    /// The sections of the page of figures.
    pub figures: Vec<Section>,
    /// All claims of the article.
    pub claims: BTreeMap<ClaimId, Rc<Claim>>,
}

/// The course in all its languages, the original first.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// The course in each language.
    pub editions: Vec<Edition>,
    /// After how many days a goal is reviewed.
    pub schedule: Schedule,
}

impl Edition {
    /// The lessons before and after a lesson.
    pub fn neighbours(&self, id: &LessonId) -> (Option<LessonLink>, Option<LessonLink>) {
        let link = |lesson: &Rc<Lesson>| LessonLink { id: lesson.id.clone(), title: lesson.title.clone() };
        let at = self.lessons.iter().position(|lesson| lesson.id == *id);
        let neighbour = |at: Option<usize>| at.and_then(|at| self.lessons.get(at)).map(link);
        (neighbour(at.and_then(|at| at.checked_sub(1))), neighbour(at.map(|at| at + 1)))
    }

    /// The links in the foot of every page: to searching first, then to the pages to look things up in.
    pub fn foot(&self) -> Vec<FootLink> {
        let link = |path: &str, label: &Text| FootLink {
            path: format!("{}/{path}/", self.language).into(),
            label: label.clone(),
        };
        let references = Reference::ALL.map(|reference| link(reference.path(), reference.title(&self.reference_words)));
        [link(SEARCH, &self.desk_words.search_title)].into_iter().chain(references).collect()
    }

    /// All questions, siblings included, with what drawing them needs.
    pub fn bank(&self) -> Bank {
        let fresh_until = |question: &Question| {
            let claims = question.claims.iter().filter_map(|id| self.claims.get(id));
            claims.filter_map(|claim| claim.review_by).map(Date::last_day).min()
        };
        let entry = |lesson: &LessonId, question: &Question| BankEntry {
            question: question.id.clone(),
            revision: question.revision,
            goal: GoalKey { lesson: lesson.clone(), goal: question.goal.clone() },
            kind: question.task.number(),
            sibling_of: question.sibling_of.clone(),
            fresh_until: fresh_until(question),
        };
        let entries = self.lessons.iter().flat_map(|lesson| lesson.bank().map(|question| entry(&lesson.id, question)));
        Bank::new(self.lessons.iter().map(|lesson| lesson.id.clone()).collect(), entries.collect())
    }

    /// Every claim that a question of a lesson names, siblings included.
    pub fn claims_of_bank(&self, lesson: &Lesson) -> impl Iterator<Item = &Rc<Claim>> {
        let named: BTreeSet<ClaimId> = lesson.bank().flat_map(|question| question.claims.iter().cloned()).collect();
        self.claims.values().filter(move |claim| named.contains(&claim.id))
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

    /// The pages around the lessons in one of its languages: cover, practice and progress show the same outline.
    pub fn desk(&self, edition: &Edition) -> Page {
        let outline = Outline {
            lessons: edition.lessons.iter().map(|lesson| LessonOutline::from(&**lesson)).collect(),
            bank: edition.bank(),
            schedule: self.schedule.clone(),
            words: Rc::clone(&edition.desk_words),
        };
        self.page(edition, Content::Desk(Rc::new(outline)))
    }

    /// A page in one of its languages.
    pub fn page(&self, edition: &Edition, content: Content) -> Page {
        let languages = self.languages();
        let words = match &content {
            Content::Desk(_) => edition.words.of_a_desk(),
            Content::Lesson(lesson) => edition.words.of_a_lesson(lesson.questions().map(|question| &question.task)),
        };
        Page { language: edition.language.clone(), languages, words: Rc::new(words), foot: edition.foot(), content }
    }
}

fn claims_named(lesson: &Lesson) -> impl Iterator<Item = &ClaimId> {
    let of_blocks = lesson.sections.iter().flat_map(|section| section.shown().flat_map(Block::claims));
    lesson.sections.iter().flat_map(|section| &section.claims).chain(of_blocks)
}
