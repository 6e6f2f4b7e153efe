//! Taps before the program runs: a choice is kept, and a button pressed is carried out, once.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use journeys::{Dist, Pupil, Visit, journeys, same};
use serde_json::Value;
use shanyraq::quiz::Task;
use xtask::server::Options;

journeys!(what_is_tapped_before_the_program_runs_counts);

async fn what_is_tapped_before_the_program_runs_counts(visit: &Visit) -> Result<()> {
    let dist = Dist::find()?;
    let late = |name: &str| (name.to_owned(), Duration::from_secs(3));
    let server = dist.serve(Options { delay: vec![late(".wasm")], ..Options::default() })?;
    let lesson = dist.lesson("kk", "idea-to-decree")?;
    let pupil = Pupil { visit, lesson: &lesson };
    let checked = lesson.first(|question| matches!(question.task, Task::Single(_)))?;
    let several = lesson.first(|question| matches!(question.task, Task::Multiple(_)))?;
    let unsure = lesson.first(|question| question.id != checked.id && question.id != several.id)?;

    visit.load(&format!("{}kk/idea-to-decree/", server.url())).await?;
    pupil.choose(checked, &checked.right_response()).await?;
    visit.click(&format!("#{} button.check", checked.id)).await?;
    pupil.choose(several, &several.right_response()).await?;
    visit.click(&format!("#{} button.unsure", unsure.id)).await?;
    visit.click(&format!("#{} button.unsure", unsure.id)).await?;
    ensure!(!visit.has("html.live").await?, "all this comes before the program runs");

    visit.live().await?;
    pupil.is_told(checked, &checked.right_response()).await?;
    for option in several.right_response().chosen().into_iter().flatten() {
        ensure!(visit.has(&format!("#{} input[value='{option}']:checked", several.id)).await?, "{option} stays chosen");
    }
    visit.find(&format!("#{} .feedback.unsure", unsure.id)).await?;
    let kept: Value = serde_json::from_str(&visit.stored("shanyraq.progress").await?.context("nothing is kept")?)?;
    for question in [checked, unsure] {
        let tries = kept.pointer(&format!("/answers/{}/tries", question.id));
        same!(tries.and_then(Value::as_u64), Some(1), "{} was answered once", question.id);
    }
    pupil.check(several).await?;
    pupil.is_told(several, &several.right_response()).await
}
