//! Where the program does not come: the page says so, offers to try again, and stays a readable lesson with its answers.

use std::fs;

use anyhow::{Context, Result, ensure};
use journeys::{Lesson, Temporary, Visit, journeys, same, word};
use serde_json::json;
use shanyraq::quiz::Response;
use xtask::server::Options;

journeys!(
    without_the_wasm_the_lesson_is_readable_and_trying_again_helps
    without_the_script_beside_the_wasm_the_lesson_is_readable
);
journeys!(without_javascript_the_lesson_is_readable in chromium);

async fn without_the_wasm_the_lesson_is_readable_and_trying_again_helps(visit: &Visit) -> Result<()> {
    let folder = Temporary::folder("without-wasm")?;
    let dist = visit.dist()?.copy_to(folder.path())?;
    let wasm = fs::read_dir(folder.path())?.flatten().map(|entry| entry.path());
    let is_of_lessons = |path: &std::path::PathBuf| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        name.starts_with("lesson-") && !name.ends_with("-rest") && path.extension().is_some_and(|end| end == "wasm")
    };
    let wasm = wasm.into_iter().find(is_of_lessons).context("there is a wasm")?;
    let program = fs::read(&wasm)?;
    fs::remove_file(&wasm)?;
    let server = dist.serve(Options::default())?;
    let lesson = dist.lesson("ru", "idea-to-decree")?;

    visit.expect_complaint(".wasm");
    visit.load(&format!("{}ru/idea-to-decree/", server.url())).await?;
    is_readable_with_answers(visit, &lesson, "ru").await?;
    says_so(visit, "ru").await?;

    fs::write(&wasm, program)?;
    visit.click(".app-failed button").await?;
    visit.live().await?;
    ensure!(!visit.shows(".app-failed").await?, "once it runs, the line is gone");
    Ok(())
}

async fn without_the_script_beside_the_wasm_the_lesson_is_readable(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options { missing: vec![".js".to_owned()], ..Options::default() })?;
    let lesson = dist.lesson("kk", "nine-seats")?;
    visit.expect_complaint(".js");
    visit.load(&format!("{}kk/nine-seats/", server.url())).await?;
    is_readable_with_answers(visit, &lesson, "kk").await?;
    says_so(visit, "kk").await
}

async fn without_javascript_the_lesson_is_readable(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let lesson = dist.lesson("en", "idea-to-decree")?;
    visit.browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    visit.load(&format!("{}en/idea-to-decree/", server.url())).await?;
    is_readable_with_answers(visit, &lesson, "en").await?;
    ensure!(!visit.has("html.js").await?, "no script has run");
    let dead =
        "return [...document.querySelectorAll('button')].filter((b) => b.checkVisibility()).map((b) => b.outerHTML)";
    same!(visit.script::<Vec<String>>(dead, []).await?, Vec::<String>::new(), "no button that does nothing");
    visit.click(".masthead nav a[lang='kk']").await?;
    visit.reads("h1", &dist.lesson("kk", "idea-to-decree")?.page.title).await
}

/// One line, and a button.
async fn says_so(visit: &Visit, language: &str) -> Result<()> {
    visit.find("html.no-app").await?;
    ensure!(visit.shows(".app-failed").await?, "the page says that the program did not come");
    visit.reads(".app-failed p", &word(language, "app-failed")?).await?;
    visit.reads(".app-failed button", &word(language, "app-retry")?).await?;
    let dead = "return [...document.querySelectorAll('button')].filter((b) => b.checkVisibility() && !b.closest('.app-failed')).map((b) => b.outerHTML)";
    same!(visit.script::<Vec<String>>(dead, []).await?, Vec::<String>::new(), "no other button is seen");
    Ok(())
}

async fn is_readable_with_answers(visit: &Visit, lesson: &Lesson, language: &str) -> Result<()> {
    visit
        .until("there is a verdict on the program", "return !document.documentElement.classList.contains('js')")
        .await?;
    visit.reads("h1", &lesson.page.title).await?;
    for section in &lesson.page.sections {
        visit.reads(&format!("h2[id='{}']", section.id), &section.title).await?;
    }
    let closed = "return [...document.querySelectorAll('.question-card .shown-answer')].filter((d) => d.checkVisibility() && !d.open).length";
    same!(visit.script::<usize>(closed, []).await?, lesson.total(), "every question has its answer folded away");
    for question in lesson.page.questions().step_by(5) {
        let answer = format!("#{} .shown-answer", question.id);
        visit.reads(&format!("{answer} > summary"), &word(language, "show-answer")?).await?;
        visit.click(&format!("{answer} > summary")).await?;
        ensure!(visit.shows(&format!("{answer} > p")).await?, "one tap shows the answer");
        let text = visit.text(&answer).await?;
        ensure!(text.contains(&*question.explanation), "the answer explains: {text}");
        ensure!(
            question.reasons(&Response::Unsure).iter().all(|reason| text.contains(&*reason.because)),
            "it says why"
        );
    }
    Ok(())
}
