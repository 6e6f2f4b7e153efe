//! A text with gaps, and a short answer: typed or chosen, a point for each.

use super::letters::trim;
use super::{Blank, Invalid, Mark, Reason, Response, Score};
use crate::id::Text;
use crate::wire::wire_struct;

/// A text with gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cloze {
    /// The text around the gaps: one piece more than there are gaps.
    pub text: Vec<Text>,
    /// The gaps, in the order of the text; at least one.
    pub gaps: Vec<Blank>,
}

/// Marks what was put in blanks: one point for each right one. What is still empty earns nothing.
pub(super) fn mark_blanks(blanks: &[Blank], response: &Response) -> Mark {
    let filled = match response {
        Response::Unsure => return Mark::Unsure,
        Response::Filled(filled) => filled,
        Response::Chosen(chosen) if chosen.is_empty() => return Mark::Unanswered,
        Response::Chosen(_) | Response::Ordered(_) => return Mark::Invalid(Invalid::WrongKind),
    };
    if filled.iter().all(|(_, answer)| trim(answer).is_empty()) {
        return Mark::Unanswered;
    }
    let fits = |(id, answer): &(_, Text)| {
        blanks.iter().any(|blank| blank.id == *id && (trim(answer).is_empty() || blank.can_hold(answer)))
    };
    if !filled.iter().all(fits) {
        return Mark::Invalid(Invalid::UnknownOption);
    }
    let is_right = |blank: &&Blank| response.put(&blank.id).is_some_and(|answer| blank.accepts(answer));
    Mark::Scored(Score::new(blanks.iter().filter(is_right).count(), blanks.len()))
}

/// The response that fills every blank rightly.
pub(super) fn fill_blanks(blanks: &[Blank]) -> Response {
    Response::Filled(blanks.iter().map(|blank| (blank.id.clone(), blank.right_answer())).collect())
}

/// What is said of each blank.
pub(super) fn reasons_of_blanks(blanks: &[Blank], response: &Response) -> Vec<Reason> {
    blanks.iter().map(|blank| blank.reason(response.put(&blank.id))).collect()
}

wire_struct!(Cloze { text, gaps });

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::OptionId;
    use crate::quiz::blank::tests::blank;
    use crate::quiz::{Expected, Number};

    fn blanks() -> Vec<Blank> {
        vec![
            blank("year", Expected::Number(Number { value: 1995, tolerance: 0 })),
            blank("chamber", Expected::Words(vec!["Мәжіліс".into()])),
        ]
    }

    fn filled(pairs: &[(&str, &str)]) -> Response {
        Response::Filled(pairs.iter().map(|(id, text)| (OptionId::from(*id), Text::from(*text))).collect())
    }

    #[test]
    fn each_gap_filled_rightly_is_a_point() {
        let mark = |pairs: &[(&str, &str)]| mark_blanks(&blanks(), &filled(pairs));
        assert_eq!(mark(&[("year", "1995"), ("chamber", "мажилис")]), Mark::Scored(Score::new(2, 2)));
        assert_eq!(mark(&[("year", "1995"), ("chamber", "")]), Mark::Scored(Score::new(1, 2)));
        assert_eq!(mark(&[("year", "1992")]), Mark::Scored(Score::new(0, 2)));
    }

    #[test]
    fn empty_gaps_are_unanswered_and_not_wrong() {
        assert_eq!(mark_blanks(&blanks(), &filled(&[("year", " ")])), Mark::Unanswered);
        assert_eq!(mark_blanks(&blanks(), &Response::nothing()), Mark::Unanswered);
    }

    #[test]
    fn a_gap_that_is_gone_is_invalid() {
        assert_eq!(mark_blanks(&blanks(), &filled(&[("gone", "1995")])), Mark::Invalid(Invalid::UnknownOption));
    }

    #[test]
    fn filling_every_gap_rightly_earns_everything() {
        assert!(mark_blanks(&blanks(), &fill_blanks(&blanks())).score().is_some_and(Score::is_full));
    }
}
