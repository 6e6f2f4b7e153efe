//! The content that ships has no mistake in any language, and says what the course promises.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is not as it must be")]

use std::path::Path;

use shanyraq::authoring::{Diagnostic, Severity, check, read_folder};
use shanyraq::course::{ClaimKind, Course};
use shanyraq::quiz::{Asks, Task};

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

#[test]
fn each_lesson_has_enough_questions_of_each_kind_and_enough_that_ask_to_think() {
    for lesson in &course().editions[0].lessons {
        let of = |is: fn(&Task) -> bool| lesson.questions().filter(|question| is(&question.task)).count();
        let thinking = lesson.questions().filter(|question| question.asks != Asks::Recall).count();
        let total = lesson.questions().count();
        assert!(total >= 12, "{} has {total} questions; a lesson has at least 12", lesson.id);
        assert!(thinking * 3 >= total, "{}: at least a third must ask more than recall", lesson.id);
        assert!(of(|task| matches!(task, Task::Single(_))) > 0, "{}", lesson.id);
        assert!(of(|task| matches!(task, Task::Multiple(_))) > 0, "{}", lesson.id);
        assert!(of(|task| matches!(task, Task::Ordering(_))) > 0, "{}", lesson.id);
        for goal in &lesson.goals {
            assert!(
                lesson.questions().any(|question| question.goal == goal.id),
                "{}: nothing tests {}",
                lesson.id,
                goal.id
            );
        }
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
