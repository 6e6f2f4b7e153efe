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
    /// In the file that holds the whole course: that it needs JavaScript.
    no_script,
}
