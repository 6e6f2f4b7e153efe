//! What a learner did with a question, by the ids of its options.

use crate::id::{OptionId, Text};
use crate::sorted::SortedMap;

/// A response, complete or half made. It names options by id, so reordering or rewording them keeps it.
///
/// Responses have an order, so that two devices choose the same of two; it means nothing else. The least is
/// [`Response::nothing`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Response {
    /// The options chosen, of one or of several: each once, by id. Made by [`Response::choosing`].
    Chosen(Vec<OptionId>),
    /// All items, in the learner's order.
    Ordered(Vec<OptionId>),
    /// For each part of the task, by its id, what was put there: the id of a place, or a text as typed.
    Filled(SortedMap<OptionId, Text>),
    /// “I don't know yet.”
    Unsure,
}

impl Response {
    /// A response that chooses these options, in whatever order and however often they are named.
    pub fn choosing(options: impl IntoIterator<Item = OptionId>) -> Self {
        let mut chosen: Vec<OptionId> = Vec::new();
        for option in options {
            if let Err(at) = chosen.binary_search(&option) {
                chosen.insert(at, option);
            }
        }
        Self::Chosen(chosen)
    }

    /// Nothing chosen.
    pub fn nothing() -> Self {
        Self::Chosen(Vec::new())
    }

    /// The options chosen; none for the kinds where one does not choose.
    pub fn chosen(&self) -> &[OptionId] {
        match self {
            Self::Chosen(options) => options,
            Self::Ordered(_) | Self::Filled(_) | Self::Unsure => &[],
        }
    }

    /// What was put in a part of the task; nothing for the kinds that have no such parts.
    pub fn put(&self, part: &OptionId) -> Option<&str> {
        match self {
            Self::Filled(filled) => filled.get(part).map(|put| &**put),
            Self::Chosen(_) | Self::Ordered(_) | Self::Unsure => None,
        }
    }

    /// The response with something else put in a part of the task; with nothing there if it is empty.
    #[must_use]
    pub fn putting(&self, part: &OptionId, what: Text) -> Self {
        let mut filled = match self {
            Self::Filled(filled) => filled.clone(),
            Self::Chosen(_) | Self::Ordered(_) | Self::Unsure => SortedMap::default(),
        };
        if what.is_empty() {
            filled.remove(part);
        } else {
            filled.insert(part.clone(), what);
        }
        Self::Filled(filled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choosing_is_the_same_in_any_order() {
        let choosing = |ids: &[&str]| Response::choosing(ids.iter().map(|&id| OptionId::from(id)));
        assert_eq!(choosing(&["b", "a", "b"]), choosing(&["a", "b"]));
    }

    #[test]
    fn nothing_is_the_least_response() {
        let least = [Response::Ordered(vec![]), Response::Filled(SortedMap::default()), Response::Unsure];
        assert!(least.iter().all(|response| Response::nothing() < *response));
    }
}
