//! When a goal is to be seen again.
//!
//! A goal goes up one step on a day when it is due and no question of it is missed, and back to the beginning on a day
//! when one is. All is worked out from the days of the attempts that are kept.

use super::{Aim, Attempt, Day, Progress};
use crate::wire::wire_struct;

/// How many steps there can be: as many as attempts are kept of a question.
const MOST_STEPS: usize = super::record::MOST_ATTEMPTS;

/// After how many days a goal is to be seen again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    days: Vec<u16>,
}

impl Default for Schedule {
    fn default() -> Self {
        Self { days: vec![1, 7, 30] }
    }
}

impl Schedule {
    /// Steps in days: one to five, at least a day each, none shorter than the one before; `None` if they are not.
    pub fn new(days: Vec<u16>) -> Option<Self> {
        let is_good = (1..=MOST_STEPS).contains(&days.len()) && days.is_sorted() && days.first() != Some(&0);
        is_good.then_some(Self { days })
    }

    /// The days between one review and the next.
    pub fn days(&self) -> &[u16] {
        &self.days
    }

    /// The day on which a goal is to be seen again, past days included; `None` if it was never seen. Attempts of days
    /// that are not known yet, from a clock that was wrong, count for nothing; if there is nothing else, today is the
    /// day.
    pub fn due(&self, progress: &Progress, aim: &Aim, today: Day) -> Option<Day> {
        aim.attempts(progress).next()?;
        let mut due = None;
        let mut step = 0;
        for (day, is_right) in days_of(progress, aim, today) {
            if !is_right {
                step = 0;
                due = Some(day.after(1));
            } else if due.is_none_or(|due| due <= day) {
                let days = self.days.get(step).or(self.days.last()).copied().unwrap_or(1);
                step += 1;
                due = Some(day.after(days.into()));
            }
        }
        Some(due.unwrap_or(today))
    }

    /// The goals to be seen today, at most so many, the most urgent first: what the learner was sure of and got wrong,
    /// then what is longest overdue, then as they were given. The rest waits.
    pub fn deck<'a>(&self, progress: &Progress, aims: &'a [Aim], today: Day, limit: usize) -> Vec<&'a Aim> {
        let mut deck: Vec<((bool, Day), &Aim)> = Vec::new();
        for aim in aims {
            let Some(due) = self.due(progress, aim, today).filter(|due| *due <= today) else { continue };
            let is_false_belief = aim.latest(progress, today).is_some_and(Attempt::is_sure_and_wrong);
            let urgency = (!is_false_belief, due);
            let at = deck.partition_point(|(other, _)| *other <= urgency);
            deck.insert(at, (urgency, aim));
            deck.truncate(limit);
        }
        deck.into_iter().map(|(_, aim)| aim).collect()
    }
}

/// The days on which questions of a goal were answered, in order, and whether all were right in the end.
fn days_of(progress: &Progress, aim: &Aim, today: Day) -> Vec<(Day, bool)> {
    let mut days: Vec<(Day, bool)> = Vec::new();
    for attempt in aim.attempts(progress).filter(|attempt| attempt.moment.day.is_known(today)) {
        let (day, is_right) = (attempt.moment.day, attempt.verdict.is_right());
        let at = days.partition_point(|(other, _)| *other < day);
        match days.get_mut(at) {
            Some((other, was_right)) if *other == day => *was_right &= is_right,
            Some(_) | None => days.insert(at, (day, is_right)),
        }
    }
    days
}

