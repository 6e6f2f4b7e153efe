//! A reader: opens the post and learns in it.

use std::path::Path;

use anyhow::{Result, ensure};
use journeys::{Engine, Lesson, Pupil, Visit, same, word};
use serde_json::{Value, json};
use xtask::server::Server;

use crate::{LANGUAGE, LESSON};

const FRAME: &str = "iframe.wp-embedded-content";
/// What WordPress lets a frame have at most, in CSS pixels.
const TALLEST: f64 = 1000.0;

/// Opens the post in an engine, and takes a picture of it.
pub(crate) async fn reads(engine: Engine, post: &str, course: &Server, lesson: &Lesson, pictures: &Path) -> Result<()> {
    let visit = Visit::begin(engine).await?;
    let went = learns(&visit, post, course, lesson, pictures).await;
    if went.is_err() {
        visit.browser.session().enter_default_frame().await?;
        visit.browser.session().screenshot(&pictures.join(format!("{}-failed.png", engine.name()))).await?;
    }
    visit.browser.quit().await?;
    went
}

async fn learns(visit: &Visit, post: &str, course: &Server, lesson: &Lesson, pictures: &Path) -> Result<()> {
    visit.load(post).await?;
    let attributes = "const frame = document.querySelector(arguments[0]);
        return [frame.getAttribute('sandbox'), frame.dataset.secret.length, frame.getAttribute('src').replace(frame.dataset.secret, 'S')]";
    visit.find(FRAME).await?;
    let address = format!("{}{LANGUAGE}/{LESSON}/", course.url());
    let expected = json!(["allow-scripts", 10, format!("{address}?embed#?secret=S")]);
    same!(visit.script::<Value>(attributes, [json!(FRAME)]).await?, expected, "the frame is of WordPress's making");

    let is_shown = "return !document.querySelector(arguments[0]).hasAttribute('style')";
    visit.until_with("WordPress shows the frame, for it has spoken", is_shown, vec![json!(FRAME)]).await?;

    visit.enter_frame(FRAME).await?;
    visit.live().await?;
    visit.reads("h1", &lesson.page.title).await?;
    visit.reads(".frame-note p", &word(LANGUAGE, "frame-limits")?).await?;
    let question = lesson.question(1)?;
    let pupil = Pupil { visit, lesson };
    pupil.answer(question, &question.right_response()).await?;
    let content: f64 = visit.script("return document.documentElement.getBoundingClientRect().height", []).await?;
    let shown = "return innerHeight === arguments[0] || innerHeight";
    visit.until_with("the frame is as tall as it may be", shown, vec![json!(content.ceil().min(TALLEST))]).await?;
    // Firefox takes no picture from within a frame of another origin.
    let session = visit.browser.session();
    session.enter_default_frame().await?;
    session.screenshot(&pictures.join(format!("{}.png", visit.browser.engine.name()))).await?;
    visit.enter_frame(FRAME).await?;

    visit.click(".full-version").await?;
    session.enter_default_frame().await?;
    let there = "return location.href === arguments[0] || location.href";
    visit.until_with("the full version is shown", there, vec![json!(address)]).await?;
    visit.live().await?;
    visit.reads("h1", &lesson.page.title).await?;
    let complaints = visit.complaints().await?;
    let ours: Vec<_> = complaints.iter().filter(|complaint| complaint.contains(&course.origin())).collect();
    ensure!(ours.is_empty(), "the console complains of the course: {ours:#?}");
    println!("{}: learned in a frame of {content} px, and went to the full version", visit.browser.engine.name());
    Ok(())
}
