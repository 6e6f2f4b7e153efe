//! The course in outline: enough for the map on the cover, whatever the lessons hold.

use super::{Lesson, Section};
use crate::id::{LessonId, QuestionId, SectionId, Text};
use crate::wire::wire_struct;

/// A section in outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionOutline {
    /// Its name.
    pub id: SectionId,
    /// Its heading.
    pub title: Text,
    /// Its questions, each with its revision.
    pub questions: Vec<(QuestionId, u32)>,
}

/// A lesson in outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonOutline {
    /// Its name.
    pub id: LessonId,
    /// Its title.
    pub title: Text,
    /// What it is about.
    pub summary: Text,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// Its sections.
    pub sections: Vec<SectionOutline>,
}

/// The lessons of the course, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The lessons.
    pub lessons: Vec<LessonOutline>,
}

impl From<&Section> for SectionOutline {
    fn from(section: &Section) -> Self {
        let questions = section.questions().map(|question| (question.id.clone(), question.revision)).collect();
        Self { id: section.id.clone(), title: section.title.clone(), questions }
    }
}

impl From<&Lesson> for LessonOutline {
    fn from(lesson: &Lesson) -> Self {
        Self {
            id: lesson.id.clone(),
            title: lesson.title.clone(),
            summary: lesson.summary.clone(),
            minutes: lesson.minutes,
            sections: lesson.sections.iter().map(SectionOutline::from).collect(),
        }
    }
}

wire_struct!(SectionOutline { id, title, questions });
wire_struct!(LessonOutline { id, title, summary, minutes, sections });
wire_struct!(Outline { lessons });
