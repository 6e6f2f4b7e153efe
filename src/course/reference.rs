//! The pages to look things up in: which there are, and where they lie.

use super::ReferenceWords;
use crate::id::Text;

/// A page to look things up in. It runs no program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// The terms of the course.
    Glossary,
    /// The figures of the course, and the chronicle.
    Figures,
    /// All claims of the article.
    Claims,
    /// What is said about the article and the course.
    About,
    /// How to put the course into another site.
    ForSites,
}

impl Reference {
    /// All of them, in the order of the links.
    pub const ALL: [Self; 5] = [Self::Figures, Self::Glossary, Self::Claims, Self::About, Self::ForSites];

    /// Its part of the address, below the language.
    pub fn path(self) -> &'static str {
        match self {
            Self::Glossary => "glossary",
            Self::Figures => "figures",
            Self::Claims => "claims",
            Self::About => "about",
            Self::ForSites => "for-sites",
        }
    }

    /// What it is called.
    pub fn title(self, words: &ReferenceWords) -> &Text {
        match self {
            Self::Glossary => &words.glossary_title,
            Self::Figures => &words.figures_title,
            Self::Claims => &words.claims_title,
            Self::About => &words.about_title,
            Self::ForSites => &words.for_sites_title,
        }
    }

    /// What it is, in a sentence or two.
    pub fn about(self, words: &ReferenceWords) -> &Text {
        match self {
            Self::Glossary => &words.glossary_about,
            Self::Figures => &words.figures_about,
            Self::Claims => &words.claims_about,
            Self::About => &words.about_about,
            Self::ForSites => &words.for_sites_about,
        }
    }
}
