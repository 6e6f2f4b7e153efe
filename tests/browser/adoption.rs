//! A rendered page is adopted as it stands, with what was tapped in it.

use std::rc::Rc;
use std::time::Duration;

use shanyraq::host::{Host, MemoryHost, Refused};
use shanyraq::id::{OptionId, QuestionId};
use shanyraq::learner::{Answer, Event, Loaded, Minute, Moment, Progress, Verdict, load, save};
use shanyraq::quiz::{Response, Score};
use shanyraq::ui::PROGRESS_KEY;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::platform::time::sleep;

use crate::lesson::{CHOICE, ORDER};
use crate::stage::{Stage, browser, document, settle, window};

/// A world in memory, but for what is filled in in the page.
fn page_in_memory() -> MemoryHost {
    MemoryHost { tapped: Some(|question| browser().tapped(question)), ..MemoryHost::default() }
}

#[wasm_bindgen_test]
async fn adoption_changes_nothing_that_is_seen() {
    let mut stage = Stage::prerendered().await;
    let (before, heading) = (stage.html(), stage.find("h1"));
    stage.adopt(MemoryHost::default()).await;
    assert_eq!(stage.html(), before);
    assert!(heading.is_some() && heading == stage.find("h1"), "the heading is not the element it was");
}

#[wasm_bindgen_test]
async fn a_tap_before_adoption_is_kept_and_can_be_checked() {
    let mut stage = Stage::prerendered().await;
    let before = stage.html();
    stage.click("input[value=right]").await;
    stage.adopt(page_in_memory()).await;
    assert_eq!(stage.html(), before);
    assert!(stage.is_checked("right") && !stage.is_checked("wrong"));
    stage.click("#choice .check").await;
    stage.will_say("#choice .verdict", "verdict right").await;
    stage.will_say("#choice .remember span", "The thing to remember.").await;
    stage.will_have_focus("#choice .verdict").await;
    assert!(stage.says(".announcer").starts_with("verdict right"), "the verdict is said");
}

/// What is clicked by software sends neither finger nor focus ahead.
#[wasm_bindgen_test]
async fn what_is_clicked_before_its_question_is_adopted_counts() {
    let mut stage = Stage::prerendered().await;
    stage.begin_to_adopt(Rc::new(page_in_memory()));
    // Its answer for readers without the program goes when a question is adopted.
    while stage.find("#choice .shown-answer").is_some() {
        sleep(Duration::ZERO).await;
    }
    assert!(stage.find("#order .shown-answer").is_some(), "all questions are adopted at a stretch");
    for selector in ["#order [data-item=second] .down", "#order .check"] {
        stage.click(selector).await;
    }
    stage.will_say("#order .verdict", "verdict right").await;
}

#[wasm_bindgen_test]
async fn a_wrong_answer_says_why_and_can_be_given_again() {
    let mut stage = Stage::prerendered().await;
    stage.adopt(MemoryHost::default()).await;
    stage.click("input[value=wrong]").await;
    stage.click("#choice .check").await;
    stage.will_say("#choice .verdict", "verdict wrong").await;
    stage.will_say("#choice .wrong .because span:last-child", "Because of wrong.").await;
    stage.will_say("#choice .why .says", "What the article says.").await;
    stage.click("#choice .again").await;
    stage.click("input[value=right]").await;
    stage.click("#choice .check").await;
    stage.will_say("#choice .verdict", "verdict right").await;
}

#[wasm_bindgen_test]
async fn checking_nothing_asks_to_choose_and_is_no_answer() {
    let host = Rc::new(MemoryHost::default());
    let mut stage = Stage::prerendered().await;
    stage.adopt_for(Rc::<MemoryHost>::clone(&host)).await;
    stage.click("#choice .check").await;
    stage.will_say("#choice .choose-first", "choose first").await;
    assert_eq!(stage.find("#choice .verdict"), None);
    assert_eq!(host.read(PROGRESS_KEY), Ok(None));
}

#[wasm_bindgen_test]
async fn an_item_is_moved_by_its_button_and_takes_the_focus_along() {
    let mut stage = Stage::prerendered().await;
    stage.adopt(MemoryHost::default()).await;
    stage.click("#order [data-item=second] .down").await;
    stage.will_say_all("#order li span", &["Item first", "Item second", "Item third"]).await;
    stage.will_have_focus("#order [data-item=second] .down").await;
    stage.will_say(".announcer", "moved to").await;
    stage.click("#order .check").await;
    stage.will_say("#order .verdict", "verdict right").await;
}

