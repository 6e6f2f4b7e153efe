//! The pages to look things up in: which there are, and where they lie.

use super::ReferenceWords;
use crate::id::Text;

/// A page to look things up in. It runs no program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// The terms of the course.
    Glossary,
}

impl Reference {
    /// All of them, in the order of the links.
    pub const ALL: [Self; 1] = [Self::Glossary];

    /// Its part of the address, below the language.
    pub fn path(self) -> &'static str {
        match self {
            Self::Glossary => "glossary",
        }
    }

    /// What it is called.
    pub fn title(self, words: &ReferenceWords) -> &Text {
        match self {
            Self::Glossary => &words.glossary_title,
        }
    }

    /// What it is, in a sentence or two.
    pub fn about(self, words: &ReferenceWords) -> &Text {
        match self {
            Self::Glossary => &words.glossary_about,
        }
    }
}
