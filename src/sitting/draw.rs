//! Drawing questions, goal by goal.
//!
//! The question drawn next is the first by rank, and all ranks hang on names and not on positions: a lesson that is
//! added elsewhere takes its share of a paper, and leaves the rest as it was. Nothing is sorted: for at most a hundred
//! questions, looking through the bank for each is quick, and sorting weighs more than it saves.

use super::bank::{Bank, BankEntry, GoalKey};
use super::seed::Seed;
use crate::id::{LessonId, QuestionId};

/// When a question was asked last, in minutes since 1970; nothing if never.
pub type LastAsked<'a> = &'a dyn Fn(&QuestionId) -> Option<u32>;

/// A question that can be drawn.
struct Candidate<'a> {
    entry: &'a BankEntry,
    /// The same for questions that ask the same in other words.
    family: usize,
    asked: Option<u32>,
    rank: u64,
    has_sibling_drawn: bool,
}

/// A goal whose questions can be drawn.
struct Goal<'a> {
    key: &'a GoalKey,
    /// Where goals stand in line that were named in order; the same for goals of which chance decides.
    urgency: usize,
    rank: u64,
    drawn: usize,
    drawn_of_lesson: usize,
    /// The family of the question asked last, before this draw.
    family_asked_last: Option<usize>,
    candidates: Vec<Candidate<'a>>,
}

/// Questions being drawn.
pub(super) struct Draw<'a> {
    goals: Vec<Goal<'a>>,
    /// How many were drawn of each kind.
    kinds: [usize; 256],
}

impl<'a> Draw<'a> {
    /// A draw among the questions of some goals, each with its urgency: the most urgent goal, of least number, comes
    /// first. Goals that are not in the bank, or named before, do not count; nor do questions that rest on a fact past
    /// its review date.
    pub(super) fn new(
        bank: &'a Bank,
        goals: Vec<(&'a GoalKey, usize)>,
        seed: Seed,
        today: u32,
        last_asked: LastAsked<'_>,
    ) -> Self {
        let mut known: Vec<Option<Goal<'a>>> = bank.goals().iter().map(|_| None).collect();
        for (key, urgency) in goals {
            if let Some(slot) = place_of(bank, key).and_then(|at| known.get_mut(at)) {
                slot.get_or_insert_with(|| Goal::new(key, urgency, seed));
            }
        }
        for (entry, family) in bank.entries().iter().zip(families(bank)).filter(|(entry, _)| entry.is_fresh(today)) {
            if let Some(Some(goal)) = place_of(bank, &entry.goal).and_then(|at| known.get_mut(at)) {
                let (asked, rank) = (last_asked(&entry.question), seed.rank(entry.question.as_str()));
                goal.candidates.push(Candidate { entry, family, asked, rank, has_sibling_drawn: false });
            }
        }
        let mut goals: Vec<Goal<'a>> = known.into_iter().flatten().collect();
        goals.iter_mut().for_each(Goal::note_family_asked_last);
        Self { goals, kinds: [0; 256] }
    }

    /// How many questions there are to draw.
    pub(super) fn len(&self) -> usize {
        self.goals.iter().map(|goal| goal.candidates.len()).sum()
    }

    /// Draws questions: at most `count`, and at most `per_goal` of a goal.
    pub(super) fn questions(mut self, count: usize, per_goal: usize) -> Vec<QuestionId> {
        let mut questions = Vec::new();
        while questions.len() < count {
            let Some(entry) = self.next(per_goal) else { break };
            questions.push(entry.question.clone());
        }
        questions
    }

    fn next(&mut self, per_goal: usize) -> Option<&'a BankEntry> {
        let is_open = |goal: &&mut Goal<'a>| goal.drawn < per_goal && !goal.candidates.is_empty();
        let goal = self.goals.iter_mut().filter(is_open).min_by_key(|goal| goal.turn())?;
        let drawn = goal.draw(&self.kinds)?;
        let lesson = &goal.key.lesson;
        for goal in &mut self.goals {
            goal.note_drawn(lesson, drawn.family);
        }
        if let Some(count) = self.kinds.get_mut(usize::from(drawn.entry.kind)) {
            *count += 1;
        }
        Some(drawn.entry)
    }
}

