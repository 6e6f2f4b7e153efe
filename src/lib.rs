//! Shanyraq: lessons and quizzes on one scholarly article, in the browser.
//!
//! The arrows point one way: `quiz` ← `learner`, `sitting` and `search` ← `course`, and the worlds around them (`authoring`, `ui`,
//! `browser`) see those five, never the reverse. Features decide which worlds are compiled; see ARCHITECTURE.md.

pub mod course;
pub mod host;
pub mod id;
mod json;
pub mod learner;
pub mod quiz;
pub mod search;
pub mod sitting;
pub mod sorted;
pub mod wire;

#[cfg(feature = "authoring")]
pub mod authoring;
#[cfg(feature = "browser")]
pub mod browser;
#[cfg(feature = "ui")]
pub mod ui;
