//! What a link asks for. A link comes from anywhere, so nothing in it is believed: what cannot be read is named, and
//! the rest goes on.

use super::Seed;
use crate::id::{LessonId, QuestionId, Text, is_kebab_case};

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
    const ALL: [Self; 4] = [Self::Check, Self::Final, Self::Review, Self::Starter];

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
            let value = value.trim();
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
        let names = value.split(',').map(str::trim).filter(|name| !name.is_empty());
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
fn decoded(text: &str) -> String {
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
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ids(names: &[&str]) -> Vec<QuestionId> {
        names.iter().map(|&name| QuestionId::from(name)).collect()
    }

    #[track_caller]
    fn reads(query: &str, request: &Request, problems: &[Problem]) {
        assert_eq!(Request::from_query(query), (request.clone(), problems.to_vec()), "{query}");
    }

    #[test]
    fn a_link_says_what_is_asked() {
        let request = Request {
            mode: Mode::Check,
            questions: ids(&["a-1", "b-2"]),
            order: Order::Shuffled,
            seed: Some(Seed::new(7)),
            count: Some(10),
            lesson: Some("forum".into()),
        };
        reads("?mode=check&q=a-1,b-2&order=shuffled&seed=7&n=10&lesson=forum", &request, &[]);
        reads("q=a-1&%71=+b%2D2%2C&order=shuffled&seed=07&n=3&n=10&lesson=forum&utm=1&&x", &request, &[]);
    }

    #[test]
    fn nothing_asked_is_no_problem() {
        for query in ["", "?", "?&&", "?mode=&q=&seed=+&n=", "mode"] {
            reads(query, &Request::default(), &[]);
        }
    }

    #[test]
    fn what_cannot_be_read_is_named_and_the_rest_goes_on() {
        let of = |problem: fn(Text) -> Problem, text: &str| [problem(text.into())];
        let nothing = Request::default();
        reads("?mode=exam", &nothing, &of(Problem::UnknownMode, "exam"));
        reads("?order=up", &nothing, &of(Problem::UnknownOrder, "up"));
        reads("?lesson=%D0%B0", &nothing, &of(Problem::BadLesson, "а"));
        reads(
            "?seed=123456789-123456789-123456789-1234",
            &nothing,
            &of(Problem::BadSeed, "123456789-123456789-123456789-1234"),
        );
        for count in ["0", "101", "-1", "ten", "99999999999"] {
            reads(&format!("?n={count}"), &nothing, &of(Problem::BadCount, count));
        }
        let rest = Request { questions: ids(&["a", "b"]), ..Request::default() };
        reads("?q=a,B%,b", &rest, &of(Problem::BadQuestion, "B%"));
    }

    #[test]
    fn a_hundred_questions_are_enough() {
        let names: Vec<String> = (0..101).map(|n| format!("q{n}")).collect();
        let (request, problems) = Request::from_query(&format!("?q={}", names.join(",")));
        assert_eq!((request.questions.len(), problems), (100, vec![Problem::TooManyQuestions]));
        let (_, problems) = Request::from_query(&format!("?q={}", "!,".repeat(2_000)));
        assert_eq!(problems, vec![Problem::BadQuestion("!".into()); 100]);
    }

    #[test]
    fn a_text_too_long_is_one_problem() {
        reads(&format!("?mode=final&q={}", "!,".repeat(2_048)), &Request::default(), &[Problem::TooLong]);
    }

    #[test]
    fn what_is_no_text_is_no_panic() {
        for query in ["?q=%", "?q=%4", "?q=%FF%FE", "?q=%zz", "?q=%E2%82", "?%=%&=&=="] {
            let _ = Request::from_query(query);
        }
        assert_eq!(decoded("%2b+%4"), "+ %4");
    }

    pub(in crate::sitting) fn any_request() -> impl Strategy<Value = Request> {
        let id = || "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}";
        (
            prop::sample::select(Mode::ALL.to_vec()),
            prop::collection::vec(id().prop_map(|id| QuestionId::from(id.as_str())), 0..8),
            prop::sample::select(vec![Order::Fixed, Order::Shuffled]),
            prop::option::of(any::<u64>().prop_map(Seed::new)),
            prop::option::of(1..=MOST_QUESTIONS),
            prop::option::of(id().prop_map(|id| LessonId::from(id.as_str()))),
        )
            .prop_map(|(mode, questions, order, seed, count, lesson)| Request {
                mode,
                questions,
                order,
                seed,
                count,
                lesson,
            })
    }

    proptest! {
        #[test]
        fn a_request_is_read_as_it_was_written(request in any_request()) {
            prop_assert_eq!(Request::from_query(&request.to_query()), (request, vec![]));
        }

        #[test]
        fn what_was_read_is_read_again_the_same(query in "[?&=,%+a-zA-Z0-9]{0,60}") {
            let (request, _) = Request::from_query(&format!("q=a&{query}"));
            prop_assert_eq!(Request::from_query(&request.to_query()), (request, vec![]));
        }

        #[test]
        fn any_text_is_read_within_bounds(text in any::<String>()) {
            let (request, problems) = Request::from_query(&text);
            prop_assert!(request.questions.len() <= 100 && problems.len() <= 101);
            prop_assert!(request.count.is_none_or(|count| (1..=100).contains(&count)));
        }

        #[test]
        fn a_damaged_link_is_read_without_a_panic(request in any_request(), at in any::<prop::sample::Index>(), put in ".{0,3}") {
            let query: Vec<char> = request.to_query().chars().collect();
            let at = at.index(query.len());
            let damaged: String = query[..at].iter().copied().chain(put.chars()).chain(query[at + 1..].iter().copied()).collect();
            let (read, _) = Request::from_query(&damaged);
            prop_assert!(read.questions.iter().all(|id| is_kebab_case(id.as_str())));
        }
    }
}
