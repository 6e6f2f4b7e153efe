//! A made-up course, a hundred times the real one: what its first lesson weighs, and how long its pages take to write.

use std::path::Path;

use anyhow::{Context, Result};
use tokio::time::Duration;

use crate::{
    budget::Line,
    built::Built,
    figures::{seconds, thousands},
    folder::{Folder, copy},
    lesson::Lesson,
    sites, wire,
};

/// How many times the real course.
const TIMES: usize = 100;
/// By how much of itself the first lesson's page may grow.
const GROWTH: f64 = 0.02;
/// How often the course as it is is built before the large one, and once more than that after it: a build of it takes less than a
/// second, which one machine may do a third faster or slower than a minute and a half at a stretch.
const ROUNDS: usize = 3;
/// What the content's growth may cost beyond its proportion: measured times are never quite even.
const SLACK: f64 = 1.25;

/// What is compared of a course.
#[derive(Debug)]
struct Figures {
    /// Bytes of its lessons as they were written.
    content: u64,
    /// Bytes of its first lesson's page on the wire.
    page: u64,
    /// How long its pages took to write.
    took: Duration,
}

/// Builds the course as it is and a hundred times larger, and says how they compare.
pub(crate) fn grow(lesson: &Lesson, prerender: &Path, folder: &Folder) -> Result<()> {
    println!("A made-up course with {TIMES} times the lessons and questions:");
    let again =
        |times: usize| -> Result<Vec<Figures>> { (0..times).map(|_| build(lesson, prerender, folder, 1)).collect() };
    let mut reals = again(ROUNDS)?;
    let large = build(lesson, prerender, folder, TIMES)?;
    reals.extend(again(ROUNDS + 1)?);
    reals.sort_by_key(|real| real.took);
    let real = reals.get(ROUNDS).context("nothing was built")?;
    let content = thousands(large.content) / thousands(real.content);
    let growth = thousands(large.page) / thousands(real.page) - 1.0;
    let pace = large.took.as_secs_f64() / real.took.as_secs_f64() / content;
    println!(
        "  content              {:.1} kB → {:.1} kB, × {content:.1}",
        thousands(real.content),
        thousands(large.content)
    );
    println!("  first lesson page    {:.2} kB → {:.2} kB on the wire", thousands(real.page), thousands(large.page));
    println!(
        "  writing the pages    {} (median of {}) → {}, × {:.1}\n",
        seconds(real.took),
        reals.len(),
        seconds(large.took),
        pace * content
    );
    println!("{}", Line::new("growth of the first lesson's page", Some(growth), GROWTH, false));
    println!("{}\n", Line::new("time to build, to the growth of content", Some(pace), SLACK, false));
    Ok(())
}

/// Builds a course of so many copies of every lesson, and keeps its figures alone.
fn build(lesson: &Lesson, prerender: &Path, folder: &Folder, times: usize) -> Result<Figures> {
    let built = Built::of(lesson, prerender, folder, times)?;
    let first = folder.inner(&format!("first-{times}"))?;
    copy(&built.folder.join(&lesson.path).join("index.html"), &first.join("index.html"))?;
    let page = wire::body(&sites::serve(&first)?, "", true)?;
    let (content, took) = (built.content, built.took);
    built.remove()?;
    Ok(Figures { content, page: page as u64, took })
}
