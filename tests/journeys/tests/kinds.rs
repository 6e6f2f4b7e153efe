//! Every kind of question by keyboard alone, with a finger, with the letters on the screen, half made through a reload
//! and another language.

use std::rc::Rc;

use anyhow::{Context, Result, bail, ensure};
use journeys::{Dist, Engine, LANGUAGES, Lesson, Pupil, Visit, journeys, picture, same};
use serde_json::json;
use shanyraq::quiz::{Question, Response, Task};
use thirtyfour::Key;
use xtask::server::{Options, Server};

journeys!(
    every_kind_is_answered_by_keyboard
    every_kind_is_answered_with_a_finger
    letters_on_the_screen_are_typed
    half_made_responses_stay_through_a_reload_and_another_language
);

/// A lesson that asks all kinds of question.
pub(crate) const LESSON: &str = "idea-to-decree";
/// How many kinds of question there are.
const KINDS: usize = 10;

async fn every_kind_is_answered_by_keyboard(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    for language in LANGUAGES {
        let lesson = open_afresh(visit, &dist, &server, language).await?;
        answer_by_keyboard(visit, &lesson).await.with_context(|| format!("in {language}"))?;
    }
    Ok(())
}

/// The lesson in a language, with nothing answered: what was answered in another language counts in this one too.
pub(crate) async fn open_afresh(visit: &Visit, dist: &Dist, server: &Server, language: &str) -> Result<Lesson> {
    let url = format!("{}{language}/{LESSON}/", server.url());
    visit.open(&url).await?;
    visit.script::<()>("localStorage.clear()", []).await?;
    visit.open(&url).await?;
    dist.lesson(language, LESSON)
}

async fn answer_by_keyboard(visit: &Visit, lesson: &Lesson) -> Result<()> {
    let pupil = Pupil { visit, lesson };
    let mut kinds = Vec::new();
    for question in lesson.page.questions() {
        let Response::Filled(parts) = question.right_response() else { continue };
        if kinds.contains(&question.task.number()) {
            continue;
        }
        kinds.push(question.task.number());
        for (part, what) in &parts {
            let input = format!("#{} [name='{}.{part}']", question.id, question.id);
            put_by_keyboard(visit, &input, what).await.with_context(|| format!("{part} of {}", question.id))?;
            pupil.holds(question, part, what).await?;
        }
        visit.enter(&format!("#{} .check", question.id)).await?;
        pupil.is_told(question, &question.right_response()).await?;
    }
    same!(kinds.len(), 5, "true or false, matching, categories, cloze and short answer were all met");
    Ok(())
}

/// Chooses or types with keys, from the moment the focus is on the first input of the part.
async fn put_by_keyboard(visit: &Visit, input: &str, what: &str) -> Result<()> {
    let focus = "const e = document.querySelector(arguments[0]); e.focus(); return e.type";
    match visit.script::<String>(focus, [json!(input)]).await?.as_str() {
        "radio" => {
            visit.press(Key::Space).await?;
            let is_chosen = "const e = document.activeElement; return e.checked && e.value === arguments[0]";
            for _ in 0..6 {
                if visit.script(is_chosen, [json!(what)]).await? {
                    return Ok(());
                }
                visit.press(Key::Down).await?;
                visit.drawn().await?;
            }
            bail!("the arrow keys do not come to {what}")
        }
        "select-one" => {
            let is_chosen = "return document.activeElement.value === arguments[0]";
            for _ in 0..8 {
                if visit.script(is_chosen, [json!(what)]).await? {
                    return Ok(());
                }
                visit.press(Key::Down).await?;
                visit.drawn().await?;
            }
            bail!("the arrow keys do not come to {what}")
        }
        _ => visit.type_into(input, what).await,
    }
}

async fn letters_on_the_screen_are_typed(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let lesson = dist.lesson("kk", "nine-seats")?;
    visit.open(&format!("{}kk/nine-seats/", server.url())).await?;
    let question = lesson.first(has_keys)?;
    let card = format!("#{}", question.id);
    visit.click(&format!("{card} .typed")).await?;
    visit.type_into(&format!("{card} .typed"), "ab").await?;
    visit.press(Key::Left).await?;
    visit.click(&format!("{card} .keys button:nth-child(3)")).await?;
    let typed = "return document.querySelector(arguments[0]).value";
    let field = json!(format!("{card} .typed"));
    same!(visit.script::<String>(typed, [field]).await?, "aқb", "the letter comes where the caret stands");
    let kept = visit.stored("shanyraq.progress").await?.context("nothing is kept")?;
    ensure!(kept.contains("aқb"), "it is kept like any other letter");
    let focused = "return document.activeElement.matches('.typed')";
    ensure!(visit.script::<bool>(focused, []).await?, "the box keeps the focus");
    Ok(())
}

fn has_keys(question: &Question) -> bool {
    matches!(&question.task, Task::Short(blank) if matches!(blank.expected, shanyraq::quiz::Expected::Words(_)))
}

async fn half_made_responses_stay_through_a_reload_and_another_language(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let lesson = dist.lesson("kk", LESSON)?;
    visit.open(&format!("{}kk/{LESSON}/", server.url())).await?;
    let pupil = Pupil { visit, lesson: &lesson };
    let mut half = Vec::new();
    for question in lesson.page.questions() {
        if let Response::Filled(parts) = question.right_response() {
            let (part, what) = parts.iter().next().context("a part")?.clone();
            pupil.choose(question, &Response::nothing().putting(&part, what.clone())).await?;
            half.push((question, part, what));
        }
    }
    ensure!(half.len() > 4, "there is something to fill in");
    visit.browser.session().refresh().await?;
    visit.live().await?;
    for (question, part, what) in &half {
        pupil.holds(question, part, what).await.context("after a reload")?;
    }
    visit.click(".masthead nav a[lang='ru']").await?;
    visit.find("html[lang='ru'] .lesson").await?;
    for (question, part, what) in &half {
        pupil.holds(question, part, what).await.context("in another language")?;
    }
    Ok(())
}

/// The first question of each kind.
pub(crate) fn one_of_each_kind(lesson: &Lesson) -> Vec<&Rc<Question>> {
    let mut found: Vec<&Rc<Question>> = Vec::new();
    for question in lesson.page.questions() {
        if found.iter().all(|known| known.task.number() != question.task.number()) {
            found.push(question);
        }
    }
    found
}

async fn every_kind_is_answered_with_a_finger(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    if visit.browser.engine == Engine::Chromium {
        picture::frame(visit, 360, 740).await?;
    }
    visit.with_a_finger();
    for language in LANGUAGES {
        let lesson = open_afresh(visit, &dist, &server, language).await?;
        let note = "addEventListener('pointerdown', (event) => { window.pointer = event.pointerType; }, true)";
        visit.script::<()>(note, []).await?;
        let questions = one_of_each_kind(&lesson);
        same!(questions.len(), KINDS, "all kinds are met");
        for question in questions {
            let answer = Pupil { visit, lesson: &lesson }.answer(question, &question.right_response()).await;
            answer.with_context(|| format!("in {language}"))?;
            // WebKitGTK's driver has no glass: it makes a mouse of every finger.
            if visit.browser.engine != Engine::WebKit {
                same!(visit.script::<String>("return window.pointer", []).await?, "touch", "it was a finger");
            }
        }
    }
    Ok(())
}
