//! What was so for a time, and the figures made of it: the chronicle and the institution.

use super::{Date, Source, TimelineEvent};
use crate::id::{ClaimId, FigureId, Text};

/// What was so from a date on, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its name.
    pub id: FigureId,
    /// Since when.
    pub from: Date,
    /// The day on which it was over, as exactly as it is known; none if its end is not known of.
    pub until: Option<Date>,
    /// What was so, in a few words.
    pub label: Text,
    /// One or two sentences about it; may be empty.
    pub text: Text,
    /// What of it could not be confirmed.
    pub unsure: Option<Text>,
    /// The claims it rests on.
    pub claims: Vec<ClaimId>,
    /// Where it can be read up.
    pub sources: Vec<Source>,
}

impl Span {
    /// From which number of a day on it was no longer so. Where the day is not known, all that may be it still count.
    pub fn over(&self) -> Option<u32> {
        self.until.map(|until| if until.day.is_some() { until.days().start } else { until.days().end })
    }

    /// Whether it was so on some day of a day, a month or a year.
    pub fn holds(&self, period: Date) -> bool {
        // What was over on the first day of a year was not so in that year.
        let first = Date { month: period.month.or(Some(1)), day: period.day.or(Some(1)), ..period };
        self.from.days().start < period.days().end && self.over().is_none_or(|over| over > first.days().start)
    }
}

/// What followed one another: at most one of them was so on a day, as far as days are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strand {
    /// Its name.
    pub id: FigureId,
    /// What it is that changed.
    pub label: Text,
    /// What was so, the earliest first.
    pub spans: Vec<Span>,
}

/// The whole time of the course: all its events, and what was so when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chronicle {
    /// Its name.
    pub id: FigureId,
    /// What it shows.
    pub title: Text,
    /// What a reader who cannot see it should know of the drawing.
    pub alt: Text,
    /// The year that is shown first.
    pub year: u16,
    /// What was so when.
    pub strands: Vec<Strand>,
    /// Events that no timeline of a lesson has, the earliest first.
    pub events: Vec<TimelineEvent>,
}

/// A body and those around it, tier by tier, each with what it was when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Institution {
    /// Its name.
    pub id: FigureId,
    /// What it shows.
    pub title: Text,
    /// What a reader who cannot see it should know of the drawing.
    pub alt: Text,
    /// The year that is shown first.
    pub year: u16,
    /// The claims it rests on.
    pub claims: Vec<ClaimId>,
    /// The parts of each tier, the highest tier first.
    pub tiers: Vec<Vec<Strand>>,
}

impl Institution {
    /// All its parts, from the highest tier on.
    pub fn parts(&self) -> impl Iterator<Item = &Strand> {
        self.tiers.iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn span(from: &str, until: Option<&str>) -> Span {
        Span {
            id: FigureId::from("a"),
            from: from.parse().unwrap(),
            until: until.map(|date| date.parse().unwrap()),
            label: "".into(),
            text: "".into(),
            unsure: None,
            claims: Vec::new(),
            sources: Vec::new(),
        }
    }

    fn holds(from: &str, until: Option<&str>, period: &str) -> bool {
        span(from, until).holds(period.parse().unwrap())
    }

    #[test]
    fn the_first_day_counts_and_the_last_does_not() {
        let law = |day| holds("2007-05-21", Some("2022-06-05"), day);
        assert_eq!(
            ["2007-05-20", "2007-05-21", "2022-06-04", "2022-06-05"].map(law),
            [false, true, true, false],
            "a constitution that ends on 1 July is not in force on 1 July"
        );
    }

    #[test]
    fn in_a_year_or_a_month_it_is_enough_to_have_been_so_for_a_day() {
        let law = |period| holds("2007-05-21", Some("2022-06-05"), period);
        assert_eq!(["2006", "2007", "2007-04", "2007-05"].map(law), [false, true, false, true]);
        assert_eq!(["2022", "2022-06", "2022-07", "2023"].map(law), [true, true, false, false]);
        assert!(!holds("1995", Some("2022-01-01"), "2022"), "it was over before the year began");
    }

    #[test]
    fn where_the_day_is_not_known_both_may_be_so() {
        let (before, after) = (span("1995", Some("2019-03")), span("2019-03", None));
        for (day, both) in [("2019-02-28", [true, false]), ("2019-03-10", [true, true]), ("2019-04-01", [false, true])]
        {
            let day = day.parse().unwrap();
            assert_eq!([before.holds(day), after.holds(day)], both, "{day}");
        }
        assert!(holds("1993", Some("1995"), "1995-12-31") && !holds("1993", Some("1995"), "1996"));
    }

    #[test]
    fn what_has_no_end_goes_on() {
        assert!(holds("2026-07-01", None, "9999-12-31") && !holds("2026-07-01", None, "2026-06"));
    }

    fn any_date() -> impl Strategy<Value = Date> {
        let (month, day) = (prop::option::of(1_u8..=12), prop::option::of(1_u8..=28));
        (1990_u16..2030, month, day).prop_map(|(year, month, day)| Date { year, month, day: month.and(day) })
    }

    proptest! {
        #[test]
        fn one_follows_the_other_without_a_gap(from: u8, change in any_date(), day in any_date()) {
            let from = Date { year: 1900 + u16::from(from) % 90, month: None, day: None };
            let of = |from, until| Span { from, until, ..span("1900", None) };
            let (before, after) = (of(from, Some(change)), of(change, None));
            prop_assert!(before.holds(day) || after.holds(day));
            let is_exact = change.day.is_some() && day.day.is_some();
            prop_assert!(!(is_exact && before.holds(day) && after.holds(day)), "on a day only one of them is so");
        }

        #[test]
        fn a_year_shows_what_its_days_show(span_from in any_date(), until in any_date(), day in any_date()) {
            let span = Span { from: span_from, until: Some(until), ..span("1900", None) };
            let year = Date { month: None, day: None, ..day };
            prop_assert!(!span.holds(day) || span.holds(year));
        }
    }
}
