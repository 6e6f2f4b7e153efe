//! How well a learner has a goal.

use super::{Aim, Day, Progress, Record, Verdict};

/// How well a learner has a goal, from least to best. It can go down again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mastery {
    /// No question of the goal was answered yet.
    #[default]
    NotSeen,
    /// One was.
    Seen,
    /// At least half of the lesson's questions of the goal are right, each by its latest attempt.
    Familiar,
    /// All of them are, and so is the latest attempt at any question of the goal, siblings included.
    Sure,
    /// The same, and the goal was right again on a later day than the first on which it was.
    Kept,
}

/// How well a learner has a goal, as of `today`. Days that are not known yet, from a clock that was wrong, keep nothing.
pub fn mastery(progress: &Progress, aim: &Aim, today: Day) -> Mastery {
    let Some(latest) = aim.latest(progress, today) else { return Mastery::NotSeen };
    let (mut asked, mut right) = (0, 0);
    for probe in aim.probes.iter().filter(|probe| !probe.is_sibling) {
        let verdict = progress.answer(&probe.question, probe.revision).map(Record::verdict);
        asked += 1;
        right += usize::from(verdict.is_some_and(Verdict::is_right));
    }
    if asked == 0 || right * 2 < asked {
        Mastery::Seen
    } else if right < asked || !latest.verdict.is_right() {
        Mastery::Familiar
    } else if was_right_again(progress, aim, today) {
        Mastery::Kept
    } else {
        Mastery::Sure
    }
}

/// Whether the goal was right on two days.
fn was_right_again(progress: &Progress, aim: &Aim, today: Day) -> bool {
    let right = aim.attempts(progress).filter(|attempt| attempt.verdict.is_right());
    let mut days = right.map(|attempt| attempt.moment.day).filter(|day| day.is_known(today));
    let first = days.next();
    days.any(|day| Some(day) != first)
}

#[cfg(test)]
mod tests {
    use super::Mastery::{Familiar, Kept, NotSeen, Seen, Sure};
    use super::*;
    use crate::learner::samples::{aim, answered, right, wrong};

    const TODAY: Day = Day(10);

    /// The goal has questions `a`, `b` and `c` in the lesson, and the sibling `s`.
    #[track_caller]
    fn check(answers: &[(&str, Verdict, u32)], level: Mastery) {
        assert_eq!(mastery(&answered(answers), &aim(&["a", "b", "c"], &["s"]), TODAY), level, "{answers:?}");
    }

    #[test]
    fn levels_rise_with_right_answers() {
        check(&[], NotSeen);
        check(&[("a", wrong(), 1)], Seen);
        check(&[("a", right(), 1)], Seen);
        check(&[("a", right(), 1), ("b", right(), 1)], Familiar);
        check(&[("a", right(), 1), ("b", right(), 1), ("c", right(), 1)], Sure);
        check(&[("a", right(), 1), ("b", right(), 1), ("c", right(), 2)], Kept);
        check(&[("a", right(), 1), ("b", right(), 1), ("c", right(), 1), ("s", right(), 2)], Kept);
    }

    #[test]
    fn not_knowing_yet_is_seen_and_not_right() {
        check(&[("a", Verdict::Unsure, 1), ("b", Verdict::Unsure, 1), ("c", Verdict::Unsure, 1)], Seen);
    }

    #[test]
    fn levels_fall_with_wrong_answers() {
        let all = [("a", right(), 1), ("b", right(), 1), ("c", right(), 2)];
        check(&[all.as_slice(), &[("s", wrong(), 3)]].concat(), Familiar);
        check(&[all.as_slice(), &[("s", wrong(), 3), ("s", right(), 3)]].concat(), Kept);
        check(&[all.as_slice(), &[("a", wrong(), 3), ("s", right(), 4)]].concat(), Familiar);
        check(&[all.as_slice(), &[("a", wrong(), 3), ("b", wrong(), 3)]].concat(), Seen);
    }

    #[test]
    fn the_same_day_again_keeps_nothing_nor_does_a_day_that_has_not_come() {
        check(&[("a", right(), 1), ("b", right(), 1), ("c", right(), 1), ("a", right(), 1)], Sure);
        check(&[("a", right(), 1), ("b", right(), 1), ("c", right(), 1), ("s", right(), 900)], Sure);
    }

    #[test]
    fn an_answer_by_a_wrong_clock_is_not_the_latest_for_ever() {
        let all = [("a", right(), 1), ("b", right(), 1), ("c", right(), 1), ("s", wrong(), 900)];
        check(&all, Sure);
    }

    #[test]
    fn siblings_alone_make_a_goal_seen() {
        check(&[("s", right(), 1)], Seen);
        let progress = answered(&[("s", right(), 1)]);
        assert_eq!(mastery(&progress, &aim(&[], &["s"]), TODAY), Seen);
    }
}
