//! Without a network: names the build by all that it holds, and writes what keeps it on a device: the worker, the script
//! that starts it, the lists of what belongs to the course in each language, and what makes it installable.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;
use shanyraq::course::{Course, Edition, OfflineWords, Parallel};

use crate::fingerprint::fingerprint;
use crate::template::script;

/// Stands for the name of the build while pages and data are written: the name hangs on all of them.
pub(crate) const MARK: &str = "@build@";

/// The sides of the icons in pixels. Systems that install nothing but PNG want these; the first is Apple's.
const ICONS: [u32; 3] = [180, 192, 512];
/// The colours of the paper and of the icon: see `static/styles/tokens.css` and `static/icons/icon.svg`.
const PAPER: &str = "#fbf8f1";
const SKY: &str = "#0b6e8f";

/// Finishes a site that is written but for the name of its build, and returns that name. `programs` is what follows the
/// name of a program in the names of its files.
pub(crate) fn write(course: &Course, source: &Path, folder: &Path, programs: &str) -> Result<String> {
    let (worker, start) = (script(source, "sw.js")?, script(source, "offline.js")?);
    let marked = marked_files(folder)?;
    let build = name(&marked, &[programs, &worker, &start]);
    let marked: BTreeMap<String, String> =
        marked.into_iter().map(|(path, text)| (path, text.replace(MARK, &build))).collect();
    for (path, text) in &marked {
        fs::write(folder.join(path), text).with_context(|| format!("cannot write {path}"))?;
    }
    copy_icons(source, folder)?;
    // Pages in two languages say nothing that others do not, and would double what is to be kept.
    let doubled: Vec<String> = course.parallels().iter().map(Parallel::path).collect();
    let mut kilobytes = BTreeMap::new();
    for edition in &course.editions {
        let files = files_of(folder, &marked, edition.language.as_str(), programs)?;
        let files: Vec<String> = files.into_iter().filter(|file| !doubled.contains(file)).collect();
        let mut bytes = 0;
        for file in &files {
            bytes += compressed(&fs::read(folder.join(file_at(file)))?)?;
        }
        kilobytes.insert(edition.language.to_string(), bytes.div_ceil(1000));
        let language = folder.join(edition.language.as_str());
        fs::write(language.join("offline.json"), json!({ "build": build, "files": files }).to_string())?;
        fs::write(language.join("app.webmanifest"), manifest(edition))?;
    }
    // While one writes, pages change faster than one would like to be offered new versions.
    if !std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        fs::write(folder.join("offline.js"), "// Only a finished course works without a network.\n")?;
        return Ok(build);
    }
    let words: BTreeMap<String, BTreeMap<String, String>> =
        course.editions.iter().map(|edition| (edition.language.to_string(), words(&edition.offline_words))).collect();
    let filled = |script: &str| {
        let script = script.replace("{build}", &build).replace("{programs}", programs);
        script.replace("{words}", &json!(words).to_string()).replace("{kilobytes}", &json!(kilobytes).to_string())
    };
    fs::write(folder.join("sw.js"), filled(&worker))?;
    fs::write(folder.join("offline.js"), filled(&start))?;
    Ok(build)
}

/// The name of a build: of the texts that bear the mark, and of what else decides what a learner gets.
fn name(marked: &BTreeMap<String, String>, others: &[&str]) -> String {
    let texts = marked.iter().flat_map(|(path, text)| [path.as_str(), text]).chain(others.iter().copied());
    fingerprint(texts.map(str::as_bytes))
}

/// The texts of the site that bear the mark of the build, by their paths: pages, and data that programs fetch, also as
/// scripts.
fn marked_files(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut marked = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("cannot list {}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| ["html", "json", "js"].iter().any(|known| end == *known)) {
                let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
                if text.contains(MARK) {
                    let below = path.strip_prefix(folder)?.components();
                    let names: Vec<_> = below.map(|part| part.as_os_str().to_string_lossy()).collect();
                    marked.insert(names.join("/"), text);
                }
            }
        }
    }
    Ok(marked)
}

