//! Writes every page of the course into the folder that Trunk prepares: called by Trunk after it has compiled.
#![expect(clippy::print_stderr, reason = "a program that an author runs speaks to its author")]
#![expect(clippy::disallowed_types, reason = "a native program may ask the clock: for the review dates of facts")]

mod app_files;
mod card;
mod fingerprint;
mod offline;
mod page;
mod program;
mod site;
mod slim;
mod template;
mod whole;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use shanyraq::authoring::{Severity, check, read_folder};
use shanyraq::course::Date;

#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Builds the site; `false` if the content has mistakes.
fn run() -> Result<bool> {
    let source = PathBuf::from(std::env::var_os("TRUNK_SOURCE_DIR").unwrap_or_else(|| ".".into()));
    let staging = std::env::var_os("TRUNK_STAGING_DIR").context("Trunk calls this program: run `cargo xtask build`")?;
    let staging = PathBuf::from(staging);
    let content = std::env::var_os("SHANYRAQ_CONTENT").map_or_else(|| source.join("content"), PathBuf::from);
    let Some(course) = read_course(&content)? else { return Ok(false) };
    let app_files = app_files::settle(&staging)?;
    let mut template = template::Template::read(&source, &staging, &app_files.programs)?;
    let site = std::env::var("SHANYRAQ_ADDRESS").ok().map(|address| card::Site::new(&address)).transpose()?;
    if site.is_some() {
        std::fs::copy(source.join("docs/cover.png"), staging.join(card::PICTURE)).context("cannot copy the picture")?;
    } else if std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        eprintln!("SHANYRAQ_ADDRESS is not set: pages without oEmbed, canonical and Open Graph (docs/hosting.md)");
    }
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let local = tokio::task::LocalSet::new();
    local.block_on(&runtime, site::write(&course, &mut template, site.as_ref(), &staging))?;
    let build = offline::write(&course, &source, &staging, &app_files.programs)?;
    if let Some(program) = app_files.whole {
        whole::write(&course, &template, &program, &build, &staging)?;
    }
    Ok(true)
}

fn read_course(content: &Path) -> Result<Option<shanyraq::course::Course>> {
    let files = read_folder(content).with_context(|| format!("cannot read {}", content.display()))?;
    let (course, diagnostics) = check(&files, today()?);
    for diagnostic in &diagnostics {
        eprintln!("{diagnostic}\n");
    }
    let errors = diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    if errors > 0 {
        eprintln!("{errors} mistakes in the content: nothing was built");
    }
    Ok(course)
}

/// The date in UTC.
fn today() -> Result<Date> {
    let days = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() / 86_400;
    Ok(Date::of_day(u32::try_from(days)?))
}
