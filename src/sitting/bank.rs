//! The index of all questions of a course: what there is to ask, and of which goal.

use crate::id::{GoalId, LessonId, QuestionId};
use crate::wire::{Receipt, Value, Wire, wire_struct};

/// The full name of a goal, for a goal is named within its lesson.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GoalKey {
    /// The lesson.
    pub lesson: LessonId,
    /// Its goal.
    pub goal: GoalId,
}

/// A question in the index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BankEntry {
    /// Its name.
    pub question: QuestionId,
    /// Its revision: answers to another one do not count.
    pub revision: u32,
    /// The goal it tests.
    pub goal: GoalKey,
    /// The number of its kind.
    pub kind: u8,
    /// The question that it asks in other words.
    pub sibling_of: Option<QuestionId>,
    /// The last day on which no fact it rests on is past its review date, in days since 1970; none if it stays so.
    pub fresh_until: Option<u32>,
}

impl BankEntry {
    /// Whether no fact it rests on is past its review date on a day, in days since 1970.
    pub fn is_fresh(&self, today: u32) -> bool {
        self.fresh_until.is_none_or(|last| today <= last)
    }
}

/// All questions of a course, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bank {
    lessons: Vec<LessonId>,
    /// In order, each once.
    goals: Vec<GoalKey>,
    /// In the order of their questions, each once.
    entries: Vec<BankEntry>,
}

impl Bank {
    /// A bank of lessons, in the order of the course, and of questions in any order. Of two entries for one question
    /// one is kept.
    pub fn new(lessons: Vec<LessonId>, mut entries: Vec<BankEntry>) -> Self {
        entries.sort();
        entries.dedup_by(|later, earlier| later.question == earlier.question);
        let mut goals: Vec<GoalKey> = entries.iter().map(|entry| entry.goal.clone()).collect();
        goals.sort();
        goals.dedup();
        Self { lessons, goals, entries }
    }

    /// The lessons, in the order of the course.
    pub fn lessons(&self) -> &[LessonId] {
        &self.lessons
    }

    /// The goals that have questions, by name.
    pub fn goals(&self) -> &[GoalKey] {
        &self.goals
    }

    /// The questions, by name.
    pub fn entries(&self) -> &[BankEntry] {
        &self.entries
    }

    /// The entry of a question; `None` if there is no such question, or no longer.
    pub fn entry(&self, question: &QuestionId) -> Option<&BankEntry> {
        self.place(question).and_then(|at| self.entries.get(at))
    }

    /// Where a question stands among the entries.
    pub(super) fn place(&self, question: &QuestionId) -> Option<usize> {
        self.entries.binary_search_by(|entry| entry.question.cmp(question)).ok()
    }

    /// The bank of one lesson; empty if there is no such lesson.
    #[must_use]
    pub fn of_lesson(&self, lesson: &LessonId) -> Self {
        Self {
            lessons: self.lessons.iter().filter(|known| *known == lesson).cloned().collect(),
            goals: self.goals.iter().filter(|goal| goal.lesson == *lesson).cloned().collect(),
            entries: self.entries.iter().filter(|entry| entry.goal.lesson == *lesson).cloned().collect(),
        }
    }
}

/// A bank on its way: goals are named once, and pointed at.
struct SentBank {
    lessons: Vec<LessonId>,
    goals: Vec<GoalKey>,
    entries: Vec<SentEntry>,
}

struct SentEntry {
    question: QuestionId,
    revision: u32,
    /// The place of its goal.
    goal: u32,
    kind: u8,
    sibling_of: Option<QuestionId>,
    fresh_until: Option<u32>,
}

wire_struct!(GoalKey { lesson, goal });
wire_struct!(SentEntry { question, revision, goal, kind, sibling_of, fresh_until });
wire_struct!(SentBank { lessons, goals, entries });

impl Wire for Bank {
    fn to_wire(&self) -> Value {
        let place = |goal: &GoalKey| self.goals.binary_search(goal).ok().and_then(|at| u32::try_from(at).ok());
        let sent = |entry: &BankEntry| SentEntry {
            question: entry.question.clone(),
            revision: entry.revision,
            // A goal that were not there would be noted as a gap on arrival.
            goal: place(&entry.goal).unwrap_or(u32::MAX),
            kind: entry.kind,
            sibling_of: entry.sibling_of.clone(),
            fresh_until: entry.fresh_until,
        };
        let entries = self.entries.iter().map(sent).collect();
        SentBank { lessons: self.lessons.clone(), goals: self.goals.clone(), entries }.to_wire()
    }

