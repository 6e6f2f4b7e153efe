//! The saved format, versioned, and its own: a change of the domain types does not change what is on a device.
//!
//! Version 1 is JSON: `{"version":1,"answers":{ID:{"revision","response","points","of","at","tries"}},"drafts":{ID:
//! RESPONSE},"place":[LESSON,SECTION]}`. `points` and `of` are absent for “I don't know yet”. `at` is in
//! milliseconds since 1970. Fixtures of every version stand in `tests/saves/` and must load for ever.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Answer, Progress, Timestamp, Verdict};
use crate::id::{LessonId, OptionId, QuestionId, SectionId};
use crate::quiz::{Response, Score};

/// The version that this program writes.
const VERSION: u32 = 1;

/// What a saved text turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Loaded {
    /// Progress.
    Progress(Progress),
    /// Progress written by a later version of the program: to be left alone.
    Newer,
    /// Not progress at all.
    Corrupt,
}

#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct SavedV1 {
    version: u32,
    #[serde(default)]
    answers: BTreeMap<QuestionId, AnswerV1>,
    #[serde(default)]
    drafts: BTreeMap<QuestionId, ResponseV1>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<(LessonId, SectionId)>,
}

#[derive(Serialize, Deserialize)]
struct AnswerV1 {
    #[serde(default = "first")]
    revision: u32,
    response: ResponseV1,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    points: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    of: Option<u16>,
    at: u64,
    #[serde(default = "first")]
    tries: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ResponseV1 {
    Chosen(Vec<OptionId>),
    Ordered(Vec<OptionId>),
    Unsure,
}

/// What revision and tries were before they were written down. Never to change.
fn first() -> u32 {
    1
}

/// Progress as text.
pub fn save(progress: &Progress) -> String {
    let saved = SavedV1 {
        version: VERSION,
        answers: progress.answers().iter().map(|(id, answer)| (id.clone(), AnswerV1::from(answer))).collect(),
        drafts: progress.drafts().iter().map(|(id, draft)| (id.clone(), ResponseV1::from(draft))).collect(),
        place: progress.place().cloned(),
    };
    serde_json::to_string(&saved).unwrap_or_default()
}

/// What a saved text turned out to be. Never fails.
pub fn load(text: &str) -> Loaded {
    match serde_json::from_str::<Versioned>(text) {
        Err(_) => Loaded::Corrupt,
        Ok(Versioned { version }) if version > VERSION => Loaded::Newer,
        Ok(Versioned { .. }) => match serde_json::from_str::<SavedV1>(text) {
            Ok(saved) => Loaded::Progress(saved.into()),
            Err(_) => Loaded::Corrupt,
        },
    }
}

impl From<SavedV1> for Progress {
    fn from(saved: SavedV1) -> Self {
        Self::new(
            saved.answers.into_iter().map(|(id, answer)| (id, answer.into())).collect(),
            saved.drafts.into_iter().map(|(id, draft)| (id, draft.into())).collect(),
            saved.place,
        )
    }
}

impl From<&Answer> for AnswerV1 {
    fn from(answer: &Answer) -> Self {
        let score = match answer.verdict {
            Verdict::Unsure => None,
            Verdict::Scored(score) => Some(score),
        };
        Self {
            revision: answer.revision,
            response: ResponseV1::from(&answer.response),
            points: score.map(Score::points),
            of: score.map(Score::of),
            at: answer.at.0,
            tries: answer.tries,
        }
    }
}

impl From<AnswerV1> for Answer {
    fn from(saved: AnswerV1) -> Self {
        let verdict = match (saved.points, saved.of) {
            (Some(points), Some(of)) => Verdict::Scored(Score::new(points.into(), of.into())),
            (None, _) | (_, None) => Verdict::Unsure,
        };
        Self {
            revision: saved.revision,
            response: saved.response.into(),
            verdict,
            at: Timestamp(saved.at),
            tries: saved.tries.max(1),
        }
    }
}

impl From<&Response> for ResponseV1 {
    fn from(response: &Response) -> Self {
        match response {
            Response::Chosen(options) => Self::Chosen(options.iter().cloned().collect()),
            Response::Ordered(order) => Self::Ordered(order.clone()),
            Response::Unsure => Self::Unsure,
        }
    }
}

impl From<ResponseV1> for Response {
    fn from(saved: ResponseV1) -> Self {
        match saved {
            ResponseV1::Chosen(options) => Self::Chosen(options.into_iter().collect()),
            ResponseV1::Ordered(order) => Self::Ordered(order),
            ResponseV1::Unsure => Self::Unsure,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::learner::progress::tests::any_progress;

    #[test]
    fn a_later_version_is_left_alone() {
        assert_eq!(load(r#"{"version":2,"whatever":[]}"#), Loaded::Newer);
    }

    #[test]
    fn what_is_no_progress_is_corrupt() {
        for text in ["", "null", "{}", "[1]", "{\"version\":\"1\"}", "{\"version\":1,\"answers\":7}", "{\"version\":1"] {
            assert_eq!(load(text), Loaded::Corrupt, "{text}");
        }
    }

    proptest! {
        #[test]
        fn saving_then_loading_is_identity(progress in any_progress()) {
            prop_assert_eq!(load(&save(&progress)), Loaded::Progress(progress));
        }

        #[test]
        fn any_text_loads_without_a_panic(text in ".{0,80}") {
            let _ = load(&text);
        }

        #[test]
        fn a_damaged_save_loads_without_a_panic(progress in any_progress(), cut in 0usize..200, byte in any::<u8>()) {
            let mut bytes = save(&progress).into_bytes();
            let at = cut % bytes.len();
            bytes[at] = byte;
            let _ = load(&String::from_utf8_lossy(&bytes));
            bytes.truncate(at);
            let _ = load(&String::from_utf8_lossy(&bytes));
        }
    }
}
