//! Version 1 of the saved format, which is not written any more and loads for ever.
//!
//! It was `{"version":1,"answers":{ID:{"revision","response","points","of","at","tries"}},"drafts":{ID:
//! RESPONSE},"place":[LESSON,SECTION]}`. `points` and `of` were absent for “I don't know yet”. `at` was in milliseconds
//! since 1970; its day is taken to be that of UTC. `tries` is not used any more.

use super::{Fields, read_response};
use crate::id::QuestionId;
use crate::learner::held::Held;
use crate::learner::{Answer, Minute, Moment, Progress, Record, Verdict};
use crate::sorted::SortedMap;
use crate::wire::{Value, arrived};

/// Progress of version 1; `None` if it is damaged.
pub(super) fn read(mut saved: Fields) -> Option<Progress> {
    let mut questions = SortedMap::default();
    for (id, answer) in saved.take_questions("answers")? {
        let record = Some(Record::from(read_answer(answer)?));
        questions.insert(QuestionId::from(&*id), Held { record, ..Held::default() });
    }
    for (id, draft) in saved.take_questions("drafts")? {
        let id = QuestionId::from(&*id);
        let held = questions.remove(&id).unwrap_or_default();
        questions.insert(id, Held { draft: Some(read_response(draft)?), ..held });
    }
    let place = match saved.take("place") {
        None | Some(Value::Nothing) => None,
        Some(place) => Some((Minute::default(), arrived(place)?)),
    };
    Some(Progress::new(questions, place, 0, None))
}

fn read_answer(value: Value) -> Option<Answer> {
    let mut saved = Fields::of(value)?;
    // What the revision was before it was written down. Never to change.
    let revision = saved.take_as("revision").ok()?.unwrap_or(1);
    let score = saved.take_as::<u64>("points").ok()?.zip(saved.take_as::<u64>("of").ok()?);
    let size = |number: u64| u16::try_from(number).unwrap_or(u16::MAX);
    Some(Answer {
        revision,
        response: saved.take_response("response").ok()??,
        verdict: score.map_or(Verdict::Unsure, |(points, of)| Verdict::from_points_of(size(points), size(of.max(1)))),
        moment: Moment::of_clock(saved.take_as("at").ok()??, 0),
        certainty: None,
    })
}
