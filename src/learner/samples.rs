//! Progress of all kinds, for laws that hold for all.

use proptest::prelude::*;

use super::{Aim, Answer, Certainty, Day, Event, Minute, Moment, Probe, Progress, Record, Verdict};
use crate::id::{LessonId, OptionId, QuestionId, SectionId, Text};
use crate::quiz::{Response, Score};

pub(super) fn any_question() -> impl Strategy<Value = QuestionId> {
    "q[1-4]".prop_map(|id| QuestionId::from(id.as_str()))
}

pub(super) fn any_response() -> impl Strategy<Value = Response> {
    let id = || "[a-c]".prop_map(|id| OptionId::from(id.as_str()));
    let parts = prop::collection::vec((id(), "[а-в\"]{0,2}".prop_map(|text| Text::from(text.as_str()))), 0..3);
    prop_oneof![
        prop::collection::vec(id(), 0..3).prop_map(Response::choosing),
        prop::collection::vec(id(), 0..3).prop_map(Response::Ordered),
        parts.prop_map(|parts| Response::Filled(parts.into_iter().collect())),
        Just(Response::Unsure),
    ]
}

pub(super) fn any_verdict() -> impl Strategy<Value = Verdict> {
    prop_oneof![
        Just(Verdict::Unsure),
        (0usize..4, 1usize..4).prop_map(|(points, of)| Verdict::Scored(Score::new(points, of))),
        Just(Verdict::Scored(Score::new(1, 1))),
    ]
}

pub(super) fn any_certainty() -> impl Strategy<Value = Option<Certainty>> {
    prop::sample::select(vec![None, Some(Certainty::Guess), Some(Certainty::Think), Some(Certainty::Sure)])
}

pub(super) fn moment(minute: u32, day: u32) -> Moment {
    Moment { minute: Minute(minute), day: Day(day) }
}

/// An answer of the first or the second revision, at any of a few minutes, on any of a few days.
pub(super) fn any_answer() -> impl Strategy<Value = Answer> {
    (1u32..3, any_response(), any_verdict(), 0u32..12, 0u32..8, any_certainty()).prop_map(
        |(revision, response, verdict, minute, day, certainty)| Answer {
            revision,
            response,
            verdict,
            moment: moment(minute, day),
            certainty,
        },
    )
}

pub(super) fn any_answers() -> impl Strategy<Value = Vec<Answer>> {
    prop::collection::vec(any_answer(), 0..16)
}

pub(super) fn any_record() -> impl Strategy<Value = Record> {
    prop::collection::vec(any_answer().prop_map(Record::from), 1..9)
        .prop_map(|records| records.into_iter().reduce(Record::join).unwrap())
}

/// Something a learner does in one place.
pub(super) fn any_event() -> impl Strategy<Value = Event> {
    let place = ("[a-b]", "[s-t]").prop_map(|(l, s)| (LessonId::from(l.as_str()), SectionId::from(s.as_str())));
    let sitting = prop::option::of("[a-z{\"]{0,3}".prop_map(|text| Text::from(text.as_str())));
    prop_oneof![
        8 => (any_question(), any_answer()).prop_map(|(question, answer)| Event::Answered(question, answer)),
        2 => (any_question(), any_response()).prop_map(|(question, response)| Event::Drafted(question, response)),
        1 => prop::collection::vec(any_question(), 0..3).prop_map(Event::Reopened),
        1 => (place, 0u32..12).prop_map(|((lesson, section), now)| Event::Reached(lesson, section, Minute(now))),
        1 => any::<bool>().prop_map(Event::AskedCertainty),
        1 => sitting.prop_map(Event::Sat),
        2 => (prop::collection::vec(any_question(), 0..3), 0u32..12)
            .prop_map(|(questions, now)| Event::Forgotten(questions, Minute(now))),
    ]
}

pub(super) fn any_progress() -> impl Strategy<Value = Progress> {
    prop::collection::vec(any_event(), 0..24)
        .prop_map(|events| events.into_iter().fold(Progress::default(), Progress::apply))
}

pub(super) fn right() -> Verdict {
    Verdict::Scored(Score::new(1, 1))
}

pub(super) fn wrong() -> Verdict {
    Verdict::Scored(Score::new(0, 1))
}

/// A goal tested by these questions of the lesson, and these siblings; all of the first revision.
pub(super) fn aim(questions: &[&str], siblings: &[&str]) -> Aim {
    let probe = |id: &&str, is_sibling| Probe { question: QuestionId::from(*id), revision: 1, is_sibling };
    let probes = questions.iter().map(|id| probe(id, false)).chain(siblings.iter().map(|id| probe(id, true)));
    Aim { lesson: "lesson".into(), goal: "goal".into(), probes: probes.collect() }
}

/// Progress of these answers, one after the other, each with its day.
pub(super) fn answered(answers: &[(&str, Verdict, u32)]) -> Progress {
    (0u32..).zip(answers).fold(Progress::default(), |progress, (minute, (id, verdict, day))| {
        let (response, moment) = (Response::Unsure, moment(minute, *day));
        let answer = Answer { revision: 1, response, verdict: *verdict, moment, certainty: None };
        progress.apply(Event::Answered(QuestionId::from(*id), answer))
    })
}
