//! The saved format, versioned, and its own: a change of the domain types does not change what is on a device.
//! Fixtures of every version stand in `tests/saves/` and must load for ever.
//!
//! Version 2, which is written: `{"version":2,"questions":{ID:{"rev","said":RESPONSE,"at":[…],"gone","draft":RESPONSE}},
//! "place":[MINUTE,[LESSON,SECTION]],"certainty","sitting"}`, whatever there is of it. The keys of a question are short,
//! for there are hundreds of them.
//!
//! * `rev` is the revision that was answered, `said` the latest response, `at` the attempts.
//! * An attempt is four numbers in `at`, the oldest first: minutes since the attempt before (the first: since 1970);
//!   points; of how many (0 for “I don't know yet”); and 4 × how far its day is from that of UTC ([`Moment::shift`]) +
//!   how sure the learner was (0 not asked, 1 guess, 2 think, 3 sure).
//! * `gone` is the minute until which the question was forgotten, `draft` a response half made.
//! * `certainty` is how often the learner changed the wish to be asked for it; `sitting` is another module's own.
//!
//! A RESPONSE is `{"chosen":[OPTION]}`, `{"ordered":[OPTION]}`, `{"filled":{PART:TEXT}}` or `"unsure"`.
//!
//! Version 1 is read by [`first`].

mod first;

use super::held::{Held, Tombstone};
use super::{Attempt, Certainty, Minute, Moment, Progress, Record, Verdict};
use crate::id::{LessonId, OptionId, QuestionId, SectionId, Text};
use crate::json;
use crate::quiz::Response;
use crate::sorted::SortedMap;
use crate::wire::{Value, Wire, arrived};

/// The version that this program writes.
const VERSION: u64 = 2;
/// More questions than any course has, and more parts than any question: a file with more is no progress, and would
/// only take time.
pub(super) const MOST_ENTRIES: usize = 4096;

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
    let questions = progress.questions().iter().map(|(id, held)| (Text::from(id.as_str()), write_question(held)));
    let mut saved = map([("version", Value::Number(VERSION)), ("questions", Value::Map(questions.collect()))]);
    if let Some((minute, place)) = progress.place_and_minute() {
        saved.extend(map([("place", Value::List(vec![minute.0.to_wire(), place.to_wire()]))]));
    }
    if progress.certainty_changes() > 0 {
        saved.extend(map([("certainty", progress.certainty_changes().to_wire())]));
    }
    if let Some(sitting) = progress.sitting() {
        saved.extend(map([("sitting", sitting.to_wire())]));
    }
    json::write(&Value::Map(saved))
}

/// What a saved text turned out to be. Never fails.
pub fn load(text: &str) -> Loaded {
    let saved = json::read(text).and_then(Value::into_map);
    let Some(mut saved) = saved.map(Fields) else { return Loaded::Corrupt };
    let progress = match saved.take("version").and_then(Value::into_number) {
        None => None,
        Some(version) if version > VERSION => return Loaded::Newer,
        Some(VERSION) => read_v2(saved),
        Some(_) => first::read(saved),
    };
    progress.map_or(Loaded::Corrupt, Loaded::Progress)
}

/// Something was saved that is no such thing.
struct Damaged;

/// Values by name, as they were saved.
struct Fields(Vec<(Text, Value)>);

impl Fields {
    fn of(value: Value) -> Option<Self> {
        value.into_map().map(Self)
    }

    fn take(&mut self, name: &str) -> Option<Value> {
        let at = self.0.iter().position(|(known, _)| **known == *name)?;
        Some(self.0.swap_remove(at).1)
    }

    /// A thing as it was saved; `None` if it was not.
    fn take_as<T: Wire>(&mut self, name: &str) -> Result<Option<T>, Damaged> {
        self.take(name).map(|value| arrived(value).ok_or(Damaged)).transpose()
    }

    /// As [`Fields::take_as`].
    fn take_response(&mut self, name: &str) -> Result<Option<Response>, Damaged> {
        self.take(name).map(|value| read_response(value).ok_or(Damaged)).transpose()
    }

    /// A map of questions; empty if it was not saved, nothing if there are too many.
    fn take_questions(&mut self, name: &str) -> Option<Vec<(Text, Value)>> {
        let questions = self.take(name).map_or(Some(Vec::new()), Value::into_map)?;
        (questions.len() <= MOST_ENTRIES).then_some(questions)
    }
}

fn map<const N: usize>(entries: [(&str, Value); N]) -> Vec<(Text, Value)> {
    entries.into_iter().map(|(name, value)| (Text::from(name), value)).collect()
}

