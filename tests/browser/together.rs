//! Questions that are marked together, and questions that are started over.

use shanyraq::host::MemoryHost;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::lesson::{CHOICE, ORDER};
use crate::stage::{Stage, until};

#[wasm_bindgen_test]
async fn questions_of_one_section_are_marked_together_at_its_end() {
    let mut stage = Stage::together().await;
    stage.adopt(MemoryHost::default()).await;
    assert!(stage.find(&format!("#{CHOICE} .check")).is_none(), "no question is checked by itself");
    stage.click("input[value=right]").await;
    assert!(stage.find(".verdict").is_none(), "nothing is said before the end");
    stage.click(&format!("#{ORDER} .check")).await;
    stage.will_say(&format!("#{CHOICE} .verdict"), "verdict right").await;
    assert!(stage.find(&format!("#{ORDER} .verdict")).is_none(), "what was not answered is not wrong");
    assert!(stage.find(&format!("#{ORDER} .unsure")).is_some(), "and may still be answered");
}

#[wasm_bindgen_test]
async fn checking_nothing_together_asks_to_choose() {
    let mut stage = Stage::together().await;
    stage.adopt(MemoryHost::default()).await;
    stage.click(&format!("#{ORDER} .check")).await;
    stage.will_say(".choose-first", "choose first").await;
}

#[wasm_bindgen_test]
async fn a_question_is_started_over_and_brought_back() {
    let mut stage = Stage::prerendered().await;
    stage.adopt(MemoryHost::default()).await;
    stage.click("input[value=right]").await;
    stage.click(&format!("#{CHOICE} .check")).await;
    let forget = format!("#{CHOICE} .forget button");
    until(|| stage.find(&forget).is_some()).await;
    stage.click(&forget).await;
    assert!(stage.find(&format!("#{CHOICE} .verdict")).is_none(), "the answer is forgotten");
    assert!(!stage.is_checked("right"), "nothing is chosen any more");
    stage.click(&format!("#{CHOICE} .undo")).await;
    stage.will_say(&format!("#{CHOICE} .verdict"), "verdict right").await;
}
