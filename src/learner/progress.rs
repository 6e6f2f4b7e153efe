//! What is known of a learner: answers, responses half made, and the place reached.

use super::{Event, Timestamp};
use crate::id::{LessonId, QuestionId, SectionId};
use crate::quiz::{Mark, Response, Score};
use crate::sorted::SortedMap;

/// How an answer was marked when it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// “I don't know yet.”
    Unsure,
    /// Points earned of points to be had.
    Scored(Score),
}

impl Verdict {
    /// The verdict of a mark; `None` if the response was no answer.
    pub fn of(mark: Mark) -> Option<Self> {
        match mark {
            Mark::Unsure => Some(Self::Unsure),
            Mark::Scored(score) => Some(Self::Scored(score)),
            Mark::Unanswered | Mark::Invalid(_) => None,
        }
    }

    /// Whether every point was earned.
    pub fn is_right(self) -> bool {
        matches!(self, Self::Scored(score) if score.is_full())
    }
}

/// The latest answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The revision of the question that was answered.
    pub revision: u32,
    /// What was answered.
    pub response: Response,
    /// How it was marked.
    pub verdict: Verdict,
    /// When.
    pub at: Timestamp,
    /// How many times the question has been answered, this time included; at least 1.
    pub tries: u32,
}

/// What is known of a learner. Bounded: one answer and one draft for each question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    answers: SortedMap<QuestionId, Answer>,
    drafts: SortedMap<QuestionId, Response>,
    place: Option<(LessonId, SectionId)>,
}

impl Progress {
    /// Progress made of its parts, as they were saved.
    pub fn new(
        answers: SortedMap<QuestionId, Answer>,
        drafts: SortedMap<QuestionId, Response>,
        place: Option<(LessonId, SectionId)>,
    ) -> Self {
        Self { answers, drafts, place }
    }

    /// What follows from an event.
    #[must_use]
    pub fn apply(mut self, event: Event) -> Self {
        match event {
            Event::Answered(question, mut answer) => {
                let tries = self
                    .answers
                    .get(&question)
                    .filter(|old| old.revision == answer.revision)
                    .map_or(0, |old| old.tries);
                answer.tries = tries.saturating_add(1);
                self.drafts.remove(&question);
                self.answers.insert(question, answer);
                self
            }
            Event::Drafted(question, response) => {
                self.drafts.insert(question, response);
                self
            }
            Event::Reopened(questions) => {
                for question in questions {
                    self.drafts.insert(question, Response::nothing());
                }
                self
            }
            Event::Reached(lesson, section) => {
                self.place = Some((lesson, section));
                self
            }
            Event::Restored(other) => self.merge(other),
            Event::HeardOf(other) => self.merge_answers(other.answers),
        }
    }

    /// Both, as if one learner had worked in one place. A draft of this visit wins over a kept one.
    fn merge(self, other: Self) -> Self {
        let mut merged = self.merge_answers(other.answers);
        for (question, draft) in other.drafts {
            if merged.drafts.get(&question).is_none() {
                merged.drafts.insert(question, draft);
            }
        }
        merged.place = merged.place.or(other.place);
        merged
    }

    /// Of two answers the later, of two equally late the one with more tries, then the better.
    fn merge_answers(mut self, others: SortedMap<QuestionId, Answer>) -> Self {
        let rank = |answer: &Answer| (answer.revision, answer.at, answer.tries, answer.verdict);
        for (question, theirs) in others {
            if self.answers.get(&question).is_none_or(|ours| rank(ours) < rank(&theirs)) {
                self.answers.insert(question, theirs);
            }
        }
        self
    }

    /// The latest answer to a question, unless the question has changed its meaning since.
    pub fn answer(&self, question: &QuestionId, revision: u32) -> Option<&Answer> {
        self.answers.get(question).filter(|answer| answer.revision == revision)
    }

    /// The response being made to a question, if it is open and has been touched.
    pub fn draft(&self, question: &QuestionId) -> Option<&Response> {
        self.drafts.get(question)
    }

    /// The section reached last.
    pub fn place(&self) -> Option<&(LessonId, SectionId)> {
        self.place.as_ref()
    }

    /// All answers, by question.
    pub fn answers(&self) -> &SortedMap<QuestionId, Answer> {
        &self.answers
    }

