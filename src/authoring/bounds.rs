//! What every lesson of the course keeps to. `course.toml` may say otherwise: small courses of tests do.

use std::ops::RangeInclusive;

use super::diagnostic::Rule;
use super::reader::Reader;

/// The bounds of a lesson, beside those of its parts, which are the same in every course.
#[derive(Clone, Debug)]
pub(super) struct Bounds {
    /// How long it takes.
    pub(super) minutes: RangeInclusive<u16>,
    /// How many questions stand in it, at least.
    pub(super) questions: u16,
    /// Of how many kinds they are, at least.
    pub(super) kinds: u16,
    /// How many of how many questions ask more than recall, at least.
    pub(super) thinking: (u16, u16),
    /// How many siblings each goal has, at least.
    pub(super) siblings: u16,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { minutes: 8..=12, questions: 15, kinds: 5, thinking: (1, 3), siblings: 1 }
    }
}

impl Bounds {
    /// What `[bounds]` says; what it does not say is as in every course.
    pub(super) fn read(course: &Reader<'_>) -> Self {
        let written = course.optional_table("bounds", "the bounds of a lesson", |bounds| {
            let usual = Self::default();
            let at_least = |key: &str, usual: u16| {
                bounds.ask(key);
                if bounds.has(key) { bounds.number(key, 0..=100).unwrap_or(usual) } else { usual }
            };
            Self {
                minutes: pair(bounds, "minutes", (1, 45)).map_or(usual.minutes, |(least, most)| least..=most),
                questions: at_least("questions", usual.questions),
                kinds: at_least("kinds", usual.kinds),
                thinking: pair(bounds, "thinking", (0, 100)).unwrap_or(usual.thinking),
                siblings: at_least("siblings", usual.siblings),
            }
        });
        written.unwrap_or_default()
    }
}

/// Two numbers, the first not above the second; if they are wrong, all that may be, so that no lesson is blamed.
fn pair(bounds: &Reader<'_>, key: &str, (least, most): (u16, u16)) -> Option<(u16, u16)> {
    let numbers = bounds.numbers(key, &(least..=most));
    if !bounds.has(key) {
        return None;
    }
    if let [first, second] = numbers[..]
        && first <= second
    {
        return Some((first, second));
    }
    let remedy = "write two numbers, the smaller first: minutes = [8, 12]; thinking = [1, 3] is one in three";
    bounds.error(key, Rule::WrongValue, &format!("this is no pair for `{key}`"), remedy);
    Some((least, most))
}
