//! The content that ships has no mistake in any language, and says what the course promises.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is not as it must be")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use shanyraq::authoring::{Diagnostic, Severity, check, read_folder};
use shanyraq::course::{Alphabet, ClaimKind, Course};
use shanyraq::quiz::Task;
use shanyraq::search::{Index, Kind};

fn shipped() -> (Option<Course>, Vec<Diagnostic>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    check(&read_folder(&folder).unwrap(), "2026-11-23".parse().unwrap())
}

fn course() -> Course {
    shipped().0.expect("the shipped content builds: see the_shipped_content_has_no_mistake")
}

#[test]
fn the_shipped_content_has_no_mistake() {
    let (_, diagnostics) = shipped();
    let mistakes: Vec<String> =
        diagnostics.iter().filter(|d| d.severity == Severity::Error).map(ToString::to_string).collect();
    assert!(mistakes.is_empty(), "{} mistakes:\n\n{}", mistakes.len(), mistakes.join("\n\n"));
}

#[test]
fn all_hundred_claims_are_there_in_every_language() {
    for edition in course().editions {
        let of_kind = |kind| edition.claims.values().filter(|claim| claim.kind == kind).count();
        let kinds = [ClaimKind::Fact, ClaimKind::OfficialPosition, ClaimKind::AuthorAssessment];
        assert_eq!((edition.claims.len(), kinds.map(of_kind)), (100, [52, 24, 24]), "{}", edition.language);
    }
}

/// How much a lesson asks is a rule of the build, as strict as can be where `course.toml` does not say otherwise.
#[test]
fn the_shipped_course_loosens_no_bound() {
    let course = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("content/course.toml")).unwrap();
    assert!(!course.contains("[bounds]"), "the bounds of a lesson are for small courses of tests to loosen");
}

#[test]
fn every_word_of_what_can_be_found_finds_it() {
    for edition in course().editions {
        let documents = edition.documents();
        let index = Index::new(&edition.language, documents.clone());
        let mut asked: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (number, document) in documents.iter().enumerate() {
            for word in [&document.title, &document.text, &document.unseen].into_iter().flat_map(|text| text.split(' '))
            {
                asked.entry(word.to_lowercase()).or_default().insert(number);
            }
        }
        for (word, numbers) in asked {
            let Some(found) = index.find(&word) else { continue };
            let found = BTreeSet::from_iter(found.documents);
            assert!(numbers.is_subset(&found), "{}: “{word}” does not find all it should", edition.language);
        }
    }
}

#[test]
fn the_assembly_is_found_in_every_language_and_however_it_is_typed() {
    let typed = [("kk", "ассамблеяның"), ("kk", "Казакстан халкы"), ("ru", "асамблеи"), ("en", "assemblies")];
    for edition in course().editions {
        let documents = edition.documents();
        let index = Index::new(&edition.language, documents.clone());
        for (_, typed) in typed.iter().filter(|(language, _)| *language == edition.language.as_str()) {
            let found = index.find(typed).expect("a query").documents;
            let rank = found.iter().position(|number| documents[*number].path.ends_with("glossary/#assembly"));
            assert!(rank.is_some_and(|rank| rank < 10), "“{typed}” finds the term as number {rank:?}");
        }
    }
}

#[test]
fn no_result_shows_what_explains_an_answer() {
    for edition in course().editions {
        let questions = edition.lessons.iter().flat_map(|lesson| lesson.questions());
        let explained: BTreeSet<String> = questions.map(|question| question.explanation.to_string()).collect();
        for document in edition.documents().iter().filter(|document| document.kind == Kind::Question) {
            assert!(document.text.is_empty() && explained.contains(&*document.unseen), "{}", document.title);
        }
    }
}

#[test]
fn the_course_asks_every_kind_and_at_least_170_questions() {
    let course = course();
    let bank = || course.editions[0].lessons.iter().flat_map(|lesson| lesson.bank());
    let kinds: BTreeSet<u8> = bank().map(|question| question.task.number()).collect();
    assert_eq!(kinds.len(), 10, "every kind of question is asked somewhere");
    let shown: usize = course.editions[0].lessons.iter().map(|lesson| lesson.questions().count()).sum();
    assert!(shown >= 170, "{shown} questions stand in the lessons, {} in all", bank().count());
}

#[test]
fn what_is_past_its_review_date_leaves_enough_for_a_final_check() {
    let course = course();
    let bank = course.editions[0].bank();
    let last =
        bank.entries().iter().filter_map(|entry| entry.fresh_until).max().expect("some facts want checking again");
    assert!(bank.entries().iter().all(|entry| entry.is_fresh(20_780)), "all are fresh today");
    let fresh = bank.entries().iter().filter(|entry| entry.is_fresh(last + 1)).count();
    assert!(fresh >= 40, "{fresh} questions are left when every review date has passed");
}

#[test]
fn every_term_stands_under_a_letter_of_its_language() {
    for edition in course().editions {
        let alphabet = Alphabet::new(&edition.reference_words.alphabet);
        let lost = edition.glossary.iter().find(|term| !alphabet.knows(&term.term));
        assert_eq!(lost.map(|term| &term.term), None, "{}", edition.language);
    }
}

#[test]
fn assessments_and_positions_are_never_said_to_be_confirmed() {
    let course = course();
    for claim in course.editions[0].claims.values().filter(|claim| claim.kind != ClaimKind::Fact) {
        assert_ne!(
            claim.verified,
            shanyraq::course::Verified::Confirmed,
            "{}: an opinion is not confirmed like a date",
            claim.id
        );
    }
}

#[test]
fn no_question_gives_its_answer_away_by_place_or_length() {
    for lesson in &course().editions[0].lessons {
        let mut places = [0usize; 4];
        let mut longest = 0;
        let mut singles = 0;
        for question in lesson.questions() {
            if let Task::Single(choice) = &question.task {
                singles += 1;
                let at = choice.options.iter().position(|option| option.right).unwrap();
                places[at] += 1;
                let length = |n: usize| choice.options[n].text.chars().count();
                longest += usize::from((0..choice.options.len()).all(|n| n == at || length(n) < length(at)));
            }
        }
        let most = places.iter().max().unwrap();
        assert!(most * 2 <= singles + 1, "{}: the right answer stands too often in one place: {places:?}", lesson.id);
        assert!(
            longest * 3 <= singles * 2,
            "{}: the right answer is too often the longest: {longest} of {singles}",
            lesson.id
        );
    }
}
