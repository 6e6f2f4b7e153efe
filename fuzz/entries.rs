//! What is fuzzed: one entry point for each reader of texts from elsewhere, with the laws that must hold of any bytes.
//!
//! The targets in `fuzz_targets/` and the bounded run in `tests/fuzz.rs` call the same.

use shanyraq::id::{QuestionId, Text, is_kebab_case};
use shanyraq::learner::passport::{self, ReadPassport, Refusal};
use shanyraq::learner::{Answer, Attempt, Day, Event, Loaded, Minute, Moment, Progress, Verdict, load, save};
use shanyraq::quiz::{Response, Score, counts_as};
use shanyraq::sitting::{MOST_QUESTIONS, Problem, Request, Seed, Sitting};

/// The questions known to the reader of passports.
const KNOWN: [&str; 6] = ["forum-year", "map", "order-of-steps", "second", "why-advisory", "q"];

/// Two questions that have one mark in passports: nobody knows which of them is meant.
const ALIKE: [&str; 2] = ["forum-first-accord", "peace-law-last"];

/// The longest file that is read as a passport, in bytes.
const LONGEST_FILE: usize = 256 * 1024;

/// The longest query that is read, in bytes.
const LONGEST_QUERY: usize = 4_096;

/// A passport: the bytes as a text or a file, and the bytes as what a passport with a right checksum says.
pub fn passport(data: &[u8]) {
    read_passport(&String::from_utf8_lossy(data));
    read_passport(&signed(data));
}

/// Progress as it is saved, and the sitting in it.
pub fn saved(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    match load(&text) {
        Loaded::Progress(progress) => {
            settles(&progress);
            let size = save(&progress).len();
            assert!(size <= 4 * text.len() + 64, "{size} bytes saved of {}", text.len());
            progress.sitting().into_iter().for_each(|sitting| read_sitting(sitting));
        }
        Loaded::Newer => assert!(text.trim_start().starts_with('{'), "what is no map has no version"),
        Loaded::Corrupt => {}
    }
    read_sitting(&text);
}

/// The parameters of a link.
pub fn link(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (request, problems) = Request::from_query(&text);
    assert!(request.questions.len() <= usize::from(MOST_QUESTIONS));
    assert!(problems.len() <= usize::from(MOST_QUESTIONS) + 1);
    assert!(problems.iter().filter_map(named).all(|name| name.chars().count() <= 40));
    assert!(request.count.is_none_or(|count| (1..=MOST_QUESTIONS).contains(&count)));
    assert!(request.questions.iter().all(|question| is_kebab_case(question.as_str())));
    assert!(request.lesson.iter().all(|lesson| is_kebab_case(lesson.as_str())));
    let query = request.to_query();
    assert!(query.is_ascii() && query.len() <= text.len() + 64, "{query}");
    if query.len() <= LONGEST_QUERY {
        assert_eq!(Request::from_query(&query), (request, Vec::new()), "{query}");
    }
    if let Some(seed) = Seed::from_word(&text) {
        assert_eq!(Seed::from_word(&seed.to_string()), Some(seed));
    }
}

/// An answer that is typed: the text on the first line; on the second and third, if they are there, the words that are
/// accepted and rejected, with `|` between them.
pub fn typed(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut lines = text.split('\n');
    let typed = lines.next().unwrap_or_default();
    let mut words = |otherwise: &str| -> Vec<Text> {
        lines.next().unwrap_or(otherwise).split('|').take(8).filter(|word| !word.is_empty()).map(Text::from).collect()
    };
    let accepted = words("Қазақстан халқы Ассамблеясы|ҚХА|1995 жыл|он бір|OSCE");
    let rejected = words("Қазақстан халқы Ассоциациясы|Парламент");
    let counted = counts_as(typed, &accepted, &rejected);
    if counted.is_some() {
        assert!(counts_as(typed, &accepted, &[]).is_some(), "rejecting words lets nothing more count");
        assert!(typed.chars().any(is_no_sign), "what has no letters counts as nothing");
    }
    for same in [format!(" «{typed}». "), typed.replace(' ', "  "), typed.chars().map(upper).collect()] {
        assert_eq!(counts_as(&same, &accepted, &rejected), counted, "“{same}” is “{typed}”");
    }
    for word in accepted.iter().map(|word| &**word).chain([typed]).filter(|word| word.chars().any(is_surely_a_letter)) {
        let itself = [Text::from(word)];
        assert_eq!(counts_as(word, &itself, &itself), itself.first(), "a word counts as itself, whatever is rejected");
    }
}

