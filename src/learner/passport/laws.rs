//! The laws of passports, for all progress and all texts.

use proptest::prelude::*;

use super::*;
use crate::learner::samples::{any_progress, moment, right};
use crate::learner::{Answer, Attempt, Event, save};
use crate::quiz::Response;

fn known() -> Vec<QuestionId> {
    ["q1", "q2", "q3", "q4"].map(QuestionId::from).into()
}

/// What a passport holds.
fn attempts(progress: &Progress) -> Vec<(QuestionId, u32, Vec<Attempt>)> {
    let parts = |(id, record): (&QuestionId, &crate::learner::Record)| {
        (id.clone(), record.revision(), record.attempts().copied().collect())
    };
    progress.answers().map(parts).collect()
}

/// A course answered once over a year, on days and at hours that have nothing to do with the names of questions.
fn course(questions: u32, times: u32) -> Progress {
    let mut progress = Progress::default();
    for time in 0..times {
        for n in 0..questions {
            let minute = 29_900_000 + 525_600 * time / times + n * 7919 % (525_600 / times);
            let (response, moment) = (Response::nothing(), moment(minute, (minute + 300) / 1440));
            let certainty = crate::learner::Certainty::from_number(u64::from(n % 4));
            let answer = Answer { revision: 1, response, verdict: right(), moment, certainty };
            progress = progress.apply(Event::Answered(id(n), answer));
        }
    }
    progress
}

fn id(n: u32) -> QuestionId {
    QuestionId::from(format!("question-{n}").as_str())
}

#[test]
fn a_question_answered_once_takes_nine_bytes_at_most() {
    let ids: Vec<QuestionId> = (0..250).map(id).collect();
    let once = course(250, 1);
    let (bytes, _) = content::write(&once, 0);
    assert!(bytes.len() <= 9 * 250, "{} bytes", bytes.len());
    assert_eq!(read(&write(&once), &ids).map(|read| read.unknown), Ok(0));
    assert!(write(&once).len() < 4000);
    assert!(write(&course(250, 5)).len() < LONGEST_TEXT / 4);
}

#[test]
fn a_passport_looks_as_it_does_for_ever() {
    let progress = course(2, 2);
    let text = write(&progress);
    assert_eq!(text, "SHQ1-51BV6-1Q0ZQ-GHR84-GGM82-56JRP-C3DWY-S6J22-H0919-S0D4W");
    assert_eq!(attempts(&read(&text, &[id(0), id(1)]).unwrap().progress), attempts(&progress));
}

#[track_caller]
fn check(text: &str, refusal: Refusal) {
    assert_eq!(read(text, &known()), Err(refusal), "{text:.40}");
}

#[test]
fn what_is_no_passport_is_refused_with_the_reason() {
    for (text, refusal) in [
        ("", Refusal::Empty),
        (" \n- -", Refusal::Empty),
        ("SHQ", Refusal::NotAPassport),
        ("SHQX-00000", Refusal::NotAPassport),
        ("https://example.org", Refusal::NotAPassport),
        ("Сәлем", Refusal::NotAPassport),
        ("SHQ1-", Refusal::Damaged),
        ("SHQ1-00000-00000", Refusal::Damaged),
        ("SHQ1-Сәлем", Refusal::Damaged),
        ("SHQ2-00000", Refusal::Newer),
        ("{}", Refusal::Damaged),
        ("{\"version\":99}", Refusal::Newer),
    ] {
        check(text, refusal);
    }
    check(&"SHQ1-".repeat(LONGEST_TEXT / 5 + 1), Refusal::TooLong);
    check(&format!("{{{}", " ".repeat(LONGEST_FILE)), Refusal::TooLong);
    let many = [0, 0, 0, 5, 0, 0].repeat(saved::MOST_ENTRIES + 1);
    check(&spell(&many), Refusal::TooMuch);
    check(&spell(&[0, 0, 0, 5, 0]), Refusal::Damaged);
}

