//! A fence `question`: a question, whole.

use std::rc::Rc;

use super::diagnostic::Rule;
use super::fence;
use super::lesson::Context;
use super::reader::Reader;
use crate::course::Block;
use crate::id::{GoalId, OptionId, QuestionId, Text};
use crate::quiz::{Asks, Choice, ChoiceOption, Item, Ordering, Question, Task};

/// How many options there may be; more are hard to hold in mind, fewer are guessed.
const SINGLE_OPTIONS: std::ops::RangeInclusive<usize> = 3..=4;
const MULTIPLE_OPTIONS: std::ops::RangeInclusive<usize> = 3..=5;
const ORDERING_ITEMS: std::ops::RangeInclusive<usize> = 3..=6;

#[derive(Clone, Copy)]
enum Kind {
    Single,
    Multiple,
    Ordering,
}

const KINDS: &[(&str, Kind)] = &[("single", Kind::Single), ("multiple", Kind::Multiple), ("ordering", Kind::Ordering)];

const ASKS: &[(&str, Asks)] = &[
    ("recall", Asks::Recall),
    ("why", Asks::Why),
    ("compare", Asks::Compare),
    ("apply", Asks::Apply),
    ("judge", Asks::Judge),
];

/// A question. Words that are missing are reported and left empty, so that nothing else is said of them: no mistake is
/// reported twice.
pub(super) fn read(question: &Reader<'_>, context: &Context<'_>) -> Option<Block> {
    let id = question.id("id");
    let kind = question.one_of("kind", KINDS);
    let goal = question.id("goal");
    let asks = question.one_of("asks", ASKS);
    let revision = if question.has("revision") { question.number("revision", 2..=u16::MAX) } else { Some(1) };
    question.ask("revision");
    let claims = fence::claims(question, context);
    let prompt = question.words("prompt");
    let hint = question.optional_words("hint");
    let explanation = question.words("explanation");
    if kind.is_none() {
        for key in ["options", "items", "shown"] {
            question.ask(key);
        }
    }
    let task = match kind? {
        Kind::Single => Task::Single(choice(question, &SINGLE_OPTIONS, 1..=1)),
        Kind::Multiple => Task::Multiple(choice(question, &MULTIPLE_OPTIONS, 2..=4)),
        Kind::Ordering => Task::Ordering(ordering(question)),
    };
    Some(Block::Question(Rc::new(Question {
        id: QuestionId::from(id?),
        revision: u32::from(revision?),
        goal: GoalId::from(goal?),
        asks: asks?,
        claims,
        prompt: prompt.unwrap_or_default(),
        hint,
        explanation: explanation.unwrap_or_default(),
        task,
    })))
}

struct Written {
    id: OptionId,
    text: Text,
    right: bool,
    because: Text,
}

const REASON: &str = "say why it is right or wrong, to the one who chose it: a sentence that teaches";

fn written(list: &Reader<'_>, key: &'static str, what: &'static str, can_be_right: bool) -> Vec<Written> {
    let options = list.tables(key, what, |option| {
        let id = option.id("id");
        let right = can_be_right && option.flag("right");
        let text = option.words("text");
        let because = option.words_or("because", Rule::MissingReason, REASON);
        let (text, because) = (text.unwrap_or_default(), because.unwrap_or_default());
        Some(Written { id: OptionId::from(id?), text, right, because })
    });
    options.into_iter().flatten().collect()
}

fn check_count(list: &Reader<'_>, key: &str, found: usize, bounds: &std::ops::RangeInclusive<usize>) {
    if !bounds.contains(&found) {
        let message = format!("there are {found} {key} here");
        let remedy = format!(
            "write {} to {}: fewer are guessed, more are forgotten while reading",
            bounds.start(),
            bounds.end()
        );
        list.error(key, Rule::OptionCount, &message, &remedy);
    }
}

fn choice(
    question: &Reader<'_>,
    bounds: &std::ops::RangeInclusive<usize>,
    right: std::ops::RangeInclusive<usize>,
) -> Choice {
    let options = written(question, "options", "an option", true);
    check_count(question, "options", options.len(), bounds);
    let found = options.iter().filter(|option| option.right).count();
    if !right.contains(&found) || found == options.len() {
        let message = format!("{found} of {} options are right", options.len());
        let remedy = match right.end() {
            1 => "mark exactly one with `right = true`",
            _ => "mark at least two with `right = true`, and leave at least one wrong",
        };
        question.error("options", Rule::RightAnswers, &message, remedy);
    }
    let option = |o: Written| ChoiceOption { id: o.id, text: o.text, right: o.right, because: o.because };
    Choice { options: options.into_iter().map(option).collect() }
}

fn ordering(question: &Reader<'_>) -> Ordering {
    let items = written(question, "items", "an item", false);
    check_count(question, "items", items.len(), &ORDERING_ITEMS);
    let shown: Vec<OptionId> = question.ids("shown").into_iter().map(|(id, _)| OptionId::from(id)).collect();
    let item = |o: Written| Item { id: o.id, text: o.text, because: o.because };
    let ordering = Ordering { items: items.into_iter().map(item).collect(), shown };
    let is_right = ordering.items.iter().map(|item| &item.id).eq(&ordering.shown);
    if !ordering.is_permutation(&ordering.shown) || is_right {
        let remedy = "list the ids of all items once, in an order that is not the right one";
        question.error("shown", Rule::RightAnswers, "`shown` is not a first order to begin from", remedy);
    }
    ordering
}