    /// All drafts, by question.
    pub fn drafts(&self) -> &SortedMap<QuestionId, Response> {
        &self.drafts
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::id::OptionId;

    pub(in crate::learner) fn any_response() -> impl Strategy<Value = Response> {
        let id = || "[a-c]".prop_map(|id| OptionId::from(id.as_str()));
        prop_oneof![
            prop::collection::vec(id(), 0..3).prop_map(Response::choosing),
            prop::collection::vec(id(), 0..3).prop_map(Response::Ordered),
            Just(Response::Unsure),
        ]
    }

    pub(in crate::learner) fn any_answer() -> impl Strategy<Value = Answer> {
        let verdict = prop_oneof![
            Just(Verdict::Unsure),
            (0usize..4, 1usize..4).prop_map(|(points, of)| Verdict::Scored(Score::new(points, of)))
        ];
        (1u32..3, any_response(), verdict, 0u64..9, 1u32..4).prop_map(|(revision, response, verdict, at, tries)| {
            Answer { revision, response, verdict, at: Timestamp(at), tries }
        })
    }

    pub(in crate::learner) fn any_progress() -> impl Strategy<Value = Progress> {
        let question = || "q[1-4]".prop_map(|id| QuestionId::from(id.as_str()));
        let place = prop::option::of(
            ("[a-b]", "[s-t]").prop_map(|(l, s)| (LessonId::from(l.as_str()), SectionId::from(s.as_str()))),
        );
        (
            prop::collection::btree_map(question(), any_answer(), 0..4),
            prop::collection::btree_map(question(), any_response(), 0..4),
            place,
        )
            .prop_map(|(answers, drafts, place)| {
                Progress::new(answers.into_iter().collect(), drafts.into_iter().collect(), place)
            })
    }

    fn answer(verdict: Verdict, at: u64) -> Answer {
        Answer { revision: 1, response: Response::nothing(), verdict, at: Timestamp(at), tries: 1 }
    }

    fn right() -> Verdict {
        Verdict::Scored(Score::new(1, 1))
    }

    #[test]
    fn answering_ends_the_draft_and_counts_the_tries() {
        let q = QuestionId::from("q");
        let progress = Progress::default()
            .apply(Event::Drafted(q.clone(), Response::Unsure))
            .apply(Event::Answered(q.clone(), answer(Verdict::Unsure, 1)))
            .apply(Event::Reopened(vec![q.clone()]))
            .apply(Event::Answered(q.clone(), answer(right(), 2)));
        assert_eq!(progress.draft(&q), None);
        assert_eq!(progress.answer(&q, 1).map(|a| (a.tries, a.verdict)), Some((2, right())));
    }

    #[test]
    fn an_answer_to_an_older_meaning_is_set_aside() {
        let q = QuestionId::from("q");
        let progress = Progress::default().apply(Event::Answered(q.clone(), answer(right(), 1)));
        assert!(progress.answer(&q, 1).is_some());
        assert!(progress.answer(&q, 2).is_none());
    }

    #[test]
    fn reopening_keeps_the_old_answer_until_there_is_a_new_one() {
        let q = QuestionId::from("q");
        let progress = Progress::default()
            .apply(Event::Answered(q.clone(), answer(right(), 1)))
            .apply(Event::Reopened(vec![q.clone()]));
        assert!(progress.answer(&q, 1).is_some());
        assert_eq!(progress.draft(&q), Some(&Response::nothing()));
    }

    #[test]
    fn what_another_tab_holds_open_stays_its_own() {
        let q = QuestionId::from("q");
        let theirs = Progress::default().apply(Event::Drafted(q.clone(), Response::Unsure));
        assert_eq!(Progress::default().apply(Event::HeardOf(theirs)).draft(&q), None);
        let theirs = Progress::default().apply(Event::Answered(q.clone(), answer(right(), 1)));
        assert!(Progress::default().apply(Event::HeardOf(theirs)).answer(&q, 1).is_some());
    }

    proptest! {
        #[test]
        fn restoring_the_same_twice_changes_nothing(a in any_progress(), b in any_progress()) {
            let once = a.apply(Event::Restored(b.clone()));
            prop_assert_eq!(once.clone().apply(Event::Restored(b)), once);
        }

        #[test]
        fn two_devices_agree_on_the_rank_of_every_answer(a in any_progress(), b in any_progress()) {
            let rank = |p: &Progress| -> Vec<_> {
                p.answers().iter().map(|(q, a)| (q.clone(), a.revision, a.at, a.tries, a.verdict)).collect()
            };
            let ab = a.clone().apply(Event::Restored(b.clone()));
            let ba = b.apply(Event::Restored(a));
            prop_assert_eq!(rank(&ab), rank(&ba));
        }
    }
}
