//! Taps before the program runs: a choice is kept, and a button pressed is carried out, once.

use std::rc::Rc;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use journeys::{Pupil, Visit, journeys, same};
use serde_json::Value;
use shanyraq::quiz::{Question, Response, Task};
use xtask::server::Options;

journeys!(what_is_tapped_before_the_program_runs_counts);

async fn what_is_tapped_before_the_program_runs_counts(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let lesson = dist.lesson("kk", "idea-to-decree")?;
    let early = Early {
        checked: lesson.first(|question| matches!(question.task, Task::Single(_)))?,
        several: lesson.first(|question| matches!(question.task, Task::Multiple(_)))?,
        unsure: lesson.page.questions().last().context("a lesson has questions")?,
        filled: lesson
            .page
            .questions()
            .filter(|question| matches!(question.task, Task::Short(_) | Task::Matching(_) | Task::Categorise(_)))
            .collect(),
    };
    let pupil = Pupil { visit, lesson: &lesson };
    // A busy machine may take longer to tap than the program to come: then it comes later.
    for seconds in [3, 9, 27] {
        let late = (".wasm".to_owned(), Duration::from_secs(seconds));
        let server = dist.serve(Options { delay: vec![late], ..Options::default() })?;
        visit.load(&format!("{}kk/idea-to-decree/", server.url())).await?;
        let tapped = early.tap(&pupil).await;
        if !visit.has("html.live").await? {
            tapped?;
            visit.live().await?;
            return early.is_kept(&pupil).await;
        }
    }
    bail!("the program came before the taps, however late it was")
}

/// The questions that are answered before the program runs.
struct Early<'a> {
    checked: &'a Question,
    several: &'a Question,
    unsure: &'a Question,
    /// Typed, chosen from lists, put in groups.
    filled: Vec<&'a Rc<Question>>,
}

impl Early<'_> {
    async fn tap(&self, pupil: &Pupil<'_>) -> Result<()> {
        let Self { checked, several, unsure, filled } = self;
        for question in filled {
            pupil.choose(question, &question.right_response()).await?;
        }
        pupil.choose(checked, &checked.right_response()).await?;
        pupil.visit.click(&format!("#{} button.check", checked.id)).await?;
        pupil.choose(several, &several.right_response()).await?;
        pupil.visit.click(&format!("#{} button.unsure", unsure.id)).await?;
        pupil.visit.click(&format!("#{} button.unsure", unsure.id)).await
    }

    async fn is_kept(&self, pupil: &Pupil<'_>) -> Result<()> {
        let Self { checked, several, unsure, filled } = self;
        ensure!(filled.len() > 2, "there is something to fill in");
        for question in filled {
            let Response::Filled(parts) = question.right_response() else { bail!("{} is not filled in", question.id) };
            for (part, what) in &parts {
                pupil.holds(question, part, what).await?;
            }
        }
        pupil.is_told(checked, &checked.right_response()).await?;
        for option in several.right_response().chosen() {
            let chosen = format!("#{} input[value='{option}']:checked", several.id);
            ensure!(pupil.visit.has(&chosen).await?, "{option} stays chosen");
        }
        pupil.visit.find(&format!("#{} .feedback.unsure", unsure.id)).await?;
        let kept = pupil.visit.stored("shanyraq.progress").await?.context("nothing is kept")?;
        let kept: Value = serde_json::from_str(&kept)?;
        for question in [checked, unsure] {
            let attempts = kept.pointer(&format!("/questions/{}/at", question.id));
            same!(attempts.and_then(Value::as_array).map(Vec::len), Some(4), "{} was answered once", question.id);
        }
        pupil.check(several).await?;
        pupil.is_told(several, &several.right_response()).await
    }
}
