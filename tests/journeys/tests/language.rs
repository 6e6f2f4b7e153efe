//! The language switched half-way: the lesson, the answers, the open draft and the place stay; only the words change.

use anyhow::{Result, ensure};
use journeys::pupil::has_answered;
use journeys::{LANGUAGES, Pupil, Visit, journeys, same};
use serde_json::json;
use shanyraq::quiz::{Question, Response, Task};
use xtask::server::Options;

journeys!(another_language_half_way_keeps_answers_draft_and_place);

async fn another_language_half_way_keeps_answers_draft_and_place(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let lesson = dist.lesson("kk", "nine-seats")?;
    let pupil = Pupil { visit, lesson: &lesson };
    visit.open(&format!("{}kk/nine-seats/", server.url())).await?;
    visit.script::<()>("window.sameDocument = true", []).await?;

    let answered = lesson.question(1)?;
    pupil.answer(answered, &answered.right_response()).await?;
    let several = lesson.first(|question| matches!(question.task, Task::Multiple(_)) && question.id != answered.id)?;
    let half = Response::choosing(several.right_response().chosen().first().cloned());
    pupil.choose(several, &half).await?;
    let ordered = lesson.first(|question| matches!(question.task, Task::Ordering(_)))?;
    visit.click(&format!("#{} .order li:first-child button.down", ordered.id)).await?;
    let order = pupil.order(ordered).await?;

    for language in LANGUAGES.into_iter().cycle().skip(1).take(3) {
        let lesson = dist.lesson(language, "nine-seats")?;
        let place = put_near_the_top(visit, several.id.as_str()).await?;
        visit.enter(&format!(".masthead nav a[lang='{language}']")).await?;
        visit.reads("h1", &lesson.page.title).await?;
        visit.still().await?;

        let moved = distance(visit, several.id.as_str()).await? - place;
        ensure!(moved.abs() < 40.0, "the question moved by {moved} px on the way to {language}");
        same!(visit.address().await?, format!("/{language}/nine-seats/"), "the address is that of the lesson");
        same!(visit.script::<String>("return document.documentElement.lang", []).await?, language, "html[lang]");
        let title = visit.browser.session().title().await?;
        ensure!(title.contains(&*lesson.page.title), "the title is “{title}”");
        ensure!(visit.script::<bool>("return window.sameDocument === true", []).await?, "no page was loaded");
        let pupil = Pupil { visit, lesson: &lesson };
        let same_question: &Question = lesson.first(|question| question.id == answered.id)?;
        pupil.is_told(same_question, &answered.right_response()).await?;
        ensure!(visit.has(&format!("#{} input:checked", several.id)).await?, "the half-made choice is kept");
        same!(pupil.order(ordered).await?, order, "the half-made order is kept");
        has_answered(visit, &lesson, 1).await?;
    }
    Ok(())
}

const DISTANCE: &str = "return document.getElementById(arguments[0]).getBoundingClientRect().top";

async fn distance(visit: &Visit, id: &str) -> Result<f64> {
    visit.script(DISTANCE, [json!(id)]).await
}

/// Scrolls a question to 120 px below the top of the window, as a reader would have it.
async fn put_near_the_top(visit: &Visit, id: &str) -> Result<f64> {
    let scroll = "scrollBy({ top: document.getElementById(arguments[0]).getBoundingClientRect().top - 120, behavior: 'instant' })";
    visit.script::<()>(scroll, [json!(id)]).await?;
    distance(visit, id).await
}
