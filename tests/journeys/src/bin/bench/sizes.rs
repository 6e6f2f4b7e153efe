//! What the first page of a lesson is made of, raw and as it travels.

use anyhow::{Context, Result};

use crate::{
    figures::thousands,
    folder::{Folder, write},
    lesson::{Lesson, PATH, between},
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
    write(&folder.join("boot.js"), page.boot)?;
    let (dist, apart) = (serve(&lesson.dist)?, serve(&folder)?);
    let app = lesson.app()?;
    let files = [
        ("wasm", &dist, format!("{app}.wasm")),
        ("glue", &dist, format!("{app}.js")),
        ("boot script, in the page", &apart, "boot.js".to_owned()),
        ("page, whole", &dist, PATH.to_owned()),
        ("  its data (JSON)", &apart, "data.json".to_owned()),
        ("  its styles", &apart, "style.css".to_owned()),
        ("  the rest of it", &apart, "page.html".to_owned()),
    ];
    let mut table = vec![format!("{:<32}{:>10}{:>10}", "size, kB", "raw", "brotli")];
    for (name, server, path) in &files {
        let size = |packed| wire::body(server, path, packed).map(|bytes| thousands(bytes as u64));
        table.push(format!("{name:<32}{:>10.1}{:>10.1}", size(false)?, size(true)?));
    }
    Ok(table.join("\n") + "\n")
}

/// What is written into the page itself, taken apart.
struct Parts<'page> {
    style: &'page str,
    boot: &'page str,
    data: &'page str,
    rest: String,
}

impl<'page> Parts<'page> {
    fn of(html: &'page str) -> Option<Self> {
        let style = between(html, "<style>", "</style>")?;
        let boot = between(html, "<script>", "</script>")?;
        let data = between(html, "id=\"data\">", "</script>")?;
        let rest = html.replacen(style, "", 1).replacen(boot, "", 1).replacen(data, "", 1);
        Some(Self { style, boot, data, rest })
    }
}