#[test]
fn a_passport_after_which_no_answer_could_be_kept_is_damaged() {
    for question in [r#""gone":4294967295"#, r#""said":"unsure","at":[4294967295,0,0,0]"#] {
        let file = |id: &str| format!(r#"{{"version":2,"questions":{{"{id}":{{"rev":1,{question}}}}}}}"#);
        check(&file("q1"), Refusal::Damaged);
        assert_eq!(read(&file("elsewhere"), &known()).map(|read| read.unknown), Ok(1));
    }
    let end_of_time = id(0);
    let answer = |minute| {
        let (response, moment) = (Response::nothing(), moment(minute, 0));
        let answer = Answer { revision: 1, response, verdict: right(), moment, certainty: None };
        write(&Progress::default().apply(Event::Answered(end_of_time.clone(), answer)))
    };
    let read = |minute| read(&answer(minute), std::slice::from_ref(&end_of_time)).map(|read| read.unknown);
    assert_eq!([read(u32::MAX), read(u32::MAX / 2 + 1_000_000)], [Err(Refusal::Damaged), Ok(0)]);
}

#[test]
fn nothing_is_a_passport_too() {
    assert_eq!(read(&write(&Progress::default()), &known()).unwrap().progress, Progress::default());
}

proptest! {
    #[test]
    fn a_passport_gives_back_every_attempt(progress in any_progress(), from in 0usize..5) {
        let known = known().split_off(from.min(4));
        let all = attempts(&progress);
        let passport = read(&write(&progress), &known).unwrap();
        let here: Vec<_> = all.iter().filter(|(id, ..)| known.contains(id)).cloned().collect();
        prop_assert_eq!(passport.unknown, all.len() - here.len());
        prop_assert_eq!(attempts(&passport.progress), here);
        prop_assert!(passport.progress.answers().all(|(_, record)| *record.response() == Response::nothing()));
        // Taken in where it was written, it changes nothing.
        prop_assert_eq!(progress.clone().apply(Event::Restored(passport.progress)), progress);
    }

    #[test]
    fn passports_come_to_the_same_in_any_order(a in any_progress(), b in any_progress(), c in any_progress()) {
        let [a, b, c] = [a, b, c].map(|p| read(&write(&p), &known()).unwrap().progress);
        let taken = |order: [&Progress; 3]| {
            order.into_iter().fold(Progress::default(), |all, one| all.apply(Event::Restored(one.clone())))
        };
        prop_assert_eq!(taken([&a, &b, &c]), taken([&c, &a, &b]));
        prop_assert_eq!(taken([&a, &b, &c]), taken([&b, &c, &a]));
    }

    #[test]
    fn copied_by_hand_it_is_still_read(progress in any_progress(), breaks in prop::collection::vec(0usize..400, 0..9)) {
        let text = write(&progress);
        prop_assert!(text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-'));
        let mut copy: Vec<char> = text.to_lowercase().chars().filter(|c| *c != '-').collect();
        for c in &mut copy {
            *c = match *c { '0' => 'o', '1' => 'l', other => other };
        }
        for at in breaks {
            copy.insert(at % (copy.len() + 1), ' ');
        }
        prop_assert_eq!(read(&copy.into_iter().collect::<String>(), &known()), read(&text, &known()));
    }

    #[test]
    fn one_letter_mistaken_or_two_swapped_are_noticed(progress in any_progress(), at in 0usize..2000, letter in "[0-9A-Z]") {
        let text = write(&progress);
        let letters: Vec<usize> = text.char_indices().skip(5).filter(|(_, c)| *c != '-').map(|(at, _)| at).collect();
        let at = at % (letters.len() - 1);
        let mut mistaken = text.clone();
        mistaken.replace_range(letters[at]..=letters[at], &letter);
        let same = base32::letters(&mistaken) == base32::letters(&text);
        prop_assert!(same || read(&mistaken, &known()) == Err(Refusal::Damaged), "{} {}", text, mistaken);
        let mut swapped = text.clone().into_bytes();
        swapped.swap(letters[at], letters[at + 1]);
        let swapped = String::from_utf8(swapped).unwrap();
        prop_assert!(swapped == text || read(&swapped, &known()) == Err(Refusal::Damaged));
    }

    #[test]
    fn no_text_and_no_mutation_panics(
        progress in any_progress(), text in "\\PC{0,60}", at in 0usize..2000, byte: u8, file: bool
    ) {
        let _ = read(&text, &known());
        let _ = read(&format!("SHQ1-{text}"), &known());
        let mut bytes = if file { save(&progress) } else { write(&progress) }.into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read(&String::from_utf8_lossy(&bytes), &known());
        bytes.truncate(at);
        let _ = read(&String::from_utf8_lossy(&bytes), &known());
    }

    #[test]
    fn a_smaller_passport_lacks_the_oldest_attempts_alone(progress in any_progress(), characters in 0usize..200) {
        let (text, left_out) = write_within(&progress, characters);
        let read = attempts(&read(&text, &known()).unwrap().progress);
        let all = attempts(&progress);
        let count = |list: &[(QuestionId, u32, Vec<Attempt>)]| list.iter().map(|(.., a)| a.len()).sum::<usize>();
        prop_assert_eq!(count(&read) + left_out, count(&all));
        prop_assert!(text.len() <= characters || read.iter().all(|(.., attempts)| attempts.len() == 1));
        let kept = |attempt: &Attempt| read.iter().any(|(.., attempts)| attempts.contains(attempt));
        let oldest = read.iter().flat_map(|(.., attempts)| attempts.split_last().unwrap().1).min();
        for (read, all) in read.iter().zip(&all) {
            prop_assert_eq!(read.2.last(), all.2.last());
            let gone = all.2.iter().filter(|attempt| !kept(attempt));
            prop_assert!(gone.into_iter().all(|gone| oldest.is_none_or(|oldest| gone < oldest)));
        }
    }

    #[test]
    fn a_file_gives_back_everything_of_known_questions(progress in any_progress()) {
        let read = read(&format!("\u{feff} {}\n", save(&progress)), &known());
        prop_assert_eq!(read, Ok(ReadPassport { progress, unknown: 0 }));
    }
}
