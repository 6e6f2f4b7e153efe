//! The lessons that are measured: their pages in the finished course, and the questions that all peers ask.

use std::{path::PathBuf, rc::Rc};

use anyhow::{Context, Result, ensure};
use journeys::Dist;
use shanyraq::{
    course::{LessonPage, PageSection, Words},
    quiz::{ChoiceOption, Pick, Question, Task},
};

use crate::folder::read;

/// Its language, the original's.
pub(crate) const LANGUAGE: &str = "kk";
/// The first lesson of the course, whose page everybody loads.
const FIRST: &str = "many-peoples";
/// A lesson that asks questions of all kinds.
const OF_ALL_KINDS: &str = "idea-to-decree";

/// How many questions the peers ask.
const QUESTIONS: usize = 10;
/// How many kinds of question there are.
const KINDS: usize = 10;

/// The lesson.
#[derive(Debug)]
pub(crate) struct Lesson {
    /// The finished course.
    pub(crate) dist: PathBuf,
    /// Where its page lies in the course.
    pub(crate) path: String,
    /// The page as it is served.
    pub(crate) html: String,
    /// The words of the interface.
    pub(crate) words: Rc<Words>,
    /// The title of the lesson.
    pub(crate) title: String,
    /// The questions with options, the first ten.
    pub(crate) questions: Vec<Rc<Question>>,
    /// The first question of each kind, by the numbers of the kinds; those that are marked together do not count.
    pub(crate) kinds: Vec<Rc<Question>>,
}

impl Lesson {
    /// The first of the course.
    pub(crate) fn first() -> Result<Self> {
        let lesson = Self::read(FIRST)?;
        let count = lesson.questions.len();
        ensure!(count == QUESTIONS, "{FIRST} has {count} questions with options, and the peers ask {QUESTIONS}");
        Ok(lesson)
    }

    /// One that asks questions of all kinds.
    pub(crate) fn of_all_kinds() -> Result<Self> {
        let lesson = Self::read(OF_ALL_KINDS)?;
        let count = lesson.kinds.len();
        ensure!(count == KINDS, "{OF_ALL_KINDS} has {count} kinds that are marked at once, and there are {KINDS}");
        Ok(lesson)
    }

    fn read(name: &str) -> Result<Self> {
        let (dist, path) = (Dist::find()?, format!("{LANGUAGE}/{name}/"));
        let lesson = dist.lesson(LANGUAGE, name)?;
        let html = read(&dist.folder().join(&path).join("index.html"))?;
        let choices = lesson.page.questions().filter(|question| !options(question).is_empty());
        let questions = choices.take(QUESTIONS).cloned().collect();
        let (kinds, title) = (first_of_each_kind(&lesson.page), lesson.page.title.to_string());
        Ok(Self { dist: dist.folder().to_owned(), path, html, words: lesson.words, title, questions, kinds })
    }

    /// The name that the page gives for its program, without an ending.
    pub(crate) fn app(&self) -> Result<&str> {
        between(&self.html, "data-app=\"", "\"").context("the page of the lesson names no program")
    }

    /// The styles that stand in the page.
    pub(crate) fn style(&self) -> Result<&str> {
        between(&self.html, "<style>", "</style>").context("the page of the lesson has no styles in it")
    }
}

fn first_of_each_kind(page: &LessonPage) -> Vec<Rc<Question>> {
    let at_once = page.sections.iter().filter(|section| !section.marked_at_end);
    let mut questions: Vec<_> = at_once.flat_map(PageSection::questions).cloned().collect();
    // The sort keeps the order of the lesson among those of one kind.
    questions.sort_by_key(|question| question.task.number());
    questions.dedup_by_key(|question| question.task.number());
    questions
}

/// What stands between two texts, where they occur first.
pub(crate) fn between<'text>(text: &'text str, start: &str, end: &str) -> Option<&'text str> {
    let (_, rest) = text.split_once(start)?;
    Some(rest.split_once(end)?.0)
}

/// The options of a question that has options.
pub(crate) fn options(question: &Question) -> &[ChoiceOption] {
    match &question.task {
        Task::Single(choice) | Task::Multiple(choice) | Task::Evidence(choice) | Task::Pick(Pick { choice, .. }) => {
            &choice.options
        }
        Task::Ordering(_)
        | Task::TrueFalse(_)
        | Task::Matching(_)
        | Task::Categorise(_)
        | Task::Cloze(_)
        | Task::Short(_) => &[],
    }
}

/// The first option that is right, or wrong.
pub(crate) fn option(question: &Question, right: bool) -> Result<&ChoiceOption> {
    options(question)
        .iter()
        .find(|option| option.right == right)
        .with_context(|| format!("{} lacks an option to choose", question.id))
}