/// What belongs to the course in one language, as addresses below the root, the programs first. Data that stand in pages
/// are not fetched a second time: the worker takes them out of those. Data as scripts are for frames and files.
fn files_of(folder: &Path, marked: &BTreeMap<String, String>, language: &str, programs: &str) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_fetched = name.ends_with(&format!("{programs}.js")) || name.ends_with(&format!("{programs}.wasm"));
        files.extend(is_fetched.then_some(name));
    }
    files.sort();
    ensure!(!files.is_empty(), "there is no program in {}", folder.display());
    let below = format!("{language}/");
    let is_for_files = |path: &str| Path::new(path).extension().is_some_and(|end| end == "js");
    let belongs = |path: &&String| path.starts_with(&below) && !path.ends_with("/data.json") && !is_for_files(path);
    files.extend(marked.keys().filter(belongs).map(|path| address(path).to_owned()));
    Ok(files)
}

/// The address of a file below the root.
fn address(path: &str) -> &str {
    path.strip_suffix("index.html").unwrap_or(path)
}

/// The file at an address below the root.
fn file_at(address: &str) -> PathBuf {
    if address.ends_with('/') { Path::new(address).join("index.html") } else { PathBuf::from(address) }
}

/// How many bytes travel: gzip, for every host can do that.
fn compressed(bytes: &[u8]) -> Result<usize> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?.len())
}

/// The words by their keys, as an author writes them.
fn words(words: &OfflineWords) -> BTreeMap<String, String> {
    let keys = OfflineWords::TEXTS.iter().map(|field| field.replace('_', "-"));
    // The first two stand in a page.
    keys.zip(words.texts()).skip(2).map(|(key, text)| (key, text.to_string())).collect()
}

/// What a system needs to install the course in one language (W3C Web Application Manifest). All addresses are relative
/// to it, so it works in any folder.
fn manifest(edition: &Edition) -> String {
    let icon = |size: u32| json!({ "src": format!("../icons/{size}.png"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": "any" });
    let mut icons = vec![json!({ "src": "../icons/icon.svg", "sizes": "any", "type": "image/svg+xml" })];
    icons.extend(ICONS.into_iter().skip(1).map(icon));
    json!({
        "name": &*edition.words.course_title,
        "short_name": &*edition.words.course_title,
        "description": &*edition.words.course_about,
        "lang": edition.language.as_str(),
        "dir": "ltr",
        "start_url": "./",
        "scope": "../",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": SKY,
        "icons": icons,
    })
    .to_string()
}

/// The icon as it is drawn, and in pixels, of which a journey sees that they show the same.
fn copy_icons(source: &Path, folder: &Path) -> Result<()> {
    let icons = folder.join("icons");
    fs::create_dir_all(&icons)?;
    for name in ICONS.map(|side| format!("{side}.png")).into_iter().chain(["icon.svg".to_owned()]) {
        let from = source.join("static/icons").join(&name);
        fs::copy(&from, icons.join(&name)).with_context(|| format!("cannot copy {}", from.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(of: &[(&str, &str)]) -> BTreeMap<String, String> {
        of.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_build_is_named_by_all_that_it_holds() {
        let one = name(&texts(&[("kk/index.html", "a")]), &["-1", "b"]);
        assert_eq!(one, name(&texts(&[("kk/index.html", "a")]), &["-1", "b"]), "and by nothing else");
        assert_eq!(one.len(), 12);
        for (marked, others) in [
            (&[("kk/index.html", "b")][..], ["-1", "b"]),
            (&[("ru/index.html", "a")], ["-1", "b"]),
            (&[("kk/index.html", "a"), ("ru/index.html", "")], ["-1", "b"]),
            (&[("kk/index.html", "a")], ["-2", "b"]),
            (&[("kk/index.html", "a")], ["-1b", ""]),
        ] {
            assert_ne!(one, name(&texts(marked), &others), "{marked:?} {others:?}");
        }
    }

    #[test]
    fn an_address_is_that_of_a_file() {
        for path in ["kk/index.html", "kk/nine-seats/questions.json", "lesson-0.wasm"] {
            assert_eq!(file_at(address(path)), Path::new(path));
        }
        assert_eq!(address("kk/nine-seats/index.html"), "kk/nine-seats/");
    }
}
