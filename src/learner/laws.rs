//! The laws of progress, for all that can happen.

use proptest::prelude::*;

use super::samples::{any_answer, any_certainty, any_event, any_progress, any_question, any_verdict, moment};
use super::*;
use crate::id::QuestionId;
use crate::quiz::{Response, Score};

/// What all devices must agree on.
fn agreed(progress: &Progress) -> Progress {
    // A draft, and a review under way, are of the place where they are made.
    let without_draft = |(question, held): &(QuestionId, held::Held)| {
        let held = held::Held { draft: None, ..held.clone() };
        (!held.is_nothing()).then(|| (question.clone(), held))
    };
    let questions = progress.questions().iter().filter_map(without_draft).collect();
    Progress::new(questions, progress.place_and_minute().cloned(), progress.certainty_changes(), None)
}

fn restored(a: &Progress, b: &Progress) -> Progress {
    a.clone().apply(Event::Restored(b.clone()))
}

fn answer(verdict: Verdict, minute: u32, day: u32) -> Answer {
    Answer { revision: 1, response: Response::Unsure, verdict, moment: moment(minute, day), certainty: None }
}

fn right() -> Verdict {
    Verdict::Scored(Score::new(1, 1))
}

type Seen = (Day, Verdict, Option<Certainty>);

/// What a learner sees of a record: all but the minutes.
fn seen(progress: &Progress, question: &QuestionId) -> Option<(Response, Vec<Seen>)> {
    let (_, record) = progress.answers().find(|(known, _)| *known == question)?;
    let attempts = record.attempts().map(|a| (a.moment.day, a.verdict, a.certainty)).collect();
    Some((record.response().clone(), attempts))
}

#[test]
fn answering_ends_the_draft() {
    let q = QuestionId::from("q");
    let progress = Progress::default()
        .apply(Event::Drafted(q.clone(), Response::Unsure))
        .apply(Event::Answered(q.clone(), answer(right(), 1, 1)));
    assert_eq!(progress.draft(&q), None);
    assert_eq!(progress.answer(&q, 1).map(Record::verdict), Some(right()));
}

#[test]
fn an_answer_to_an_older_meaning_is_set_aside() {
    let q = QuestionId::from("q");
    let progress = Progress::default().apply(Event::Answered(q.clone(), answer(right(), 1, 1)));
    assert!(progress.answer(&q, 1).is_some());
    assert!(progress.answer(&q, 2).is_none());
}

#[test]
fn reopening_keeps_the_old_answer_until_there_is_a_new_one() {
    let q = QuestionId::from("q");
    let progress = Progress::default()
        .apply(Event::Answered(q.clone(), answer(right(), 1, 1)))
        .apply(Event::Reopened(vec![q.clone()]));
    assert!(progress.answer(&q, 1).is_some());
    assert_eq!(progress.draft(&q), Some(&Response::nothing()));
}

#[test]
fn what_another_tab_holds_open_stays_its_own() {
    let q = QuestionId::from("q");
    let theirs = Progress::default()
        .apply(Event::Drafted(q.clone(), Response::Unsure))
        .apply(Event::Reached("lesson".into(), "section".into(), Minute(1)))
        .apply(Event::Sat(Some("review".into())));
    assert_eq!(Progress::default().apply(Event::HeardOf(theirs)), Progress::default());
    let theirs =
        Progress::default().apply(Event::Answered(q.clone(), answer(right(), 1, 1))).apply(Event::AskedCertainty(true));
    let heard = Progress::default().apply(Event::HeardOf(theirs));
    assert!(heard.answer(&q, 1).is_some() && heard.asks_certainty());
}

#[test]
fn the_later_place_wins_and_a_clock_set_back_does_not_hold_the_learner() {
    let reached = |section: &str, minute| Event::Reached("lesson".into(), section.into(), Minute(minute));
    let section = |progress: &Progress| progress.place().unwrap().1.to_string();
    let (early, late) = (Progress::default().apply(reached("early", 1)), Progress::default().apply(reached("late", 2)));
    assert_eq!(section(&restored(&early, &late)), "late");
    assert_eq!(section(&restored(&late, &early)), "late");
    assert_eq!(section(&late.apply(reached("here", 1))), "here");
}

