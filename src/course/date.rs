//! Dates as historians have them: a year, a year and a month, or a day.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use crate::wire::{Receipt, Value, Wire};

/// A date of the Gregorian calendar, as exact as it is known. Written as in ISO 8601-1, 5.2.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year, 1 to 9999.
    pub year: u16,
    /// The month, 1 to 12, if known.
    pub month: Option<u8>,
    /// The day of the month, if known.
    pub day: Option<u8>,
}

impl Date {
    /// The date so many days after 1 January 1970, by the civil calendar (Howard Hinnant, “chrono-compatible low-level
    /// date algorithms”). Years after 9999 count as 9999.
    pub fn of_day(days: u32) -> Self {
        let shifted = u64::from(days) + 719_468;
        let era = shifted / 146_097;
        let of_era = shifted % 146_097;
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = (year_of_era + era * 400 + u64::from(month <= 2)).min(9_999);
        let small = |number: u64| u8::try_from(number).ok();
        Self { year: u16::try_from(year).unwrap_or(9_999), month: small(month), day: small(day) }
    }

    /// The last day that it names, in days since 1 January 1970; 0 for what lies before (Hinnant, as above).
    pub fn last_day(self) -> u32 {
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or_else(|| Self::days_in(self.year, month));
        let (year, month) = (i64::from(self.year) - i64::from(month <= 2), (i64::from(month) + 9) % 12);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * month + 2) / 5 + i64::from(day) - 1;
        let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
        u32::try_from(days).unwrap_or_default()
    }

    /// Its days as numbers that follow one another as days do, though not without gaps: 19950301 is 1 March 1995. Of a
    /// month or a year, all of its days.
    pub fn days(self) -> Range<u32> {
        let part = |part: Option<u8>| u32::from(part.unwrap_or_default());
        let start = u32::from(self.year) * 10_000 + part(self.month) * 100 + part(self.day);
        let step = match (self.month, self.day) {
            (None, _) => 10_000,
            (Some(_), None) => 100,
            (Some(_), Some(_)) => 1,
        };
        start..start + step
    }

    /// How many days the month has.
    fn days_in(year: u16, month: u8) -> u8 {
        match month {
            2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

/// The text is not a year, a year and month, or a day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date: write a year (1995), a month (1995-03) or a day (1995-03-01)")]
pub struct NotADate;

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let digits = |part: &str, length: usize| -> Result<u16, NotADate> {
            let all_digits = part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
            if all_digits { part.parse().map_err(|_| NotADate) } else { Err(NotADate) }
        };
        let mut parts = text.split('-');
        let year = digits(parts.next().unwrap_or_default(), 4)?;
        let month = parts.next().map(|part| digits(part, 2)).transpose()?;
        let day = parts.next().map(|part| digits(part, 2)).transpose()?;
        let month = month.map(|m| u8::try_from(m).map_err(|_| NotADate)).transpose()?;
        let day = day.map(|d| u8::try_from(d).map_err(|_| NotADate)).transpose()?;
        let month_is_good = month.is_none_or(|m| (1..=12).contains(&m));
        let day_is_good = day.is_none_or(|d| month.is_some_and(|m| (1..=Self::days_in(year, m)).contains(&d)));
        if year == 0 || !month_is_good || !day_is_good || parts.next().is_some() {
            return Err(NotADate);
        }
        Ok(Self { year, month, day })
    }
}

impl Wire for Date {
    fn to_wire(&self) -> Value {
        Value::Text(self.to_string().into())
    }

    fn from_wire(value: Value, receipt: &mut Receipt) -> Self {
        let date = value.into_text().and_then(|text| text.parse().ok());
        receipt.or(date, Self { year: 1, month: None, day: None })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Date, NotADate};

    #[test]
    fn a_date_is_as_exact_as_it_is_written() {
        for text in ["1992", "2012-10", "1995-03-01", "2024-02-29"] {
            assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_not_in_the_calendar_is_refused() {
        for text in
            ["", "95", "0000", "1995-13", "1995-00", "1995-02-29", "1900-02-29", "1995-3-1", "1995-03-01-02", "1995-+3"]
        {
            assert_eq!(text.parse::<Date>(), Err(NotADate), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_date_or_is_refused(text in ".{0,12}") {
            if let Ok(date) = text.parse::<Date>() {
                prop_assert_eq!(date.to_string(), text);
            }
        }

        #[test]
        fn a_day_that_was_counted_is_counted_back(days in 0..2_900_000_u32) {
            prop_assert_eq!(Date::of_day(days).last_day(), days);
        }
    }

    #[test]
    fn a_year_holds_its_months_and_a_month_its_days() {
        let days = |text: &str| text.parse::<Date>().unwrap().days();
        assert_eq!(days("1995-03-01"), 19_950_301..19_950_302);
        for (whole, part, next) in [("1995", "1995-12-31", "1996"), ("1995-12", "1995-12-31", "1996-01-01")] {
            assert!(days(whole).start <= days(part).start && days(part).end <= days(whole).end, "{whole}");
            assert!(days(whole).end <= days(next).start, "{whole}");
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        for (days, date) in [(0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_780, "2026-11-23")] {
            assert_eq!(Date::of_day(days).to_string(), date);
        }
    }

    #[test]
    fn a_year_and_a_month_last_until_their_last_day() {
        for (date, last) in [("2027-07-01", "2027-07-01"), ("2024-02", "2024-02-29"), ("2027", "2027-12-31")] {
            assert_eq!(Date::of_day(date.parse::<Date>().unwrap().last_day()).to_string(), last);
        }
        assert_eq!("1969".parse::<Date>().unwrap().last_day(), 0);
    }
}
