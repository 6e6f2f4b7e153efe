//! Whatever the files hold, checking them reports and never panics.

use std::path::Path;

use proptest::prelude::*;
use shanyraq::authoring::{Files, check, read_folder};

use crate::{is_helpful, small_course};

/// Something that happens to a file by accident.
#[derive(Clone, Debug)]
enum Accident {
    /// Characters are typed over.
    Overwritten(String),
    /// Characters are deleted.
    Deleted(usize),
    /// The rest of the line is cut off.
    LineCut,
    /// The line stands there twice.
    LineDoubled,
    /// The rest of the file is gone.
    Truncated,
}

fn accident() -> impl Strategy<Value = Accident> {
    let typed = prop_oneof![".{1,8}", r#"[\[\]{}="'`#+\n\r\t <>|*_.:0-9-]{1,8}"#];
    prop_oneof![
        4 => typed.prop_map(Accident::Overwritten),
        4 => (1usize..40).prop_map(Accident::Deleted),
        2 => Just(Accident::LineCut),
        2 => Just(Accident::LineDoubled),
        1 => Just(Accident::Truncated),
    ]
}

/// Which file, where in it, and what happens there.
fn accidents() -> impl Strategy<Value = Vec<(prop::sample::Index, prop::sample::Index, Accident)>> {
    prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), accident()), 1..6)
}

fn happen(files: &mut Files, accidents: Vec<(prop::sample::Index, prop::sample::Index, Accident)>) {
    for (file, place, accident) in accidents {
        let count = files.len();
        let text = files.values_mut().nth(file.index(count)).expect("within the count");
        let at = text.floor_char_boundary(place.index(text.len() + 1));
        let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
        match accident {
            Accident::Overwritten(typed) => {
                let over = text.ceil_char_boundary(at + typed.len());
                text.replace_range(at..over, &typed);
            }
            Accident::Deleted(length) => text.replace_range(at..text.ceil_char_boundary(at + length), ""),
            Accident::LineCut => text.replace_range(at..end, ""),
            Accident::LineDoubled => {
                let doubled = format!("{}\n", &text[line..end]);
                text.insert_str(line, &doubled);
            }
            Accident::Truncated => text.truncate(at),
        }
    }
}

/// Checks the files, and that every report is one an author can use.
fn survives(files: &Files) {
    let (_, diagnostics) = check(files, small_course::today());
    for diagnostic in &diagnostics {
        is_helpful(files, diagnostic);
    }
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn files_of_garbage_are_reported_not_panicked_at(texts in prop::collection::vec(".{0,80}", 12)) {
        let files = small_course::files();
        let only_names: Files = files.into_keys().zip(texts).collect();
        survives(&only_names);
    }

    #[test]
    fn a_lesson_of_marks_is_reported_not_panicked_at(body in "([#+`>*_\\[\\](){}!<>=\"'\\- \n\t~|:a-c0-9]{0,10}(\n```question\n|\n## a \\{#b\\}\n|term:)?){0,20}") {
        let mut files = small_course::files();
        let lesson = files.get_mut("kk/lessons/second/lesson.md").expect("a lesson");
        lesson.push_str(&body);
        survives(&files);
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn accidents_to_the_small_course_are_reported_not_panicked_at(accidents in accidents()) {
        let mut files = small_course::files();
        happen(&mut files, accidents);
        survives(&files);
    }
}

proptest! {
    #![proptest_config(cases(10))]

    #[test]
    fn accidents_to_the_shipped_content_are_reported_not_panicked_at(accidents in accidents()) {
        let mut files = read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("the content");
        happen(&mut files, accidents);
        survives(&files);
    }
}
