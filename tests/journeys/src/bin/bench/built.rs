//! A made-up course, built: copies of all lessons in pages that the prerenderer writes around the finished programs.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use tokio::time::{Duration, Instant};

use crate::{
    ROOT, copies,
    folder::{Folder, copy, read, write},
    lesson::Lesson,
};

/// The programs: the name of each in the finished course, and that of its binary, under which Trunk hands it over. That
/// of the one file has none of its own there; the desk stands in for it, as no such file is written here.
const PROGRAMS: [(&str, &str); 3] = [("lesson", "shanyraq"), ("desk", "desk"), ("desk", "whole")];

/// A course that was built.
#[derive(Debug)]
pub(crate) struct Built {
    /// Where it lies.
    pub(crate) folder: PathBuf,
    /// Bytes of its lessons as they were written.
    pub(crate) content: u64,
    /// How long its pages took to write.
    pub(crate) took: Duration,
}

impl Built {
    /// Writes a course of so many copies of every lesson into `folder`, and builds it.
    pub(crate) fn of(lesson: &Lesson, prerender: &Path, folder: &Folder, times: usize) -> Result<Self> {
        let content = folder.inner(&format!("content-{times}"))?;
        let bytes = copies::write_copies(&Path::new(ROOT).join("content"), &content, times)?;
        let staging = stage(lesson, folder.inner(&format!("staging-{times}"))?)?;
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
        Ok(Self { folder: staging, content: bytes, took })
    }

    /// Removes it from the disk, of which it takes a good part.
    pub(crate) fn remove(self) -> Result<()> {
        fs::remove_dir_all(&self.folder).with_context(|| format!("cannot remove {}", self.folder.display()))
    }
}

/// Compiles the program that writes the pages, as Trunk's hook does; returns where it is.
pub(crate) fn compile() -> Result<PathBuf> {
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

/// Puts into `folder` what Trunk would hand to the prerenderer: the programs under Trunk's names, and the styles.
fn stage(lesson: &Lesson, folder: PathBuf) -> Result<PathBuf> {
    let [(of_lessons, _), ..] = PROGRAMS;
    let app = lesson.app()?;
    let build = app.strip_prefix(of_lessons).with_context(|| format!("{app} is no program of lessons"))?;
    for (name, binary) in PROGRAMS {
        for (end, staged) in [(".js", ".js"), (".wasm", "_bg.wasm")] {
            copy(&lesson.dist.join(format!("{name}{build}{end}")), &folder.join(format!("{binary}-x{staged}")))?;
        }
    }
    let template = read(&Path::new(ROOT).join("index.html"))?;
    // All styles of the finished page go into the first sheet: what is written then is the finished page again.
    let mut styles = lesson.style()?;
    for line in template.lines().filter(|line| line.contains("rel=\"css\"")) {
        let href = line.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        let stem = Path::new(href).file_stem().unwrap_or_default().to_string_lossy();
        write(&folder.join(format!("{stem}-x.css")), styles)?;
        styles = "";
    }
    Ok(folder)
}
