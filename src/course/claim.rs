//! A claim of the article: what it says, of which kind, what checking showed, what has changed since.

use super::Date;
use crate::id::{ClaimId, Text};

/// What kind of statement a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClaimKind {
    /// Something that can be checked.
    Fact,
    /// What a speech, a strategy or an office-holder said.
    OfficialPosition,
    /// What the author of the article thinks.
    AuthorAssessment,
}

/// What checking a claim showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verified {
    /// Independent sources say the same.
    Confirmed,
    /// Sources bear out a part of it.
    InPart,
    /// Sources say otherwise.
    Contradicted,
    /// Nothing was found either way.
    NotFound,
    /// A position or an assessment: there is nothing to check like a date.
    NotCheckable,
}

/// What has superseded a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// When.
    pub when: Date,
    /// What, and by which act.
    pub text: Text,
}

/// Where something can be read up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is.
    pub title: Text,
    /// When it appeared, if known.
    pub date: Option<Date>,
    /// Its address.
    pub url: Text,
}

/// A claim of the article, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its name.
    pub id: ClaimId,
    /// Its number, from 1, in the order of the article.
    pub number: u16,
    /// The paragraph of the article, 1 to 26.
    pub paragraph: u8,
    /// What kind of statement it is.
    pub kind: ClaimKind,
    /// The time for which the article's statement speaks.
    pub as_of: Date,
    /// What checking it showed.
    pub verified: Verified,
    /// When it was checked.
    pub checked: Date,
    /// When it wants checking again, if what was found speaks of the present day.
    pub review_by: Option<Date>,
    /// What the article says, in our words.
    pub text: Text,
    /// What checking showed, in words.
    pub finding: Text,
    /// What has superseded it.
    pub since: Option<Since>,
    /// Where it can be read up.
    pub sources: Vec<Source>,
}
