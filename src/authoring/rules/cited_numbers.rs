//! Numbers and days of a question come from the claims it cites or from the section it stands in; those of a lure from
//! somewhere in the course; a sum from its terms. So a wrong digit is found, and no date is invented that looks real.

use std::collections::{BTreeMap, BTreeSet};

use crate::authoring::Written;
use crate::authoring::diagnostic::{Reports, Rule};
use crate::authoring::lesson::WrittenLesson;
use crate::authoring::said::{Passages, Said};
use crate::authoring::stated::{Calendar, Fact, Stated, numbers, stated, stated_by_date, sums};
use crate::course::{Block, Claim, Section};
use crate::id::Text;
use crate::quiz::{Blank, Choice, Expected, Question, Task};

type Facts = BTreeSet<Fact>;

/// Reports numbers and days of the original's questions that nothing bears out. The translations say the same numbers:
/// see `number_drift`.
pub(in crate::authoring) fn cited_numbers<'a>(
    original: &Written<'_>,
    passages: &'a Passages<'a>,
    calendars: &'a [Calendar],
    reports: &Reports,
) {
    let Some(edition) = &original.edition else { return };
    let part = |((file, trail), said): (&(&str, &[String]), &'a Vec<&'a Said>)| {
        Some((((*file).to_owned(), trail.first()?.clone()), said))
    };
    let course = Course { parts: passages.iter().filter_map(part).collect(), calendars };
    let mut everywhere: Facts = edition.claims.values().flat_map(|claim| course.of_claim(claim)).collect();
    everywhere.extend(original.lessons.iter().flat_map(|written| course.of_lesson(written)));
    for written in &original.lessons {
        let lesson = course.of_lesson(written);
        for section in &written.lesson.sections {
            // The closing check has no prose of its own: it asks what the lesson has said.
            let shown = if section.check { lesson.clone() } else { course.of_section(written, section) };
            for question in section.blocks.iter().filter_map(Block::question) {
                let cited = question.claims.iter().filter_map(|claim| edition.claims.get(claim));
                let mut grounds: Facts = cited.flat_map(|claim| course.of_claim(claim)).collect();
                grounds.extend(shown.iter().cloned());
                Check { course: &course, written, question, reports }.run(&grounds, &everywhere);
            }
        }
    }
}

/// The course in its original language.
struct Course<'a> {
    /// What is said in each part of each lesson, by file and id.
    parts: BTreeMap<(String, String), &'a Vec<&'a Said>>,
    calendars: &'a [Calendar],
}

impl<'a> Course<'a> {
    /// What is said in a part of a lesson.
    fn said(&self, written: &WrittenLesson<'_>, part: &str) -> &[&'a Said] {
        let file = format!("lessons/{}/lesson.md", written.lesson.id);
        self.parts.get(&(file, part.to_owned())).map_or(&[], |said| said.as_slice())
    }

    fn of_lesson(&self, written: &WrittenLesson<'_>) -> Facts {
        written.lesson.sections.iter().flat_map(|section| self.of_section(written, section)).collect()
    }

    /// What the prose and the figures of a section state.
    fn of_section(&self, written: &WrittenLesson<'_>, section: &Section) -> Facts {
        let figures = section.blocks.iter().filter(|block| teaches(block)).filter_map(Block::id);
        let said = figures.chain([section.id.as_str()]).flat_map(|part| self.said(written, part));
        said.flat_map(|said| stated(&said.text, self.calendars).into_keys()).collect()
    }

    fn of_claim(&self, claim: &Claim) -> Facts {
        let since = claim.since.as_ref();
        let texts = [&claim.text, &claim.finding].into_iter().chain(since.map(|since| &since.text));
        let texts = texts.chain(claim.sources.iter().map(|source| &source.title));
        let dates = [claim.as_of].into_iter().chain(since.map(|since| since.when));
        let dates = dates.chain(claim.sources.iter().filter_map(|source| source.date));
        let mut facts: Facts = texts.flat_map(|text| stated(text, self.calendars).into_keys()).collect();
        facts.extend(dates.flat_map(stated_by_date));
        facts.insert(Fact::Number(claim.paragraph.to_string()));
        facts
    }
}

/// Whether it says something before it is asked: plans for the teacher come after.
fn teaches(block: &Block) -> bool {
    block.question().is_none() && !matches!(block, Block::Teacher(_))
}

struct Check<'a> {
    course: &'a Course<'a>,
    written: &'a WrittenLesson<'a>,
    question: &'a Question,
    reports: &'a Reports,
}

