//! The course in outline: enough for the pages around the lessons, whatever the lessons hold.

use std::rc::Rc;

use super::{DeskWords, Goal, Ground, Lesson, Section};
use crate::id::{LessonId, QuestionId, SectionId, Text};
use crate::learner::{Aim, Day, Probe, Schedule};
use crate::quiz::Question;
use crate::sitting::{Bank, BankEntry, GoalKey};
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
    /// Its goals.
    pub goals: Vec<Goal>,
    /// Its sections.
    pub sections: Vec<SectionOutline>,
}

/// The course in outline: all that the pages around the lessons need to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The lessons, in order.
    pub lessons: Vec<LessonOutline>,
    /// All questions, with what drawing them needs.
    pub bank: Bank,
    /// After how many days a goal is reviewed.
    pub schedule: Schedule,
    /// The words of those pages.
    pub words: Rc<DeskWords>,
}

impl Outline {
    /// The lesson of that name.
    pub fn lesson(&self, id: &LessonId) -> Option<&LessonOutline> {
        self.lessons.iter().find(|lesson| lesson.id == *id)
    }

    /// All goals, each with the questions that test it, in the order of the lessons.
    pub fn aims(&self) -> Vec<Aim> {
        self.lessons.iter().flat_map(|lesson| self.aims_of(lesson)).collect()
    }

    /// The goals of a lesson, each with the questions that test it.
    pub fn aims_of(&self, lesson: &LessonOutline) -> Vec<Aim> {
        let of_lesson = |entry: &&BankEntry| entry.goal.lesson == lesson.id;
        let entries: Vec<&BankEntry> = self.bank.entries().iter().filter(of_lesson).collect();
        let aim = |goal: &Goal| {
            let probe = |entry: &&BankEntry| Probe {
                question: entry.question.clone(),
                revision: entry.revision,
                is_sibling: entry.sibling_of.is_some(),
            };
            let probes = entries.iter().filter(|entry| entry.goal.goal == goal.id).map(probe).collect();
            Aim { lesson: lesson.id.clone(), goal: goal.id.clone(), probes }
        };
        lesson.goals.iter().map(aim).collect()
    }

    /// The goals that can be asked for on a day: those with a question that rests on no fact past its review date.
    pub fn aims_on(&self, today: Day) -> Vec<Aim> {
        self.aims().into_iter().filter(|aim| self.can_ask(aim, today)).collect()
    }

    /// Whether a goal can be asked for on a day.
    pub fn can_ask(&self, aim: &Aim, today: Day) -> bool {
        let is_fresh = |probe: &Probe| self.bank.entry(&probe.question).is_some_and(|entry| entry.is_fresh(today.0));
        aim.probes.iter().any(is_fresh)
    }

    /// The words of a goal.
    pub fn goal(&self, key: &GoalKey) -> Option<&Goal> {
        self.lesson(&key.lesson)?.goals.iter().find(|goal| goal.id == key.goal)
    }

    /// The section in which a question is asked; that of its elder for a sibling.
    pub fn section_of(&self, question: &QuestionId) -> Option<(&LessonOutline, &SectionOutline)> {
        let elder = self.bank.entry(question).and_then(|entry| entry.sibling_of.as_ref()).unwrap_or(question);
        let find = |lesson: &'_ LessonOutline| {
            lesson.sections.iter().position(|s| s.questions.iter().any(|(id, _)| id == elder))
        };
        let lesson = self.lessons.iter().find(|lesson| find(lesson).is_some())?;
        Some((lesson, lesson.sections.get(find(lesson)?)?))
    }
}

/// The questions of a lesson, siblings included, with their grounds: a file of its own, for whoever asks them elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonBank {
    /// The questions.
    pub questions: Vec<Rc<Question>>,
    /// The claims on which they rest.
    pub grounds: Vec<Ground>,
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
            goals: lesson.goals.clone(),
            sections: lesson.sections.iter().map(SectionOutline::from).collect(),
        }
    }
}

wire_struct!(SectionOutline { id, title, questions });
wire_struct!(LessonOutline { id, title, summary, minutes, goals, sections });
wire_struct!(Outline { lessons, bank, schedule, words });
wire_struct!(LessonBank { questions, grounds });
