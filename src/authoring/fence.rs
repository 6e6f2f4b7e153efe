//! The fenced blocks of a lesson: which kinds there are, and who reads them.

use std::ops::Range;

use super::diagnostic::Rule;
use super::lesson::Context;
use super::reader::Reader;
use super::{cards, figures, question};
use crate::course::Block;
use crate::id::{ClaimId, Text};

/// A kind of fenced block: its name after the fence, what it is called in messages, and its reader.
pub(super) struct Fence {
    pub(super) name: &'static str,
    pub(super) what: &'static str,
    pub(super) read: fn(&Reader<'_>, &Context<'_>) -> Option<Block>,
}

/// All kinds of fenced block.
pub(super) const FENCES: &[Fence] = &[
    Fence { name: "question", what: "a question", read: question::read },
    Fence { name: "timeline", what: "a timeline", read: figures::timeline },
    Fence { name: "seats", what: "a chamber of seats", read: figures::seats },
    Fence { name: "then-and-now", what: "a box “then and now”", read: figures::then_and_now },
    Fence { name: "ladder", what: "a ladder of legal acts", read: figures::ladder },
    Fence { name: "numbers", what: "a figure of numbers", read: figures::numbers },
    Fence { name: "who-says-so", what: "a card about a source", read: cards::who_says_so },
    Fence { name: "teacher", what: "a plan for the teacher", read: cards::teacher },
];

/// The claims that a block names. At least one is needed.
pub(super) fn claims(block: &Reader<'_>, context: &Context<'_>) -> Vec<ClaimId> {
    let ids = block.ids("claims");
    if ids.is_empty() {
        let remedy = "name the ids of claims.toml on which it rests: nothing here is said without its ground";
        block.error("claims", Rule::MissingClaim, "this rests on no claim", remedy);
    }
    known_claims(ids, block, context)
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
