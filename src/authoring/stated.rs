//! The numbers and days that a text states, and the sums it does.

use std::collections::BTreeMap;

use crate::course::Date;
use crate::id::Text;

/// A number or a day. Numbers of one digit are too common to tell anything.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fact {
    /// Two digits or more, as they are written.
    Number(String),
    /// A day of a month, both from 1.
    Day(u8, u8),
}

/// What is stated, each with the words that state it.
pub(super) type Stated = BTreeMap<Fact, String>;

/// The twelve months as they stand in a date of a language.
pub(super) type Calendar = [Text; 12];

/// The numbers and days of a text. Titles of sources may be in any language, hence several calendars.
pub(super) fn stated(text: &str, calendars: &[Calendar]) -> Stated {
    let mut stated = Stated::new();
    for (at, digits) in numbers(text) {
        if digits.len() > 1 {
            stated.insert(Fact::Number(digits.to_owned()), digits.to_owned());
        }
        let after = text.get(at + digits.len()..).unwrap_or_default();
        if let (Some(month), Ok(day)) = (month_after(after, calendars), digits.parse()) {
            stated.insert(Fact::Day(day, month), digits.to_owned());
        }
    }
    stated
}

/// The runs of digits, each with its place in bytes.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let rest = text.get(end..)?;
        let start = end + rest.find(|c: char| c.is_ascii_digit())?;
        let run = text.get(start..)?;
        end = start + run.find(|c: char| !c.is_ascii_digit()).unwrap_or(run.len());
        Some((start, text.get(start..end)?))
    })
}

/// The month that follows a day, or the last day of several: “14–15 November”.
fn month_after(text: &str, calendars: &[Calendar]) -> Option<u8> {
    let text = text.strip_prefix('–').map_or(text, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    let word: String = text.strip_prefix(' ')?.chars().take_while(|c| c.is_alphabetic()).collect();
    let word = word.to_lowercase();
    let month = |months: &Calendar| months.iter().position(|month| word.starts_with(&month.to_lowercase()));
    u8::try_from(calendars.iter().find_map(month)? + 1).ok()
}

/// What a date states.
pub(super) fn stated_by_date(date: Date) -> Vec<Fact> {
    let number = |number: u16| Fact::Number(number.to_string());
    let day = date.day.filter(|day| *day > 9).map(|day| number(day.into()));
    let whole = date.day.zip(date.month).map(|(day, month)| Fact::Day(day, month));
    [Some(number(date.year)), day, whole].into_iter().flatten().collect()
}

/// A sum or a difference, written out: “107 − 9 = 98”.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sum {
    /// The numbers before the sign of equality.
    pub(super) terms: Vec<i64>,
    /// What they are said to make.
    pub(super) result: i64,
    /// Whether they do.
    pub(super) is_right: bool,
    /// Where it begins, in bytes.
    pub(super) at: usize,
}

/// The sums of a text.
pub(super) fn sums(text: &str) -> Vec<Sum> {
    let mut sums = Vec::new();
    let mut open: Option<Sum> = None;
    let mut total = 0;
    let mut end = 0;
    for (at, digits) in numbers(text) {
        let Ok(number) = digits.parse::<i64>() else { continue };
        let between = text.get(end..at).unwrap_or_default();
        end = at + digits.len();
        let sign = match between.trim() {
            "+" => Some(1),
            "−" => Some(-1),
            _ => None,
        };
        match (&mut open, sign, between.trim()) {
            (Some(sum), Some(sign), _) => {
                sum.terms.push(number);
                total += sign * number;
            }
            (Some(sum), None, "=") if sum.terms.len() > 1 => {
                (sum.result, sum.is_right) = (number, total == number);
                sums.extend(open.take());
            }
            _ => {
                open = Some(Sum { terms: vec![number], result: 0, is_right: false, at });
                total = number;
            }
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONTHS: [&str; 12] = [
        "қаңтар",
        "ақпан",
        "наурыз",
        "сәуір",
        "мамыр",
        "маусым",
        "шілде",
        "тамыз",
        "қыркүйек",
        "қазан",
        "қараша",
        "желтоқсан",
    ];

    #[track_caller]
    fn check(text: &str, expected: &[Fact]) {
        assert_eq!(stated(text, &[MONTHS.map(Text::from)]).into_keys().collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn numbers_have_two_digits_and_days_one_or_two() {
        let number = |digits: &str| Fact::Number(digits.to_owned());
        check("9 орын, 107-ге", &[number("107")]);
        check("1995 жылғы 1 наурызда", &[number("1995"), Fact::Day(1, 3)]);
        check("14–15 қараша", &[number("14"), number("15"), Fact::Day(14, 11), Fact::Day(15, 11)]);
    }

    #[test]
    fn a_date_states_its_year_and_its_day() {
        let facts = stated_by_date("1995-03-01".parse().unwrap());
        assert_eq!(facts, [Fact::Number("1995".to_owned()), Fact::Day(1, 3)]);
    }

    #[track_caller]
    fn check_sums(text: &str, expected: &[(&[i64], i64, bool)]) {
        let found = sums(text);
        let found: Vec<_> = found.iter().map(|sum| (&*sum.terms, sum.result, sum.is_right)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn sums_are_done_again() {
        check_sums("107 − 9 = 98, 67 + 10 = 78.", &[(&[107, 9], 98, true), (&[67, 10], 78, false)]);
        check_sums("67 + 30 − 9 = 88", &[(&[67, 30, 9], 88, true)]);
        check_sums("1995–2007, 9 = 9", &[]);
    }
}
