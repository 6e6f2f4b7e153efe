//! The rules of content that no single key can break: one rule per file.

mod cited_numbers;
mod claims_in_use;
mod duplicate_questions;
mod glossary_drift;
mod goals_asked;
mod language_drift;
mod lesson_bounds;
mod name_drift;
mod number_drift;
mod translations;
mod typography;
mod unused_files;

pub(super) use cited_numbers::cited_numbers;
pub(super) use claims_in_use::claims_in_use;
pub(super) use duplicate_questions::duplicate_questions;
pub(super) use glossary_drift::glossary_drift;
pub(super) use goals_asked::goals_asked;
pub(super) use language_drift::language_drift;
pub(super) use lesson_bounds::lesson_bounds;
pub(super) use name_drift::{name_drift, unused_names};
pub(super) use number_drift::number_drift;
pub(super) use translations::pairs;
pub(super) use typography::typography;
pub(super) use unused_files::unused_files;

/// The words of a text: runs between white space that hold a letter or a digit.
pub(super) fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}
