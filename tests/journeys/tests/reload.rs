//! A reload half-way: nothing is lost, and the cover knows where one stopped.

use anyhow::{Context, Result, ensure};
use journeys::pupil::has_answered;
use journeys::{Pupil, Visit, journeys, same};
use shanyraq::quiz::Task;
use shanyraq::quiz::samples::wrong_response;
use xtask::server::Options;

journeys!(a_reload_half_way_keeps_answers_and_drafts);

async fn a_reload_half_way_keeps_answers_and_drafts(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let (_, words) = dist.cover("kk")?;
    let lesson = dist.lesson("kk", "idea-to-decree")?;
    let pupil = Pupil { visit, lesson: &lesson };
    let cover = format!("{}kk/", server.url());
    let drawing = "return document.querySelector('.shanyraq').innerHTML";

    visit.open(&cover).await?;
    visit.reads(".start > span", &words.start).await?;
    let empty: String = visit.script(drawing, []).await?;
    visit.click("a.start").await?;
    let first = dist.lessons()?.first().cloned().context("the course has lessons")?;
    visit.reads("h1", &dist.lesson("kk", &first)?.page.title).await?;
    visit.open(&format!("{cover}idea-to-decree/")).await?;

    let (right, wrong) = (lesson.question(1)?, lesson.question(2)?);
    pupil.answer(right, &right.right_response()).await?;
    pupil.answer(wrong, &wrong_response(wrong)).await?;
    let chosen = lesson.first(|question| {
        matches!(question.task, Task::Single(_)) && question.id != right.id && question.id != wrong.id
    })?;
    pupil.choose(chosen, &chosen.right_response()).await?;
    let ordered = lesson.first(|question| matches!(question.task, Task::Ordering(_)))?;
    visit.click(&format!("#{} .order li:first-child button.down", ordered.id)).await?;
    let order = pupil.order(ordered).await?;

    visit.browser.session().refresh().await?;
    visit.live().await?;
    has_answered(visit, &lesson, 2).await?;
    pupil.is_told(right, &right.right_response()).await?;
    pupil.is_told(wrong, &wrong_response(wrong)).await?;
    ensure!(visit.has(&format!("#{} input:checked", chosen.id)).await?, "a choice not given yet is kept");
    same!(pupil.order(ordered).await?, order, "an order not given yet is kept");
    ensure!(!visit.has(&format!("#{} .feedback", ordered.id)).await?, "a draft is no answer");

    visit.open(&cover).await?;
    visit.reads(".start > span", &words.go_on).await?;
    visit.reads(".start > small", &lesson.page.title).await?;
    ensure!(visit.has(".course-map li.begun").await?, "the lesson is begun");
    let filled: String = visit.script(drawing, []).await?;
    ensure!(filled != empty, "the shanyraq has filled");
    visit.click("a.start").await?;
    has_answered(visit, &lesson, 2).await
}
