//! Starting a final check in a made-up course of thousands of questions: how long the program draws.

use std::path::Path;

use anyhow::Result;
use journeys::Dist;
use serde::Deserialize;
use xtask::server::{Options, Server};

use crate::{
    budget::Line,
    built::Built,
    figures::Spread,
    folder::Folder,
    lesson::{LANGUAGE, Lesson},
    phone::Phone,
};

/// How many questions the course has at least, and how many of them are drawn.
const QUESTIONS: usize = 5_000;
const DRAWN: usize = 40;
/// Milliseconds that drawing may take.
const ALLOWED: f64 = 50.0;

/// The program marks when it begins to draw and when it has drawn; then it fetches the questions and asks the first.
const LOOK: &str = r#"(async () => {
    const at = (mark) => performance.getEntriesByName(mark, "mark")[0];
    while (!at("drawn") || !document.querySelector(".question-card")) await new Promise(requestAnimationFrame);
    const began = at("draw").startTime;
    return { drawn: at("drawn").startTime - began, asked: performance.now() - began };
})()"#;

/// Milliseconds from the beginning of the draw.
#[derive(Debug, Deserialize)]
struct Started {
    drawn: f64,
    asked: f64,
}

/// Starts a final check so many times, each time in a new browser that is as fast as this machine, and prints how long
/// that takes.
pub(crate) async fn start(lesson: &Lesson, prerender: &Path, folder: &Folder, runs: usize) -> Result<()> {
    let times = QUESTIONS.div_ceil(questions(&lesson.dist)?.max(1));
    let course = Built::of(lesson, prerender, folder, times)?;
    let total = questions(&course.folder)?;
    let server = Server::start(&course.folder, Options::default())?;
    let url = format!("{}{LANGUAGE}/practice/?mode=final&seed=7&n={DRAWN}", server.url());
    let mut starts = Vec::new();
    for run in 1..=runs {
        eprint!("\rfinal check, run {run} of {runs}");
        let phone = Phone::unpack().await?;
        let started = look(&phone, &url).await;
        phone.switch_off().await?;
        starts.push(started?);
    }
    eprintln!("\r{:<40}", "");
    drop(server);
    course.remove()?;
    let of = |value: fn(&Started) -> f64| Spread::of(starts.iter().map(value));
    let show = |spread: Option<Spread>| spread.map_or_else(|| "–".to_owned(), |spread| spread.show(1));
    let (drawn, asked) = (of(|started| started.drawn), of(|started| started.asked));
    println!("A final check of {DRAWN} out of {total} questions, {runs} runs, CPU not slowed, ms from its start:");
    println!("  drawn                {}", show(drawn));
    println!("  first question asked {}, with the files of its lessons from this machine\n", show(asked));
    let drawn = drawn.map(|spread| spread.median);
    println!("{}", Line::new(format!("drawing {DRAWN} out of {total} questions, ms"), drawn, ALLOWED, false));
    Ok(())
}

async fn look(phone: &Phone, url: &str) -> Result<Started> {
    phone.load(url).await?;
    phone.wait(LOOK, "waiting for the final check").await
}

/// How many questions a course has, siblings included.
fn questions(folder: &Path) -> Result<usize> {
    let (outline, _) = Dist::at(folder.to_owned())?.cover(LANGUAGE)?;
    Ok(outline.bank.entries().len())
}
