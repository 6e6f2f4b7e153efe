//! How far a learner has come with a set of questions.

use super::Progress;
use crate::id::QuestionId;

/// How far a learner has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Questions whose latest answer earned every point.
    pub right: usize,
    /// Questions answered at all, “I don't know yet” included.
    pub answered: usize,
    /// Questions there are.
    pub total: usize,
}

impl Standing {
    /// Whether every question has been answered.
    pub fn is_finished(self) -> bool {
        self.total > 0 && self.answered == self.total
    }

    /// Whether every question has been answered rightly.
    pub fn is_learned(self) -> bool {
        self.total > 0 && self.right == self.total
    }
}

/// How far a learner has come with these questions, each with its revision.
pub fn standing<'a>(progress: &Progress, questions: impl Iterator<Item = (&'a QuestionId, u32)>) -> Standing {
    questions.fold(Standing::default(), |mut standing, (id, revision)| {
        let answer = progress.answer(id, revision);
        standing.total += 1;
        standing.answered += usize::from(answer.is_some());
        standing.right += usize::from(answer.is_some_and(|answer| answer.verdict().is_right()));
        standing
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learner::{Answer, Event, Moment, Verdict};
    use crate::quiz::{Response, Score};

    #[test]
    fn only_full_answers_count_as_right() {
        let ids = ["full", "part", "unsure", "open"].map(QuestionId::from);
        let verdicts = [Verdict::Scored(Score::new(2, 2)), Verdict::Scored(Score::new(1, 2)), Verdict::Unsure];
        let progress = ids.iter().zip(verdicts).fold(Progress::default(), |progress, (id, verdict)| {
            let (response, moment) = (Response::Unsure, Moment::default());
            let answer = Answer { revision: 1, response, verdict, moment, certainty: None };
            progress.apply(Event::Answered(id.clone(), answer))
        });
        let standing = standing(&progress, ids.iter().map(|id| (id, 1)));
        assert_eq!(standing, Standing { right: 1, answered: 3, total: 4 });
        assert!(!standing.is_finished());
    }

    #[test]
    fn nothing_to_answer_is_not_finished() {
        assert!(!Standing::default().is_finished());
        assert!(!Standing::default().is_learned());
    }
}
