//! A small course, complete and without a mistake: what tests of rules and pages start from, so that editing the
//! shipped content breaks none of them. Its interface is made up from the names of the words.

use std::path::Path;

use shanyraq::authoring::{Files, read_folder};
use shanyraq::course::{Date, DeskWords, DoctorWords, FrameWords, OfflineWords, ReferenceWords, SitesWords, Words};

/// The words that have places for values, with the values they must be given.
const PLACES: &[(&str, &str)] = &[
    ("map_alt", "{right} {total}"),
    ("lesson_number", "{n}"),
    ("lesson_begun", "{right} {total}"),
    ("reading_time", "{minutes}"),
    ("paragraphs_taught", "{list}"),
    ("by_act", "{act}"),
    ("past_review", "{date}"),
    ("paragraph_title", "{n}"),
    ("claim_title", "{n}"),
    ("claims_shown", "{n} {total}"),
    ("checked_on", "{date}"),
    ("lesson_progress", "{answered} {total}"),
    ("question_number", "{n} {total}"),
    ("type_number_near", "{tolerance}"),
    ("gap_number", "{n}"),
    ("right_is", "{answer}"),
    ("spelled", "{answer}"),
    ("verdict_part", "{points} {of}"),
    ("move_up", "{item}"),
    ("move_down", "{item}"),
    ("moved_to", "{item} {place} {total}"),
    ("claim_paragraph", "{n}"),
    ("as_of", "{date}"),
    ("changed_since", "{date}"),
    ("event_number", "{n} {total}"),
    ("result_title", "{lesson}"),
    ("result_score", "{right} {total}"),
    ("result_open", "{open}"),
    ("read_again", "{section}"),
    ("today_due", "{goals} {minutes}"),
    ("today_none", "{date}"),
    ("final_about", "{n}"),
    ("paper_number", "{seed}"),
    ("left_open", "{open}"),
    ("sure_of", "{n} {right}"),
    ("guessed", "{n} {right}"),
    ("missing", "{list}"),
    ("bad_mode", "{value}"),
    ("bad_value", "{value}"),
    ("next_review", "{date}"),
    ("passport_trimmed", "{n}"),
    ("read_unknown", "{n}"),
    ("card_says", "{course} {right} {total}"),
    ("card_not_yet", "{open}"),
    ("over_lesson", "{lesson}"),
    ("keep_button", "{kb}"),
    ("keeping", "{done} {total}"),
    ("search_found", "{n}"),
    ("by_hand", "{address}"),
    ("pixels", "{n}"),
    ("code_label", "{place}"),
    ("no_address", "{address}"),
    ("chronicle_chosen", "{date} {spans} {events}"),
    ("institution_chosen", "{date} {spans}"),
    ("date_day", "{day} {month} {year}"),
    ("date_month", "{month} {year}"),
    ("date_year", "{year}"),
];

/// A day on which nothing in the small course is stale.
pub(crate) fn today() -> Date {
    "2026-11-23".parse().expect("a date")
}

/// The files of the small course.
pub(crate) fn files() -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/course");
    let mut files = read_folder(&folder).expect("the small course lies beside its tests");
    for language in ["kk", "en"] {
        files.insert(format!("{language}/interface.toml"), interface(language));
    }
    files
}

/// Every word of the interface says its own name: `question-number = "en question number {n} {total}"`.
fn interface(language: &str) -> String {
    let names: Vec<String> = (1..=12).map(|n| format!("\"month {n}\"")).collect();
    let months = names.join(", ");
    let text = |key: &&str| {
        let places =
            PLACES.iter().find(|(known, _)| known == key).map_or_else(String::new, |(_, places)| format!(" {places}"));
        format!("{} = \"{language} {}{places}\"\n", key.replace('_', "-"), key.replace('_', " "))
    };
    let plural = |key: &&str| {
        format!("{key} = {{ one = \"{{n}} {language} {key} one\", other = \"{{n}} {language} {key}\" }}\n")
    };
    let texts: String = Words::TEXTS.iter().map(text).collect();
    let desk: String = DeskWords::TEXTS.iter().map(text).collect();
    let reference: String = ReferenceWords::TEXTS.iter().map(text).collect();
    let offline: String = OfflineWords::TEXTS.iter().map(text).collect();
    let frame: String = FrameWords::TEXTS.iter().map(text).collect();
    let sites: String = SitesWords::TEXTS.iter().map(text).collect();
    let doctor: String = DoctorWords::TEXTS.iter().map(text).collect();
    let plurals: String = Words::PLURALS.iter().map(plural).collect();
    // The words that tests misspell come first, where new words do not move them.
    format!(
        "plural-rule = \"one-other\"\nmonths-in-date = [{months}]\nmonths = [{months}]\n{plurals}{texts}[desk]\n{desk}[reference]\n{reference}[offline]\n{offline}[frame]\n{frame}[for-sites]\n{sites}[doctor]\n{doctor}"
    )
}
