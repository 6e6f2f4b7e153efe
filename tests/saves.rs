//! Progress saved by any version of the program that ever reached a pupil loads for ever.
//! Files in `tests/saves/` are never edited; a new version adds new ones.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it must be")]

use shanyraq::id::QuestionId;
use shanyraq::learner::{Loaded, Verdict, load, save};
use shanyraq::quiz::Score;

fn progress(name: &str) -> shanyraq::learner::Progress {
    let path = format!("{}/tests/saves/{name}", env!("CARGO_MANIFEST_DIR"));
    match load(&std::fs::read_to_string(path).unwrap()) {
        Loaded::Progress(progress) => progress,
        other @ (Loaded::Newer | Loaded::Corrupt) => panic!("{name} must load for ever, but it is {other:?}"),
    }
}

#[test]
fn every_fixture_loads_and_is_saved_as_the_newest_version() {
    let folder = format!("{}/tests/saves", env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let loaded = progress(&name);
        assert_eq!(load(&save(&loaded)), Loaded::Progress(loaded), "{name}");
        seen += 1;
    }
    assert!(seen >= 2, "the fixtures are gone");
}

#[test]
fn the_first_format_keeps_every_part() {
    let progress = progress("v1-first.json");
    let answer = progress.answer(&QuestionId::from("forum-year"), 1).unwrap();
    assert_eq!((answer.tries, answer.verdict), (2, Verdict::Scored(Score::new(1, 1))));
    assert_eq!(progress.answer(&QuestionId::from("why-advisory"), 1).unwrap().verdict, Verdict::Unsure);
    assert!(progress.draft(&QuestionId::from("second")).is_some());
    assert_eq!(progress.place().unwrap().0.as_str(), "idea-to-decree");
}
