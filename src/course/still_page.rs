//! A page that no program draws, as the file that holds the whole course has it.

use crate::id::Text;
use crate::wire::wire_struct;

/// A page that no program draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StillPage {
    /// The language of the page.
    pub language: Text,
    /// Its title.
    pub title: Text,
    /// The number of its script, if it has one.
    pub script: Option<u32>,
    /// Its content, as HTML. In JSON, like all else in the file: so it repeats the data of lessons letter by letter.
    pub body: Text,
}

wire_struct!(StillPage { language, title, script, body });
