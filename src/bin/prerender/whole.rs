//! The file that holds the whole course: every page of the finished site, and the program that shows them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use shanyraq::course::Course;
use shanyraq::pack::pack;

use crate::app_files::WholeProgram;
use crate::page::{between, escape, unescape};
use crate::site::failure;
use crate::template::{Slots, Template};

/// The name of the file.
const NAME: &str = "shanyraq.html";
/// The page at the root of the site: the choice of language. The file opens with it.
const FIRST: &str = "index.html";
/// As small as it gets.
const LEVEL: u8 = 10;

/// Packs what stands in the folder into one file. It is read back from there, so that no page can be forgotten.
pub(crate) fn write(course: &Course, template: &Template, program: &WholeProgram, folder: &Path) -> Result<()> {
    let mut files = vec![("build".to_owned(), template.build.clone())];
    let languages: Vec<String> = course.editions.iter().map(|edition| edition.language.to_string()).collect();
    let first = fs::read_to_string(folder.join(FIRST))?;
    let mut choice = still(template, "", &first).context("the choice of language has no content")?;
    for language in &languages {
        choice = choice.replace(&format!("href=\"{language}/\""), &format!("href=\"#/{language}/\""));
        gather(template, &folder.join(language), &format!("{language}/"), &mut files)?;
    }
    files.push((String::new(), choice.clone()));
    let edition = course.editions.first().context("a course has a language")?;
    let no_script = |edition: &shanyraq::course::Edition| {
        let (language, says) = (&edition.language, escape(&edition.reference_words.no_script));
        format!("<p lang=\"{language}\">{says}</p>")
    };
    let no_script: String = course.editions.iter().map(no_script).collect();
    let script = format!("function program(){{{}\nreturn wasm_bindgen}}\n{}", program.glue, template.whole);
    let body = choice.splitn(3, '\n').nth(2).unwrap_or_default();
    let body = body.replacen("</main>", &format!("<noscript>{no_script}</noscript></main>"), 1);
    let page = template.fill_whole(&Slots {
        lang: edition.language.as_str(),
        root: "",
        path: "",
        title: &escape(&edition.words.course_title),
        description: &escape(&edition.words.course_about),
        alternates: "",
        body: &body,
        failure: &failure(&edition.words),
        data: &[packed("program", &program.wasm), packed("pages", &pack(&files))].concat(),
        app: None,
        script: Some(&script),
    });
    fs::write(folder.join(NAME), page).with_context(|| format!("cannot write {NAME}"))
}

/// Bytes in an element that nothing runs or shows.
fn packed(id: &str, bytes: &[u8]) -> String {
    let text = STANDARD.encode(compress_to_vec_zlib(bytes, LEVEL));
    format!("<script type=\"text/plain\" id=\"{id}\">{text}</script>")
}

/// Gathers what a folder holds and the program asks for: data, and pages that no program draws.
fn gather(template: &Template, folder: &Path, path: &str, files: &mut Vec<(String, String)>) -> Result<()> {
    let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            gather(template, &entry.path(), &format!("{path}{name}/"), files)?;
        } else if name.ends_with(".json") {
            files.push((format!("{path}{name}"), fs::read_to_string(entry.path())?));
        } else if name == FIRST {
            files.extend(still(template, path, &fs::read_to_string(entry.path())?).map(|page| (path.to_owned(), page)));
        }
    }
    Ok(())
}

/// Language, title and content of a page without a program, a line each, with its links as they are in the file.
fn still(template: &Template, path: &str, page: &str) -> Option<String> {
    let language = between(page, "<html lang=\"", "\"")?;
    let title = between(page, "<title>", "</title>").map(unescape)?;
    let is_still = between(page, "data-app=\"", "\"")?.is_empty();
    let root = "../".repeat(path.matches('/').count());
    let body = template.body_of(page).filter(|_| is_still)?;
    let body = if root.is_empty() { body } else { body.replace(&format!("href=\"{root}"), "href=\"#/") };
    Some(format!("{language}\n{title}\n{body}"))
}