fn write_question(held: &Held) -> Value {
    let mut saved = Vec::new();
    let revision = held.record.as_ref().map(Record::revision).or(held.tombstone.map(|tombstone| tombstone.revision));
    saved.extend(revision.map(|revision| (Text::from("rev"), revision.to_wire())));
    if let Some(record) = &held.record {
        saved.extend(map([("said", write_response(record.response())), ("at", write_attempts(record))]));
    }
    saved.extend(held.tombstone.map(|tombstone| (Text::from("gone"), tombstone.minute.0.to_wire())));
    saved.extend(held.draft.as_ref().map(|draft| (Text::from("draft"), write_response(draft))));
    Value::Map(saved)
}

fn read_question(saved: Value) -> Option<Held> {
    let mut saved = Fields::of(saved)?;
    let revision = saved.take_as::<u32>("rev").ok()?;
    let record = match (saved.take_response("said").ok()?, saved.take("at")) {
        (Some(response), Some(attempts)) => Some(Record::of(revision?, response, &read_attempts(attempts)?)?),
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => return None,
    };
    let tombstone = match saved.take_as::<u32>("gone").ok()? {
        Some(minute) => Some(Tombstone { revision: revision?, minute: Minute(minute) }),
        None => None,
    };
    let draft = saved.take_response("draft").ok()?;
    Some(Held { record, tombstone, draft }.without_forgotten())
}

fn write_attempts(record: &Record) -> Value {
    let mut numbers = Vec::new();
    let mut before = 0;
    for Attempt { moment, verdict, certainty } in record.attempts() {
        let (points, of) = verdict.points_of();
        numbers.push((moment.minute.0 - before).to_wire());
        numbers.extend([points.to_wire(), of.to_wire()]);
        numbers.push(Value::Number(4 * moment.shift() + u64::from(Certainty::number(*certainty))));
        before = moment.minute.0;
    }
    Value::List(numbers)
}

fn read_attempts(saved: Value) -> Option<Vec<Attempt>> {
    let numbers = arrived::<Vec<u64>>(saved)?;
    let mut attempts = Vec::new();
    let mut minute = 0u32;
    for numbers in numbers.chunks(4) {
        let &[wait, points, of, how] = numbers else { return None };
        minute = minute.checked_add(wait.try_into().ok()?)?;
        attempts.push(Attempt {
            moment: Moment::shifted(Minute(minute), how / 4)?,
            verdict: Verdict::from_points_of(points.try_into().ok()?, of.try_into().ok()?),
            certainty: Certainty::from_number(how % 4),
        });
    }
    Some(attempts)
}

fn read_v2(mut saved: Fields) -> Option<Progress> {
    let mut questions = SortedMap::default();
    for (id, question) in saved.take_questions("questions")? {
        let held = read_question(question)?;
        // Progress holds no question of which it holds nothing.
        if !held.is_nothing() {
            questions.insert(QuestionId::from(&*id), held);
        }
    }
    let place = saved.take_as::<(u32, (LessonId, SectionId))>("place").ok()?;
    let place = place.map(|(minute, place)| (Minute(minute), place));
    let certainty_changes = saved.take_as("certainty").ok()?.unwrap_or(0);
    Some(Progress::new(questions, place, certainty_changes, saved.take_as("sitting").ok()?))
}

fn write_response(response: &Response) -> Value {
    match response {
        Response::Chosen(options) => Value::Map(map([("chosen", options.to_wire())])),
        Response::Ordered(order) => Value::Map(map([("ordered", order.to_wire())])),
        Response::Filled(parts) => {
            let parts = parts.iter().map(|(part, text)| (Text::from(part.as_str()), text.to_wire()));
            Value::Map(map([("filled", Value::Map(parts.collect()))]))
        }
        Response::Unsure => Value::Text("unsure".into()),
    }
}

fn read_response(value: Value) -> Option<Response> {
    match value {
        Value::Text(text) => (*text == *"unsure").then_some(Response::Unsure),
        Value::Map(map) => {
            let (name, given) = map.into_iter().next()?;
            match &*name {
                "chosen" => Some(Response::choosing(read_options(given)?)),
                "ordered" => Some(Response::Ordered(read_options(given)?)),
                "filled" => {
                    let given = given.into_map().filter(|given| given.len() <= MOST_ENTRIES)?;
                    let mut parts = SortedMap::default();
                    for (part, text) in given {
                        parts.insert(OptionId::from(&*part), text.into_text()?);
                    }
                    Some(Response::Filled(parts))
                }
                _ => None,
            }
        }
        Value::Nothing | Value::Number(_) | Value::List(_) => None,
    }
}

