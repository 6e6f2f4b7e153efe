//! The laws of papers.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::sitting::bank::BankEntry;
use crate::sitting::bank::tests::{any_bank, entry, goal};
use crate::sitting::draw::families;
use crate::sitting::request::tests::any_request;

fn never(_: &QuestionId) -> Option<u32> {
    None
}

fn names(paper: &Paper) -> Vec<&str> {
    paper.questions.iter().map(QuestionId::as_str).collect()
}

fn goal_of(bank: &Bank, question: &QuestionId) -> GoalKey {
    bank.entry(question).unwrap().goal.clone()
}

fn kind_of(bank: &Bank, question: &QuestionId) -> u8 {
    bank.entry(question).unwrap().kind
}

fn questions_of(bank: &Bank, goal: &GoalKey) -> Vec<BankEntry> {
    bank.entries().iter().filter(|entry| entry.goal == *goal).cloned().collect()
}

fn sorted<T: Ord>(things: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut things: Vec<T> = things.into_iter().collect();
    things.sort();
    things
}

/// Whether each question is there, and once.
fn is_sound(bank: &Bank, paper: &Paper) -> bool {
    let mut once = sorted(paper.questions.clone());
    once.dedup();
    once.len() == paper.questions.len() && once.iter().all(|question| bank.entry(question).is_some())
}

/// Whether goals with questions left were asked for as often as any goal, give or take one.
fn is_balanced(bank: &Bank, paper: &Paper) -> bool {
    let count = |goal: &GoalKey| paper.questions.iter().filter(|question| goal_of(bank, question) == *goal).count();
    let most = bank.goals().iter().map(count).max().unwrap_or(0);
    bank.goals().iter().all(|goal| count(goal) + 1 >= most || count(goal) == questions_of(bank, goal).len())
}

/// Whether siblings stand on the paper only for goals that have nothing else to ask.
fn keeps_siblings_apart(bank: &Bank, paper: &Paper) -> bool {
    let families = families(bank);
    let family = |question: &QuestionId| families[bank.place(question).unwrap()];
    bank.goals().iter().all(|goal| {
        let mut there = sorted(questions_of(bank, goal).iter().map(|entry| family(&entry.question)));
        let on_paper = paper.questions.iter().filter(|question| goal_of(bank, question) == *goal);
        let mut asked = sorted(on_paper.map(family));
        let count = asked.len();
        there.dedup();
        asked.dedup();
        asked.len() == count || asked == there
    })
}

fn made_bank(lessons: usize, goals: usize, questions: usize) -> Bank {
    let mut entries = Vec::new();
    for lesson in 0..lessons {
        for at in 0..goals {
            for n in 0..questions {
                let name = |n: usize| format!("l{lesson}-g{at}-q{n}");
                // Every second question is asked once more, in other words.
                let sibling = (n % 2 == 1).then(|| name(n - 1));
                let kind = u8::try_from((n + at) % 5).unwrap();
                entries.push(entry(&name(n), goal(&format!("l{lesson}"), &format!("g{at}")), kind, sibling.as_deref()));
            }
        }
    }
    Bank::new((0..lessons).map(|lesson| format!("l{lesson}").as_str().into()).collect(), entries)
}

fn request(query: &str) -> Request {
    Request::from_query(query).0
}

#[test]
fn a_check_asks_what_the_link_names_and_names_what_is_gone() {
    let bank = made_bank(1, 1, 4);
    let paper = check(&bank, &request("?q=l0-g0-q3,gone,l0-g0-q0,l0-g0-q3,old&n=1"));
    assert_eq!(names(&paper), ["l0-g0-q3", "l0-g0-q0"]);
    assert_eq!(paper.missing, ["gone", "old"].map(QuestionId::from));
}

#[test]
fn nothing_to_ask_is_an_empty_paper() {
    let bank = Bank::default();
    assert_eq!(check(&bank, &request("?mode=check")), Paper::default());
    assert_eq!(final_check(&bank, Seed::new(1), None, 0), Paper::default());
    assert_eq!(review(&bank, &[goal("l", "g")], &never, 1, 9, 0), Paper::default());
    assert_eq!(starter(&bank, Seed::new(1), &[goal("l", "g")], &[], &never, 0), Paper::default());
}

