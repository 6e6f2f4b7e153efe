//! What is known of a learner: answers, responses half made, the place reached, and wishes.

use super::held::Held;
use super::{Event, Minute, Record};
use crate::id::{LessonId, QuestionId, SectionId, Text};
use crate::quiz::Response;
use crate::sorted::SortedMap;

/// What is known of a learner. Bounded: for each question five attempts, a response, a draft and a tombstone.
///
/// Records, tombstones, the place and the wish to be asked for certainty join: on whichever devices a learner worked,
/// and in whatever order one hears of another, they come to the same. What joins are attempts with the minute they were
/// given when they were applied: later than all that is known of the question on that device. So devices whose clocks
/// differ agree with each other, but what they agree on as the latest answer may be that of the clock ahead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    questions: SortedMap<QuestionId, Held>,
    place: Option<(Minute, (LessonId, SectionId))>,
    /// How often the learner has changed the wish to be asked for certainty; if odd, he wishes it. Of two devices the one
    /// that has seen more changes knows better, without a clock.
    certainty_changes: u32,
    sitting: Option<Text>,
}

impl Progress {
    /// Progress made of its parts, as they were saved.
    pub(super) fn new(
        questions: SortedMap<QuestionId, Held>,
        place: Option<(Minute, (LessonId, SectionId))>,
        certainty_changes: u32,
        sitting: Option<Text>,
    ) -> Self {
        Self { questions, place, certainty_changes, sitting }
    }

    /// What follows from an event.
    #[must_use]
    pub fn apply(mut self, event: Event) -> Self {
        match event {
            Event::Answered(question, mut answer) => {
                answer.moment.minute = self.free_minute(answer.moment.minute);
                self.change(question, |held| held.answer(answer));
            }
            Event::Drafted(question, draft) => self.change(question, |held| Held { draft: Some(draft), ..held }),
            Event::Reopened(questions) => {
                for question in questions {
                    self.change(question, |held| Held { draft: Some(Response::nothing()), ..held });
                }
            }
            Event::Reached(lesson, section, now) => {
                let minute = self.place.as_ref().map_or(now, |(before, _)| now.max(*before));
                self.place = Some((minute, (lesson, section)));
            }
            Event::AskedCertainty(asks) => {
                self.certainty_changes = self.certainty_changes.wrapping_add(u32::from(asks != self.asks_certainty()));
            }
            Event::Sat(sitting) => self.sitting = sitting,
            Event::Forgotten(questions, now) => {
                for question in questions {
                    self.change(question, |held| held.forget(now));
                }
            }
            Event::Undone(questions, mut earlier) => {
                for question in questions {
                    let earlier = earlier.questions.remove(&question).unwrap_or_default();
                    self.change(question, |held| held.undo(earlier));
                }
            }
            Event::Restored(other) => {
                self.place = self.place.max(other.place);
                self.sitting = self.sitting.or(other.sitting);
                self.certainty_changes = self.certainty_changes.max(other.certainty_changes);
                for (question, theirs) in other.questions {
                    self.change(question, |held| held.join(theirs));
                }
            }
            Event::HeardOf(other) => {
                self.certainty_changes = self.certainty_changes.max(other.certainty_changes);
                for (question, theirs) in other.questions {
                    self.change(question, |held| held.join(Held { draft: None, ..theirs }));
                }
            }
        }
        self
    }

    /// The minute of an answer given now: later than that of other answers just given, so that it can be seen which of
    /// several in one minute was the last. An answer more than an hour ahead was given by another clock.
    fn free_minute(&self, now: Minute) -> Minute {
        let latest = self.answers().map(|(_, record)| record.latest().moment.minute);
        let just_given = latest.filter(|minute| (now.0..now.0.saturating_add(60)).contains(&minute.0));
        just_given.max().map_or(now, Minute::next)
    }

    fn change(&mut self, question: QuestionId, change: impl FnOnce(Held) -> Held) {
        let held = change(self.questions.remove(&question).unwrap_or_default());
        if !held.is_nothing() {
            self.questions.insert(question, held);
        }
    }

    /// What is kept of a question, unless it was never answered, or has changed its meaning since.
    pub fn answer(&self, question: &QuestionId, revision: u32) -> Option<&Record> {
        let record = self.questions.get(question).and_then(|held| held.record.as_ref());
        record.filter(|record| record.revision() == revision)
    }

    /// All records, by question.
    pub fn answers(&self) -> impl Iterator<Item = (&QuestionId, &Record)> {
        self.questions.iter().filter_map(|(question, held)| held.record.as_ref().map(|record| (question, record)))
    }

    /// The response being made to a question, if it is open and has been touched.
    pub fn draft(&self, question: &QuestionId) -> Option<&Response> {
        self.questions.get(question).and_then(|held| held.draft.as_ref())
    }

    /// The section reached last.
    pub fn place(&self) -> Option<&(LessonId, SectionId)> {
        self.place.as_ref().map(|(_, place)| place)
    }

    /// Whether the learner wishes to be asked how sure he is.
    pub fn asks_certainty(&self) -> bool {
        self.certainty_changes % 2 == 1
    }

    /// The review under way, in words of its own.
    pub fn sitting(&self) -> Option<&Text> {
        self.sitting.as_ref()
    }

    pub(super) fn questions(&self) -> &SortedMap<QuestionId, Held> {
        &self.questions
    }

    pub(super) fn place_and_minute(&self) -> Option<&(Minute, (LessonId, SectionId))> {
        self.place.as_ref()
    }

    pub(super) fn certainty_changes(&self) -> u32 {
        self.certainty_changes
    }

    /// The same without what is said of revisions that a question does not have, and how many questions that were. Nobody
    /// here could have answered them, and they would set aside all answers to the question as it is.
    #[must_use]
    pub fn of_revisions(mut self, revision: impl Fn(&QuestionId) -> Option<u32>) -> (Self, usize) {
        let before = self.questions.iter().len();
        let is_there =
            |(question, held): &(QuestionId, Held)| revision(question).is_some_and(|known| held.revision() <= known);
        self.questions = self.questions.into_iter().filter(is_there).collect();
        let unknown = before - self.questions.iter().len();
        (self, unknown)
    }

    /// The same without the questions that are not among these, and how many those are.
    pub(super) fn only(mut self, known: &[QuestionId]) -> (Self, usize) {
        let before = self.questions.iter().len();
        self.questions = self.questions.into_iter().filter(|(question, _)| known.contains(question)).collect();
        let unknown = before - self.questions.iter().len();
        (self, unknown)
    }
}
