//! The rules of content that no single key can break: one rule per file.

mod duplicate_questions;
mod glossary_drift;
mod language_drift;
mod typography;
mod unused_files;

pub(super) use duplicate_questions::duplicate_questions;
pub(super) use glossary_drift::glossary_drift;
pub(super) use language_drift::language_drift;
pub(super) use typography::typography;
pub(super) use unused_files::unused_files;

/// The words of a text: runs between white space that hold a letter or a digit.
pub(super) fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}
