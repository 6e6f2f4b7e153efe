//! The languages are full equals: the same lessons, sections, figures and questions, the same right answers, the same
//! claims and the same numbers. What differs is the words.

use std::ops::Range;

use crate::authoring::Written;
use crate::authoring::diagnostic::{Reports, Rule};
use crate::authoring::lesson::WrittenLesson;
use crate::course::{Block, Section};
use crate::quiz::{Question, Task};

/// Reports where a translation has drifted from the original.
pub(in crate::authoring) fn language_drift(original: &Written<'_>, translation: &Written<'_>, reports: &Reports) {
    for theirs in &translation.lessons {
        if let Some(ours) = original.lessons.iter().find(|ours| ours.lesson.id == theirs.lesson.id) {
            Drift { original, ours, theirs, reports }.lesson();
        }
    }
}

struct Drift<'a> {
    original: &'a Written<'a>,
    ours: &'a WrittenLesson<'a>,
    theirs: &'a WrittenLesson<'a>,
    reports: &'a Reports,
}

impl Drift<'_> {
    fn report(&self, id: &str, rule: Rule, message: &str) {
        let at: Range<usize> = self.theirs.places.get(id).cloned().unwrap_or_default();
        let remedy = format!(
            "compare {}: ids and right answers are decided in `{}`",
            self.ours.file.path, self.original.language
        );
        self.theirs.file.error(self.reports, &at, rule, message, &remedy);
    }

    /// Compares a part of both; says what differs.
    fn same<T: PartialEq>(&self, id: &str, ours: &T, theirs: &T, what: &str) {
        if ours != theirs {
            self.report(id, Rule::LanguageDrift, &format!("{what} of `{id}` differs from the original"));
        }
    }

    fn lesson(&self) {
        let (ours, theirs) = (&self.ours.lesson, &self.theirs.lesson);
        let facts = |lesson: &crate::course::Lesson| {
            let goals: Vec<_> = lesson.goals.iter().map(|goal| goal.id.clone()).collect();
            (lesson.minutes, lesson.paragraphs.clone(), goals)
        };
        self.same(ours.id.as_str(), &facts(ours), &facts(theirs), "the front matter (minutes, paragraphs or goals)");
        for section in &ours.sections {
            if let Some(other) = theirs.sections.iter().find(|other| other.id == section.id) {
                self.section(section, other);
            } else {
                let message = format!("the section `{}` is missing or has a mistake", section.id);
                self.report("", Rule::MissingTranslation, &message);
            }
        }
        let order = |lesson: &crate::course::Lesson| lesson.sections.iter().map(|s| s.id.clone()).collect::<Vec<_>>();
        self.same(ours.id.as_str(), &order(ours), &order(theirs), "the order of sections");
    }

    fn section(&self, ours: &Section, theirs: &Section) {
        let id = ours.id.as_str();
        let facts = |section: &Section| {
            let terms: Vec<_> = section.terms.iter().map(|term| term.id.clone()).collect();
            (section.check, section.claims.clone(), terms)
        };
        self.same(id, &facts(ours), &facts(theirs), "the claims, the terms or the mark `.check`");
        let named = |section: &Section| -> Vec<String> { section.blocks.iter().filter_map(name).collect() };
        self.same(id, &named(ours), &named(theirs), "the order of questions and figures");
        let numbers = |section: &Section| {
            let prose = section.blocks.iter().filter(|block| matches!(block, Block::Prose(_)));
            numbers_in(&prose.map(words).collect::<String>())
        };
        self.same(id, &numbers(ours), &numbers(theirs), "a number in the prose");
        for block in &ours.blocks {
            let Some(id) = name(block) else { continue };
            match theirs.blocks.iter().find(|other| name(other).as_ref() == Some(&id)) {
                Some(other) => self.block(&id, block, other),
                None => self.report(
                    theirs.id.as_str(),
                    Rule::MissingTranslation,
                    &format!("`{id}` is missing or has a mistake"),
                ),
            }
        }
    }

    fn block(&self, id: &str, ours: &Block, theirs: &Block) {
        if let (Block::Question(ours), Block::Question(theirs)) = (ours, theirs) {
            self.same(id, &facts_of(ours), &facts_of(theirs), "goal, kind, claims or revision");
            self.same(id, &options_of(&ours.task), &options_of(&theirs.task), "the options or their order");
            self.same(id, &ours.right_response(), &theirs.right_response(), "the right answer");
        }
        self.same(id, &numbers_in(&words(ours)), &numbers_in(&words(theirs)), "a number or date");
    }
}

fn facts_of(question: &Question) -> impl PartialEq + use<> {
    let kind = std::mem::discriminant(&question.task);
    (question.goal.clone(), question.asks, kind, question.claims.clone(), question.revision, question.hint.is_some())
}

fn options_of(task: &Task) -> Vec<crate::id::OptionId> {
    match task {
        Task::Single(choice) | Task::Multiple(choice) => {
            choice.options.iter().map(|option| option.id.clone()).collect()
        }
        Task::Ordering(ordering) => {
            ordering.items.iter().map(|item| item.id.clone()).chain(ordering.shown.iter().cloned()).collect()
        }
    }
}

/// The name of a block that has one.
fn name(block: &Block) -> Option<String> {
    match block {
        Block::Prose(_) => None,
        Block::Question(question) => Some(question.id.to_string()),
        Block::Timeline(figure) => Some(figure.id.to_string()),
        Block::Seats(figure) => Some(figure.id.to_string()),
        Block::ThenAndNow(figure) => Some(figure.id.to_string()),
    }
}

/// All words of a block, ids and addresses aside.
fn words(block: &Block) -> String {
    let mut words: Vec<&str> = Vec::new();
    let mut prose = String::new();
    match block {
        Block::Prose(text) => {
            prose = text.runs().into_iter().map(crate::course::plain_text).collect::<Vec<_>>().join(" ");
        }
        Block::Question(question) => {
            words.extend([&*question.prompt, &*question.explanation]);
            words.extend(question.hint.as_deref());
            match &question.task {
                Task::Single(choice) | Task::Multiple(choice) => {
                    words.extend(choice.options.iter().flat_map(|option| [&*option.text, &*option.because]));
                }
                Task::Ordering(ordering) => {
                    words.extend(ordering.items.iter().flat_map(|item| [&*item.text, &*item.because]));
                }
            }
        }
        Block::Timeline(figure) => {
            words.extend([&*figure.title, &*figure.alt]);
            words.extend(figure.events.iter().flat_map(|event| [&*event.when, &*event.label, &*event.text]));
        }
        Block::Seats(figure) => {
            words.extend([&*figure.title, &*figure.alt]);
            let chambers = figure.chambers.iter();
            words.extend(
                chambers.flat_map(|c| [&*c.label, &*c.text].into_iter().chain(c.parts.iter().map(|part| &*part.label))),
            );
        }
        Block::ThenAndNow(figure) => {
            words.extend([
                &*figure.title,
                &*figure.then_when,
                &*figure.then,
                &*figure.now_when,
                &*figure.now,
                &*figure.act,
            ]);
        }
    }
    format!("{prose} {}", words.join(" "))
}

/// The numbers of a text, sorted: languages order their words, not their facts, differently.
fn numbers_in(text: &str) -> Vec<String> {
    let mut numbers: Vec<_> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).map(str::to_owned).collect();
    numbers.sort();
    numbers
}
