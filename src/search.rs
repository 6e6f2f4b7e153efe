//! Finding something in the course by what is typed.
//!
//! Words are compared by sound ([`crate::quiz::sound`]), so that a keyboard without Kazakh letters, another alphabet or
//! a letter that only looks right finds the same. A word of the course answers a word of the query, best first:
//!
//! * if it is spelled alike, or sounds alike;
//! * if both are one word with different endings ([`endings`]);
//! * if it begins with what is being typed: the last word, as long as nothing follows it;
//! * if nothing else answers, and the word has six letters or more: if they differ by one slip of the finger.
//!
//! A document is found if all words of the query are answered in it. Where nothing is found, the query is read once more
//! as if the keyboard had been switched to the other alphabet.

mod document;
mod endings;
mod index;
mod keyboard;
mod marks;
mod vocabulary;
mod words;

pub use document::{Document, Kind};
pub use index::{Found, Index};
pub use marks::{Excerpt, Run};
