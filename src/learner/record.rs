//! What is kept of a question.
//!
//! The latest attempt of each day, and of those the five latest; all else that is said of a learner is worked out from
//! them. What is left out of a set of attempts stays left out when more come in, so taking records together is a join:
//! in any order, and however often, it comes to what one learner would have who had made all attempts in one place.

use super::{Answer, Attempt, Minute, Verdict};
use crate::quiz::Response;

/// How many attempts are kept.
pub(super) const MOST_ATTEMPTS: usize = 5;

/// What is kept of a question: one to five attempts, at most one for each day, and the latest response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    revision: u32,
    response: Response,
    latest: Attempt,
    /// The attempts before, the oldest first.
    earlier: Vec<Attempt>,
}

impl From<Answer> for Record {
    fn from(Answer { revision, response, verdict, moment, certainty }: Answer) -> Self {
        Self { revision, response, latest: Attempt { moment, verdict, certainty }, earlier: Vec::new() }
    }
}

impl Record {
    /// What is kept of these attempts, the latest of which gave the response; `None` of none.
    pub(super) fn of(revision: u32, response: Response, attempts: &[Attempt]) -> Option<Self> {
        let mut earlier = Vec::new();
        for attempt in attempts {
            keep(&mut earlier, *attempt);
        }
        earlier.pop().map(|latest| Self { revision, response, latest, earlier })
    }

    /// The revision of the question that was answered.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// What was answered last; nothing chosen if only the attempts are known, as from a passport.
    pub fn response(&self) -> &Response {
        &self.response
    }

    /// The latest attempt.
    pub fn latest(&self) -> &Attempt {
        &self.latest
    }

    /// How the latest attempt was marked.
    pub fn verdict(&self) -> Verdict {
        self.latest.verdict
    }

    /// The attempts that are kept, the oldest first; one to five.
    pub fn attempts(&self) -> impl DoubleEndedIterator<Item = &Attempt> + Clone {
        self.earlier.iter().chain([&self.latest])
    }

    /// Both together. Answers to an older revision say nothing about the newer question.
    #[must_use]
    pub(super) fn join(self, other: Self) -> Self {
        if self.revision != other.revision {
            return if self.revision > other.revision { self } else { other };
        }
        let mut earlier = Vec::new();
        self.attempts().chain(other.attempts()).for_each(|attempt| keep(&mut earlier, *attempt));
        earlier.pop();
        let theirs_is_later = (self.latest, &self.response) < (other.latest, &other.response);
        let (latest, response) =
            if theirs_is_later { (other.latest, other.response) } else { (self.latest, self.response) };
        Self { revision: self.revision, response, latest, earlier }
    }

    /// What there is later than a minute.
    pub(super) fn later_than(self, minute: Minute) -> Option<Self> {
        let attempts: Vec<Attempt> =
            self.attempts().filter(|attempt| attempt.moment.minute > minute).copied().collect();
        Self::of(self.revision, self.response, &attempts)
    }

    /// The same attempts on the same days, all put later than a minute.
    #[must_use]
    pub(super) fn moved_after(mut self, mut minute: Minute) -> Self {
        for attempt in self.earlier.iter_mut().chain([&mut self.latest]) {
            minute = attempt.moment.minute.max(minute.next());
            attempt.moment.minute = minute;
        }
        self
    }
}

