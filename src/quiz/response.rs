//! What a learner did with a question, by the ids of its options.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::OptionId;

/// A response, complete or half made. It names options by id, so reordering or rewording them keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Response {
    /// The options chosen, of one or of several.
    Chosen(BTreeSet<OptionId>),
    /// All items, in the learner's order.
    Ordered(Vec<OptionId>),
    /// “I don't know yet.”
    Unsure,
}

impl Response {
    /// A response that chooses one option.
    pub fn one(option: OptionId) -> Self {
        Self::Chosen(BTreeSet::from([option]))
    }

    /// Nothing chosen.
    pub fn nothing() -> Self {
        Self::Chosen(BTreeSet::new())
    }

    /// The options chosen, for the kinds where one chooses.
    pub fn chosen(&self) -> Option<&BTreeSet<OptionId>> {
        match self {
            Self::Chosen(options) => Some(options),
            Self::Ordered(_) | Self::Unsure => None,
        }
    }
}
