//! A lesson, whole, in one language.

use std::rc::Rc;

use super::Block;
use crate::id::{ClaimId, FigureId, GoalId, LessonId, SectionId, TermId, Text};
use crate::quiz::Question;
use crate::wire::wire_struct;

/// What a pupil can do after the lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Its name.
    pub id: GoalId,
    /// The goal in words.
    pub text: Text,
}

/// A term and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its name.
    pub id: TermId,
    /// The term as it is officially written.
    pub term: Text,
    /// What it means, for pupils.
    pub definition: Text,
}

/// A heading with its prose, figures and questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name, and its anchor in the page.
    pub id: SectionId,
    /// Its heading.
    pub title: Text,
    /// Whether it is the closing check.
    pub check: bool,
    /// Whether its answers are marked together, at its end.
    pub marked_at_end: bool,
    /// The claims its prose rests on.
    pub claims: Vec<ClaimId>,
    /// What it is made of, in order.
    pub blocks: Vec<Block>,
    /// The terms that occur in it for the first time in the lesson, with their definitions.
    pub terms: Vec<Term>,
}

impl Section {
    /// The blocks that stand in it, in order: siblings of questions do not.
    pub fn shown(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| block.question().is_none_or(|question| question.sibling_of.is_none()))
    }

    /// The questions that stand in it, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Rc<Question>> {
        self.shown().filter_map(Block::question)
    }
}

/// A lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Its name, and its part of the address.
    pub id: LessonId,
    /// Its title.
    pub title: Text,
    /// One or two sentences on what it is about.
    pub summary: Text,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// The paragraphs of the article that it teaches.
    pub paragraphs: Vec<u8>,
    /// What to take away, sentence by sentence.
    pub recap: Vec<Text>,
    /// Two to four goals.
    pub goals: Vec<Goal>,
    /// Its sections; the last is the closing check.
    pub sections: Vec<Section>,
}

impl Lesson {
    /// The questions that stand in it, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Rc<Question>> {
        self.sections.iter().flat_map(Section::questions)
    }

    /// The figure of that name.
    pub fn figure(&self, id: &FigureId) -> Option<&Block> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        blocks.filter(|block| block.question().is_none()).find(|block| block.id() == Some(id.as_str()))
    }

    /// All its questions, siblings included: those that ask the same again in other words, and do not stand in it.
    pub fn bank(&self) -> impl Iterator<Item = &Rc<Question>> {
        self.sections.iter().flat_map(|section| section.blocks.iter().filter_map(Block::question))
    }
}

wire_struct!(Goal { id, text });
