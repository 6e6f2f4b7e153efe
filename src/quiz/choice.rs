//! Choosing among options: one right answer, or several with partial credit.

use super::{Invalid, Mark, Outcome, Reason, Response, Score};
use crate::id::{ClaimId, OptionId, Text};
use crate::wire::wire_struct;

/// An option of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// Its name, in the responses of learners.
    pub id: OptionId,
    /// What the learner reads.
    pub text: Text,
    /// Whether choosing it is right.
    pub right: bool,
    /// The claim that it restates, where statements are weighed as evidence.
    pub claim: Option<ClaimId>,
    /// Why it is right or wrong, said to the one who chose it.
    pub because: Text,
}

/// The options of a question, in the order in which they are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The options; at least one is right.
    pub options: Vec<ChoiceOption>,
}

impl Choice {
    /// Marks a choice of exactly one option: the point or nothing.
    pub fn mark_single(&self, response: &Response) -> Mark {
        match self.count(response) {
            Err(mark) => mark,
            Ok((right, wrong)) if right + wrong > 1 => Mark::Invalid(Invalid::TooMany),
            Ok((right, _)) => Mark::Scored(Score::new(right, 1)),
        }
    }

    /// Marks a choice of several options: one point for each right option, minus one for each wrong one, never
    /// below nought.
    pub fn mark_multiple(&self, response: &Response) -> Mark {
        let of = self.options.iter().filter(|option| option.right).count();
        match self.count(response) {
            Err(mark) => mark,
            Ok((right, wrong)) => Mark::Scored(Score::new(right.saturating_sub(wrong), of)),
        }
    }

    /// The response that chooses the right options.
    pub fn right_response(&self) -> Response {
        Response::choosing(self.options.iter().filter(|option| option.right).map(|option| option.id.clone()))
    }

    /// What is said of each option.
    pub fn reasons(&self, response: &Response) -> Vec<Reason> {
        let reason = |option: &ChoiceOption| Reason {
            part: option.id.clone(),
            text: option.text.clone(),
            outcome: match (response.chosen().contains(&option.id), option.right) {
                (true, true) => Outcome::Right,
                (true, false) => Outcome::Wrong,
                (false, true) => Outcome::Missed,
                (false, false) => Outcome::Aside,
            },
            given: None,
            right: None,
            clue: None,
            because: option.because.clone(),
        };
        self.options.iter().map(reason).collect()
    }

    /// How many right and how many wrong options the response chose.
    fn count(&self, response: &Response) -> Result<(usize, usize), Mark> {
        let chosen = match response {
            Response::Unsure => return Err(Mark::Unsure),
            Response::Filled(parts) if parts.is_empty() => return Err(Mark::Unanswered),
            Response::Ordered(_) | Response::Filled(_) => return Err(Mark::Invalid(Invalid::WrongKind)),
            Response::Chosen(chosen) if chosen.is_empty() => return Err(Mark::Unanswered),
            Response::Chosen(chosen) => chosen,
        };
        let known = self.options.iter().filter(|option| chosen.contains(&option.id));
        let (right, wrong): (Vec<_>, Vec<_>) = known.partition(|option| option.right);
        if right.len() + wrong.len() == chosen.len() {
            Ok((right.len(), wrong.len()))
        } else {
            Err(Mark::Invalid(Invalid::UnknownOption))
        }
    }
}

wire_struct!(ChoiceOption { id, text, right, claim, because });
wire_struct!(Choice { options });

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sorted::SortedMap;

    fn choice(right: &[bool]) -> Choice {
        let option = |(n, &right): (usize, &bool)| ChoiceOption {
            id: OptionId::from(format!("o{n}").as_str()),
            text: "text".into(),
            right,
            claim: None,
            because: "because".into(),
        };
        Choice { options: right.iter().enumerate().map(option).collect() }
    }

    fn chosen(ids: &[&str]) -> Response {
        Response::choosing(ids.iter().map(|&id| OptionId::from(id)))
    }

    fn scored(points: usize, of: usize) -> Mark {
        Mark::Scored(Score::new(points, of))
    }

    #[test]
    fn one_right_option_earns_the_point() {
        let choice = choice(&[false, true, false]);
        assert_eq!(choice.mark_single(&chosen(&["o1"])), scored(1, 1));
        assert_eq!(choice.mark_single(&chosen(&["o0"])), scored(0, 1));
    }

    #[test]
    fn nothing_chosen_is_unanswered_and_not_wrong() {
        assert_eq!(choice(&[true, false]).mark_single(&Response::nothing()), Mark::Unanswered);
        assert_eq!(choice(&[true, false]).mark_multiple(&Response::nothing()), Mark::Unanswered);
        assert_eq!(choice(&[true, false]).mark_single(&Response::Filled(SortedMap::default())), Mark::Unanswered);
    }

    #[test]
    fn not_knowing_yet_is_an_answer_of_its_own() {
        assert_eq!(choice(&[true, false]).mark_single(&Response::Unsure), Mark::Unsure);
    }

    #[test]
    fn a_response_that_does_not_fit_is_invalid() {
        let choice = choice(&[true, false]);
        assert_eq!(choice.mark_single(&chosen(&["o0", "o1"])), Mark::Invalid(Invalid::TooMany));
        assert_eq!(choice.mark_single(&chosen(&["gone"])), Mark::Invalid(Invalid::UnknownOption));
        assert_eq!(choice.mark_single(&Response::Ordered(vec![])), Mark::Invalid(Invalid::WrongKind));
        let filled = Response::Filled([(OptionId::from("o0"), "text".into())].into_iter().collect());
        assert_eq!(choice.mark_single(&filled), Mark::Invalid(Invalid::WrongKind));
    }

    #[test]
    fn wrong_options_take_back_what_right_ones_gave() {
        let choice = choice(&[true, true, false, false]);
        assert_eq!(choice.mark_multiple(&chosen(&["o0", "o1"])), scored(2, 2));
        assert_eq!(choice.mark_multiple(&chosen(&["o0"])), scored(1, 2));
        assert_eq!(choice.mark_multiple(&chosen(&["o0", "o1", "o2"])), scored(1, 2));
        assert_eq!(choice.mark_multiple(&chosen(&["o2", "o3"])), scored(0, 2));
        assert_eq!(choice.mark_multiple(&chosen(&["o0", "o1", "o2", "o3"])), scored(0, 2));
    }

    proptest! {
        #[test]
        fn only_all_the_right_options_and_no_other_earn_everything(
            right in prop::collection::vec(any::<bool>(), 1..6).prop_filter("one is right", |r| r.contains(&true)),
            picks in prop::collection::vec(any::<bool>(), 6),
        ) {
            let choice = choice(&right);
            let ids: Vec<_> = choice.options.iter().zip(&picks).filter(|(_, p)| **p).map(|(o, _)| o.id.clone()).collect();
            let exact = choice.options.iter().zip(&picks).all(|(o, p)| o.right == *p);
            let nothing = ids.is_empty();
            match choice.mark_multiple(&Response::choosing(ids)) {
                Mark::Unanswered => prop_assert!(nothing),
                Mark::Scored(score) => prop_assert_eq!(score.is_full(), exact),
                mark @ (Mark::Unsure | Mark::Invalid(_)) => prop_assert!(false, "{:?}", mark),
            }
        }
    }
}
