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
    let (mut quick, mut slowed) = (Vec::new(), Vec::new());
    for run in 1..=runs {
        eprint!("\rreading progress back, run {run} of {runs}");
        for (is_slow, took) in [(false, &mut quick), (true, &mut slowed)] {
            let phone = Phone::unpack().await?;
            let milliseconds = look(&phone, &url, &kept, is_slow).await;
            phone.switch_off().await?;
            took.push(milliseconds?);
        }
    }
    eprintln!("\r{:<40}", "");
    let (quick, slowed) = (Spread::of(quick), Spread::of(slowed));
    let shown = |spread: Option<Spread>| spread.map_or_else(|| "–".to_owned(), |spread| spread.show(1));
    println!("Reading progress back, {:.1} kB of it, {runs} runs, ms:", thousands(u64::try_from(kept.len())?));
    println!("  CPU not slowed       {}", shown(quick));
    println!("  slowed {SLOWDOWN} times       {}\n", shown(slowed));
    println!("{}\n", Line::new("reading progress back, ms", quick.map(|spread| spread.median), ALLOWED, false));
    Ok(())
}

async fn look(phone: &Phone, url: &str, kept: &str, is_slow: bool) -> Result<f64> {
    phone.load(url).await?;
    phone.run::<()>("localStorage.setItem(arguments[0], arguments[1])", vec![json!(KEY), json!(kept)]).await?;
    // As a pupil's line is. From this machine all comes at once, and what is measured then is how reading waits for the
    // page to be painted meanwhile.
    phone.slow_line().await?;
    if is_slow {
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
