//! All that is held of one question: its record, a draft, and when it was forgotten.

use super::{Answer, Minute, Record};
use crate::quiz::Response;

/// The mark that a learner started over: attempts not later than this are gone, wherever they come from. It remembers
/// the greatest revision that was answered, too, or an answer to an older one could come up again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tombstone {
    pub(super) revision: u32,
    pub(super) minute: Minute,
}

/// All that is held of one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) record: Option<Record>,
    pub(super) tombstone: Option<Tombstone>,
    pub(super) draft: Option<Response>,
}

impl Held {
    /// Nothing is held.
    pub(super) fn is_nothing(&self) -> bool {
        self.record.is_none() && self.tombstone.is_none() && self.draft.is_none()
    }

    /// Both together, as if one learner had worked in one place. A draft of this visit wins over another.
    pub(super) fn join(self, other: Self) -> Self {
        let tombstone = match (self.tombstone, other.tombstone) {
            (Some(ours), Some(theirs)) => {
                Some(Tombstone { revision: ours.revision.max(theirs.revision), minute: ours.minute.max(theirs.minute) })
            }
            (ours, theirs) => ours.or(theirs),
        };
        let record = match (self.record, other.record) {
            (Some(ours), Some(theirs)) => Some(ours.join(theirs)),
            (ours, theirs) => ours.or(theirs),
        };
        Self { record, tombstone, draft: self.draft.or(other.draft) }.without_forgotten()
    }

    /// The same without what the tombstone forbids.
    pub(super) fn without_forgotten(mut self) -> Self {
        if let Some(tombstone) = &mut self.tombstone {
            let answered = self.record.as_ref().map_or(0, Record::revision);
            tombstone.revision = tombstone.revision.max(answered);
            self.record = self.record.filter(|_| answered == tombstone.revision);
            self.record = self.record.and_then(|record| record.later_than(tombstone.minute));
        }
        self
    }

    /// The greatest revision of which anything is known; nought if nothing is.
    pub(super) fn revision(&self) -> u32 {
        let answered = self.record.as_ref().map_or(0, Record::revision);
        answered.max(self.tombstone.map_or(0, |tombstone| tombstone.revision))
    }

    /// The latest minute of which anything is known.
    pub(super) fn latest(&self) -> Option<Minute> {
        let answered = self.record.as_ref().map(|record| record.latest().moment.minute);
        answered.max(self.tombstone.map(|tombstone| tombstone.minute))
    }

    /// The question was answered. It is later than all before it, whatever the clock says; or a clock set back would
    /// lose it.
    pub(super) fn answer(self, mut answer: Answer) -> Self {
        if let Some(latest) = self.latest() {
            answer.moment.minute = answer.moment.minute.max(latest.next());
        }
        let record = Some(Record::from(answer));
        Self { draft: None, ..self }.join(Self { record, ..Self::default() })
    }

    /// The learner starts over, now or, if the clock was set back, after the latest attempt.
    pub(super) fn forget(self, now: Minute) -> Self {
        let minute = self.latest().map_or(now, |latest| latest.max(now));
        let tombstone = Some(Tombstone { revision: 0, minute });
        Self { draft: None, ..self }.join(Self { tombstone, ..Self::default() })
    }

    /// What was forgotten is put back. The tombstone is taken away here; where it has been heard of already it stays,
    /// and so the attempts are put later than it, in their order and on their days. What came since is later still.
    pub(super) fn undo(mut self, earlier: Self) -> Self {
        let Some(forgotten) = self.tombstone.filter(|tombstone| earlier.tombstone != Some(*tombstone)) else {
            return self.join(earlier);
        };
        let before = earlier.record.map(|record| record.moved_after(forgotten.minute));
        let until = before.as_ref().map_or(forgotten.minute, |record| record.latest().moment.minute);
        self.record = self.record.map(|record| record.moved_after(until));
        self.tombstone = earlier.tombstone;
        self.join(Self { record: before, tombstone: None, draft: earlier.draft })
    }
}
