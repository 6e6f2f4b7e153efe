//! Without a network: names the build by all that it holds, and writes what keeps it on a device: the worker, the script
//! that starts it, the whole course of each language as one file, and what makes it installable.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;
use shanyraq::course::{Course, Edition, OfflineWords, Parallel, Reference};
use shanyraq::pack::{Least, pack};

use crate::app_files::REST;
use crate::fingerprint::Fingerprint;
use crate::template::script;

/// Stands for the name of the build while pages and data are written: the name hangs on all of them. As long as the name,
/// which is written over it.
pub(crate) const MARK: &str = "@build-name@";

/// The file with the whole course in one language, in the folder of the language.
const WHOLE: &str = "course.txt";
/// The sides of the icons in pixels. Systems that install nothing but PNG want these; the first is Apple's.
const ICONS: [u32; 3] = [180, 192, 512];
/// The colours of the paper and of the icon: see `static/styles/tokens.css` and `static/icons/icon.svg`.
const PAPER: &str = "#fbf8f1";
const SKY: &str = "#0b6e8f";

/// Finishes a site that is written but for the name of its build, and returns that name. `programs` is what follows the
/// name of a program in the names of its files.
pub(crate) fn write(course: &Course, source: &Path, folder: &Path, programs: &str) -> Result<String> {
    let (worker, start) = (script(source, "sw.js")?, script(source, "offline.js")?);
    // One file after the other, and never all of them at once: a large course would fill the memory.
    let (marked, build) = name(marked_files(folder)?, &[programs, &worker, &start])?;
    for Marked { path, places } in &marked {
        sign(&folder.join(path), places, &build).with_context(|| format!("cannot write {path}"))?;
    }
    copy_icons(source, folder)?;
    for edition in &course.editions {
        fs::write(folder.join(edition.language.as_str()).join("app.webmanifest"), manifest(edition))?;
    }
    // While one writes, pages change faster than one would like to be offered new versions.
    if !std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        fs::write(folder.join("offline.js"), "// Only a finished course works without a network.\n")?;
        return Ok(build);
    }
    let programs_kept = fetched_programs(folder, programs)?;
    let mut of_programs = 0;
    for program in &programs_kept {
        of_programs += compressed(&fs::read(folder.join(program))?)?;
    }
    let doubled: Vec<String> = course.parallels().iter().map(Parallel::path).collect();
    let mut sizes = BTreeMap::new();
    for edition in &course.editions {
        let language = edition.language.as_str();
        let mut files =
            vec![("build".to_owned(), build.clone()), ("programs".to_owned(), json!(programs_kept).to_string())];
        // Backwards, so that what a page needs is kept before it: `kk/nine-seats/result/` before `kk/nine-seats/`.
        let paths = marked.iter().rev().map(|marked| &marked.path);
        for path in paths.filter(|path| belongs(path, language, &doubled)) {
            files.push((address(path).to_owned(), read(folder, path)?));
        }
        let whole = pack(&files, Least::Long);
        let kilobytes = (of_programs + compressed(whole.as_bytes())?).div_ceil(1000);
        sizes.insert(language.to_owned(), [kilobytes, whole.len()]);
        fs::write(folder.join(language).join(WHOLE), whole)?;
    }
    let words: BTreeMap<String, BTreeMap<String, String>> =
        course.editions.iter().map(|edition| (edition.language.to_string(), words(&edition.offline_words))).collect();
    let filled = |script: &str| {
        let script = script.replace("{build}", &build).replace("{programs}", programs);
        script.replace("{words}", &json!(words).to_string()).replace("{sizes}", &json!(sizes).to_string())
    };
    fs::write(folder.join("sw.js"), filled(&worker))?;
    fs::write(folder.join("offline.js"), filled(&start))?;
    Ok(build)
}

/// A file that bears the mark of the build.
struct Marked {
    /// Its path in the site.
    path: String,
    /// Where in it the marks stand, in bytes from its beginning.
    places: Vec<u64>,
}

/// The texts that bear the mark of the build, and the name of that build: of these texts, and of what else decides what a
/// learner gets.
fn name(texts: impl IntoIterator<Item = Result<(String, String)>>, others: &[&str]) -> Result<(Vec<Marked>, String)> {
    let (mut marked, mut print) = (Vec::new(), Fingerprint::default());
    for text in texts {
        let (path, text) = text?;
        let places: Vec<u64> = text.match_indices(MARK).map(|(place, _)| place as u64).collect();
        if !places.is_empty() {
            print.add(path.as_bytes());
            print.add(text.as_bytes());
            marked.push(Marked { path, places });
        }
    }
    for other in others {
        print.add(other.as_bytes());
    }
    Ok((marked, print.name()))
}

/// Writes the name of the build over its marks.
fn sign(file: &Path, places: &[u64], build: &str) -> Result<()> {
    ensure!(build.len() == MARK.len(), "{build} is not as long as its mark");
    let mut file = File::options().write(true).open(file)?;
    for place in places {
        file.seek(SeekFrom::Start(*place))?;
        file.write_all(build.as_bytes())?;
    }
    Ok(())
}

