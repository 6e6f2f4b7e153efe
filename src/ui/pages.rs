//! Whole views.

mod choose_language;
mod cover;
mod lesson;
mod not_found;
mod result;

pub use choose_language::{ChooseLanguage, ChooseLanguageProps};
pub(super) use cover::Cover;
pub(super) use lesson::lesson;
pub use not_found::{NotFound, NotFoundProps};
pub(super) use result::ResultView;
