//! True or false, with the reason: the second step picks why.

use super::{Choice, Invalid, Mark, Outcome, Reason, Response, Score};
use crate::id::{OptionId, Text};
use crate::wire::wire_struct;

/// A statement to be judged, and the reasons to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrueFalse {
    /// Whether the statement is true.
    pub is_true: bool,
    /// Why it is so, said to the one who took it for the contrary.
    pub because: Text,
    /// The reasons; one is right.
    pub reasons: Choice,
}

/// The first step, and the second: the parts of a response.
pub const STEPS: [&str; 2] = ["truth", "reason"];
/// What the first step is answered with: yes, or no.
pub const TRUTHS: [&str; 2] = ["true", "false"];

impl TrueFalse {
    fn truth(&self) -> &'static str {
        let [yes, no] = TRUTHS;
        if self.is_true { yes } else { no }
    }

    /// Marks a response: a point for each step, for the second only if the first is right. Unanswered until both are made.
    pub fn mark(&self, response: &Response) -> Mark {
        let [truth, reason] = STEPS.map(OptionId::from);
        match response {
            Response::Unsure => return Mark::Unsure,
            Response::Filled(_) => {}
            Response::Chosen(chosen) if chosen.is_empty() => return Mark::Unanswered,
            Response::Chosen(_) | Response::Ordered(_) => return Mark::Invalid(Invalid::WrongKind),
        }
        let (Some(truth), Some(reason)) = (response.put(&truth), response.put(&reason)) else {
            return Mark::Unanswered;
        };
        let Some(reason) = self.reasons.options.iter().find(|option| option.id.as_str() == reason) else {
            return Mark::Invalid(Invalid::UnknownOption);
        };
        let is_right = truth == self.truth();
        Mark::Scored(Score::new(usize::from(is_right) + usize::from(is_right && reason.right), STEPS.len()))
    }

    /// The response that is right in both steps.
    pub fn right_response(&self) -> Response {
        let [truth, reason] = STEPS.map(OptionId::from);
        let right = self.reasons.options.iter().find(|option| option.right);
        let right = right.map(|option| (reason, option.id.as_str().into()));
        Response::Filled([(truth, self.truth().into())].into_iter().chain(right).collect())
    }

    /// What is said of the statement, and of each reason. Of the statement, `right` is one of [`TRUTHS`].
    pub fn reasons(&self, response: &Response) -> Vec<Reason> {
        let [truth, reason] = STEPS.map(OptionId::from);
        let given = response.put(&truth);
        let of_statement = Reason {
            part: truth,
            text: "".into(),
            outcome: match given {
                None => Outcome::Missed,
                Some(given) if given == self.truth() => Outcome::Right,
                Some(_) => Outcome::Wrong,
            },
            given: given.map(Text::from),
            right: Some(self.truth().into()),
            clue: None,
            because: self.because.clone(),
        };
        let chosen = response.put(&reason).map(OptionId::from);
        let of_reasons = self.reasons.reasons(&Response::choosing(chosen));
        [of_statement].into_iter().chain(of_reasons).collect()
    }
}

wire_struct!(TrueFalse { is_true, because, reasons });

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::ChoiceOption;

    fn statement(is_true: bool) -> TrueFalse {
        let option = |id: &str, right: bool| ChoiceOption {
            id: OptionId::from(id),
            text: "text".into(),
            right,
            claim: None,
            because: "because".into(),
        };
        let reasons = Choice { options: vec![option("good", true), option("bad", false)] };
        TrueFalse { is_true, because: "because".into(), reasons }
    }

    fn steps(truth: &str, reason: &str) -> Response {
        let [first, second] = STEPS.map(OptionId::from);
        Response::Filled([(first, truth.into()), (second, reason.into())].into_iter().collect())
    }

    #[test]
    fn the_reason_counts_only_after_the_right_verdict() {
        let points = |response| statement(false).mark(&response).score().map(Score::points);
        assert_eq!(points(steps("false", "good")), Some(2));
        assert_eq!(points(steps("false", "bad")), Some(1));
        assert_eq!(points(steps("true", "good")), Some(0));
    }

    #[test]
    fn one_step_alone_is_half_made_and_unanswered() {
        let [first, second] = STEPS.map(OptionId::from);
        for (step, answer) in [(first, "true"), (second, "good")] {
            let half = Response::Filled([(step, Text::from(answer))].into_iter().collect());
            assert_eq!(statement(true).mark(&half), Mark::Unanswered);
        }
    }

    #[test]
    fn a_reason_that_is_gone_is_invalid() {
        assert_eq!(statement(true).mark(&steps("true", "gone")), Mark::Invalid(Invalid::UnknownOption));
    }
}
