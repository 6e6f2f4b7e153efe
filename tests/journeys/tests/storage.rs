//! Storage that refuses, is full, damaged, newer, or changed by another tab: the lesson goes on, and says what is not kept.

use std::fs;

use anyhow::{Context, Result, ensure};
use journeys::pupil::has_answered;
use journeys::{Lesson, Pupil, Temporary, Visit, journeys, same};
use serde_json::{Value, json};
use shanyraq::quiz::Response;
use thirtyfour::WindowHandle;
use xtask::server::{Host, Options, Server};

journeys!(
    in_a_frame_without_an_origin_the_quiz_works_and_says_that_nothing_is_kept
    damaged_progress_is_set_aside_and_keeping_goes_on
    progress_of_a_newer_version_is_left_alone
    an_answer_in_one_window_shows_in_another
    a_choice_in_one_window_does_not_reopen_a_question_answered_in_another
);
journeys!(when_storage_is_full_answering_goes_on in chromium);

const KEY: &str = "shanyraq.progress";
const PATH: &str = "en/nine-seats/";

async fn in_a_frame_without_an_origin_the_quiz_works_and_says_that_nothing_is_kept(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let lesson = dist.lesson("en", "nine-seats")?;
    let folder = Temporary::folder("host-page")?;
    let page = format!(
        "<!doctype html><title>A page of somebody else</title><link rel=icon href=data:,>\
         <iframe sandbox=allow-scripts width=1000 height=650 src={}{PATH}></iframe>",
        server.url()
    );
    fs::write(folder.path().join("index.html"), page)?;
    let elsewhere = Server::start(folder.path(), Options { host: Host::Localhost, ..Options::default() })?;

    visit.load(&elsewhere.url()).await?;
    visit.enter_frame("iframe").await?;
    visit.live().await?;
    same!(visit.script::<String>("return self.origin", []).await?, "null", "the frame has no origin");
    visit.reads(".notices p", &lesson.words.not_kept).await?;
    answers_two(visit, &lesson).await?;
    visit.reads(".notices p", &lesson.words.not_kept).await?;

    visit.click("a.to-result").await?;
    visit.until("another page has loaded", "return document.querySelector('.result') !== null").await?;
    visit.live().await?;
    visit.reads(".score", &lesson.words.result_none).await?;
    Ok(())
}

async fn damaged_progress_is_set_aside_and_keeping_goes_on(visit: &Visit) -> Result<()> {
    let (server, lesson) = with_stored(visit, "{damaged").await?;
    visit.reads(".notices p", &lesson.words.kept_damaged).await?;
    same!(visit.stored("shanyraq.progress.damaged").await?.as_deref(), Some("{damaged"), "it is set aside");
    answers_two(visit, &lesson).await?;
    same!(answers_kept(visit).await?, 2, "new answers are kept");
    same!(visit.stored("shanyraq.progress.damaged").await?.as_deref(), Some("{damaged"), "it stays aside");
    visit.open(&format!("{}{PATH}", server.url())).await?;
    has_answered(visit, &lesson, 2).await?;
    ensure!(!visit.has(".notices p").await?, "there is nothing to say any more");
    Ok(())
}

async fn progress_of_a_newer_version_is_left_alone(visit: &Visit) -> Result<()> {
    let newer = r#"{"version":99,"answers":{"what":"ever"}}"#;
    let (_server, lesson) = with_stored(visit, newer).await?;
    visit.reads(".notices p", &lesson.words.not_kept_newer).await?;
    answers_two(visit, &lesson).await?;
    has_answered(visit, &lesson, 2).await?;
    same!(visit.stored(KEY).await?.as_deref(), Some(newer), "what a newer version wrote stays as it was");
    ensure!(visit.stored("shanyraq.progress.damaged").await?.is_none(), "it is not damaged either");
    Ok(())
}

async fn when_storage_is_full_answering_goes_on(visit: &Visit) -> Result<()> {
    let (server, lesson) = with_stored(visit, "").await?;
    visit.script::<()>("localStorage.clear()", []).await?;
    visit.open(&format!("{}{PATH}", server.url())).await?;
    let first = lesson.question(1)?;
    Pupil { visit, lesson: &lesson }.answer(first, &first.right_response()).await?;
    let before = visit.stored(KEY).await?.context("the first answer is kept")?;
    let fill = "for (let size = 1 << 20; size >= 1; size >>= 1) {
          try { for (let n = 0; n < 64; n++) localStorage.setItem(`filler-${size}-${n}`, 'x'.repeat(size)); } catch {}
        }";
    visit.script::<()>(fill, []).await?;
    let second = lesson.question(2)?;
    Pupil { visit, lesson: &lesson }.answer(second, &second.right_response()).await?;
    visit.reads(".notices p", &lesson.words.not_kept_full).await?;
    has_answered(visit, &lesson, 2).await?;
    same!(visit.stored(KEY).await?, Some(before), "what was kept before is still whole");

    visit.script::<()>("Object.keys(localStorage).filter((k) => k.startsWith('filler')).forEach((k) => localStorage.removeItem(k))", []).await?;
    let third = lesson.question(3)?;
    Pupil { visit, lesson: &lesson }.answer(third, &third.right_response()).await?;
    same!(answers_kept(visit).await?, 3, "as soon as there is room, all is kept");
    visit.until("the notice is gone", "return document.querySelector('.notices p') === null").await
}

