//! A made-up course, a hundred times the real one: what its first lesson weighs, and how long its pages take to write.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use tokio::time::{Duration, Instant};

use crate::{
    ROOT,
    budget::Line,
    copies,
    figures::{seconds, thousands},
    folder::{Folder, copy, read, write},
    lesson::{Lesson, PATH},
    sites, wire,
};

/// How many times the real course.
const TIMES: usize = 100;
/// By how much of itself the first lesson's page may grow.
const GROWTH: f64 = 0.02;
/// What the content's growth may cost beyond its proportion: measured times are never quite even.
const SLACK: f64 = 1.25;

/// A course that was built.
#[derive(Debug)]
struct Built {
    /// Bytes of its lessons as they were written.
    content: u64,
    /// Bytes of its first lesson's page on the wire.
    page: u64,
    /// How long its pages took to write.
    took: Duration,
}

/// Builds the course as it is and a hundred times larger, and says how they compare.
pub(crate) fn grow(lesson: &Lesson, folder: &Folder) -> Result<()> {
    let prerender = compile()?;
    println!("A made-up course with {TIMES} times the lessons and questions:");
    let real = build(lesson, &prerender, folder, 1)?;
    let large = build(lesson, &prerender, folder, TIMES)?;
    let content = thousands(large.content) / thousands(real.content);
    let growth = thousands(large.page) / thousands(real.page) - 1.0;
    let pace = large.took.as_secs_f64() / real.took.as_secs_f64() / content;
    println!(
        "  content              {:.1} kB → {:.1} kB, × {content:.1}",
        thousands(real.content),
        thousands(large.content)
    );
    println!("  first lesson page    {:.2} kB → {:.2} kB on the wire", thousands(real.page), thousands(large.page));
    println!("  writing the pages    {} → {}, × {:.1}\n", seconds(real.took), seconds(large.took), pace * content);
    println!("{}", Line::new("growth of the first lesson's page", Some(growth), GROWTH, false));
    println!("{}", Line::new("time to build, to the growth of content", Some(pace), SLACK, false));
    Ok(())
}

/// Compiles the program that writes the pages, as Trunk's hook does; returns where it is.
fn compile() -> Result<PathBuf> {
    let output = Command::new("cargo")
        .args(["build", "--quiet", "--profile", "prerender", "--no-default-features", "--features", "prerender"])
        .args(["--bin", "prerender", "--message-format", "json"])
        .current_dir(ROOT)
        .stderr(Stdio::inherit())
        .output()
        .context("cargo cannot be started")?;
    if !output.status.success() {
        bail!("the prerenderer does not compile");
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find_map(|message| message.get("executable")?.as_str().map(PathBuf::from))
        .context("cargo does not say where the prerenderer is")
}

/// Writes a course of so many copies of every lesson, and builds it.
fn build(lesson: &Lesson, prerender: &Path, folder: &Folder, times: usize) -> Result<Built> {
    let content = folder.inner(&format!("content-{times}"))?;
    let bytes = copies::write_copies(&Path::new(ROOT).join("content"), &content, times)?;
    let staging = stage(lesson, &folder.inner(&format!("staging-{times}"))?)?;
    let started = Instant::now();
    let output = Command::new(prerender)
        .env("TRUNK_SOURCE_DIR", ROOT)
        .env("TRUNK_STAGING_DIR", &staging)
        .env("SHANYRAQ_CONTENT", &content)
        .output()
        .with_context(|| format!("{} cannot be started", prerender.display()))?;
    let took = started.elapsed();
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).lines().take(20).collect::<Vec<_>>().join("\n");
        bail!("the course of {times} times the lessons is not built:\n{said}");
    }
    let first = folder.inner(&format!("first-{times}"))?;
    copy(&staging.join(PATH).join("index.html"), &first.join("index.html"))?;
    let page = wire::body(&sites::serve(&first)?, "", true)?;
    fs::remove_dir_all(&staging).with_context(|| format!("cannot remove {}", staging.display()))?;
    Ok(Built { content: bytes, page: page as u64, took })
}

/// Puts into `folder` what Trunk would hand to the prerenderer: the program under Trunk's names, and the styles.
fn stage(lesson: &Lesson, folder: &Path) -> Result<PathBuf> {
    let app = lesson.app()?;
    copy(&lesson.dist.join(format!("{app}.js")), &folder.join("shanyraq-x.js"))?;
    copy(&lesson.dist.join(format!("{app}.wasm")), &folder.join("shanyraq-x_bg.wasm"))?;
    let template = read(&Path::new(ROOT).join("index.html"))?;
    // All styles of the finished page go into the first sheet: what is written then is the finished page again.
    let mut styles = lesson.style()?;
    for line in template.lines().filter(|line| line.contains("rel=\"css\"")) {
        let href = line.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        let stem = Path::new(href).file_stem().unwrap_or_default().to_string_lossy();
        write(&folder.join(format!("{stem}-x.css")), styles)?;
        styles = "";
    }
    Ok(folder.to_owned())
}
