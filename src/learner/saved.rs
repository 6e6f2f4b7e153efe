//! The saved format, versioned, and its own: a change of the domain types does not change what is on a device.
//!
//! Version 1 is JSON: `{"version":1,"answers":{ID:{"revision","response","points","of","at","tries"}},"drafts":{ID:
//! RESPONSE},"place":[LESSON,SECTION]}`. `points` and `of` are absent for “I don't know yet”. `at` is in
//! milliseconds since 1970. Fixtures of every version stand in `tests/saves/` and must load for ever.

use super::{Answer, Progress, Timestamp, Verdict};
use crate::id::{LessonId, OptionId, QuestionId, SectionId, Text};
use crate::quiz::{Response, Score};
use crate::wire::{Value, Wire, arrived};

/// The version that this program writes.
const VERSION: u64 = 1;

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

/// Progress as text.
pub fn save(progress: &Progress) -> String {
    let answers = progress.answers().iter().map(|(id, answer)| (Text::from(id.as_str()), write_answer(answer)));
    let drafts = progress.drafts().iter().map(|(id, draft)| (Text::from(id.as_str()), write_response(draft)));
    let mut saved = map([
        ("version", Value::Number(VERSION)),
        ("answers", Value::Map(answers.collect())),
        ("drafts", Value::Map(drafts.collect())),
    ]);
    saved.extend(progress.place().map(|place| (Text::from("place"), place.to_wire())));
    serde_json::to_string(&Value::Map(saved)).unwrap_or_default()
}

/// What a saved text turned out to be. Never fails.
pub fn load(text: &str) -> Loaded {
    let saved = serde_json::from_str::<Value>(text).ok().and_then(Value::into_map);
    let Some(saved) = saved.map(Fields) else { return Loaded::Corrupt };
    match saved.number("version") {
        None => Loaded::Corrupt,
        Some(version) if version > VERSION => Loaded::Newer,
        Some(_) => read_v1(&saved).map_or(Loaded::Corrupt, Loaded::Progress),
    }
}

/// Values by name, as they were saved.
struct Fields(Vec<(Text, Value)>);

impl Fields {
    fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(known, _)| **known == *name).map(|(_, value)| value)
    }

    fn number(&self, name: &str) -> Option<u64> {
        self.get(name).cloned().and_then(Value::into_number)
    }

    /// A map of things, each read by `read`; empty if it was not saved, nothing if one of them cannot be read.
    fn things<K: for<'a> From<&'a str>, V>(&self, name: &str, read: fn(Value) -> Option<V>) -> Option<Vec<(K, V)>> {
        let things = self.get(name).cloned().unwrap_or(Value::Map(Vec::new())).into_map()?;
        let mut known = Vec::with_capacity(things.len());
        for (key, value) in things {
            known.push((K::from(&key), read(value)?));
        }
        Some(known)
    }
}

fn map<const N: usize>(entries: [(&str, Value); N]) -> Vec<(Text, Value)> {
    entries.into_iter().map(|(name, value)| (Text::from(name), value)).collect()
}

fn read_v1(saved: &Fields) -> Option<Progress> {
    let answers = saved.things::<QuestionId, Answer>("answers", read_answer)?;
    let drafts = saved.things::<QuestionId, Response>("drafts", read_response)?;
    let place = match saved.get("place").cloned() {
        None | Some(Value::Nothing) => None,
        Some(place) => Some(arrived::<(LessonId, SectionId)>(place)?),
    };
    Some(Progress::new(answers.into_iter().collect(), drafts.into_iter().collect(), place))
}

fn write_answer(answer: &Answer) -> Value {
    let mut saved = map([
        ("revision", answer.revision.to_wire()),
        ("response", write_response(&answer.response)),
        ("at", Value::Number(answer.at.0)),
        ("tries", answer.tries.to_wire()),
    ]);
    if let Verdict::Scored(score) = answer.verdict {
        saved.extend(map([("points", score.points().to_wire()), ("of", score.of().to_wire())]));
    }
    Value::Map(saved)
}

fn read_answer(value: Value) -> Option<Answer> {
    let saved = Fields(value.into_map()?);
    // What revision and tries were before they were written down. Never to change.
    let or_first = |name: &str| saved.get(name).map_or(Some(1), |value| arrived::<u32>(value.clone()));
    let score = saved.number("points").zip(saved.number("of"));
    let size = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    Some(Answer {
        revision: or_first("revision")?,
        response: read_response(saved.get("response")?.clone())?,
        verdict: score.map_or(Verdict::Unsure, |(points, of)| Verdict::Scored(Score::new(size(points), size(of)))),
        at: Timestamp(saved.number("at")?),
        tries: or_first("tries")?.max(1),
    })
}

fn write_response(response: &Response) -> Value {
    match response {
        Response::Chosen(options) => Value::Map(map([("chosen", options.to_wire())])),
        Response::Ordered(order) => Value::Map(map([("ordered", order.to_wire())])),
        Response::Filled(filled) => {
            let filled = filled.iter().map(|(part, what)| (part.as_str().into(), Value::Text(what.clone())));
            Value::Map(map([("filled", Value::Map(filled.collect()))]))
        }
        Response::Unsure => Value::Text("unsure".into()),
    }
}

fn read_response(value: Value) -> Option<Response> {
    match value {
        Value::Text(text) => (*text == *"unsure").then_some(Response::Unsure),
        Value::Map(map) => {
            let (name, options) = map.into_iter().next()?;
            let options = arrived::<Vec<OptionId>>(options)?;
            match &*name {
                "chosen" => Some(Response::choosing(options)),
                "ordered" => Some(Response::Ordered(options)),
                _ => None,
            }
        }
        Value::Nothing | Value::Number(_) | Value::List(_) => None,
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
        for text in ["", "null", "{}", "[1]", "{\"version\":\"1\"}", "{\"version\":1,\"answers\":7}", "{\"version\":1"]
        {
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