fn read_passport(text: &str) {
    let mut known: Vec<QuestionId> = KNOWN.iter().chain(&ALIKE).map(|&id| QuestionId::from(id)).collect();
    let read = passport::read(text, &known);
    if text.len() < LONGEST_FILE - 8 {
        assert_eq!(passport::read(&format!("\u{feff}{text} \n"), &known), read, "a mark and spaces do not count");
    } else {
        assert!(text.len() <= LONGEST_FILE || read == Err(Refusal::TooLong));
    }
    known.reverse();
    assert_eq!(passport::read(text, &known), read, "the order of questions does not count");
    // One that is refused has no progress at all, so there is nothing that could be taken in.
    let Ok(ReadPassport { progress, .. }) = read else { return };
    assert!(progress.answers().all(|(question, _)| known.contains(question)));
    settles(&progress);

    let written = passport::write(&progress);
    assert!(written.len() <= 32 + 180 * known.len(), "{written}");
    let (short, left_out) = passport::write_within(&progress, 100);
    assert!(short.len() <= written.len() && (left_out > 0 || short == written));
    let once_more = passport::read(&written, &known).map(|read| attempts(&read.progress));
    let clear: Vec<_> = attempts(&progress).into_iter().filter(|(id, ..)| !ALIKE.contains(&id.as_str())).collect();
    assert_eq!(once_more, Ok(clear), "{written}");

    let ours = KNOWN.iter().fold(Progress::default(), |ours, id| answered(ours, id, 1, 29_900_000));
    let taken = ours.apply(Event::Restored(progress.clone()));
    assert_eq!(taken.clone().apply(Event::Restored(progress)), taken, "taken in twice is taken in once");
    for id in KNOWN {
        // No question is of a later revision, and so no answer can be to an older question.
        let after = answered(taken.clone(), id, u32::MAX, 29_950_000);
        let record = after.answer(&QuestionId::from(id), u32::MAX);
        assert_eq!(record.map(|record| record.latest().moment.day), Some(Day(20_000)), "the answer to {id} is lost");
        settles(&after);
    }
}

/// The progress after an answer on day 20,000.
fn answered(progress: Progress, id: &str, revision: u32, minute: u32) -> Progress {
    let moment = Moment { minute: Minute(minute), day: Day(20_000) };
    let verdict = Verdict::Scored(Score::new(0, 1));
    let answer = Answer { revision, response: Response::Unsure, verdict, moment, certainty: None };
    progress.apply(Event::Answered(QuestionId::from(id), answer))
}

/// What holds of any progress, wherever it comes from.
fn settles(progress: &Progress) {
    assert_eq!(load(&save(progress)), Loaded::Progress(progress.clone()), "what is saved is loaded");
    assert_eq!(progress.clone().apply(Event::Restored(progress.clone())), *progress, "nothing is new to itself");
    for asks in [true, false] {
        assert_eq!(progress.clone().apply(Event::AskedCertainty(asks)).asks_certainty(), asks);
    }
    for (_, record) in progress.answers() {
        assert!((1..=5).contains(&record.attempts().count()) && record.attempts().is_sorted());
    }
}

/// What a passport holds.
fn attempts(progress: &Progress) -> Vec<(QuestionId, u32, Vec<Attempt>)> {
    progress.answers().map(|(id, kept)| (id.clone(), kept.revision(), kept.attempts().copied().collect())).collect()
}

fn read_sitting(text: &str) {
    if let Some(sitting) = Sitting::from_text(text) {
        let written = sitting.to_text();
        assert!(written.len() <= text.len() + 8, "{written}");
        assert_eq!(Sitting::from_text(&written), Some(sitting));
        if let Some(query) = text.splitn(6, ' ').nth(5) {
            link(query.as_bytes());
        }
    }
}

/// The text that a problem names.
fn named(problem: &Problem) -> Option<&str> {
    match problem {
        Problem::UnknownMode(name)
        | Problem::UnknownOrder(name)
        | Problem::BadQuestion(name)
        | Problem::BadLesson(name)
        | Problem::BadSeed(name)
        | Problem::BadCount(name) => Some(name),
        Problem::TooLong | Problem::TooManyQuestions => None,
    }
}

/// The passport that says these bytes: what chance would hardly come upon, for the checksum.
fn signed(content: &[u8]) -> String {
    let sum = content.iter().fold(0x811c_9dc5, |sum: u32, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    let mut text = String::from("SHQ1-");
    let (mut held, mut bits) = (0u32, 0);
    for byte in content.iter().chain(&sum.to_le_bytes()).chain(&[0]) {
        held = (held << 8 | u32::from(*byte)) & 0xffff;
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.extend("0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().nth((held >> bits & 31) as usize));
        }
    }
    // The byte of zeros was there to fill up the last digit.
    text.truncate("SHQ1-".len() + ((content.len() + 4) * 8).div_ceil(5));
    text
}

/// Whether it is neither a sign of ASCII nor a space.
fn is_no_sign(letter: char) -> bool {
    !letter.is_whitespace() && !letter.is_ascii_punctuation() && !letter.is_control()
}

fn is_surely_a_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ')
}

/// A letter of English, Russian or Kazakh in upper case.
fn upper(letter: char) -> char {
    let is_one = letter.is_ascii() || matches!(letter, 'а'..='ё' | 'ә' | 'і' | 'ң' | 'ғ' | 'ү' | 'ұ' | 'қ' | 'ө' | 'һ');
    letter.to_uppercase().next().filter(|_| is_one).unwrap_or(letter)
}