    fn from_wire(value: Value, receipt: &mut Receipt) -> Self {
        let SentBank { lessons, goals, entries: sent } = SentBank::from_wire(value, receipt);
        let mut entries = Vec::with_capacity(sent.len());
        for SentEntry { question, revision, goal, kind, sibling_of, fresh_until } in sent {
            let goal = usize::try_from(goal).ok().and_then(|at| goals.get(at)).cloned();
            // An entry without its goal is a gap, and so the whole has not arrived.
            if let Some(goal) = receipt.or(goal.map(Some), None) {
                entries.push(BankEntry { question, revision, goal, kind, sibling_of, fresh_until });
            }
        }
        Self { lessons, goals, entries }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::json;
    use crate::wire::arrived;

    pub(in crate::sitting) fn goal(lesson: &str, goal: &str) -> GoalKey {
        GoalKey { lesson: lesson.into(), goal: goal.into() }
    }

    pub(in crate::sitting) fn entry(question: &str, goal: GoalKey, kind: u8, sibling_of: Option<&str>) -> BankEntry {
        BankEntry {
            question: question.into(),
            revision: 1,
            goal,
            kind,
            sibling_of: sibling_of.map(Into::into),
            fresh_until: None,
        }
    }

    /// Questions `q0`, `q1` …; each of a goal and a kind, some in other words for a question near by of their goal.
    pub(in crate::sitting) fn any_entries() -> impl Strategy<Value = Vec<BankEntry>> {
        let fresh_until = prop::option::weighted(0.3, 1u32..9);
        let question = (0usize..3, 0usize..4, 0u8..4, prop::option::weighted(0.4, 0usize..4), fresh_until);
        prop::collection::vec(question, 0..40).prop_map(|questions| {
            let key = |(lesson, at, ..): &(usize, usize, u8, Option<usize>, Option<u32>)| {
                goal(&format!("l{lesson}"), &format!("g{at}"))
            };
            let each = questions.iter().enumerate().map(|(n, question)| {
                let others: Vec<usize> = (0..questions.len())
                    .filter(|other| *other != n && key(&questions[*other]) == key(question))
                    .collect();
                let sibling = question.3.and_then(|at| others.get(at)).map(|other| format!("q{other}"));
                let entry = entry(&format!("q{n}"), key(question), question.2, sibling.as_deref());
                BankEntry { fresh_until: question.4, ..entry }
            });
            each.collect()
        })
    }

    fn lessons() -> Vec<LessonId> {
        ["l2", "l0", "l1"].map(LessonId::from).to_vec()
    }

    pub(in crate::sitting) fn any_bank() -> impl Strategy<Value = Bank> {
        any_entries().prop_map(|entries| Bank::new(lessons(), entries))
    }

    #[test]
    fn a_question_is_found_by_name_and_a_lesson_taken_out() {
        let entries = vec![
            entry("b", goal("l1", "g"), 0, None),
            entry("a", goal("l2", "g"), 0, None),
            entry("c", goal("l1", "h"), 0, Some("b")),
        ];
        let bank = Bank::new(lessons(), entries);
        assert_eq!(bank.entry(&"c".into()).map(|entry| &entry.goal), Some(&goal("l1", "h")));
        assert_eq!(bank.entry(&"gone".into()), None);
        let lesson = bank.of_lesson(&"l1".into());
        assert_eq!(lesson.goals(), [goal("l1", "g"), goal("l1", "h")]);
        assert_eq!(lesson.lessons(), [LessonId::from("l1")]);
        assert_eq!((lesson.entries().len(), lesson.entry(&"a".into())), (2, None));
    }

    #[test]
    fn of_two_entries_for_one_question_one_is_kept() {
        let entries = vec![entry("a", goal("l", "h"), 0, None), entry("a", goal("l", "g"), 0, None)];
        let bank = Bank::new(vec!["l".into()], entries);
        assert_eq!((bank.entries().len(), bank.goals()), (1, &[goal("l", "g")][..]));
    }

    #[test]
    fn an_entry_whose_goal_is_not_sent_is_a_gap() {
        let sent = r#"[["l"],[["l","g"]],[["q",1,1,0,null,null]]]"#;
        assert_eq!(arrived::<Bank>(json::read(sent).unwrap()), None);
    }

    proptest! {
        #[test]
        fn a_bank_arrives_as_it_was_sent(bank in any_bank()) {
            let text = json::write(&bank.to_wire());
            prop_assert_eq!(arrived::<Bank>(json::read(&text).unwrap()), Some(bank));
        }

        #[test]
        fn the_order_in_which_questions_come_does_not_matter(
            (entries, shuffled) in any_entries().prop_flat_map(|entries| (Just(entries.clone()), Just(entries).prop_shuffle()))
        ) {
            prop_assert_eq!(Bank::new(lessons(), entries), Bank::new(lessons(), shuffled));
        }

        #[test]
        fn every_question_is_found(bank in any_bank()) {
            for entry in bank.entries() {
                prop_assert_eq!(bank.entry(&entry.question), Some(entry));
                prop_assert!(bank.goals().contains(&entry.goal));
            }
        }
    }
}