#[test]
fn the_wish_to_be_asked_can_be_taken_back_on_another_device() {
    let asked = Progress::default().apply(Event::AskedCertainty(true)).apply(Event::AskedCertainty(true));
    assert!(asked.asks_certainty());
    let taken_back = asked.clone().apply(Event::AskedCertainty(false));
    assert!(!restored(&asked, &taken_back).asks_certainty());
    assert!(!restored(&taken_back, &asked).asks_certainty());
}

#[test]
fn what_was_forgotten_comes_back_from_nowhere_but_from_undoing() {
    let q = QuestionId::from("q");
    let before = Progress::default()
        .apply(Event::Answered(q.clone(), answer(Verdict::Unsure, 5, 1)))
        .apply(Event::Answered(q.clone(), answer(right(), 6, 2)));
    let forgotten = before.clone().apply(Event::Forgotten(vec![q.clone()], Minute(3)));
    assert_eq!(forgotten.answer(&q, 1), None);
    let still = restored(&forgotten, &before).apply(Event::HeardOf(before.clone()));
    assert_eq!(still.answer(&q, 1), None);
    let undone = still.apply(Event::Undone(vec![q.clone()], before.clone()));
    assert_eq!(seen(&undone, &q), seen(&before, &q));
    // Another tab that had heard of it changes nothing.
    assert_eq!(seen(&restored(&forgotten, &undone), &q), seen(&before, &q));
    // What another device had before is no longer kept away.
    let elsewhere = Progress::default().apply(Event::Answered(q.clone(), answer(Verdict::Unsure, 2, 0)));
    assert_eq!(seen(&restored(&undone, &elsewhere), &q).unwrap().1.len(), 3);
}

#[test]
fn an_answer_to_an_older_question_does_not_outlive_its_forgetting() {
    let q = QuestionId::from("q");
    let of = |revision| Answer { revision, ..answer(right(), 5, 1) };
    let newer = Progress::default().apply(Event::Answered(q.clone(), of(2)));
    let older = Progress::default().apply(Event::Answered(q.clone(), Answer { moment: moment(9, 1), ..of(1) }));
    let forgotten = Progress::default().apply(Event::Forgotten(vec![q], Minute(7)));
    assert_eq!(restored(&restored(&newer, &older), &forgotten), restored(&newer, &restored(&older, &forgotten)));
}

#[test]
fn what_is_said_of_a_revision_that_no_question_has_sets_nothing_aside() {
    let question = QuestionId::from("q1");
    let answer = |revision: u32| {
        let (response, verdict) = (Response::Unsure, Verdict::Unsure);
        Answer { revision, response, verdict, moment: Moment::default(), certainty: None }
    };
    let forged = Progress::default().apply(Event::Answered(question.clone(), answer(9)));
    let (harmless, left_out) = forged.of_revisions(|_| Some(1));
    assert_eq!(left_out, 1);
    let progress = Progress::default()
        .apply(Event::Answered(question.clone(), answer(1)))
        .apply(Event::Restored(harmless))
        .apply(Event::Answered(question.clone(), answer(1)));
    assert!(progress.answer(&question, 1).is_some());
}