// Written down for ever: teachers have handed these papers out.
#[test]
fn a_paper_of_a_seed_stays_as_it_is() {
    let bank = made_bank(3, 2, 4);
    let goals = bank.goals();
    let shuffled = check(&bank, &request("?q=l0-g0-q0,l0-g0-q1,l0-g0-q2,l0-g0-q3,l1-g0-q0&order=shuffled&seed=7"));
    assert_eq!(names(&shuffled), ["l0-g0-q2", "l0-g0-q0", "l0-g0-q1", "l0-g0-q3", "l1-g0-q0"]);
    assert_eq!(
        names(&final_check(&bank, Seed::new(7), Some(8), 0)),
        ["l2-g1-q0", "l1-g1-q1", "l0-g0-q0", "l2-g0-q3", "l1-g0-q0", "l0-g1-q3", "l2-g1-q3", "l1-g1-q2"]
    );
    assert_eq!(
        names(&starter(&bank, Seed::new(7), &goals[..4], &goals[4..], &never, 0)),
        ["l1-g1-q1", "l0-g0-q1", "l1-g0-q0", "l2-g1-q0", "l2-g0-q2"]
    );
}

#[test]
fn a_final_check_of_five_thousand_questions_keeps_the_laws() {
    let bank = made_bank(25, 20, 10);
    assert_eq!(bank.entries().len(), 5_000);
    let paper = final_check(&bank, Seed::from_word("қыран").unwrap(), Some(40), 0);
    assert_eq!(paper.questions.len(), 40);
    assert!(is_sound(&bank, &paper) && is_balanced(&bank, &paper) && keeps_siblings_apart(&bank, &paper));
    let of_each = |name: &dyn Fn(&QuestionId) -> String| {
        let mut counts = BTreeMap::new();
        paper.questions.iter().for_each(|question| *counts.entry(name(question)).or_insert(0) += 1);
        counts
    };
    let kinds = of_each(&|question| kind_of(&bank, question).to_string());
    assert_eq!(kinds.into_values().collect::<Vec<_>>(), [8; 5]);
    let lessons = of_each(&|question| goal_of(&bank, question).lesson.to_string());
    assert_eq!(lessons.len(), 25);
    assert!(lessons.into_values().all(|count| count <= 2));
}

#[test]
fn an_unset_count_is_twenty_and_a_wild_one_is_tamed() {
    let bank = made_bank(5, 5, 8);
    let count = |count| final_check(&bank, Seed::new(1), count, 0).questions.len();
    assert_eq!([None, Some(0), Some(1), Some(101)].map(count), [20, 1, 1, 100]);
}

#[test]
fn another_lesson_takes_its_share_and_leaves_the_rest() {
    let (small, large) = (made_bank(4, 3, 2), made_bank(5, 3, 2));
    let of_small = final_check(&small, Seed::new(3), Some(4), 0).questions;
    let mut of_large = final_check(&large, Seed::new(3), Some(5), 0).questions;
    of_large.retain(|question| small.entry(question).is_some());
    assert_eq!(of_large, of_small);
}

// By whatever names, for names decide where nothing else does.
#[test]
fn a_second_visit_asks_in_other_words() {
    for names in [["a", "b", "c", "d"], ["d", "c", "b", "a"], ["b", "d", "a", "c"], ["c", "a", "d", "b"]] {
        let [first, again, other, another] = names;
        let with = |name, sibling_of| entry(name, goal("l", "g"), 0, sibling_of);
        let entries = vec![with(first, None), with(again, Some(first)), with(other, None), with(another, None)];
        let bank = Bank::new(vec!["l".into()], entries);
        let mut asked: BTreeMap<QuestionId, u32> = [(first.into(), 1)].into();
        let mut visits = Vec::new();
        for minute in 2..8 {
            let paper = review(&bank, &[goal("l", "g")], &|question| asked.get(question).copied(), 1, 9, 0);
            visits.push(paper.questions[0].to_string());
            asked.insert(paper.questions[0].clone(), minute);
        }
        // First the same in other words, then what was never asked, and then from the one asked longest ago.
        assert_eq!(visits[0], again);
        assert_eq!(sorted(visits[1..3].to_vec()), sorted([other, another]));
        assert_eq!(visits[3..], [first, again, visits[1].as_str()]);
    }
}

