//! `cargo xtask bench`: the finished course, measured beside its peers in one browser.
//!
//! It serves three pages on this machine: a lesson of ours; SurveyJS with ten questions of that lesson; and the limit,
//! a plain HTML page with the text of the lesson. Then it answers a question of every kind, ours and SurveyJS's, and
//! makes up a large course. Timings are ratios to look at. Only the size budget decides how the program ends.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a bench speaks to whoever ran it")]

mod answers;
mod budget;
mod built;
mod copies;
mod course;
mod draw;
mod elements;
mod figures;
mod folder;
mod framed;
mod kinds;
mod lesson;
mod one_file;
mod orders;
mod peers;
mod phone;
mod restore;
mod sites;
mod sizes;
mod table;
mod tap;
mod visit;
mod wire;

use std::{env, fs, process::ExitCode, thread};

use anyhow::{Context, Result};

use self::{folder::Folder, lesson::Lesson, orders::Orders, sites::Site};

/// The top of the checkout.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Measures what is asked for; `false` if the size budget is exceeded.
async fn run() -> Result<bool> {
    let orders = Orders::parse(env::args().skip(1))?;
    let (first, of_all_kinds) = (Lesson::first()?, Lesson::of_all_kinds()?);
    let folder = Folder::new("bench")?;
    let mut is_within = true;
    if orders.kinds {
        // Never `pages` without `kinds`.
        if orders.pages {
            let ours = Site::ours(&peers::copy_ours(&first, &folder)?, &first)?;
            is_within = pages(&first, &folder, &ours, orders.runs).await?;
            one_file::open(&first, orders.runs).await?;
        }
        let ours = Site::ours(&peers::copy_ours(&of_all_kinds, &folder)?, &of_all_kinds)?;
        let surveyjs = Site::surveyjs(&peers::write_kinds(&of_all_kinds, &folder)?)?;
        kinds::compare(&of_all_kinds, &ours, &surveyjs, orders.runs).await?;
    }
    if orders.course {
        let prerender = built::compile()?;
        restore::load(&first, orders.runs).await?;
        draw::start(&first, &prerender, &folder, orders.runs).await?;
        // Last, for it takes longest.
        course::grow(&first, &prerender, &folder)?;
    }
    Ok(is_within)
}

async fn pages(lesson: &Lesson, folder: &Folder, ours: &Site, runs: usize) -> Result<bool> {
    let stripped = peers::text_of(lesson).await?;
    let limit = Site::limit(&peers::write_limit(lesson, &stripped, folder)?)?;
    let surveyjs = Site::surveyjs(&peers::write_surveyjs(lesson, folder)?)?;
    let sites = [&limit, ours, &surveyjs];
    println!("{runs} runs of each in turn, after one that does not count; CPU slowed {} times,", phone::SLOWDOWN);
    println!("1.6 Mbit/s down, 150 ms latency, cold, brotli 11, 360 × 740. Median (least to most).\n");
    let mut visits = [const { Vec::new() }; 3];
    let mut in_frame = Vec::new();
    for run in 0..=runs {
        for (site, visits) in sites.into_iter().zip(&mut visits) {
            eprint!("\rrun {run} of {runs}: {:<12}", site.name());
            let visit = visit::pay(site, lesson).await.with_context(|| format!("visiting {}", site.name()))?;
            if run > 0 {
                visits.push(visit);
            }
        }
        eprint!("\rrun {run} of {runs}: {:<12}", "in a frame");
        let visit = framed::pay(ours, folder).await.context("visiting ours in a frame")?;
        if run > 0 {
            in_frame.push(visit);
        }
    }
    eprintln!("\r{:<40}", "");
    let table = table::Table::new(&visits);
    println!("{}", load());
    let (rows, frame_lines) = framed::lines(&in_frame, &table);
    println!("{table}{rows}\nPeer: SurveyJS {}\n", peers::surveyjs_version()?);
    println!("{}\n", tap::is_kept(ours, lesson).await?);
    println!("{}", sizes::of_first_page(lesson)?);
    let lines = [budget::lines(&table), frame_lines, sizes::lines(lesson)?].concat();
    for line in &lines {
        println!("{line}");
    }
    println!();
    Ok(lines.iter().all(|line| line.is_kept || !line.decides))
}

/// How busy the machine has been in the last minutes: another build beside the bench spoils its times.
fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let processors = thread::available_parallelism().map_or(1, usize::from);
    match load.split(' ').nth(1).and_then(|load| load.parse::<f64>().ok()) {
        Some(load) => {
            format!("Load of this machine: {load:.1} on {processors} processors; the bench alone makes about 1.\n")
        }
        None => "Load of this machine: unknown.\n".to_owned(),
    }
}