#[wasm_bindgen_test]
async fn the_browser_keeps_what_was_answered() {
    let host = browser();
    let storage = window().local_storage().expect("storage").expect("storage");
    storage.remove_item(PROGRESS_KEY).expect("storage");
    let mut stage = Stage::prerendered().await;
    let before = stage.html();
    stage.adopt(browser()).await;
    assert_eq!(stage.html(), before);
    stage.click("input[value=right]").await;
    stage.click("#choice .check").await;
    let kept = host.read(PROGRESS_KEY).expect("storage").expect("something kept");
    let Loaded::Progress(kept) = load(&kept) else { wasm_bindgen::throw_str("what was kept is no progress") };
    let answer = kept.answer(&QuestionId::from(CHOICE), 1).expect("the answer");
    assert_eq!((answer.verdict(), answer.attempts().count()), (Verdict::Scored(Score::new(1, 1)), 1));
    assert!(answer.latest().moment.minute > Minute(28_000_000), "the time of the device");
    drop(stage);
    let mut again = Stage::prerendered().await;
    again.adopt(browser()).await;
    again.will_say("#choice .verdict", "verdict right").await;
    storage.remove_item(PROGRESS_KEY).expect("storage");
}

fn kept() -> Progress {
    let response = Response::choosing([OptionId::from("right")]);
    let verdict = Verdict::Scored(Score::new(1, 1));
    let answer = Answer { revision: 1, response, verdict, moment: Moment::default(), certainty: None };
    let order = ["third", "second", "first"].map(OptionId::from).into();
    Progress::default()
        .apply(Event::Answered(QuestionId::from(CHOICE), answer))
        .apply(Event::Drafted(QuestionId::from(ORDER), Response::Ordered(order)))
}

#[wasm_bindgen_test]
async fn what_was_kept_comes_after_adoption() {
    let host = MemoryHost::default();
    host.write(PROGRESS_KEY, &save(&kept())).expect("memory keeps");
    let mut stage = Stage::prerendered().await;
    stage.adopt(host).await;
    stage.will_say("#choice .verdict", "verdict right").await;
    stage.will_say_all("#order li span", &["Item third", "Item second", "Item first"]).await;
    assert_eq!(stage.find(".notices p"), None);
    assert_ne!(document().active_element(), stage.find("#choice .verdict"), "an earlier answer takes no focus");
}

#[wasm_bindgen_test]
async fn a_tap_in_this_page_wins_over_a_draft_kept_earlier() {
    let host = page_in_memory();
    let draft = Event::Drafted(QuestionId::from(CHOICE), Response::choosing([OptionId::from("other")]));
    host.write(PROGRESS_KEY, &save(&Progress::default().apply(draft))).expect("memory keeps");
    let mut stage = Stage::prerendered().await;
    stage.click("input[value=wrong]").await;
    stage.adopt(host).await;
    assert!(stage.is_checked("wrong") && !stage.is_checked("other"));
}

#[wasm_bindgen_test]
async fn what_is_kept_and_damaged_is_said_set_aside_and_does_not_stop_the_lesson() {
    let host = Rc::new(MemoryHost::default());
    host.write(PROGRESS_KEY, "{damaged").expect("memory keeps");
    let mut stage = Stage::prerendered().await;
    stage.adopt_for(Rc::<MemoryHost>::clone(&host)).await;
    stage.will_say(".notices p", "kept damaged").await;
    stage.click("#choice .unsure").await;
    stage.will_say("#choice .verdict", "verdict unsure").await;
    let kept = host.read(PROGRESS_KEY).expect("memory").expect("something kept");
    assert!(matches!(load(&kept), Loaded::Progress(_)), "{kept}");
    assert!(host.stored.borrow().values().any(|text| text == "{damaged"), "what was damaged is not lost");
}

#[wasm_bindgen_test]
async fn what_a_newer_version_kept_is_said_and_left_alone() {
    let host = Rc::new(MemoryHost::default());
    host.write(PROGRESS_KEY, r#"{"version":99}"#).expect("memory keeps");
    let mut stage = Stage::prerendered().await;
    stage.adopt_for(Rc::<MemoryHost>::clone(&host)).await;
    stage.will_say(".notices p", "not kept newer").await;
    stage.click("#choice .unsure").await;
    stage.will_say("#choice .verdict", "verdict unsure").await;
    assert_eq!(host.read(PROGRESS_KEY), Ok(Some(r#"{"version":99}"#.to_owned())));
}

#[wasm_bindgen_test]
async fn a_host_that_refuses_to_keep_is_said_and_the_lesson_goes_on() {
    for (refused, notice) in [(Refused::NoStorage, "not kept"), (Refused::Full, "not kept full")] {
        let mut stage = Stage::prerendered().await;
        stage.adopt(MemoryHost { refuses: Some(refused), ..MemoryHost::default() }).await;
        stage.click("#choice .unsure").await;
        stage.will_say("#choice .verdict", "verdict unsure").await;
        stage.will_say(".notices p", notice).await;
        drop(stage);
        settle().await;
    }
}
