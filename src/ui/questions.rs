//! Questions: a card for all kinds, one component per kind for answering, and what is said afterwards.

mod blanks;
mod card;
mod feedback;
mod options;
mod ordering;
mod pick;
mod placing;
mod sheet;
mod true_false;

pub(super) use blanks::letter_keys;
#[cfg(feature = "ssr")]
pub(super) use card::instruction;
pub(super) use card::{Marking, QuestionCard, QuestionCardProps, give_all};
