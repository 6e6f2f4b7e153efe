//! Several measurements of one thing, and what is said of them.

use std::{fmt, time::Duration};

/// The median, and how far the rest lies around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spread {
    /// The one in the middle.
    pub(crate) median: f64,
    least: f64,
    most: f64,
}

impl Spread {
    /// Of at least one measurement.
    pub(crate) fn of(measured: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut sorted: Vec<f64> = measured.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        let (least, most) = (*sorted.first()?, *sorted.last()?);
        let (lower, upper) = (sorted.get((sorted.len() - 1) / 2)?, sorted.get(sorted.len() / 2)?);
        Some(Self { median: f64::midpoint(*lower, *upper), least, most })
    }

    /// With so many decimals.
    pub(crate) fn show(&self, decimals: usize) -> String {
        let Self { median, least, most } = self;
        let (median, least, most) =
            (format!("{median:.decimals$}"), format!("{least:.decimals$}"), format!("{most:.decimals$}"));
        if least == most { median } else { format!("{median} ({least}–{most})") }
    }
}

/// A ratio, or a dash where there is none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ratio(pub(crate) Option<f64>);

impl Ratio {
    /// Of two medians; none if there is nothing to divide by.
    pub(crate) fn between(one: Option<Spread>, other: Option<Spread>) -> Self {
        let (Some(one), Some(other)) = (one, other) else { return Self(None) };
        Self((other.median > 0.0).then(|| one.median / other.median))
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(ratio) => f.pad(&format!("{ratio:.2}")),
            None => f.pad("–"),
        }
    }
}

/// Thousands of something.
pub(crate) fn thousands(count: u64) -> f64 {
    // Exact up to four thousand million, far more than anything here has.
    f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / 1e3
}

/// A duration in seconds.
pub(crate) fn seconds(duration: Duration) -> String {
    format!("{:.2} s", duration.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_halfway_between_two() {
        assert_eq!(Spread::of([3.0, 1.0, 2.0]), Some(Spread { median: 2.0, least: 1.0, most: 3.0 }));
        assert_eq!(Spread::of([4.0, 1.0, 2.0, 3.0]), Some(Spread { median: 2.5, least: 1.0, most: 4.0 }));
        assert_eq!(Spread::of([]), None);
    }

    #[test]
    fn a_spread_is_shown_only_where_there_is_one() {
        assert_eq!(Spread::of([3.0, 1.0, 2.0]).unwrap().show(0), "2 (1–3)");
        assert_eq!(Spread::of([7.04, 7.01]).unwrap().show(1), "7.0");
    }

    #[test]
    fn nothing_is_no_divisor() {
        let spread = |value| Spread::of([value]);
        assert_eq!(Ratio::between(spread(1.0), spread(4.0)).to_string(), "0.25");
        assert_eq!(Ratio::between(spread(1.0), spread(0.0)).to_string(), "–");
        assert_eq!(Ratio::between(None, spread(1.0)).to_string(), "–");
    }
}
