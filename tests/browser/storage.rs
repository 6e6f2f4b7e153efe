//! The browser's storage as the program sees it.

use shanyraq::host::{Host, Refused};
use shanyraq::id::{OptionId, QuestionId};
use shanyraq::quiz::Response;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::lesson::CHOICE;
use crate::stage::{Stage, browser, window};

const KEY: &str = "shanyraq.test";

fn forget() {
    window().local_storage().expect("storage").expect("storage").remove_item(KEY).expect("storage");
}

#[wasm_bindgen_test]
fn what_is_written_is_read() {
    forget();
    assert_eq!(browser().read(KEY), Ok(None));
    assert_eq!(browser().write(KEY, "Қазақ тілі «әғқңөұүһі»"), Ok(()));
    assert_eq!(browser().read(KEY), Ok(Some("Қазақ тілі «әғқңөұүһі»".to_owned())));
    forget();
}

#[wasm_bindgen_test]
fn full_storage_is_said_and_keeps_what_was_there() {
    forget();
    assert_eq!(browser().write(KEY, "before"), Ok(()));
    assert_eq!(browser().write(KEY, &"x".repeat(12_000_000)), Err(Refused::Full));
    assert_eq!(browser().read(KEY), Ok(Some("before".to_owned())));
    forget();
}

#[wasm_bindgen_test]
async fn what_is_tapped_is_read_from_the_page() {
    let stage = Stage::prerendered().await;
    let question = QuestionId::from(CHOICE);
    assert_eq!(browser().tapped(&question), None);
    stage.click("input[value=wrong]").await;
    stage.click("input[value=right]").await;
    assert_eq!(browser().tapped(&question), Some(Response::choosing([OptionId::from("right")])));
}

#[wasm_bindgen_test]
async fn a_choice_of_theme_is_no_answer() {
    let stage = Stage::prerendered().await;
    stage.click(".settings input[value=dark]").await;
    assert_eq!(browser().tapped(&QuestionId::from(CHOICE)), None);
}