impl<'a> Goal<'a> {
    fn new(key: &'a GoalKey, urgency: usize, seed: Seed) -> Self {
        let rank = seed.rank(&format!("{}/{}", key.lesson, key.goal));
        Self { key, urgency, rank, drawn: 0, drawn_of_lesson: 0, family_asked_last: None, candidates: Vec::new() }
    }

    fn note_family_asked_last(&mut self) {
        let asked = self.candidates.iter().filter(|candidate| candidate.asked.is_some());
        self.family_asked_last = asked.max_by_key(|candidate| candidate.asked).map(|candidate| candidate.family);
    }

    fn note_drawn(&mut self, lesson: &LessonId, family: usize) {
        self.drawn_of_lesson += usize::from(self.key.lesson == *lesson);
        for candidate in &mut self.candidates {
            candidate.has_sibling_drawn |= candidate.family == family;
        }
    }

    /// The least comes next: all goals before any goal twice, the urgent ones first, and lessons by turns.
    fn turn(&self) -> (usize, usize, usize, u64) {
        (self.drawn, self.urgency, self.drawn_of_lesson, self.rank)
    }

    /// Takes out the question that comes next: no sibling of a question on the paper while there are others, then what
    /// was never asked or longest ago, then what was asked last time in other words, then the rarer kind.
    fn draw(&mut self, kinds: &[usize; 256]) -> Option<Candidate<'a>> {
        let turn = |candidate: &Candidate<'_>| {
            let is_another_matter = Some(candidate.family) != self.family_asked_last;
            let of_kind = kinds.get(usize::from(candidate.entry.kind)).copied();
            (candidate.has_sibling_drawn, candidate.asked, is_another_matter, of_kind, candidate.rank)
        };
        let (at, _) = self.candidates.iter().enumerate().min_by_key(|(_, candidate)| turn(candidate))?;
        self.drawn += 1;
        Some(self.candidates.remove(at))
    }
}

fn place_of(bank: &Bank, goal: &GoalKey) -> Option<usize> {
    bank.goals().binary_search(goal).ok()
}

/// For each entry the number of its family. Siblings of siblings belong to it, however they point at one another.
pub(super) fn families(bank: &Bank) -> Vec<usize> {
    let mut heads: Vec<usize> = (0..bank.entries().len()).collect();
    for (at, entry) in bank.entries().iter().enumerate() {
        if let Some(sibling) = entry.sibling_of.as_ref().and_then(|sibling| bank.place(sibling)) {
            let (ours, theirs) = (head(&heads, at), head(&heads, sibling));
            if let Some(joined) = heads.get_mut(ours.max(theirs)) {
                *joined = ours.min(theirs);
            }
        }
    }
    (0..heads.len()).map(|at| head(&heads, at)).collect()
}

/// The head of a family: who points at nobody before. Nobody points at anyone after, so the way ends.
fn head(heads: &[usize], mut at: usize) -> usize {
    while let Some(next) = heads.get(at).copied().filter(|next| *next < at) {
        at = next;
    }
    at
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::bank::tests::{any_bank, entry, goal};
    use super::*;

    #[test]
    fn siblings_of_siblings_are_one_family() {
        let key = || goal("l", "g");
        let siblings =
            [("a", Some("b")), ("b", Some("d")), ("c", None), ("d", Some("a")), ("e", Some("gone")), ("f", Some("c"))];
        let bank = Bank::new(vec![], siblings.map(|(id, sibling)| entry(id, key(), 0, sibling)).to_vec());
        assert_eq!(families(&bank), [0, 0, 2, 0, 4, 2]);
    }

    proptest! {
        #[test]
        fn siblings_are_of_one_family(bank in any_bank()) {
            let families = families(&bank);
            for (entry, family) in bank.entries().iter().zip(&families) {
                if let Some(sibling) = &entry.sibling_of {
                    prop_assert_eq!(families[bank.place(sibling).unwrap()], *family);
                }
            }
        }
    }
}