/// The texts of the site that may bear the mark of the build, by their paths, in the order of these: pages, and data that
/// programs fetch, also as scripts.
fn marked_files(folder: &Path) -> Result<impl Iterator<Item = Result<(String, String)>>> {
    let mut paths = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("cannot list {}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| ["html", "json", "js"].iter().any(|known| end == *known)) {
                let below = path.strip_prefix(folder)?.components();
                let names: Vec<_> = below.map(|part| part.as_os_str().to_string_lossy()).collect();
                paths.insert(names.join("/"));
            }
        }
    }
    Ok(paths.into_iter().map(|path| {
        let text = read(folder, &path)?;
        Ok((path, text))
    }))
}

fn read(folder: &Path, path: &str) -> Result<String> {
    fs::read_to_string(folder.join(path)).with_context(|| format!("cannot read {path}"))
}

/// The files of the programs that pages fetch.
fn fetched_programs(folder: &Path, programs: &str) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_fetched = [".js", ".wasm", REST].iter().any(|end| name.ends_with(&format!("{programs}{end}")));
        files.extend(is_fetched.then_some(name));
    }
    files.sort();
    ensure!(!files.is_empty(), "there is no program in {}", folder.display());
    Ok(files)
}

/// Whether a file belongs to the course in a language. Data that stand in pages do not: the worker takes them out of
/// those. Nor do data as scripts, which are for frames and files, pages in two languages, which say nothing that others do
/// not, and the page for sites, whose snippets are pasted where there is a network.
fn belongs(path: &str, language: &str, doubled: &[String]) -> bool {
    let is_script = Path::new(path).extension().is_some_and(|end| end == "js");
    let Some(below) = path.strip_prefix(language).and_then(|rest| rest.strip_prefix('/')) else { return false };
    let is_for_sites = below.strip_prefix(Reference::ForSites.path()).is_some_and(|rest| rest.starts_with('/'));
    !is_script
        && !is_for_sites
        && !path.ends_with("/data.json")
        && !doubled.iter().any(|doubled| doubled == address(path))
}

/// The address of a file below the root.
fn address(path: &str) -> &str {
    path.strip_suffix("index.html").unwrap_or(path)
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

    fn named(texts: &[(&str, &str)], others: &[&str]) -> (Vec<Marked>, String) {
        let texts = texts.iter().map(|(path, text)| Ok(((*path).to_owned(), (*text).to_owned())));
        name(texts, others).unwrap()
    }

    #[test]
    fn a_build_is_named_by_all_that_it_holds() {
        let of = |texts: &[(&str, &str)], others: &[&str]| {
            let texts: Vec<(&str, String)> =
                texts.iter().map(|(path, text)| (*path, format!("{text}{MARK}"))).collect();
            let texts: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (*path, &**text)).collect();
            named(&texts, others).1
        };
        let one = of(&[("kk/index.html", "a")], &["-1", "b"]);
        assert_eq!(one, of(&[("kk/index.html", "a")], &["-1", "b"]), "and by nothing else");
        assert_eq!(one.len(), 12);
        for (marked, others) in [
            (&[("kk/index.html", "b")][..], ["-1", "b"]),
            (&[("ru/index.html", "a")], ["-1", "b"]),
            (&[("kk/index.html", "a"), ("ru/index.html", "")], ["-1", "b"]),
            (&[("kk/index.html", "a")], ["-2", "b"]),
            (&[("kk/index.html", "a")], ["-1b", ""]),
        ] {
            assert_ne!(one, of(marked, &others), "{marked:?} {others:?}");
        }
    }

    #[test]
    fn what_bears_no_mark_is_no_part_of_the_build() {
        let page = format!("<html data-build=\"{MARK}\">{MARK}");
        let (marked, build) = named(&[("404.html", "<html>"), ("kk/index.html", &page)], &[]);
        let [Marked { path, places }] = &*marked else { panic!("one file bears the mark") };
        assert_eq!((&**path, &**places), ("kk/index.html", &[18, 32][..]));
        assert_eq!(build, named(&[("kk/index.html", &page)], &[]).1);
        assert_eq!(build.len(), MARK.len(), "the name is written over the mark");
    }

    #[test]
    fn the_course_in_a_language_is_its_pages_and_the_data_that_no_page_holds() {
        let doubled = ["kk/nine-seats/with-ru/".to_owned()];
        let is_kept = |path: &str| belongs(path, "kk", &doubled);
        for path in ["kk/index.html", "kk/nine-seats/index.html", "kk/nine-seats/questions.json", "kk/search.json"] {
            assert!(is_kept(path), "{path}");
        }
        for path in [
            "index.html",
            "ru/index.html",
            "kkk/index.html",
            "kk/data.json",
            "kk/nine-seats/data.json",
            "kk/search.json.js",
            "kk/nine-seats/with-ru/index.html",
        ] {
            assert!(!is_kept(path), "{path}");
        }
        assert_eq!(address("kk/nine-seats/index.html"), "kk/nine-seats/");
        assert_eq!(address("kk/search.json"), "kk/search.json");
    }
}