#[test]
fn the_most_urgent_goals_come_first() {
    let bank = made_bank(1, 4, 4);
    let due = [goal("l0", "g2"), goal("gone", "g"), goal("l0", "g0"), goal("l0", "g2"), goal("l0", "g1")];
    let goals = |per_goal, limit| {
        let paper = review(&bank, &due, &never, per_goal, limit, 0);
        paper.questions.iter().map(|question| goal_of(&bank, question).goal.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(goals(1, 9), ["g2", "g0", "g1"]);
    assert_eq!(goals(2, 5), ["g2", "g0", "g1", "g2", "g0"]);
    assert_eq!(goals(2, 2), ["g2", "g0"]);
    assert!(goals(0, 9).is_empty());
}

#[test]
fn a_starter_is_three_known_and_two_new_or_as_many_as_there_are() {
    let bank = made_bank(1, 10, 1);
    let counts = |seen: usize, new: usize| {
        let goals = bank.goals();
        let paper = starter(&bank, Seed::new(5), &goals[..seen], &goals[10 - new..], &never, 0);
        let of_seen =
            paper.questions.iter().filter(|question| goals[..seen].contains(&goal_of(&bank, question))).count();
        (of_seen, paper.questions.len() - of_seen)
    };
    assert_eq!(counts(5, 5), (3, 2));
    assert_eq!(counts(1, 9), (1, 4));
    assert_eq!(counts(9, 1), (4, 1));
    assert_eq!(counts(0, 9), (0, 5));
    assert_eq!(counts(9, 0), (5, 0));
    assert_eq!(counts(1, 1), (1, 1));
    // What is passed as both counts as known, and is asked once.
    assert_eq!(counts(4, 10), (3, 2));
    assert_eq!(counts(10, 10), (5, 0));
    let both = &bank.goals()[..3];
    assert_eq!(starter(&bank, Seed::new(5), both, both, &never, 0).questions.len(), 3);
}

#[test]
fn what_rests_on_a_fact_past_its_review_date_is_not_drawn_but_asked_by_name() {
    let key = goal("l", "g");
    let stale = |id| BankEntry { fresh_until: Some(9), ..entry(id, key.clone(), 0, None) };
    let bank = Bank::new(vec!["l".into()], vec![stale("a"), stale("b"), entry("c", key.clone(), 0, None)]);
    let goals = [key.clone()];
    for (today, count) in [(9, 3), (10, 1)] {
        assert_eq!(final_check(&bank, Seed::new(1), None, today).questions.len(), count);
        assert_eq!(review(&bank, &goals, &never, 9, 9, today).questions.len(), count);
        assert_eq!(starter(&bank, Seed::new(1), &goals, &[], &never, today).questions.len(), count);
    }
    assert_eq!(names(&check(&bank, &request("?q=a,b"))), ["a", "b"]);
}

/// Goals of a bank by their places, and when each question was asked last.
fn any_history() -> impl Strategy<Value = (Bank, Vec<GoalKey>, Vec<GoalKey>, BTreeMap<QuestionId, u32>)> {
    any_bank().prop_flat_map(|bank| {
        let goals = bank.goals().to_vec();
        let shuffled = Just(goals).prop_shuffle();
        let minutes = prop::collection::vec(prop::option::of(0u32..5), bank.entries().len());
        (Just(bank), shuffled, any::<prop::sample::Index>(), minutes).prop_map(|(bank, goals, at, minutes)| {
            let (some, others) = goals.split_at(at.index(goals.len() + 1));
            let ids = bank.entries().iter().map(|entry| entry.question.clone());
            let asked = ids.zip(minutes).filter_map(|(id, minute)| Some((id, minute?))).collect();
            (bank.clone(), some.to_vec(), others.to_vec(), asked)
        })
    })
}

proptest! {
    #[test]
    fn a_check_is_what_was_asked_once_each(bank in any_bank(), mut request in any_request(), places in prop::collection::vec(0usize..45, 0..20)) {
        request.questions = places.iter().map(|at| QuestionId::from(format!("q{at}").as_str())).collect();
        let paper = check(&bank, &request);
        prop_assert!(is_sound(&bank, &paper));
        let mut asked = sorted(request.questions.clone());
        asked.dedup();
        prop_assert_eq!(sorted(paper.questions.iter().chain(&paper.missing).cloned()), asked);
        prop_assert!(paper.missing.iter().all(|question| bank.entry(question).is_none()));
        let fixed = check(&bank, &Request { order: Order::Fixed, ..request });
        prop_assert_eq!(sorted(fixed.questions), sorted(paper.questions));
    }

    #[test]
    fn a_final_check_keeps_the_laws(bank in any_bank(), seed in any::<u64>(), count in 1u16..=50) {
        let paper = final_check(&bank, Seed::new(seed), Some(count), 0);
        prop_assert!(is_sound(&bank, &paper));
        prop_assert_eq!(paper.questions.len(), bank.entries().len().min(usize::from(count)));
        prop_assert!(is_balanced(&bank, &paper));
        prop_assert!(keeps_siblings_apart(&bank, &paper));
        let longer = final_check(&bank, Seed::new(seed), Some(count + 1), 0);
        prop_assert!(longer.questions.starts_with(&paper.questions));
    }

    #[test]
    fn kinds_come_evenly_while_every_goal_is_asked_for_once(seed in any::<u64>(), count in 1u16..=12) {
        let bank = made_bank(3, 4, 10);
        let paper = final_check(&bank, Seed::new(seed), Some(count), 0);
        let counts = [0, 1, 2, 3, 4].map(|kind| paper.questions.iter().filter(|id| kind_of(&bank, id) == kind).count());
        prop_assert!(counts.iter().max().unwrap() - counts.iter().min().unwrap() <= 1, "{:?}", counts);
    }

    #[test]
    fn a_review_keeps_the_laws((bank, due, _, asked) in any_history(), per_goal in 0usize..4, limit in 0usize..20) {
        let paper = review(&bank, &due, &|question| asked.get(question).copied(), per_goal, limit, 0);
        prop_assert!(is_sound(&bank, &paper));
        prop_assert!(keeps_siblings_apart(&bank, &paper));
        let there: usize = due.iter().map(|goal| questions_of(&bank, goal).len().min(per_goal)).sum();
        prop_assert_eq!(paper.questions.len(), there.min(limit));
        let first: Vec<_> = paper.questions.iter().take(due.len()).map(|question| goal_of(&bank, question)).collect();
        prop_assert!(first.iter().zip(&due).all(|(goal, due)| goal == due) || per_goal == 0);
        for question in paper.questions.iter().take(due.len()) {
            let others = questions_of(&bank, &goal_of(&bank, question));
            prop_assert!(others.iter().all(|other| asked.get(question) <= asked.get(&other.question)));
        }
    }

    #[test]
    fn a_starter_keeps_the_laws((bank, seen, new, asked) in any_history(), seed in any::<u64>()) {
        let draw = |seen: &[GoalKey], new: &[GoalKey]| {
            starter(&bank, Seed::new(seed), seen, new, &|question| asked.get(question).copied(), 0)
        };
        let paper = draw(&seen, &new);
        prop_assert!(is_sound(&bank, &paper));
        prop_assert!(keeps_siblings_apart(&bank, &paper));
        let count = |goals: &[GoalKey]| goals.iter().map(|goal| questions_of(&bank, goal).len()).sum::<usize>();
        prop_assert_eq!(paper.questions.len(), (count(&seen) + count(&new)).min(5));
        let of_new = paper.questions.iter().filter(|question| new.contains(&goal_of(&bank, question))).count();
        prop_assert_eq!(of_new, count(&new).min(2.max(5_usize.saturating_sub(count(&seen)))));
        let reversed = |goals: &[GoalKey]| goals.iter().rev().cloned().collect::<Vec<_>>();
        prop_assert_eq!(draw(&reversed(&seen), &reversed(&new)), paper);
    }

    #[test]
    fn a_paper_changes_on_the_day_after_a_review_date_and_on_no_other(
        (bank, seen, new, asked) in any_history(), seed in any::<u64>(), today in 1u32..10
    ) {
        let papers = |today| {
            let last_asked = |question: &QuestionId| asked.get(question).copied();
            let seed = Seed::new(seed);
            [
                final_check(&bank, seed, Some(50), today),
                review(&bank, &seen, &last_asked, 9, 50, today),
                starter(&bank, seed, &seen, &new, &last_asked, today),
            ]
        };
        for paper in papers(today) {
            let stale = paper.questions.iter().find(|question| !bank.entry(question).unwrap().is_fresh(today));
            prop_assert_eq!(stale, None);
            prop_assert!(is_sound(&bank, &paper));
        }
        if bank.entries().iter().all(|entry| entry.fresh_until != Some(today - 1)) {
            prop_assert_eq!(papers(today), papers(today - 1));
        }
    }
}