wire_struct!(Schedule { days });

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::learner::samples::{aim, answered, any_verdict, right, wrong};
    use crate::learner::{Answer, Certainty, Event, Verdict};
    use crate::quiz::Response;

    #[track_caller]
    fn check(answers: &[(&str, Verdict, u32)], due: Option<u32>) {
        let due_day = Schedule::default().due(&answered(answers), &aim(&["a", "b"], &["s"]), Day(100));
        assert_eq!(due_day, due.map(Day), "{answers:?}");
    }

    #[test]
    fn steps_are_one_to_five_and_never_shorter() {
        for good in [vec![1], vec![1, 7, 30], vec![2, 2], vec![1, 2, 3, 4, 5]] {
            assert!(Schedule::new(good.clone()).is_some(), "{good:?}");
        }
        for bad in [vec![], vec![0, 1], vec![7, 1], vec![1; 6]] {
            assert_eq!(Schedule::new(bad.clone()), None, "{bad:?}");
        }
        assert_eq!(Schedule::new(vec![1, 7, 30]), Some(Schedule::default()));
    }

    #[test]
    fn each_right_day_that_was_due_is_a_step() {
        check(&[], None);
        check(&[("a", right(), 10)], Some(11));
        check(&[("a", right(), 10), ("s", right(), 11)], Some(18));
        check(&[("a", right(), 10), ("s", right(), 11), ("a", right(), 20)], Some(50));
        check(&[("a", right(), 10), ("s", right(), 11), ("a", right(), 20), ("b", right(), 55)], Some(85));
    }

    #[test]
    fn coming_early_changes_nothing() {
        check(&[("a", right(), 10), ("a", right(), 11), ("b", right(), 15)], Some(18));
    }

    #[test]
    fn a_day_with_a_miss_begins_again() {
        check(&[("a", wrong(), 10)], Some(11));
        check(&[("a", Verdict::Unsure, 10), ("b", right(), 10)], Some(11));
        check(&[("a", right(), 10), ("a", right(), 11), ("b", wrong(), 15)], Some(16));
        check(&[("a", right(), 10), ("a", right(), 11), ("b", wrong(), 15), ("b", right(), 16)], Some(17));
        check(&[("a", wrong(), 10), ("a", right(), 10)], Some(11));
    }

    #[test]
    fn a_wrong_clock_makes_a_goal_due_once() {
        check(&[("a", right(), 900)], Some(100));
        check(&[("a", right(), 900), ("b", right(), 100)], Some(101));
        check(&[("a", right(), 101)], Some(102));
    }

    #[test]
    fn what_was_surely_wrong_comes_first_then_what_is_longest_overdue() {
        let aims: Vec<_> = ["new", "fresh", "old", "older", "believed"].iter().map(|id| aim(&[id], &[])).collect();
        let mut progress = answered(&[
            ("fresh", right(), 100),
            ("old", right(), 50),
            ("older", right(), 40),
            ("believed", right(), 40),
        ]);
        let id = crate::id::QuestionId::from("believed");
        let moment = crate::learner::samples::moment(99, 99);
        let certainty = Some(Certainty::Sure);
        let answer = Answer { revision: 1, response: Response::Unsure, verdict: wrong(), moment, certainty };
        progress = progress.apply(Event::Answered(id, answer));
        let deck = |limit| -> Vec<_> {
            let deck = Schedule::default().deck(&progress, &aims, Day(100), limit);
            deck.into_iter().map(|aim| aim.probes[0].question.to_string()).collect()
        };
        assert_eq!(deck(9), ["believed", "older", "old"]);
        assert_eq!(deck(2), ["believed", "older"]);
        assert!(deck(0).is_empty());
    }

    proptest! {
        #[test]
        fn whatever_clocks_and_travels_do_every_goal_seen_comes_back(
            // Days near today and far from it, in any order: the calendar of the place jumps, and so does the clock.
            answers in prop::collection::vec(
                (0usize..5, any_verdict(), prop_oneof![90u32..103, 0u32..1000, Just(u32::MAX)]), 0..40),
            steps in prop::collection::vec(1u16..60, 1..5),
            today in 80u32..120,
            limit in 0usize..6,
        ) {
            let ids = ["a", "b", "c", "d", "e"];
            let aims: Vec<_> = ids.iter().map(|id| aim(&[id], &[])).collect();
            let answers: Vec<_> = answers.into_iter().map(|(n, verdict, day)| (ids[n], verdict, day)).collect();
            let progress = answered(&answers);
            let mut steps = steps;
            steps.sort_unstable();
            let longest = u32::from(*steps.last().unwrap());
            let schedule = Schedule::new(steps).unwrap();
            let today = Day(today);
            for aim in &aims {
                let was_seen = answers.iter().any(|(id, ..)| *id == aim.probes[0].question.as_str());
                let due = schedule.due(&progress, aim, today);
                prop_assert_eq!(due.is_some(), was_seen);
                prop_assert!(due.is_none_or(|due| due <= today.after(longest + 1)));
            }
            let deck = schedule.deck(&progress, &aims, today, limit);
            prop_assert!(deck.len() <= limit);
            let all = schedule.deck(&progress, &aims, today, usize::MAX);
            prop_assert_eq!(&deck[..], &all[..deck.len()]);
            let due = |aim: &&Aim| schedule.due(&progress, aim, today).is_some_and(|due| due <= today);
            prop_assert_eq!(all.len(), aims.iter().filter(due).count());
        }

        #[test]
        fn what_was_seen_today_is_not_due_again_today(verdicts in prop::collection::vec(any_verdict(), 1..4), past in 0u32..200) {
            let today = Day(100);
            let mut answers = vec![("a", right(), past)];
            answers.extend(verdicts.into_iter().map(|verdict| ("a", verdict, 100)));
            let due = Schedule::default().due(&answered(&answers), &aim(&["a"], &[]), today);
            prop_assert!(due.is_some_and(|due| due > today));
        }
    }
}