async fn an_answer_in_one_window_shows_in_another(visit: &Visit) -> Result<()> {
    let windows = Windows::open(visit).await?;
    let pupil = Pupil { visit, lesson: &windows.lesson };
    let (first, second) = (windows.lesson.question(1)?, windows.lesson.question(2)?);
    windows.go(&windows.there).await?;
    pupil.answer(first, &Response::Unsure).await?;
    windows.go(&windows.here).await?;
    has_answered(visit, &windows.lesson, 1).await?;
    pupil.is_told(first, &Response::Unsure).await?;
    pupil.answer(second, &Response::Unsure).await?;
    windows.go(&windows.there).await?;
    has_answered(visit, &windows.lesson, 2).await?;
    same!(answers_kept(visit).await?, 2, "both answers are kept");
    windows.close().await
}

async fn a_choice_in_one_window_does_not_reopen_a_question_answered_in_another(visit: &Visit) -> Result<()> {
    let windows = Windows::open(visit).await?;
    let pupil = Pupil { visit, lesson: &windows.lesson };
    let question = windows.lesson.question(1)?;
    windows.go(&windows.there).await?;
    pupil.answer(question, &question.right_response()).await?;
    windows.go(&windows.here).await?;
    has_answered(visit, &windows.lesson, 1).await?;
    pupil.is_told(question, &question.right_response()).await?;
    let second = windows.lesson.question(2)?;
    pupil.answer(second, &second.right_response()).await?;
    windows.go(&windows.there).await?;
    for question in [question, second] {
        pupil.is_told(question, &question.right_response()).await?;
    }
    windows.close().await
}

/// The same lesson in two windows.
struct Windows<'a> {
    visit: &'a Visit,
    lesson: Lesson,
    here: WindowHandle,
    there: WindowHandle,
    _server: Server,
}

impl<'a> Windows<'a> {
    async fn open(visit: &'a Visit) -> Result<Self> {
        let dist = visit.dist()?;
        let server = dist.serve(Options::default())?;
        let session = visit.browser.session();
        let url = format!("{}{PATH}", server.url());
        visit.open(&url).await?;
        let here = session.window().await?;
        let there = session.new_tab().await?;
        session.switch_to_window(there.clone()).await?;
        visit.open(&url).await?;
        Ok(Self { visit, lesson: dist.lesson("en", "nine-seats")?, here, there, _server: server })
    }

    async fn go(&self, window: &WindowHandle) -> Result<()> {
        Ok(self.visit.browser.session().switch_to_window(window.clone()).await?)
    }

    async fn close(&self) -> Result<()> {
        self.go(&self.there).await?;
        self.visit.browser.session().close_window().await?;
        self.go(&self.here).await
    }
}

/// Opens the lesson with a text in place of the progress.
async fn with_stored(visit: &Visit, text: &str) -> Result<(Server, Lesson)> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    // The page of the languages: no program runs there.
    visit.load(&server.url()).await?;
    visit.store(KEY, text).await?;
    visit.open(&format!("{}{PATH}", server.url())).await?;
    Ok((server, dist.lesson("en", "nine-seats")?))
}

async fn answers_two(visit: &Visit, lesson: &Lesson) -> Result<()> {
    for number in [1, 2] {
        let question = lesson.question(number)?;
        Pupil { visit, lesson }.answer(question, &question.right_response()).await?;
    }
    has_answered(visit, lesson, 2).await
}

async fn answers_kept(visit: &Visit) -> Result<usize> {
    let kept: Value = serde_json::from_str(&visit.stored(KEY).await?.context("nothing is kept")?)?;
    same!(kept.get("version"), Some(&json!(2)), "the version is written");
    let answers = kept.get("questions").and_then(Value::as_object);
    Ok(answers.map_or(0, |answers| answers.values().filter(|answer| answer.get("at").is_some()).count()))
}
