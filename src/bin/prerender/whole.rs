//! The file that holds the whole course: every page of the finished site, and the program that shows them.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use shanyraq::course::{Course, Edition, StillPage, sealed};
use shanyraq::id::Text;
use shanyraq::pack::{Least, pack};
use shanyraq::ui::closing_check;

use crate::app_files::WholeProgram;
use crate::offline::MARK;
use crate::page::{between, escape, unescape};
use crate::site::failure;
use crate::template::{Slots, Template};

/// The name of the file.
const NAME: &str = "shanyraq.html";
/// The page at the root of the site: the choice of language. The file opens with it.
const FIRST: &str = "index.html";
/// Data for others than the program.
const BESIDE: &str = "oembed.json";

/// What the file holds.
struct Held<'a> {
    template: &'a Template,
    /// The name of the build.
    build: &'a str,
    /// Data, and pages that no program draws, by their paths.
    files: Vec<(String, String)>,
    /// The scripts of those pages, each once.
    scripts: Vec<String>,
}

/// Packs what stands in the folder into one file. It is read back from there, so that no page can be forgotten. `build` is
/// the name of the build.
pub(crate) fn write(
    course: &Course,
    template: &Template,
    program: &WholeProgram,
    build: &str,
    folder: &Path,
) -> Result<()> {
    let edition = course.editions.first().context("a course has a language")?;
    let checks = edition.lessons.iter().map(|lesson| (lesson.id.to_string().into(), closing_check(lesson).into()));
    let checks = sealed(&checks.collect::<Vec<(Text, Text)>>(), build);
    let files = vec![("build".to_owned(), build.to_owned()), ("checks".to_owned(), checks)];
    let mut held = Held { template, build, files, scripts: Vec::new() };
    let first = fs::read_to_string(folder.join(FIRST))?;
    let choice = held.still("", &first).context("the choice of language has no content")?;
    let mut body = choice.body.to_string();
    for edition in &course.editions {
        let language = &edition.language;
        body = body.replace(&format!("href=\"{language}/\""), &format!("href=\"#/{language}/\""));
        held.gather(&folder.join(language.as_str()), &format!("{language}/"))?;
    }
    held.files.push((String::new(), sealed(&StillPage { body: body.as_str().into(), ..choice }, build)));
    let body = body.replacen("</main>", &format!("<noscript>{}</noscript></main>", no_script(course)), 1);
    let scripts: Vec<String> = held.scripts.iter().map(|script| format!("function(){{{script}\n}}")).collect();
    let script = format!(
        "function program(){{{}\nreturn wasm_bindgen}}\nfunction frame(){{{}\n}}\nvar shanyraqScripts=[{}];\n{}",
        program.glue,
        template.frame,
        scripts.join(","),
        template.whole
    );
    let page = template.fill_whole(&Slots {
        lang: edition.language.as_str(),
        root: "",
        path: "",
        title: &escape(&edition.words.course_title),
        description: &escape(&edition.words.course_about),
        card: "",
        alternates: "",
        body: &body,
        failure: &failure(&edition.words),
        data: &[kept("program", &deflated(&program.wasm)?), kept("pages", &pack(&held.files, Least::Short))].concat(),
        app: None,
        script: Some(&script),
    });
    ensure!(
        !page.contains("dataset.root + \"frame-"),
        "{NAME} sends for a script of frames: it is to have it in itself"
    );
    fs::write(folder.join(NAME), page.replace(MARK, build)).with_context(|| format!("cannot write {NAME}"))
}

/// That the file needs JavaScript, in every language.
fn no_script(course: &Course) -> String {
    let line = |edition: &Edition| {
        let (language, says) = (&edition.language, escape(&edition.reference_words.no_script));
        format!("<p lang=\"{language}\">{says}</p>")
    };
    course.editions.iter().map(line).collect()
}

/// Text in an element that nothing runs or shows.
fn kept(id: &str, text: &str) -> String {
    format!("<script type=\"text/plain\" id=\"{id}\">{text}</script>")
}

/// Bytes as text.
fn deflated(bytes: &[u8]) -> Result<String> {
    let mut deflated = ZlibEncoder::new(Vec::new(), Compression::best());
    deflated.write_all(bytes)?;
    Ok(STANDARD.encode(deflated.finish()?))
}

impl Held<'_> {
    /// Gathers what a folder holds and the program asks for.
    fn gather(&mut self, folder: &Path, path: &str) -> Result<()> {
        let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type()?.is_dir() {
                self.gather(&entry.path(), &format!("{path}{name}/"))?;
            } else if entry.path().extension().is_some_and(|end| end == "json") && name != BESIDE {
                self.files.push((format!("{path}{name}"), fs::read_to_string(entry.path())?));
            } else if name == FIRST {
                let page = self.still(path, &fs::read_to_string(entry.path())?);
                self.files.extend(page.map(|page| (path.to_owned(), sealed(&page, self.build))));
            }
        }
        Ok(())
    }

    /// A page without a program, with its links as they have to be in the file; nothing of a page with a program.
    fn still(&mut self, path: &str, page: &str) -> Option<StillPage> {
        between(page, "data-app=\"", "\"").filter(|app| app.is_empty())?;
        let language = between(page, "<html lang=\"", "\"")?;
        let title = between(page, "<title>", "</title>").map(unescape)?;
        let (body, after) = self.template.content_of(page)?;
        let script =
            between(after, "<script>", "</script>").and_then(|script| u32::try_from(self.number_of(script)).ok());
        let root = "../".repeat(path.matches('/').count());
        let body = if root.is_empty() { body } else { body.replace(&format!("href=\"{root}"), "href=\"#/") };
        Some(StillPage { language: language.into(), title: title.into(), script, body: body.into() })
    }

    fn number_of(&mut self, script: &str) -> usize {
        let known = self.scripts.iter().position(|known| known == script);
        known.unwrap_or_else(|| {
            self.scripts.push(script.to_owned());
            self.scripts.len() - 1
        })
    }
}
