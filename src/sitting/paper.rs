//! Which questions are asked. The same request, seed and history make the same paper on every machine.
//!
//! What is drawn is drawn among the questions that rest on no fact past its review date `today` (in days since 1970).
//! So a paper changes on the day after such a date, and on no other: until then, and from then on, a seed is one paper.

use super::bank::{Bank, GoalKey};
use super::draw::{Draw, LastAsked};
use super::request::{MOST_QUESTIONS, Order, Request};
use super::seed::{Generator, Seed};
use crate::id::QuestionId;

/// How many questions a final check has if the link does not say.
const QUESTIONS_OF_A_FINAL: u16 = 20;

/// How many questions a starter has.
const QUESTIONS_OF_A_STARTER: usize = 5;

/// How many of them are of goals not seen yet.
const NEW_ONES_OF_A_STARTER: usize = 2;

/// The questions of a sitting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// The questions, each once, in the order in which they are asked.
    pub questions: Vec<QuestionId>,
    /// What the link asks for and is no longer there, in the order of the link.
    pub missing: Vec<QuestionId>,
}

impl Paper {
    fn drawn(questions: Vec<QuestionId>) -> Self {
        Self { questions, missing: Vec::new() }
    }
}

/// The questions that a link names: all of them, as they stand there or shuffled by its seed (by seed 0 if it has
/// none). How many it asks for does not count; nor do review dates, for the teacher has chosen.
pub fn check(bank: &Bank, request: &Request) -> Paper {
    let mut asked: Vec<QuestionId> = Vec::with_capacity(request.questions.len());
    for question in &request.questions {
        if !asked.contains(question) {
            asked.push(question.clone());
        }
    }
    let is_there = |question: &QuestionId| bank.entry(question).is_some();
    let missing = asked.iter().filter(|question| !is_there(question)).cloned().collect();
    match request.order {
        Order::Fixed => {}
        // With the missing ones among them, so that the rest come in the same order where nothing is missing.
        Order::Shuffled => Generator::new(request.seed.unwrap_or_default()).shuffle(&mut asked),
    }
    asked.retain(is_there);
    Paper { questions: asked, missing }
}

/// Questions from the whole bank, 20 unless `count` says otherwise (1 to 100): all goals before any goal twice, lessons
/// by turns, kinds as evenly as the goals allow, siblings apart while their goal has others. A longer paper begins with
/// the shorter one.
pub fn final_check(bank: &Bank, seed: Seed, count: Option<u16>, today: u32) -> Paper {
    let count = count.unwrap_or(QUESTIONS_OF_A_FINAL).clamp(1, MOST_QUESTIONS);
    let goals = bank.goals().iter().map(|goal| (goal, 0)).collect();
    let draw = Draw::new(bank, goals, seed, today, &|_| None);
    Paper::drawn(draw.questions(usize::from(count), usize::MAX))
}

/// Questions of goals that are due, the most urgent first, and all of them before any twice: of each goal at most
/// `per_goal`, of all at most `limit`. A goal is asked for in other words than last time: by what was never asked, then
/// by what was asked longest ago (in minutes since 1970), siblings apart while their goal has others.
pub fn review(
    bank: &Bank,
    due: &[GoalKey],
    last_asked: LastAsked<'_>,
    per_goal: usize,
    limit: usize,
    today: u32,
) -> Paper {
    let goals = due.iter().zip(0..).collect();
    Paper::drawn(Draw::new(bank, goals, Seed::default(), today, last_asked).questions(limit, per_goal))
}

/// Five questions for the beginning of a class: three of goals known from before, then two of goals that are new, or more of
/// the one where there are fewer of the other. Goals are drawn by seed, so only those are to be passed that may come;
/// a goal passed as both counts as known. Of a goal comes what was never asked or longest ago (in minutes since 1970).
pub fn starter(
    bank: &Bank,
    seed: Seed,
    known: &[GoalKey],
    new: &[GoalKey],
    last_asked: LastAsked<'_>,
    today: u32,
) -> Paper {
    let of_known = known.iter().map(|goal| (goal, 0)).collect();
    let of_new = new.iter().filter(|goal| !known.contains(goal)).map(|goal| (goal, 0)).collect();
    let known = Draw::new(bank, of_known, seed, today, last_asked);
    let new = Draw::new(bank, of_new, seed, today, last_asked);
    let of_known = known.len().min(QUESTIONS_OF_A_STARTER - new.len().min(NEW_ONES_OF_A_STARTER));
    let mut questions = known.questions(of_known, usize::MAX);
    questions.extend(new.questions(QUESTIONS_OF_A_STARTER - of_known, usize::MAX));
    Paper::drawn(questions)
}

#[cfg(test)]
mod tests;
