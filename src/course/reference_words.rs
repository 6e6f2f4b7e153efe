//! The words of the pages to look things up in. They stand in the table `[reference]` of `interface.toml`. Those pages are
//! rendered when the course is built, so the words do not travel.

use super::word_list::word_list;
use crate::id::Text;

word_list! {
    /// Every word that the pages to look things up in say, in one language.
    ReferenceWords
    /// Title of the glossary, and the link to it.
    glossary_title,
    /// What the glossary is.
    glossary_about,
    /// Title of a lesson in two languages, and what stands before the links to it.
    parallel_title,
    /// What a lesson in two languages is.
    parallel_about,
    /// What stands before the choice of the other language.
    parallel_other,
    /// The link from a section in two languages to the same section of the lesson.
    parallel_to_section,
}
