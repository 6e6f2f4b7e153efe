//! What the first page of a lesson is made of, raw and as it travels.

use std::fs;

use anyhow::{Context, Result};
use journeys::{Dist, in_brotli};

use crate::{
    budget::Line,
    figures::thousands,
    folder::{Folder, write},
    lesson::{Lesson, between},
    sites::serve,
    wire,
};

/// A table of the files behind the lesson's page.
pub(crate) fn of_first_page(lesson: &Lesson) -> Result<String> {
    let parts = Folder::new("parts")?;
    let folder = parts.inner("page")?;
    let page = Parts::of(&lesson.html).context("the page of the lesson has no styles, script or data")?;
    write(&folder.join("page.html"), &page.rest)?;
    write(&folder.join("style.css"), page.style)?;
    write(&folder.join("data.json"), page.data)?;
    write(&folder.join("scripts.js"), &page.scripts.concat())?;
    let (dist, apart) = (serve(&lesson.dist)?, serve(&folder)?);
    let app = lesson.app()?;
    let files = [
        ("wasm", &dist, format!("{app}.wasm")),
        ("wasm, the rest", &dist, format!("{app}-rest.wasm")),
        ("glue", &dist, format!("{app}.js")),
        ("its two scripts, in the page", &apart, "scripts.js".to_owned()),
        ("page, whole", &dist, lesson.path.clone()),
        ("  its data (JSON)", &apart, "data.json".to_owned()),
        ("  its styles", &apart, "style.css".to_owned()),
        ("  the rest of it", &apart, "page.html".to_owned()),
        ("embed.js, for pages around", &dist, "embed.js".to_owned()),
    ];
    let mut table = vec![format!("{:<32}{:>10}{:>10}", "size, kB", "raw", "brotli")];
    for (name, server, path) in &files {
        let size = |packed| wire::body(server, path, packed).map(|bytes| thousands(bytes as u64));
        table.push(format!("{name:<32}{:>10.1}{:>10.1}", size(false)?, size(true)?));
    }
    Ok(table.join("\n") + "\n")
}

/// The larger of the two programs, and all JavaScript that comes to a page: of the lesson with what keeps it without a
/// network and what takes in answers from a frame, and of the lesson in a frame.
pub(crate) fn lines(lesson: &Lesson) -> Result<Vec<Line>> {
    let dist = Dist::at(lesson.dist.clone())?;
    let app = lesson.app()?;
    let desk = app.replacen("lesson", "desk", 1);
    let page = Parts::of(&lesson.html).context("the page of the lesson has no styles, script or data")?;
    let inline = in_brotli(page.scripts.concat().as_bytes())?;
    let sum = |files: &[String]| {
        let sizes = files.iter().map(|file| dist.brotli(file)).collect::<Result<Vec<_>>>()?;
        anyhow::Ok(thousands(sizes.iter().sum::<usize>() as u64))
    };
    let scripts =
        |more: &[String]| anyhow::Ok(sum(&[&[format!("{app}.js")], more].concat())? + thousands(inline as u64));
    // At home alone, answers that the address brings from a frame are taken in.
    let (mut in_frames, mut at_home) = (Vec::new(), vec!["offline.js".to_owned(), "sw.js".to_owned()]);
    for entry in fs::read_dir(dist.folder())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with("frame-answers-") {
            at_home.push(name);
        } else if name.starts_with("frame-") {
            in_frames.push(name);
        }
    }
    Ok(vec![
        Line::new("kB of the larger program", Some(sum(&[format!("{desk}.wasm")])?), 220.0, true),
        Line::new("kB of scripts of a lesson", Some(scripts(&at_home)?), 12.0, true),
        Line::new("kB of scripts of a lesson in a frame", Some(scripts(&in_frames)?), 12.0, true),
    ])
}

/// What is written into the page itself, taken apart.
struct Parts<'page> {
    style: &'page str,
    scripts: Vec<&'page str>,
    data: &'page str,
    rest: String,
}

impl<'page> Parts<'page> {
    fn of(html: &'page str) -> Option<Self> {
        let style = between(html, "<style>", "</style>")?;
        let scripts: Vec<&str> =
            html.split("<script>").skip(1).filter_map(|rest| Some(rest.split_once("</script>")?.0)).collect();
        let data = between(html, "id=\"data\">", "</script>")?;
        let without = |html: String, part: &&str| html.replacen(part, "", 1);
        let rest = scripts.iter().chain([&style, &data]).fold(html.to_owned(), without);
        Some(Self { style, scripts, data, rest })
    }
}
