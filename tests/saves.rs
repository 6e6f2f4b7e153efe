//! Progress saved by any version of the program that ever reached a pupil loads for ever.
//! Files in `tests/saves/` are never edited; a new version adds new ones.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it must be")]

use shanyraq::id::{OptionId, QuestionId};
use shanyraq::learner::{Certainty, Day, Loaded, Minute, Moment, Verdict, load, save};
use shanyraq::quiz::{Response, Score};

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
    assert!(seen >= 4, "the fixtures are gone");
}

#[test]
fn the_first_format_keeps_every_part() {
    let progress = progress("v1-first.json");
    let record = progress.answer(&QuestionId::from("forum-year"), 1).unwrap();
    assert_eq!(record.verdict(), Verdict::Scored(Score::new(1, 1)));
    assert_eq!(record.latest().moment, Moment { minute: Minute(29_923_333), day: Day(20_780) });
    assert_eq!(record.response(), &Response::choosing([OptionId::from("y1992")]));
    assert_eq!(progress.answer(&QuestionId::from("why-advisory"), 1).unwrap().verdict(), Verdict::Unsure);
    assert!(progress.draft(&QuestionId::from("second")).is_some());
    assert_eq!(progress.place().unwrap().0.as_str(), "idea-to-decree");
}

#[test]
fn the_second_format_keeps_every_part() {
    let progress = progress("v2-first.json");
    let record = |id: &str, revision| progress.answer(&QuestionId::from(id), revision).unwrap();
    let attempts: Vec<_> = record("forum-year", 1)
        .attempts()
        .map(|a| (a.moment.minute.0, a.moment.day.0, a.verdict, a.certainty))
        .collect();
    let scored = |points, of| Verdict::Scored(Score::new(points, of));
    let kept = [
        (29_923_333, 20_780, Verdict::Unsure, None),
        (29_924_459, 20_781, scored(1, 2), Some(Certainty::Sure)),
        (29_925_959, 20_782, scored(2, 2), Some(Certainty::Think)),
    ];
    assert_eq!(attempts, kept);
    assert_eq!(record("why-advisory", 1).latest().moment.day, Day(20_779), "the day before that of UTC");
    assert_eq!(record("map", 3).response().put(&OptionId::from("year")), Some("1995 жыл"));
    assert_eq!(progress.answers().count(), 3, "what was forgotten is forgotten");
    assert!(
        progress.draft(&QuestionId::from("second")).is_some() && progress.draft(&QuestionId::from("map")).is_some()
    );
    assert_eq!(progress.place().unwrap().1.as_str(), "forum");
    assert!(progress.asks_certainty());
    assert_eq!(progress.sitting().map(|sitting| &**sitting), Some(r#"{"goals":[1]}"#));
}
