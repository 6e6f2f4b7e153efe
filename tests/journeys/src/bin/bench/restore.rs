//! Reading back what is kept on the device after long use: how long the program takes for it, on a slow line.

use anyhow::Result;
use journeys::Dist;
use serde_json::json;
use shanyraq::{
    id::OptionId,
    learner::{Answer, Certainty, Day, Event, Minute, Moment, Progress, Verdict, save},
    quiz::{Response, Score},
};

use crate::{
    budget::Line,
    figures::{Spread, thousands},
    lesson::{LANGUAGE, Lesson},
    phone::{Phone, SLOWDOWN},
    sites,
};

/// Under this name the program keeps progress.
const KEY: &str = "shanyraq.progress";
/// Milliseconds that reading it back may take.
const ALLOWED: f64 = 5.0;
/// How many attempts of each question are kept at the most, each of another day.
const ATTEMPTS: u32 = 5;

/// The program marks when it begins to read and when it has read.
const LOOK: &str = r#"(async () => {
    const at = (mark) => performance.getEntriesByName(mark, "mark")[0];
    while (!at("loaded")) await new Promise(requestAnimationFrame);
    return at("loaded").startTime - at("load").startTime;
})()"#;

/// Opens a lesson so many times where every question of the course has been answered on many days, and prints how long
/// reading that takes.
pub(crate) async fn load(lesson: &Lesson, runs: usize) -> Result<()> {
    let kept = saved(&lesson.dist)?;
    let server = sites::serve(&lesson.dist)?;
    let url = format!("{}{}", server.url(), lesson.path);
    let mut taken = CONDITIONS.map(|_| Vec::new());
    for run in 1..=runs {
        eprint!("\rreading progress back, run {run} of {runs}");
        for (condition, taken) in CONDITIONS.iter().zip(&mut taken) {
            let phone = condition.phone().await?;
            let milliseconds = look(&phone, &url, &kept, *condition).await;
            phone.switch_off().await?;
            taken.push(milliseconds?);
        }
    }
    eprintln!("\r{:<40}", "");
    let [alone, usual, slowed] = taken.map(Spread::of);
    let shown = |spread: Option<Spread>| spread.map_or_else(|| "–".to_owned(), |spread| spread.show(1));
    println!("Reading progress back, {:.1} kB of it, {runs} runs, ms:", thousands(u64::try_from(kept.len())?));
    println!("  as the browser is        {}", shown(usual));
    println!("  slowed {SLOWDOWN} times           {}", shown(slowed));
    println!("  no compiler beside it    {}\n", shown(alone));
    println!("{}\n", Line::new("reading progress back, ms", usual.map(|spread| spread.median), ALLOWED, false));
    Ok(())
}

/// How it is read. Alone is told only to explain the usual: the difference is waiting for a processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Condition {
    Alone,
    Usual,
    Slowed,
}

const CONDITIONS: [Condition; 3] = [Condition::Alone, Condition::Usual, Condition::Slowed];

impl Condition {
    async fn phone(self) -> Result<Phone> {
        match self {
            Self::Alone => Phone::unpack_without_optimising().await,
            Self::Usual | Self::Slowed => Phone::unpack().await,
        }
    }
}

async fn look(phone: &Phone, url: &str, kept: &str, condition: Condition) -> Result<f64> {
    phone.load(url).await?;
    phone.run::<()>("localStorage.setItem(arguments[0], arguments[1])", vec![json!(KEY), json!(kept)]).await?;
    // As a pupil's line is: from this machine all comes at once, and the page is painted meanwhile.
    phone.slow_line().await?;
    if condition == Condition::Slowed {
        phone.slow_down().await?;
    }
    phone.load(url).await?;
    phone.wait(LOOK, "waiting until progress is read").await
}

/// What is kept when every question has been answered on as many days as are kept, and is half answered again.
fn saved(dist: &std::path::Path) -> Result<String> {
    let (outline, _) = Dist::at(dist.to_owned())?.cover(LANGUAGE)?;
    let response = || Response::Ordered(["first", "second", "third", "fourth"].map(OptionId::from).into());
    let mut progress = Progress::default();
    for entry in outline.bank.entries() {
        for attempt in 0..ATTEMPTS {
            let minute = 29_900_000 + 43_200 * attempt;
            let answer = Answer {
                revision: entry.revision,
                response: response(),
                verdict: Verdict::Scored(Score::new(3, 4)),
                moment: Moment { minute: Minute(minute), day: Day(minute / 1440) },
                certainty: Some(Certainty::Sure),
            };
            progress = progress.apply(Event::Answered(entry.question.clone(), answer));
        }
        progress = progress.apply(Event::Drafted(entry.question.clone(), response()));
    }
    Ok(save(&progress))
}