impl Check<'_> {
    fn run(&self, grounds: &Facts, everywhere: &Facts) {
        let words = Words::of(self.question);
        let all = || words.held_true.iter().chain(&words.lures);
        let mut made: Facts = self.supposed().iter().map(|number| Fact::Number(number.to_string())).collect();
        for sum in all().flat_map(|text| sums(text)) {
            if sum.is_right {
                made.insert(Fact::Number(sum.result.to_string()));
            } else {
                let written = sum.terms.first().map(ToString::to_string).unwrap_or_default();
                let message = format!("this sum does not make {}", sum.result);
                self.report(&written, &message, "do it again: a pupil will");
            }
        }
        for number in self.supposed() {
            let number = number.to_string();
            if !all().any(|text| self.stated(text).contains_key(&Fact::Number(number.clone()))) {
                let remedy = "take it from `supposes`: it names only what the question makes up";
                self.report(&number, &format!("the question does not say `{number}`"), remedy);
            }
        }
        for (fact, words) in words.held_true.iter().flat_map(|text| self.stated(text)) {
            if !grounds.contains(&fact) && !made.contains(&fact) {
                let message = format!("{} is in none of the claims that this question cites", said(&fact, &words));
                let remedy = "mend it if it is wrong; else add the claim that has it to `claims`. What the question \
                    itself makes up stands in `supposes`";
                self.report(&words, &message, remedy);
            }
        }
        for (fact, words) in words.lures.iter().flat_map(|text| self.stated(text)) {
            if !grounds.contains(&fact) && !made.contains(&fact) && !everywhere.contains(&fact) {
                let message = format!("{} is nowhere else in the course", said(&fact, &words));
                let remedy = "take a number or a date that belongs to something else: an invented one is remembered as \
                    real. What the question itself makes up stands in `supposes`";
                self.report(&words, &message, remedy);
            }
        }
    }

    fn stated(&self, text: &str) -> Stated {
        stated(text, self.course.calendars)
    }

    fn supposed(&self) -> &[u16] {
        self.written.supposed.get(&self.question.id).map_or(&[], Vec::as_slice)
    }

    /// Reports it where the question first says these digits.
    fn report(&self, digits: &str, message: &str, remedy: &str) {
        let said = self.course.said(self.written, self.question.id.as_str()).iter();
        let places = said.flat_map(|said| numbers(&said.text).map(|(at, number)| (said.place(at), number)));
        let mut places = places.filter(|(_, number)| *number == digits).map(|(at, _)| at);
        let block = || self.written.places.get(self.question.id.as_str()).cloned().unwrap_or_default();
        let at = places.next().unwrap_or_else(block);
        self.written.file.error(self.reports, &at, Rule::UngroundedNumber, message, remedy);
    }
}

/// How a message names a fact.
fn said(fact: &Fact, words: &str) -> String {
    match fact {
        Fact::Number(number) => format!("`{number}`"),
        Fact::Day(_, month) => format!("the day `{words}` of month {month}"),
    }
}

/// What a question says, by whether the course stands by it.
#[derive(Default)]
struct Words {
    held_true: Vec<Text>,
    lures: Vec<Text>,
}

impl Words {
    fn of(question: &Question) -> Self {
        let mut words = Self::default();
        words.held_true.push(question.explanation.clone());
        words.held_true.extend(question.hint.clone());
        let is_lure = matches!(&question.task, Task::TrueFalse(statement) if !statement.is_true);
        words.hold(!is_lure, [&question.prompt]);
        match &question.task {
            Task::Single(choice) | Task::Multiple(choice) | Task::Evidence(choice) => words.choice(choice),
            Task::Pick(pick) => words.choice(&pick.choice),
            Task::Ordering(ordering) => {
                words.hold(true, ordering.items.iter().flat_map(|item| [&item.text, &item.because]));
            }
            Task::TrueFalse(statement) => {
                words.hold(true, [&statement.because]);
                words.choice(&statement.reasons);
            }
            Task::Matching(placing) | Task::Categorise(placing) => {
                words.hold(true, placing.items.iter().flat_map(|item| [&item.text, &item.because]));
                for place in &placing.places {
                    words.hold(placing.items.iter().any(|item| item.place == place.id), [&place.text]);
                }
            }
            Task::Cloze(cloze) => {
                words.hold(true, &cloze.text);
                for gap in &cloze.gaps {
                    words.blank(gap);
                }
            }
            Task::Short(blank) => words.blank(blank),
        }
        words
    }

    fn hold<'a>(&mut self, is_true: bool, texts: impl IntoIterator<Item = &'a Text>) {
        let list = if is_true { &mut self.held_true } else { &mut self.lures };
        list.extend(texts.into_iter().cloned());
    }

    fn choice(&mut self, choice: &Choice) {
        for option in &choice.options {
            self.hold(option.right, [&option.text, &option.because]);
        }
    }

    fn blank(&mut self, blank: &Blank) {
        self.hold(true, [&blank.because]);
        self.hold(false, [&blank.otherwise]);
        self.hold(false, blank.rejected.iter().map(|rejected| &rejected.because));
        match &blank.expected {
            Expected::Words(answers) => self.hold(true, answers.first()),
            Expected::Number(number) => self.hold(true, [&Text::from(number.value.to_string())]),
            Expected::OneOf(choice) => self.choice(choice),
        }
    }
}