fn read_options(value: Value) -> Option<Vec<OptionId>> {
    arrived::<Vec<OptionId>>(value).filter(|options| options.len() <= MOST_ENTRIES)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::learner::samples::{any_progress, moment};
    use crate::learner::{Answer, Event};
    use crate::quiz::Score;

    #[test]
    fn a_later_version_is_left_alone() {
        assert_eq!(load(r#"{"version":3,"whatever":[]}"#), Loaded::Newer);
    }

    #[test]
    fn what_is_no_progress_is_corrupt() {
        for text in [
            "",
            "null",
            "{}",
            "[1]",
            r#"{"version":"1"}"#,
            r#"{"version":1,"answers":7}"#,
            r#"{"version":1"#,
            r#"{"version":2,"questions":{"q":{"rev":1,"said":"unsure"}}}"#,
            r#"{"version":2,"questions":{"q":{"rev":1,"said":"unsure","at":[]}}}"#,
            r#"{"version":2,"questions":{"q":{"rev":1,"said":"unsure","at":[1,1,1]}}}"#,
            r#"{"version":2,"questions":{"q":{"said":"unsure","at":[1,1,1,1]}}}"#,
            r#"{"version":2,"questions":{"q":{"rev":1,"said":"unsure","at":[1,1,1,1],"gone":"now"}}}"#,
            r#"{"version":2,"place":["lesson","section"]}"#,
        ] {
            assert_eq!(load(text), Loaded::Corrupt, "{text}");
        }
    }

    #[test]
    fn of_a_question_of_which_nothing_was_saved_nothing_is_held() {
        let text = r#"{"version":2,"questions":{"q":{},"r":{"rev":7}}}"#;
        assert_eq!(load(text), Loaded::Progress(Progress::default()));
    }

    #[test]
    fn more_questions_than_any_course_has_are_corrupt() {
        let many = |count: usize| {
            let questions: Vec<String> = (0..count).map(|n| format!(r#""q{n}":{{"draft":"unsure"}}"#)).collect();
            load(&format!(r#"{{"version":2,"questions":{{{}}}}}"#, questions.join(",")))
        };
        assert!(matches!(many(MOST_ENTRIES), Loaded::Progress(_)));
        assert_eq!(many(MOST_ENTRIES + 1), Loaded::Corrupt);
    }

    #[test]
    fn more_options_than_any_question_has_are_corrupt() {
        let many = vec![r#""a""#; MOST_ENTRIES + 1].join(",");
        for kind in ["chosen", "ordered"] {
            let text = format!(r#"{{"version":2,"questions":{{"q":{{"draft":{{"{kind}":[{many}]}}}}}}}}"#);
            assert_eq!(load(&text), Loaded::Corrupt);
        }
    }

    /// Responses as long as those of real lessons: of five questions three have one option, one has several, and one is
    /// an order or a table.
    fn long_response(n: usize) -> Response {
        let option = |name: &str| OptionId::from(format!("{name}-{:0>13}", "option").as_str());
        match n % 10 {
            0..6 => Response::choosing([option("a")]),
            6 | 7 => Response::choosing([option("a"), option("b")]),
            8 => Response::Ordered(["a", "b", "c", "d"].map(option).into()),
            _ => Response::Filled(
                ["a", "b", "c", "d"].map(|part| (option(part), "place-in-figure".into())).into_iter().collect(),
            ),
        }
    }

    #[test]
    fn the_greatest_progress_stays_under_64_kilobytes() {
        let ids: Vec<QuestionId> =
            (0..250).map(|n| QuestionId::from(format!("question-of-a-lesson-{n:04}").as_str())).collect();
        let mut progress = Progress::default().apply(Event::Forgotten(ids.clone(), Minute(29_800_000)));
        for (n, id) in ids.iter().enumerate() {
            for attempt in 0..5u32 {
                let minute = 29_900_000 + 43_200 * attempt;
                let answer = Answer {
                    revision: 10,
                    response: long_response(n),
                    verdict: Verdict::Scored(Score::new(3, 4)),
                    moment: moment(minute, minute / 1440 + 1),
                    certainty: Some(Certainty::Sure),
                };
                progress = progress.apply(Event::Answered(id.clone(), answer));
            }
            progress = progress.apply(Event::Drafted(id.clone(), long_response(n)));
        }
        progress = progress.apply(Event::Sat(Some("s".repeat(1000).as_str().into())));
        assert_eq!(ids[0].as_str().len(), 25);
        assert!(progress.answers().all(|(_, record)| record.attempts().count() == 5));
        let saved = save(&progress);
        assert!(saved.len() < 64_000, "{} bytes", saved.len());
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
        fn a_damaged_save_loads_without_a_panic(progress in any_progress(), cut in 0usize..2000, byte in any::<u8>()) {
            let mut bytes = save(&progress).into_bytes();
            let at = cut % bytes.len();
            bytes[at] = byte;
            let _ = load(&String::from_utf8_lossy(&bytes));
            bytes.truncate(at);
            let _ = load(&String::from_utf8_lossy(&bytes));
        }
    }
}
