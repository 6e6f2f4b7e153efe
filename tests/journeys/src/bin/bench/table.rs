//! All visits in one table, a row for each thing that was measured.

use std::fmt;

use crate::{
    figures::{Ratio, Spread},
    visit::Visit,
};

/// Something measured on all three pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Row {
    Requests,
    Sent,
    LargestPaint,
    Tappable,
    Live,
    Blocked,
    Work,
    Feedback,
    Heap,
    Wasm,
    Shift,
    Width,
}

const ROWS: [(Row, &str, usize); 12] = [
    (Row::Requests, "requests", 0),
    (Row::Sent, "kB on the wire", 1),
    (Row::LargestPaint, "largest contentful paint, ms", 0),
    (Row::Tappable, "first option can be tapped, ms", 0),
    (Row::Live, "live, ms", 0),
    (Row::Blocked, "main thread blocked, ms", 0),
    (Row::Work, "answer to feedback: work, ms", 1),
    (Row::Feedback, "answer to feedback: seen, ms", 1),
    (Row::Heap, "JavaScript heap, MB", 2),
    (Row::Wasm, "wasm memory, MB", 2),
    (Row::Shift, "cumulative layout shift", 3),
    (Row::Width, "width of the page, CSS px", 0),
];

/// The visits to each page, in the order of the columns.
#[derive(Debug)]
pub(crate) struct Table<'visits> {
    limit: &'visits [Visit],
    ours: &'visits [Visit],
    surveyjs: &'visits [Visit],
}

impl<'visits> Table<'visits> {
    /// Of the visits to the limit, to our page and to SurveyJS.
    pub(crate) fn new([limit, ours, surveyjs]: &'visits [Vec<Visit>; 3]) -> Self {
        Self { limit, ours, surveyjs }
    }

    /// What our page came to.
    pub(crate) fn ours(&self, row: Row) -> Option<f64> {
        spread(self.ours, row).map(|spread| spread.median)
    }

    /// What the limit came to.
    pub(crate) fn limit(&self, row: Row) -> Option<f64> {
        spread(self.limit, row).map(|spread| spread.median)
    }

    /// What SurveyJS came to.
    pub(crate) fn surveyjs(&self, row: Row) -> Option<f64> {
        spread(self.surveyjs, row).map(|spread| spread.median)
    }

    /// What our page came to, in units of the limit.
    pub(crate) fn to_limit(&self, row: Row) -> Option<f64> {
        Ratio::between(spread(self.ours, row), spread(self.limit, row)).0
    }

    /// What our page came to, in units of SurveyJS.
    pub(crate) fn to_surveyjs(&self, row: Row) -> Option<f64> {
        Ratio::between(spread(self.ours, row), spread(self.surveyjs, row)).0
    }
}

impl fmt::Display for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<32}{:<22}{:<22}{:<22}{:>7}{:>10}", "", "the limit", "ours", "SurveyJS", ":limit", ":SurveyJS")?;
        for (row, name, decimals) in ROWS {
            let columns = [self.limit, self.ours, self.surveyjs].map(|visits| spread(visits, row));
            let [limit, ours, surveyjs] = columns;
            write!(f, "{name:<32}")?;
            for spread in columns {
                write!(f, "{:<22}", spread.map_or_else(|| "–".to_owned(), |spread| spread.show(decimals)))?;
            }
            writeln!(f, "{:>7}{:>10}", Ratio::between(ours, limit), Ratio::between(ours, surveyjs))?;
        }
        let largest =
            [self.limit, self.ours, self.surveyjs].map(|visits| visits.last().map_or("", |visit| &visit.largest));
        let [limit, ours, surveyjs] = largest;
        writeln!(f, "{:<32}{limit:<22}{ours:<22}{surveyjs:<22}", "  the largest paint was")
    }
}

fn spread(visits: &[Visit], row: Row) -> Option<Spread> {
    let of = |value: fn(&Visit) -> f64| Spread::of(visits.iter().map(value));
    match row {
        Row::Requests => of(|visit| visit.requests),
        Row::Sent => of(|visit| visit.sent),
        Row::LargestPaint => of(|visit| visit.largest_paint),
        Row::Tappable => of(|visit| visit.tappable),
        Row::Live => Spread::of(visits.iter().filter_map(|visit| visit.live)),
        Row::Blocked => of(|visit| visit.blocked),
        Row::Work => Spread::of(visits.iter().flat_map(|visit| visit.answers.iter().map(|wait| wait.work))),
        Row::Feedback => Spread::of(visits.iter().flat_map(|visit| visit.answers.iter().map(|wait| wait.seen))),
        Row::Heap => of(|visit| visit.heap),
        Row::Wasm => of(|visit| visit.wasm),
        Row::Shift => of(|visit| visit.shift),
        Row::Width => of(|visit| visit.width),
    }
}
