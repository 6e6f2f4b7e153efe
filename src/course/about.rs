//! The page about the article and the course.

use super::Prose;
use crate::id::{SectionId, Text};

/// What an author says about the article and the course.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct About {
    /// Its sections, in order.
    pub sections: Vec<AboutSection>,
}

/// A heading with its prose.
#[derive(Clone, Debug, PartialEq)]
pub struct AboutSection {
    /// Its name, and its anchor in the page.
    pub id: SectionId,
    /// Its heading.
    pub title: Text,
    /// What it says.
    pub prose: Vec<Prose>,
    /// Whether the claims that could not be confirmed in full are listed after it.
    pub lists_unconfirmed: bool,
}
