//! Compiling what is missing, and keeping the user informed while that takes minutes.

use std::{
    fs,
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};

use super::{Order, cache::Cache, toolchain};
use crate::{
    elapsed,
    process::{self, Said},
    project::Project,
};

/// How often progress is shown.
const INTERVAL: Duration = Duration::from_secs(10);

/// Installs whatever of `orders`, and of the wasm target, is not there yet.
pub(super) fn missing(project: &Project, cache: &Cache, orders: &[Order]) -> Result<()> {
    // Asked again under the lock: another checkout may have done the work while this one waited.
    let target_missing = !toolchain::has_wasm(project)?;
    let orders: Vec<_> = orders.iter().filter(|order| !cache.has(order)).collect();
    let total = orders.len() + usize::from(target_missing);
    let mut number = 0;
    if target_missing {
        number += 1;
        println!("[{number}/{total}] adding the target wasm32-unknown-unknown to Rust");
        toolchain::add_wasm(project)?;
    }
    for order in orders {
        number += 1;
        let Order { name, version, minutes, .. } = order;
        println!("[{number}/{total}] building {name} {version} from crates.io, {minutes} on two cores, once");
        install(cache, order)?;
    }
    remove_workshop(cache)
}

fn install(cache: &Cache, order: &Order) -> Result<()> {
    fs::create_dir_all(cache.folder())
        .with_context(|| format!("cannot make the folder {}", cache.folder().display()))?;
    let mut progress = Progress::new(order.crates);
    let mut transcript = Vec::new();
    let what = format!("building {} {}", order.name, order.version);
    let result = process::run(&mut command(cache, order), &what, |said| {
        if let Said::Out(line) | Said::Err(line) = said {
            transcript.push(line.to_owned());
        }
        if let Some(news) = progress.hear(said) {
            println!("      {news}");
        }
    });
    if result.is_err() {
        let unheard = transcript.len().saturating_sub(25);
        for line in transcript.iter().skip(unheard) {
            eprintln!("{line}");
        }
    } else {
        println!("      done in {}", elapsed::in_words(progress.started.elapsed()));
    }
    result
}

/// The `cargo install` that fulfils an order.
fn command(cache: &Cache, order: &Order) -> Command {
    // From the cache's folder, so that no setting of a checkout applies.
    let mut command = process::cargo(cache.folder());
    command
        .args(["install", order.package, "--version", &order.version])
        .args(order.arguments)
        .arg("--root")
        .arg(cache.root(order))
        .env("CARGO_TARGET_DIR", cache.workshop())
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", order.optimisation)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .env("CARGO_PROFILE_RELEASE_PANIC", "abort")
        .env("CARGO_TERM_COLOR", "never")
        // These two would make a program for another machine, or compile a shared crate twice.
        .env_remove("CARGO_BUILD_TARGET")
        .env_remove("RUSTFLAGS");
    command
}

/// The intermediate files weigh more than the tools, and are of no use after them.
fn remove_workshop(cache: &Cache) -> Result<()> {
    let workshop = cache.workshop();
    if workshop.exists() {
        fs::remove_dir_all(&workshop).with_context(|| format!("cannot remove {}", workshop.display()))?;
    }
    Ok(())
}

/// Counts what cargo reports, and speaks up every [`INTERVAL`].
#[derive(Debug)]
struct Progress {
    expected: usize,
    compiled: usize,
    started: Instant,
    spoke: Instant,
}

impl Progress {
    fn new(expected: usize) -> Self {
        let now = Instant::now();
        Self { expected, compiled: 0, started: now, spoke: now }
    }

    fn hear(&mut self, said: Said<'_>) -> Option<String> {
        if let Said::Err(line) = said
            && line.trim_start().starts_with("Compiling ")
        {
            self.compiled += 1;
        }
        if self.spoke.elapsed() < INTERVAL {
            return None;
        }
        self.spoke = Instant::now();
        Some(self.news(self.started.elapsed()))
    }

    fn news(&self, elapsed: Duration) -> String {
        let elapsed = elapsed::in_words(elapsed);
        match self.compiled {
            0 => format!("downloading, {elapsed}"),
            compiled if compiled < self.expected => {
                format!("{compiled} of about {} crates, {elapsed}", self.expected)
            }
            _ => format!("last crates, {elapsed}"),
        }
    }
}

#[cfg(test)]
mod tests;
