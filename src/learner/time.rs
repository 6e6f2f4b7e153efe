//! Time as a learner's answers have it: minutes for the order of answers, days for the distance between them.

const MINUTES_OF_A_DAY: u32 = 24 * 60;

/// Minutes since 1970 by UTC: they put answers in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minute(pub u32);

impl Minute {
    /// What a clock further ahead is taken for, some four thousand years from now: it leaves room for the answers after it.
    const LAST: u32 = u32::MAX / 2;

    /// The minute after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// Whether there is room for answers after it. No clock comes further, not even with all answers after it.
    pub(super) fn leaves_room(self) -> bool {
        self <= Self(Self::LAST / 2 * 3)
    }
}

/// Days since 1970-01-01 by the calendar of the place: what a pupil calls a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub u32);

impl Day {
    /// The day that many days later.
    #[must_use]
    pub fn after(self, days: u32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Whether something of this day can have happened by `today`. Tomorrow can: it is tomorrow further east already.
    /// What is later comes from a clock that was wrong, and nobody knows when it happened.
    pub fn is_known(self, today: Self) -> bool {
        self <= today.after(1)
    }
}

/// When something happened. In the order of minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The minute by UTC.
    pub minute: Minute,
    /// The day by the calendar of the place.
    pub day: Day,
}

impl Moment {
    /// A moment by a clock: milliseconds since 1970 by UTC, and how many minutes the calendar of the place is ahead of
    /// UTC.
    pub fn of_clock(milliseconds: u64, ahead: i32) -> Self {
        let minute = u32::try_from(milliseconds / 60_000).unwrap_or(u32::MAX).min(Minute::LAST);
        Self { minute: Minute(minute), day: Day(minute.saturating_add_signed(ahead) / MINUTES_OF_A_DAY) }
    }

    /// How far the day is from that of UTC, as it is kept: 0 the same, 1 the day before, 2 the day after, 3 two days
    /// before, and so on. Far only where a clock was wrong.
    pub(super) fn shift(self) -> u64 {
        let utc = self.minute.0 / MINUTES_OF_A_DAY;
        let distance = u64::from(self.day.0.abs_diff(utc));
        if self.day.0 < utc { 2 * distance - 1 } else { 2 * distance }
    }

    /// The moment whose day is so far from that of UTC; `None` if there is no such day.
    pub(super) fn shifted(minute: Minute, shift: u64) -> Option<Self> {
        let utc = minute.0 / MINUTES_OF_A_DAY;
        let distance = u32::try_from(shift.div_ceil(2)).ok()?;
        let day = if shift % 2 == 1 { utc.checked_sub(distance) } else { utc.checked_add(distance) };
        Some(Self { minute, day: Day(day?) })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_day_begins_at_midnight_of_the_place() {
        let evening = 1_795_392_000_000 - 60_000; // 2026-11-22T23:59Z
        assert_eq!(Moment::of_clock(evening, 0), Moment { minute: Minute(29_923_199), day: Day(20_779) });
        assert_eq!(Moment::of_clock(evening, 5 * 60).day, Day(20_780));
        assert_eq!(Moment::of_clock(evening, -11 * 60).day, Day(20_779));
        assert_eq!(Moment::of_clock(evening + 60_000, -1).day, Day(20_779));
    }

    #[test]
    fn no_clock_is_too_wrong() {
        assert_eq!(Moment::of_clock(0, -600), Moment::default());
        assert!(Moment::of_clock(u64::MAX, 600).minute.next() > Moment::of_clock(u64::MAX, 600).minute);
    }

    #[test]
    fn tomorrow_is_known_and_the_day_after_is_not() {
        assert!(Day(8).is_known(Day(7)) && !Day(9).is_known(Day(7)));
    }

    proptest! {
        #[test]
        fn any_day_is_so_far_from_that_of_utc(minute in any::<u32>(), day in any::<u32>()) {
            let moment = Moment { minute: Minute(minute), day: Day(day) };
            prop_assert_eq!(Moment::shifted(moment.minute, moment.shift()), Some(moment));
        }
    }
}