proptest! {
    #[test]
    fn restoring_the_same_twice_changes_nothing(a in any_progress(), b in any_progress()) {
        let once = restored(&a, &b);
        prop_assert_eq!(restored(&once, &b), once);
    }

    #[test]
    fn devices_agree_in_whatever_order_they_hear_of_each_other(
        a in any_progress(), b in any_progress(), c in any_progress()
    ) {
        prop_assert_eq!(agreed(&restored(&a, &b)), agreed(&restored(&b, &a)));
        prop_assert_eq!(
            agreed(&restored(&restored(&a, &b), &c)),
            agreed(&restored(&a, &restored(&b, &c)))
        );
        prop_assert_eq!(restored(&a, &a), a);
    }

    #[test]
    fn one_learner_on_several_devices_has_what_he_would_have_in_one_place(
        events in prop::collection::vec((any_event(), 0usize..3), 0..30)
    ) {
        let mut one_place = Progress::default();
        let mut devices = [Progress::default(), Progress::default(), Progress::default()];
        for (at, (event, device)) in (0u32..).zip(events) {
            let event = match event {
                Event::Answered(question, answer) => {
                    let moment = Moment { minute: Minute(at), ..answer.moment };
                    Event::Answered(question, Answer { moment, ..answer })
                }
                Event::Forgotten(questions, _) => Event::Forgotten(questions, Minute(at)),
                Event::Reached(lesson, section, _) => Event::Reached(lesson, section, Minute(at)),
                // Counted on each device, and not by a clock.
                Event::AskedCertainty(_) => continue,
                other @ (Event::Drafted(..) | Event::Reopened(_) | Event::Sat(_) | Event::Undone(..)
                    | Event::Restored(_) | Event::HeardOf(_)) => other,
            };
            one_place = one_place.apply(event.clone());
            devices[device] = std::mem::take(&mut devices[device]).apply(event);
        }
        let [a, b, c] = devices;
        prop_assert_eq!(agreed(&restored(&restored(&c, &a), &b)), agreed(&one_place));
    }

    #[test]
    fn an_answer_is_never_lost_whatever_the_clock_says(a in any_progress(), q in any_question(), answer in any_answer()) {
        let answer = Answer { revision: 2, ..answer };
        let after = a.apply(Event::Answered(q.clone(), answer.clone()));
        let record = after.answer(&q, 2).unwrap();
        prop_assert_eq!(record.response(), &answer.response);
        prop_assert_eq!(record.latest().moment.day, answer.moment.day);
        prop_assert_eq!((record.verdict(), record.latest().certainty), (answer.verdict, answer.certainty));
    }

    #[test]
    fn of_several_answers_in_a_minute_the_last_is_the_latest(
        before in any_progress(), steps in prop::collection::vec((any_question(), any_verdict(), 0u32..2), 1..20)
    ) {
        let (mut progress, mut now) = (before, 12);
        for (q, verdict, passed) in steps {
            now += passed;
            progress = progress.apply(Event::Answered(q.clone(), Answer { revision: 2, ..answer(verdict, now, 1) }));
            let latest = progress.answers().map(|(_, record)| *record.latest()).max().unwrap();
            prop_assert_eq!(progress.answer(&q, 2).unwrap().latest(), &latest);
        }
    }

    #[test]
    fn undoing_puts_back_what_was_there_and_keeps_what_came_since(
        before in any_progress(), now in 0u32..20, verdict in any_verdict(), certainty in any_certainty()
    ) {
        let all: Vec<_> = ["q1", "q2", "q3", "q4"].map(QuestionId::from).into();
        let forgotten = before.clone().apply(Event::Forgotten(all.clone(), Minute(now)));
        prop_assert_eq!(forgotten.answers().count(), 0);
        let undone = forgotten.clone().apply(Event::Undone(all.clone(), before.clone()));
        for q in &all {
            prop_assert_eq!(seen(&undone, q), seen(&before, q));
            prop_assert_eq!(undone.draft(q), before.draft(q));
            prop_assert_eq!(seen(&restored(&forgotten, &undone), q), seen(&before, q));
        }
        prop_assert_eq!(undone.clone().apply(Event::Undone(all.clone(), before.clone())), undone);
        let since = Answer { revision: 2, certainty, ..answer(verdict, 0, 9) };
        let answered = forgotten.apply(Event::Answered(all[0].clone(), since));
        let undone = answered.apply(Event::Undone(all.clone(), before));
        let latest = undone.answer(&all[0], 2).unwrap().latest();
        prop_assert_eq!((latest.moment.day, latest.verdict, latest.certainty), (Day(9), verdict, certainty));
    }
}