/// Takes an attempt into a list in order, where it is the latest of its day and one of the five latest.
fn keep(kept: &mut Vec<Attempt>, attempt: Attempt) {
    if let Some(at) = kept.iter().position(|known| known.moment.day == attempt.moment.day) {
        if kept.get(at).is_some_and(|known| *known >= attempt) {
            return;
        }
        kept.remove(at);
    }
    let at = kept.partition_point(|known| *known < attempt);
    kept.insert(at, attempt);
    if kept.len() > MOST_ATTEMPTS {
        kept.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::learner::samples::{any_answer, any_answers, any_record};
    use crate::learner::{Day, Moment};
    use crate::quiz::Score;

    /// What is kept, said as plainly as can be.
    fn kept_of(answers: &[Answer]) -> Option<(u32, Response, Vec<Attempt>)> {
        let revision = answers.iter().map(|answer| answer.revision).max()?;
        let mut all: Vec<(Attempt, &Response)> = answers
            .iter()
            .filter(|answer| answer.revision == revision)
            .map(|Answer { moment, verdict, certainty, response, .. }| {
                (Attempt { moment: *moment, verdict: *verdict, certainty: *certainty }, response)
            })
            .collect();
        all.sort();
        let response = all.last()?.1.clone();
        let later_that_day =
            |attempt: &Attempt| all.iter().any(|(a, _)| a.moment.day == attempt.moment.day && a > attempt);
        let mut kept: Vec<Attempt> = all.iter().map(|(a, _)| *a).filter(|a| !later_that_day(a)).collect();
        kept.dedup();
        Some((revision, response, kept.split_off(kept.len().saturating_sub(MOST_ATTEMPTS))))
    }

    fn parts(record: &Record) -> (u32, Response, Vec<Attempt>) {
        (record.revision(), record.response().clone(), record.attempts().copied().collect())
    }

    fn at(minute: u32, day: u32) -> Attempt {
        let moment = Moment { minute: Minute(minute), day: Day(day) };
        Attempt { moment, verdict: Verdict::Scored(Score::new(1, 1)), certainty: None }
    }

    #[test]
    fn a_record_of_no_attempts_is_none() {
        assert_eq!(Record::of(1, Response::nothing(), &[]), None);
    }

    #[test]
    fn of_a_day_the_latest_attempt_is_kept_and_of_days_the_latest_five() {
        let attempts = [at(1, 1), at(9, 2), at(8, 2), at(10, 3), at(11, 4), at(12, 5), at(13, 6)];
        let record = Record::of(1, Response::nothing(), &attempts).unwrap();
        let minutes: Vec<u32> = record.attempts().map(|attempt| attempt.moment.minute.0).collect();
        assert_eq!(minutes, [9, 10, 11, 12, 13]);
    }

    #[test]
    fn moving_attempts_keeps_their_order_and_their_days() {
        let moved =
            Record::of(1, Response::nothing(), &[at(1, 1), at(2, 2), at(30, 3)]).unwrap().moved_after(Minute(7));
        assert_eq!(parts(&moved).2, [at(8, 1), at(9, 2), at(30, 3)]);
    }

    proptest! {
        #[test]
        fn in_any_order_records_come_to_what_one_learner_would_have(
            (answers, shuffled) in any_answers().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
            devices in prop::collection::vec(0usize..3, 12),
        ) {
            let mut on = [None, None, None];
            for (answer, device) in shuffled.into_iter().zip(devices.into_iter().cycle()) {
                let record = Record::from(answer);
                on[device] = Some(on[device].take().map_or(record.clone(), |known: Record| known.join(record)));
            }
            let joined = on.into_iter().flatten().reduce(Record::join);
            prop_assert_eq!(joined.as_ref().map(parts), kept_of(&answers));
        }

        #[test]
        fn join_is_associative_commutative_and_idempotent(a in any_record(), b in any_record(), c in any_record()) {
            prop_assert_eq!(a.clone().join(b.clone()), b.clone().join(a.clone()));
            prop_assert_eq!(a.clone().join(b.clone()).join(c.clone()), a.clone().join(b.join(c)));
            prop_assert_eq!(a.clone().join(a.clone()), a);
        }

        #[test]
        fn forgetting_before_or_after_the_join_is_the_same(a in any_answer(), b in any_record(), minute in 0u32..12) {
            let (a, minute) = (Record::from(Answer { revision: b.revision(), ..a }), Minute(minute));
            let before = [a.clone(), b.clone()].into_iter().filter_map(|r| r.later_than(minute)).reduce(Record::join);
            let after = a.join(b).later_than(minute);
            prop_assert_eq!(before.as_ref().map(parts), after.as_ref().map(parts));
        }
    }
}
