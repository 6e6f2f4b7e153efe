//! Questions: a card for all kinds, one component per kind for answering, and what is said afterwards.

mod card;
mod choice;
mod feedback;
mod ordering;

pub(super) use card::QuestionCard;
