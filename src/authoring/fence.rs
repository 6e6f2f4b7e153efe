//! The fenced blocks of a lesson: which kinds there are, and who reads them.

use std::ops::Range;

use super::diagnostic::Rule;
use super::lesson::Context;
use super::reader::Reader;
use super::{cards, changed_word, figures, figures_page, question, spans};
use crate::course::Block;
use crate::id::{ClaimId, Text};

/// Where a kind of block may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Lesson,
    Figures,
    Both,
}

impl Place {
    /// The place in words.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Lesson => "in a lesson",
            Self::Figures => "on the page of figures",
            Self::Both => "anywhere",
        }
    }
}

/// A kind of fenced block: its name after the fence, what it is called in messages, where it may stand, its reader.
pub(super) struct Fence {
    pub(super) name: &'static str,
    pub(super) what: &'static str,
    pub(super) place: Place,
    pub(super) read: fn(&Reader<'_>, &Context<'_>) -> Option<Block>,
}

/// All kinds of fenced block.
pub(super) const FENCES: &[Fence] = &[
    Fence { name: "question", what: "a question", place: Place::Lesson, read: question::read },
    Fence { name: "timeline", what: "a timeline", place: Place::Both, read: figures::timeline },
    Fence { name: "seats", what: "a chamber of seats", place: Place::Both, read: figures::seats },
    Fence { name: "then-and-now", what: "a box “then and now”", place: Place::Both, read: figures::then_and_now },
    Fence { name: "ladder", what: "a ladder of legal acts", place: Place::Both, read: figures::ladder },
    Fence { name: "numbers", what: "a figure of numbers", place: Place::Both, read: figures::numbers },
    Fence { name: "institution", what: "an institution", place: Place::Both, read: spans::institution },
    Fence { name: "word", what: "a word that changed", place: Place::Both, read: changed_word::word },
    Fence { name: "chronicle", what: "a chronicle", place: Place::Figures, read: spans::chronicle },
    Fence { name: "figure", what: "a figure shown again", place: Place::Figures, read: figures_page::again },
    Fence { name: "who-says-so", what: "a card about a source", place: Place::Both, read: cards::who_says_so },
    Fence { name: "teacher", what: "a plan for the teacher", place: Place::Lesson, read: cards::teacher },
];

/// The claims that a block names. At least one is needed.
pub(super) fn claims(block: &Reader<'_>, context: &Context<'_>) -> Vec<ClaimId> {
    claims_needed(block);
    known_claims(block.ids("claims"), block, context)
}

/// Reports a block that names no claim.
pub(super) fn claims_needed(block: &Reader<'_>) {
    if block.ids("claims").is_empty() {
        let remedy = "name the ids of claims.toml on which it rests: nothing here is said without its ground";
        block.error("claims", Rule::MissingClaim, "this rests on no claim", remedy);
    }
}

/// Those of the ids that are claims; the others are reported.
pub(super) fn known_claims(ids: Vec<(&str, Range<usize>)>, block: &Reader<'_>, context: &Context<'_>) -> Vec<ClaimId> {
    let mut known = Vec::new();
    for (id, at) in ids {
        let claim = ClaimId::from(id);
        if context.knows(&claim) {
            known.push(claim);
        } else {
            let message = format!("there is no claim `{id}`");
            block.file.error(block.reports, &at, Rule::UnknownId, &message, "use an id of claims.toml");
        }
    }
    known
}

/// The text for those who cannot see a figure.
pub(super) fn alt(figure: &Reader<'_>) -> Option<Text> {
    figure.words_or(
        "alt",
        Rule::MissingAlt,
        "say in a sentence what the drawing shows: a pupil may hear it instead of seeing it",
    )
}
