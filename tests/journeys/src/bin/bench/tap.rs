//! Whether a tap that comes before the program is kept.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::json;
use shanyraq::quiz::Task;
use xtask::server::{Options, Server};

use crate::{
    lesson::{Lesson, option},
    phone::Phone,
    sites::Site,
};

/// Chooses an option of our page while its program is still on the way, and looks whether it counts afterwards.
/// Returns what is to be said of it.
pub(crate) async fn is_kept(ours: &Site, lesson: &Lesson) -> Result<String> {
    let phone = Phone::unpack().await?;
    let kept = look(&phone, ours, lesson).await;
    phone.switch_off().await?;
    kept
}

async fn look(phone: &Phone, ours: &Site, lesson: &Lesson) -> Result<String> {
    // Long enough for a tap, however busy this machine is.
    let delay = vec![(".wasm".to_owned(), Duration::from_secs(4))];
    let server = Server::start(&lesson.dist, Options { brotli: true, delay, ..Options::default() })?;
    // One that a single tap answers right.
    let question = lesson.questions.iter().find(|question| matches!(question.task, Task::Single(_)));
    let question = question.context("the lesson has a question with one right option")?;
    let choice = ours.option(question, &option(question, true)?.id);
    phone.prepare_for(ours).await?;
    phone.load(&format!("{}{}", server.url(), lesson.path)).await?;
    phone.tap(&choice).await?;
    let was_live: bool = phone.run("return bench.noted.live !== null", Vec::new()).await?;
    phone.wait::<serde_json::Value>("bench.settled", "waiting until the page is live").await?;
    let checked = "return document.querySelector(arguments[0]).checked";
    let is_checked: bool = phone.run(checked, vec![json!(choice)]).await?;
    if was_live {
        return Ok("A tap before the program runs: not tried, the program was there first".to_owned());
    }
    if !is_checked {
        return Ok("A tap before the program runs: LOST".to_owned());
    }
    let check = ours.check(question).context("our questions have a button")?;
    let marked = phone.tap_for(&check, &format!("{}.right", ours.feedback(question))).await;
    Ok(match marked {
        Ok(_) => "A tap before the program runs: kept, and marked right afterwards".to_owned(),
        Err(_) => "A tap before the program runs: kept on the screen, but NOT MARKED afterwards".to_owned(),
    })
}
