//! A word that changed, taken apart.

use crate::id::{ClaimId, FigureId, LanguageId, Text};

/// A part of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordPart {
    /// Its letters.
    pub text: Text,
    /// What it means.
    pub means: Text,
    /// Whether it is what changed.
    pub marked: bool,
}

/// A word at one time, in the name in which it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordForm {
    /// The whole name.
    pub name: Text,
    /// The word of it that matters, taken apart.
    pub parts: Vec<WordPart>,
}

/// A word before and after, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordChange {
    /// The language.
    pub language: LanguageId,
    /// What the language is called.
    pub label: Text,
    /// Before.
    pub before: WordForm,
    /// After.
    pub after: WordForm,
}

/// A word that changed, in several languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its name.
    pub id: FigureId,
    /// What it shows.
    pub title: Text,
    /// What a reader who cannot see it should know of the drawing.
    pub alt: Text,
    /// The claims it rests on.
    pub claims: Vec<ClaimId>,
    /// The time of “before”.
    pub before_when: Text,
    /// The time of “after”.
    pub after_when: Text,
    /// The word in each language.
    pub languages: Vec<WordChange>,
}
