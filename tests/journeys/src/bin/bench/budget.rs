//! The figures to reach, and whether they are.

use std::fmt;

use crate::table::{Row, Table};

/// Milliseconds until the next frame, on a screen of 60 a second.
pub(crate) const FRAME: f64 = 17.0;

/// A figure to reach.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    name: String,
    measured: Option<f64>,
    allowed: f64,
    /// Whether it is reached.
    pub(crate) is_kept: bool,
    /// Whether the bench fails without it. Sizes do not change from run to run; times do.
    pub(crate) decides: bool,
}

impl Line {
    /// A figure of at most `allowed`.
    pub(crate) fn new(name: impl Into<String>, measured: Option<f64>, allowed: f64, decides: bool) -> Self {
        let is_kept = measured.is_some_and(|measured| measured <= allowed);
        Self { name: name.into(), measured, allowed, is_kept, decides }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = if self.is_kept { "PASS" } else { "OVER" };
        let measured = self.measured.map_or_else(|| "nothing".to_owned(), |measured| format!("{measured:.2}"));
        write!(f, "{verdict}  {:<46}{measured:>9} of {:.2}", self.name, self.allowed)
    }
}

/// The figures that the project is held to.
pub(crate) fn lines(table: &Table<'_>) -> Vec<Line> {
    vec![
        Line::new("kB on the wire", table.ours(Row::Sent), 170.0, true),
        Line::new("requests", table.ours(Row::Requests), 8.0, true),
        Line::new("largest contentful paint, to the limit", table.to_limit(Row::LargestPaint), 1.3, false),
        Line::new("first option can be tapped, to the limit", table.to_limit(Row::Tappable), 1.3, false),
        Line::new("live, to SurveyJS", table.to_surveyjs(Row::Live), 0.4, false),
        Line::new("answer to feedback: work, ms", table.ours(Row::Work), FRAME, false),
        Line::new("main thread blocked, to SurveyJS", table.to_surveyjs(Row::Blocked), 1.0 / 3.0, false),
    ]
}

#[cfg(test)]
mod tests {
    use super::Line;

    #[test]
    fn a_figure_is_kept_up_to_its_limit_and_not_if_nothing_was_measured() {
        assert!(Line::new("kB", Some(170.0), 170.0, true).is_kept);
        assert!(!Line::new("kB", Some(170.1), 170.0, true).is_kept);
        assert!(!Line::new("kB", None, 170.0, true).is_kept);
    }

    #[test]
    fn a_line_says_what_was_measured_and_what_is_allowed() {
        let line = Line::new("requests", Some(9.0), 8.0, true).to_string();
        assert!(line.starts_with("OVER  requests"), "{line}");
        assert!(line.ends_with("9.00 of 8.00"), "{line}");
    }
}
