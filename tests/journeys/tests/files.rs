//! From a file: no server, no fetch, perhaps no origin. The lesson is learned all the same.

use std::{fs, path::Path};

use anyhow::{Result, ensure};
use journeys::pupil::has_answered;
use journeys::{Lesson, Pupil, Temporary, Visit, journeys, same, word};

journeys!(
    from_a_file_the_lesson_is_live_and_links_lead_on
    from_a_file_practice_has_its_questions
    from_a_file_in_a_frame_without_an_origin_the_lesson_is_readable
);

/// The course in a folder of its own, and a lesson of it.
fn copy(visit: &Visit) -> Result<(Temporary, Lesson)> {
    let folder = Temporary::folder("files")?;
    let lesson = visit.dist()?.copy_to(folder.path())?.lesson("kk", "nine-seats")?;
    Ok((folder, lesson))
}

fn url(path: &Path) -> String {
    format!("file://{}", path.display())
}

async fn from_a_file_the_lesson_is_live_and_links_lead_on(visit: &Visit) -> Result<()> {
    let (folder, lesson) = copy(visit)?;
    let (folder, lesson) = (folder.path(), &lesson);
    visit.load(&url(&folder.join("index.html"))).await?;
    visit.click("a[data-language='kk']").await?;
    visit.live().await?;
    same!(visit.address().await?, format!("{}/kk/index.html", folder.display()), "a link to a file");
    visit.click(".course-map a[href*='nine-seats']").await?;
    visit.reads("h1", &lesson.page.title).await?;
    visit.live().await?;
    answers_two(visit, lesson).await?;
    visit.click("a.to-result").await?;
    visit.find(".result").await?;
    visit.live().await?;
    same!(visit.address().await?, format!("{}/kk/nine-seats/result/index.html", folder.display()), "a link to a file");
    let is_kept = visit.stored("shanyraq.progress").await.is_ok_and(|kept| kept.is_some());
    visit.reads(".score", &if is_kept { lesson.score(2) } else { lesson.words.result_none.to_string() }).await?;
    visit.click(".masthead nav a[lang='en']").await?;
    visit.find("html[lang='en']").await?;
    visit.live().await?;
    visit.browser.session().back().await?;
    visit.find("html[lang='kk']").await.map(drop)
}

async fn from_a_file_practice_has_its_questions(visit: &Visit) -> Result<()> {
    let (folder, _) = copy(visit)?;
    visit.load(&format!("{}?mode=final&seed=7&n=3", url(&folder.path().join("kk/practice/index.html")))).await?;
    visit.live().await?;
    visit.find(".question-card").await.map(drop)
}

/// No engine lets a frame without an origin read files, scripts among them: what remains is the lesson as it is written.
async fn from_a_file_in_a_frame_without_an_origin_the_lesson_is_readable(visit: &Visit) -> Result<()> {
    let (folder, lesson) = copy(visit)?;
    let (folder, lesson) = (folder.path(), &lesson);
    let page = "<!doctype html><title>Around</title><iframe sandbox=allow-scripts width=1000 height=650 src=kk/nine-seats/index.html></iframe>";
    fs::write(folder.join("around.html"), page)?;
    visit.expect_complaint("/lesson-");
    visit.expect_complaint("/frame-");
    visit.load(&url(&folder.join("around.html"))).await?;
    visit.enter_frame("iframe").await?;
    visit.find("html.no-app").await?;
    visit.reads(".app-failed p", &word("kk", "app-failed")?).await?;
    visit.reads("h1", &lesson.page.title).await?;
    let question = lesson.question(1)?;
    visit.click(&format!("#{} .shown-answer > summary", question.id)).await?;
    let answer = format!("#{} .shown-answer > p", question.id);
    ensure!(visit.shows(&answer).await?, "the answer is behind one tap");
    ensure!(visit.text(&answer).await?.contains(&*question.explanation), "the answer explains");
    Ok(())
}

async fn answers_two(visit: &Visit, lesson: &Lesson) -> Result<()> {
    for number in [1, 2] {
        let question = lesson.question(number)?;
        Pupil { visit, lesson }.answer(question, &question.right_response()).await?;
    }
    has_answered(visit, lesson, 2).await
}
