//! Content with every lesson many times over, each copy with names of its own.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::folder::{copy, read, write};

/// Writes to `to` the content in `from` with `times` copies of every lesson; the first copy keeps its names.
/// Returns the bytes of all lessons.
pub(crate) fn write_copies(from: &Path, to: &Path, times: usize) -> Result<u64> {
    let course = read(&from.join("course.toml"))?;
    let lessons = lessons(&course).context("course.toml names no lessons in one list")?;
    let names: Vec<String> = (1..=times).flat_map(|n| lessons.iter().map(move |lesson| named(lesson, n))).collect();
    write(&to.join("course.toml"), &with_lessons(&course, &names))?;
    // `course.toml` is another one.
    for file in files(from)?.into_iter().filter(|file| !to.join(file).exists()) {
        copy(&from.join(&file), &to.join(&file))?;
    }
    let mut bytes = 0;
    for language in languages(from)? {
        let (from, to) = (from.join(&language), to.join(&language));
        for lesson in &lessons {
            let text = read(&from.join("lessons").join(lesson).join("lesson.md"))?;
            for n in 1..=times {
                let copy = renamed(&text, n);
                bytes += copy.len() as u64;
                write(&to.join("lessons").join(named(lesson, n)).join("lesson.md"), &copy)?;
            }
        }
        for file in files(&from)? {
            copy(&from.join(&file), &to.join(&file))?;
        }
    }
    Ok(bytes)
}

/// The names of the files in a folder, whatever they are.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let files = entries.filter_map(Result::ok).filter(|entry| entry.path().is_file());
    Ok(files.map(|entry| PathBuf::from(entry.file_name())).collect())
}

/// The folders of the languages.
fn languages(content: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(content).with_context(|| format!("cannot list {}", content.display()))?;
    let folders = entries.filter_map(Result::ok).filter(|entry| entry.path().join("lessons").is_dir());
    Ok(folders.map(|entry| PathBuf::from(entry.file_name())).collect())
}

fn named(name: &str, n: usize) -> String {
    if n == 1 { name.to_owned() } else { format!("{name}-{n}") }
}

/// The names in the list `lessons`.
fn lessons(course: &str) -> Option<Vec<String>> {
    let (_, rest) = course.split_once("\nlessons = [")?;
    let (list, _) = rest.split_once(']')?;
    Some(list.split('"').skip(1).step_by(2).map(str::to_owned).collect())
}

fn with_lessons(course: &str, names: &[String]) -> String {
    let list = format!("\nlessons = {names:?}");
    match course.split_once("\nlessons = [").and_then(|(head, rest)| Some((head, rest.split_once(']')?.1))) {
        Some((head, tail)) => format!("{head}{list}{tail}"),
        None => format!("{course}{list}"),
    }
}

/// The lesson with its questions renamed: the first `id` of each fence, for the further ones name options; and what
/// `sibling-of` says, which is the name of a question too.
fn renamed(lesson: &str, n: usize) -> String {
    let mut is_next = false;
    let line = |line: &str| {
        let own = with_name(line, "id", n).filter(|_| is_next);
        is_next = (is_next && own.is_none()) || line == "```question";
        own.or_else(|| with_name(line, "sibling-of", n)).unwrap_or_else(|| line.to_owned()) + "\n"
    };
    lesson.lines().map(line).collect()
}

/// The line with the name renamed that it gives to a key; `None` if it is a line of something else.
fn with_name(line: &str, key: &str, n: usize) -> Option<String> {
    let start = format!("{key} = \"");
    let (name, rest) = line.strip_prefix(&start)?.split_once('"')?;
    Some(format!("{start}{}\"{rest}", named(name, n)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COURSE: &str = "id = \"c\"\nlessons = [\"one\", \"two\"]\nmore = 1\n";

    #[test]
    fn the_list_of_lessons_is_read_and_replaced() {
        assert_eq!(lessons(COURSE).unwrap(), ["one", "two"]);
        let longer = with_lessons(COURSE, &["one".to_owned(), named("one", 2)]);
        assert_eq!(longer, "id = \"c\"\nlessons = [\"one\", \"one-2\"]\nmore = 1\n");
    }

    #[test]
    fn questions_get_new_names_and_nothing_else_does() {
        let lesson = "id = \"goal\"\n```question\nkind = \"single\"\nid = \"q\"\n{ id = \"o\" }\nid = \"x\"\n```\n";
        assert_eq!(renamed(lesson, 2), lesson.replace("\"q\"", "\"q-2\""));
        assert_eq!(renamed(lesson, 1), lesson);
    }

    #[test]
    fn siblings_stay_siblings() {
        let lesson = "```question\nid = \"r\"\nsibling-of = \"q\"\n```\n";
        assert_eq!(renamed(lesson, 2), "```question\nid = \"r-2\"\nsibling-of = \"q-2\"\n```\n");
    }
}
