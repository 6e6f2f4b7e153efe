//! What a link asks for. A link comes from anywhere, so nothing in it is believed: what cannot be read is named, and
//! the rest goes on.

use super::Seed;
use crate::id::{LessonId, QuestionId, Text, is_kebab_case};
use crate::quiz::letters::trim;

/// The longest query that is read, in bytes.
const LONGEST_QUERY: usize = 4_096;

/// The most questions that a link can ask for.
pub const MOST_QUESTIONS: u16 = 100;

/// How much of a text that could not be read is named, in characters.
const LONGEST_NAME: usize = 40;

/// What kind of sitting it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The questions that a teacher has chosen.
    #[default]
    Check,
    /// Questions from the whole course.
    Final,
    /// Questions of goals that are due.
    Review,
    /// Five questions for the beginning of a class.
    Starter,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Check, Self::Final, Self::Review, Self::Starter];

    /// Its name in links.
    pub fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Final => "final",
            Self::Review => "review",
            Self::Starter => "starter",
        }
    }
}

/// The order of the questions of a check.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As in the link.
    #[default]
    Fixed,
    /// By seed.
    Shuffled,
}

/// What a link asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// `mode=`
    pub mode: Mode,
    /// `q=`, at most a hundred.
    pub questions: Vec<QuestionId>,
    /// `order=`
    pub order: Order,
    /// `seed=`
    pub seed: Option<Seed>,
    /// `n=`, how many questions, from 1 to 100.
    pub count: Option<u16>,
    /// `lesson=`, if only that one is meant.
    pub lesson: Option<LessonId>,
}

/// What was wrong with a link, with the beginning of the text that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The link is longer than 4,096 bytes; nothing of it was read.
    TooLong,
    /// There is no such mode.
    UnknownMode(Text),
    /// There is no such order.
    UnknownOrder(Text),
    /// That cannot be the name of a question; the others are asked.
    BadQuestion(Text),
    /// That cannot be the name of a lesson.
    BadLesson(Text),
    /// That is no seed.
    BadSeed(Text),
    /// That is no number from 1 to 100.
    BadCount(Text),
    /// More than a hundred questions; the first hundred are asked.
    TooManyQuestions,
}

impl Request {
    /// What a query asks for, and what was wrong with it. It may begin with `?`; names that are not known do not count,
    /// nor do those without a value; of two values the later counts, but questions add up. Of many problems the first
    /// hundred are told. Never fails.
    pub fn from_query(query: &str) -> (Self, Vec<Problem>) {
        let (mut request, mut problems) = (Self::default(), Vec::new());
        if query.len() > LONGEST_QUERY {
            problems.push(Problem::TooLong);
            return (request, problems);
        }
        for pair in query.strip_prefix('?').unwrap_or(query).split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = decoded(value);
            let value = trim(&value);
            if !value.is_empty() {
                problems.extend(request.read(&decoded(name), value));
            }
        }
        // Whoever made that link will look for the first ones.
        problems.truncate(usize::from(MOST_QUESTIONS));
        if request.questions.len() > usize::from(MOST_QUESTIONS) {
            request.questions.truncate(usize::from(MOST_QUESTIONS));
            problems.push(Problem::TooManyQuestions);
        }
        (request, problems)
    }

    /// Takes one value in; what could not be read of it.
    fn read(&mut self, name: &str, value: &str) -> Vec<Problem> {
        let problem = |is_read: bool, problem: fn(Text) -> Problem| {
            if is_read { Vec::new() } else { vec![problem(beginning(value))] }
        };
        match name {
            "mode" => {
                let mode = Mode::ALL.into_iter().find(|mode| mode.name() == value);
                self.mode = mode.unwrap_or_default();
                problem(mode.is_some(), Problem::UnknownMode)
            }
            "order" => {
                let is_shuffled = value == "shuffled";
                self.order = if is_shuffled { Order::Shuffled } else { Order::Fixed };
                problem(is_shuffled || value == "fixed", Problem::UnknownOrder)
            }
            "q" => self.read_questions(value),
            "seed" => {
                self.seed = Seed::from_word(value);
                problem(self.seed.is_some(), Problem::BadSeed)
            }
            "n" => {
                self.count = value.parse().ok().filter(|count| (1..=MOST_QUESTIONS).contains(count));
                problem(self.count.is_some(), Problem::BadCount)
            }
            "lesson" => {
                self.lesson = is_kebab_case(value).then(|| LessonId::from(value));
                problem(self.lesson.is_some(), Problem::BadLesson)
            }
            _ => Vec::new(),
        }
    }

    fn read_questions(&mut self, value: &str) -> Vec<Problem> {
        let names = value.split(',').map(trim).filter(|name| !name.is_empty());
        let (good, bad): (Vec<_>, Vec<_>) = names.partition(|name| is_kebab_case(name));
        self.questions.extend(good.into_iter().map(QuestionId::from));
        bad.into_iter().map(|name| Problem::BadQuestion(beginning(name))).collect()
    }

    /// The query that asks for this, from `?` on. It reads as the same request as long as it stays within 4,096 bytes,
    /// which a hundred questions with names of up to 39 characters do.
    pub fn to_query(&self) -> String {
        let mut query = format!("?mode={}", self.mode.name());
        let mut add = |name: &str, value: &str| {
            for part in ["&", name, "=", value] {
                query.push_str(part);
            }
        };
        if !self.questions.is_empty() {
            add("q", &self.questions.iter().map(QuestionId::as_str).collect::<Vec<_>>().join(","));
        }
        match self.order {
            Order::Fixed => {}
            Order::Shuffled => add("order", "shuffled"),
        }
        if let Some(seed) = self.seed {
            add("seed", &seed.to_string());
        }
        if let Some(count) = self.count {
            add("n", &count.to_string());
        }
        if let Some(lesson) = &self.lesson {
            add("lesson", lesson.as_str());
        }
        query
    }
}

/// The beginning of a text, to name it by.
fn beginning(text: &str) -> Text {
    Text::from(text.chars().take(LONGEST_NAME).collect::<String>())
}

/// A text without its `%` codes and with spaces for `+`. What is no code stays, what is no text is marked as such.
pub(crate) fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        rest = after;
        match (byte, after) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, after @ ..]) if let Some(code) = code(*high, *low) => {
                bytes.push(code);
                rest = after;
            }
            _ => bytes.push(*byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The byte of two hexadecimal digits.
fn code(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Some(digit(high)? * 16 + digit(low)?)
}

#[cfg(test)]
pub(super) mod tests;
