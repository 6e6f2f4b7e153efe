//! Noticing that a source file changed.
//!
//! By looking at a few hundred time stamps three times a second: that takes a millisecond, needs no crate, works on
//! shared and remote folders alike, and has none of the doubled events that file notifications bring.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime},
};

/// What a build reads.
const WATCHED: &[&str] = &["content", "static", "src", "index.html", "Cargo.toml", "Trunk.toml"];

const INTERVAL: Duration = Duration::from_millis(300);

/// The state of the sources when they were last looked at.
#[derive(Debug)]
pub(super) struct Watch {
    root: PathBuf,
    seen: Stamps,
}

/// When each file was last written, and its length.
type Stamps = BTreeMap<PathBuf, (SystemTime, u64)>;

impl Watch {
    /// Watches the sources below `root`, from how they are now.
    pub(super) fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), seen: stamps(root) }
    }

    /// Waits for a change since the last call, and for the end of the saving; returns one of the changed files.
    pub(super) fn next_change(&mut self) -> PathBuf {
        let mut changed = None;
        loop {
            let now = stamps(&self.root);
            match difference(&self.seen, &now) {
                Some(path) => changed = Some(path),
                // Two looks alike: whoever is writing has finished.
                None => {
                    if let Some(path) = changed.take() {
                        return path.strip_prefix(&self.root).map(Path::to_owned).unwrap_or(path);
                    }
                }
            }
            self.seen = now;
            thread::sleep(INTERVAL);
        }
    }
}

/// A file that was added, removed or written.
fn difference(before: &Stamps, now: &Stamps) -> Option<PathBuf> {
    let written = now.iter().find(|(path, stamp)| before.get(*path) != Some(stamp));
    written.or_else(|| before.iter().find(|(path, _)| !now.contains_key(*path))).map(|(path, _)| path.clone())
}

fn stamps(root: &Path) -> Stamps {
    let mut stamps = Stamps::new();
    let mut waiting: Vec<_> = WATCHED.iter().map(|name| root.join(name)).collect();
    while let Some(path) = waiting.pop() {
        // What cannot be read may be half saved; the next look will tell.
        let Ok(metadata) = fs::metadata(&path) else { continue };
        if metadata.is_dir() {
            let entries = fs::read_dir(&path).into_iter().flatten().flatten().map(|entry| entry.path());
            waiting.extend(entries.filter(|path| !is_of_an_editor(path)));
        } else if let Ok(written) = metadata.modified() {
            stamps.insert(path, (written, metadata.len()));
        }
    }
    stamps
}

/// Swap and backup files come and go without anybody having saved anything.
fn is_of_an_editor(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || name.starts_with('#') || name.ends_with('~') || name == "4913"
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;

    #[test]
    fn a_file_written_added_or_removed_is_a_change() {
        let root = env::temp_dir().join(format!("shanyraq-watch-{}", process::id()));
        let lesson = root.join("content/kk/lesson.md");
        fs::create_dir_all(lesson.parent().unwrap()).unwrap();
        fs::write(&lesson, "one").unwrap();
        let before = stamps(&root);
        assert_eq!(difference(&before, &stamps(&root)), None);
        fs::write(&lesson, "one and more").unwrap();
        assert_eq!(difference(&before, &stamps(&root)), Some(lesson.clone()));
        fs::write(root.join("content/kk/.lesson.md.swp"), "").unwrap();
        let written = stamps(&root);
        assert_eq!(written.len(), 1);
        let added = root.join("content/kk/other.md");
        fs::write(&added, "").unwrap();
        assert_eq!(difference(&written, &stamps(&root)), Some(added));
        fs::remove_file(&lesson).unwrap();
        assert!(difference(&written, &stamps(&root)).is_some());
        fs::remove_dir_all(root).unwrap();
    }
}
