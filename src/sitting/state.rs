//! A sitting under way, as it is kept on the device, so that a reload half-way goes on with the same paper.
//!
//! Version 1 is one text: `1 SEED MINUTE FINISHED ID,ID,… QUERY`, with `FINISHED` as 0 or 1. The query comes last, for
//! it alone may hold spaces. Every version loads for ever.

use super::Seed;
use crate::id::{QuestionId, Text, is_kebab_case};

/// The version that this program writes.
const VERSION: &str = "1";

/// A sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// The query of the link that asked for it, as it was: another link is another sitting.
    pub query: Text,
    /// The seed that its paper was drawn with.
    pub seed: Seed,
    /// The questions of its paper, in order.
    pub questions: Vec<QuestionId>,
    /// When it began, in minutes since 1970: earlier answers do not belong to it.
    pub since_minute: u32,
    /// Whether its result has been shown.
    pub finished: bool,
}

impl Sitting {
    /// The sitting as text.
    pub fn to_text(&self) -> String {
        let questions = self.questions.iter().map(QuestionId::as_str).collect::<Vec<_>>().join(",");
        let finished = u8::from(self.finished);
        format!("{VERSION} {} {} {finished} {questions} {}", self.seed, self.since_minute, self.query)
    }

    /// The sitting that a text is; `None` if it is none, or one of a later version.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.splitn(6, ' ');
        let mut next = || parts.next();
        if next()? != VERSION {
            return None;
        }
        let seed: u64 = next()?.parse().ok()?;
        let since_minute = next()?.parse().ok()?;
        let finished = match next()? {
            "0" => false,
            "1" => true,
            _ => return None,
        };
        let mut questions = Vec::new();
        for name in next()?.split(',').filter(|name| !name.is_empty()) {
            questions.push(is_kebab_case(name).then(|| QuestionId::from(name))?);
        }
        Some(Self { query: Text::from(next()?), seed: Seed::new(seed), questions, since_minute, finished })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_sitting() -> impl Strategy<Value = Sitting> {
        let questions = prop::collection::vec("[a-z0-9]{1,5}(-[a-z0-9]{1,5})?", 0..8);
        (any::<String>(), any::<u64>(), questions, any::<u32>(), any::<bool>()).prop_map(
            |(query, seed, questions, since_minute, finished)| Sitting {
                query: query.into(),
                seed: Seed::new(seed),
                questions: questions.iter().map(|id| QuestionId::from(id.as_str())).collect(),
                since_minute,
                finished,
            },
        )
    }

    #[test]
    fn the_text_of_version_one_loads_for_ever() {
        let sitting = Sitting {
            query: "?mode=check&q=a-1,b".into(),
            seed: Seed::new(7),
            questions: vec!["b".into(), "a-1".into()],
            since_minute: 29_000_000,
            finished: false,
        };
        let text = "1 7 29000000 0 b,a-1 ?mode=check&q=a-1,b";
        assert_eq!(sitting.to_text(), text);
        assert_eq!(Sitting::from_text(text), Some(sitting));
    }

    #[test]
    fn what_is_no_sitting_is_none() {
        for text in ["", "1", "2 7 1 0 a ?", "1 x 1 0 a ?", "1 7 -1 0 a ?", "1 7 1 2 a ?", "1 7 1 0 A ?", "1 7 1 0 a"] {
            assert_eq!(Sitting::from_text(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_sitting_is_read_as_it_was_written(sitting in any_sitting()) {
            prop_assert_eq!(Sitting::from_text(&sitting.to_text()), Some(sitting));
        }

        #[test]
        fn any_text_is_a_sitting_or_none(text in any::<String>()) {
            let _ = Sitting::from_text(&text);
        }

        #[test]
        fn a_damaged_text_is_a_sitting_or_none(sitting in any_sitting(), at in any::<prop::sample::Index>(), put in ".{0,2}") {
            let text: Vec<char> = sitting.to_text().chars().collect();
            let at = at.index(text.len());
            let _ = Sitting::from_text(&text[..at].iter().copied().chain(put.chars()).collect::<String>());
        }
    }
}
