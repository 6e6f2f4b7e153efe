//! Whole views.

mod choose_language;
mod cover;
mod lesson;
mod not_found;
mod paper_result;
mod practice;
mod progress;
mod qr_code;
mod result;
mod search;

pub use choose_language::{ChooseLanguage, ChooseLanguageProps};
pub(super) use cover::Cover;
#[cfg(feature = "ssr")]
pub(super) use lesson::inside;
pub(super) use lesson::{cards, is_served, lesson};
pub use not_found::{NotFound, NotFoundProps, Regret};
pub(super) use practice::Practice;
pub(super) use progress::ProgressView;
pub(super) use result::ResultView;
pub(super) use search::Search;
