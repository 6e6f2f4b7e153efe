//! A lesson's program comes in two parts: with the first it is live, and nothing goes wrong where the rest is late.

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use journeys::{Pupil, Visit, journeys, same};
use shanyraq::quiz::Task;
use xtask::server::Options;

journeys!(
    lessons_are_live_and_answer_without_the_rest
    a_typed_answer_waits_for_the_rest
    where_the_rest_does_not_come_the_page_says_so
);

const REST: &str = "-rest.wasm";
/// How often the program has waited.
const AWAITED: &str = "return performance.getEntriesByName('rest-awaited').length";
const ADOPTED: &str = "return !document.querySelector('.place .shown-answer')";

async fn lessons_are_live_and_answer_without_the_rest(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    visit.expect_complaint(REST);
    for (n, lesson) in dist.lessons()?.into_iter().enumerate() {
        // The first two in all languages, to keep it short: in what they ask, these do not differ.
        for language in ["kk", "ru", "en"].iter().take(if n < 2 { 3 } else { 1 }) {
            // Each from an address of its own, where nothing is kept yet: else the rest would come first.
            let server = dist.serve(Options { missing: vec![REST.to_owned()], ..Options::default() })?;
            visit.load(&format!("{}{language}/{lesson}/", server.url())).await?;
            visit.begun().await?;
            visit.until("every question is adopted", ADOPTED).await?;
            let lesson = dist.lesson(language, &lesson)?;
            let pupil = Pupil { visit, lesson: &lesson };
            // One of each kind. What is typed can be, and waits to be judged.
            let mut asked = BTreeSet::new();
            for question in lesson.page.questions() {
                let is_typed = matches!(question.task, Task::Short(_) | Task::Cloze(_));
                if !asked.insert(question.task.number()) {
                    continue;
                }
                if is_typed {
                    pupil.choose(question, &question.right_response()).await?;
                } else {
                    pupil.answer(question, &question.right_response()).await?;
                    pupil.is_told(question, &question.right_response()).await?;
                }
            }
            let unsure = lesson.page.questions().last().context("a lesson has questions")?;
            visit.click(&format!("#{} button.unsure", unsure.id)).await?;
            same!(visit.script::<usize>(AWAITED, []).await?, 0, "{language}: the program has waited");
        }
    }
    Ok(())
}

async fn a_typed_answer_waits_for_the_rest(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let late = (REST.to_owned(), Duration::from_secs(5));
    let server = dist.serve(Options { delay: vec![late], ..Options::default() })?;
    // Browsers warn of a page that stands still while it waits.
    visit.expect_complaint("ynchronous XMLHttpRequest");
    let lesson = dist.lesson("kk", "nine-seats")?;
    let pupil = Pupil { visit, lesson: &lesson };
    let question = lesson.first(|question| matches!(question.task, Task::Short(_)))?;
    visit.load(&format!("{}kk/nine-seats/", server.url())).await?;
    visit.begun().await?;
    visit.until("every question is adopted", ADOPTED).await?;
    pupil.answer(question, &question.right_response()).await?;
    pupil.is_told(question, &question.right_response()).await?;
    ensure!(visit.stored("shanyraq.progress").await?.is_some(), "the answer is kept");
    ensure!(!visit.has("html.no-app").await?, "nothing has failed");
    Ok(())
}

async fn where_the_rest_does_not_come_the_page_says_so(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options { missing: vec![REST.to_owned()], ..Options::default() })?;
    let lesson = dist.lesson("ru", "nine-seats")?;
    let pupil = Pupil { visit, lesson: &lesson };
    let question = lesson.first(|question| matches!(question.task, Task::Short(_)))?;
    for of_its_own_making in [REST, "status of 404", "ynchronous XMLHttpRequest", "CompileError"] {
        visit.expect_complaint(of_its_own_making);
    }
    visit.load(&format!("{}ru/nine-seats/", server.url())).await?;
    visit.begun().await?;
    visit.until("every question is adopted", ADOPTED).await?;
    pupil.choose(question, &question.right_response()).await?;
    visit.click(&format!("#{} button.check", question.id)).await?;
    visit
        .until(
            "the page says that it could not load all",
            "return document.documentElement.classList.contains('no-app')",
        )
        .await?;
    ensure!(visit.shows(".app-failed").await?, "the line is shown");
    // Where it can be had, all is well.
    let whole = dist.serve(Options::default())?;
    visit.open(&format!("{}ru/nine-seats/", whole.url())).await
}
