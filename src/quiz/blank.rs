//! A blank to be filled: typed, or chosen from a list. A short answer is one; a cloze has several.

use super::letters::{is_space, trim};
use super::{Choice, Outcome, Reason, counts_as};
use crate::id::{OptionId, Text};
use crate::wire::{wire_enum, wire_struct};

/// A whole number, and how near is near enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The number.
    pub value: u64,
    /// How far from it an answer may be.
    pub tolerance: u64,
}

/// What belongs in a blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Words, typed: any of these. The first is the spelling that is shown; there is at least one.
    Words(Vec<Text>),
    /// A number, typed.
    Number(Number),
    /// One right option of a list.
    OneOf(Choice),
}

/// A wrong answer that deserves a word of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The answer.
    pub text: Text,
    /// What is behind it.
    pub because: Text,
}

/// A blank to be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// Its name, in the responses of learners.
    pub id: OptionId,
    /// What belongs in it.
    pub expected: Expected,
    /// Wrong answers that deserve a word of their own.
    pub rejected: Vec<Rejected>,
    /// Why the right answer is right.
    pub because: Text,
    /// What is said to any other wrong answer; empty where `because` says it all.
    pub otherwise: Text,
}

impl Blank {
    /// Whether an answer is right. An answer of spaces is none.
    pub fn accepts(&self, answer: &str) -> bool {
        match &self.expected {
            Expected::Words(accepted) => {
                let rejected: Vec<Text> = self.rejected.iter().map(|rejected| rejected.text.clone()).collect();
                counts_as(answer, accepted, &rejected).is_some()
            }
            Expected::Number(number) => match number_in(answer) {
                Some(typed) => typed.abs_diff(number.value) <= number.tolerance,
                // In words or in Roman numerals.
                None => {
                    !answer.contains(|c: char| c.is_ascii_digit())
                        && counts_as(answer, &[number.value.to_string().into()], &[]).is_some()
                }
            },
            Expected::OneOf(choice) => choice.options.iter().any(|option| option.right && option.id.as_str() == answer),
        }
    }

    /// Whether it can hold such an answer: any text where one types, an option where one chooses.
    pub fn can_hold(&self, answer: &str) -> bool {
        match &self.expected {
            Expected::Words(_) | Expected::Number(_) => true,
            Expected::OneOf(choice) => choice.options.iter().any(|option| option.id.as_str() == answer),
        }
    }

    /// The answer that is right, as a response holds it.
    pub fn right_answer(&self) -> Text {
        match &self.expected {
            Expected::Words(accepted) => accepted.first().cloned().unwrap_or_default(),
            Expected::Number(number) => number.value.to_string().into(),
            Expected::OneOf(choice) => choice
                .options
                .iter()
                .find(|option| option.right)
                .map(|option| option.id.as_str().into())
                .unwrap_or_default(),
        }
    }

    /// What is said of it.
    pub fn reason(&self, answer: Option<&str>) -> Reason {
        let answer = answer.map(trim).filter(|answer| !answer.is_empty());
        let outcome = match answer {
            None => Outcome::Missed,
            Some(answer) if self.accepts(answer) => Outcome::Right,
            Some(_) => Outcome::Wrong,
        };
        let known = |answer: &str| {
            self.rejected.iter().find(|known| counts_as(answer, std::slice::from_ref(&known.text), &[]).is_some())
        };
        let otherwise = if self.otherwise.is_empty() { &self.because } else { &self.otherwise };
        let option = |id: &str| match &self.expected {
            Expected::OneOf(choice) => choice.options.iter().find(|option| option.id.as_str() == id),
            Expected::Words(_) | Expected::Number(_) => None,
        };
        let because = match (outcome, answer) {
            (Outcome::Wrong, Some(answer)) => option(answer)
                .map(|option| &option.because)
                .or_else(|| known(answer).map(|known| &known.because))
                .unwrap_or(otherwise),
            (Outcome::Right | Outcome::Wrong | Outcome::Missed | Outcome::Aside, _) => &self.because,
        };
        let shown = |answer: &str| option(answer).map_or_else(|| Text::from(answer), |option| option.text.clone());
        Reason {
            part: self.id.clone(),
            text: "".into(),
            outcome,
            given: answer.map(shown),
            right: Some(shown(&self.right_answer())),
            clue: None,
            because: because.clone(),
        }
    }
}

/// A number in digits, with whatever a language puts between thousands.
fn number_in(text: &str) -> Option<u64> {
    text.chars().filter(|c| !is_space(*c) && !matches!(c, ',' | '.')).collect::<String>().parse().ok()
}

wire_struct!(Number { value, tolerance });
wire_enum!(Expected { 0 => Words, 1 => Number, 2 => OneOf });
wire_struct!(Rejected { text, because });
wire_struct!(Blank { id, expected, rejected, because, otherwise });

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::quiz) fn blank(id: &str, expected: Expected) -> Blank {
        let rejected = vec![Rejected { text: "Сенат".into(), because: "the other chamber".into() }];
        Blank { id: OptionId::from(id), expected, rejected, because: "because".into(), otherwise: "otherwise".into() }
    }

    fn number(value: u64, tolerance: u64) -> Blank {
        blank("answer", Expected::Number(Number { value, tolerance }))
    }

    #[test]
    fn a_number_counts_in_digits_words_and_roman_numerals() {
        for typed in ["9", " 9 ", "тоғыз", "девять", "IX"] {
            assert!(number(9, 0).accepts(typed), "{typed}");
        }
        for typed in ["", "8", "10", "99", "-9", "9.5"] {
            assert!(!number(9, 0).accepts(typed), "{typed}");
        }
        assert!(number(3088, 0).accepts("3 088") && number(3088, 0).accepts("3,088"));
    }

    #[test]
    fn near_is_good_enough_only_within_the_tolerance() {
        assert!(number(3088, 100).accepts("3000"));
        assert!(!number(3088, 80).accepts("3000"));
    }

    #[test]
    fn each_wrong_answer_is_answered() {
        let blank = blank("answer", Expected::Words(vec!["Мәжіліс".into()]));
        let said = |answer| (blank.reason(answer).outcome, blank.reason(answer).because.to_string());
        assert_eq!(said(Some("мажилис")), (Outcome::Right, "because".to_owned()));
        assert_eq!(said(Some("сенат")), (Outcome::Wrong, "the other chamber".to_owned()));
        assert_eq!(said(Some("парк")), (Outcome::Wrong, "otherwise".to_owned()));
        assert_eq!(said(Some("  ")), (Outcome::Missed, "because".to_owned()));
    }

    #[test]
    fn the_right_spelling_is_shown() {
        let blank = blank("answer", Expected::Words(vec!["Мәжіліс".into()]));
        assert_eq!(blank.reason(Some("мажилис")).right.as_deref(), Some("Мәжіліс"));
    }
}
