//! The whole course as one file, opened from the disk on the same slow phone: how long until it can be used.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{budget::Line, figures::Spread, lesson::Lesson, phone::Phone};

/// Milliseconds until the program runs.
const ALLOWED: f64 = 2_000.0;

/// Opens it so many times at its first page and at a lesson, each time in a new browser, and prints how long that takes.
pub(crate) async fn open(lesson: &Lesson, runs: usize) -> Result<()> {
    let file = PathBuf::from(&lesson.dist).canonicalize()?.join("shanyraq.html");
    for (place, address) in [("at its first page", String::new()), ("at a lesson", format!("#/{}", lesson.path))] {
        let mut live = Vec::new();
        for run in 1..=runs {
            eprint!("\rone file {place}, run {run} of {runs}");
            let phone = Phone::unpack().await?;
            let seen = look(&phone, &format!("file://{}{address}", file.display())).await;
            phone.switch_off().await?;
            live.push(seen?);
        }
        eprint!("\r{:<40}\r", "");
        let live = Spread::of(live).context("it was opened")?;
        println!("The course as one file, {place}: live after {} ms", live.show(0));
        println!("{}\n", Line::new(format!("one file {place}: live, ms"), Some(live.median), ALLOWED, false));
    }
    Ok(())
}

async fn look(phone: &Phone, url: &str) -> Result<f64> {
    phone.load("data:text/html,<title>A page with its fonts</title>Қазақ").await?;
    phone.slow_down().await?;
    phone.load(url).await?;
    let live = "(async () => {
        while (!performance.getEntriesByName('live', 'mark')[0]) await new Promise((then) => setTimeout(then, 50));
        return performance.getEntriesByName('live', 'mark')[0].startTime;
    })()";
    let live: Value = phone.wait(live, "waiting until the file is live").await?;
    live.as_f64().context("the mark has a time")
}
