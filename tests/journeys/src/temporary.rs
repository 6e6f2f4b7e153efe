//! Temporary files and folders: names that nobody else uses, and no trace afterwards.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use anyhow::{Context, Result};

/// A folder that is removed, with all that is in it, when dropped.
#[derive(Debug)]
pub struct Temporary(PathBuf);

impl Temporary {
    /// Makes an empty folder.
    ///
    /// # Errors
    /// The disk is full, or the like.
    pub fn folder(name: &str) -> Result<Self> {
        let path = path(name);
        fs::create_dir_all(&path).with_context(|| format!("cannot make {}", path.display()))?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What begins the name of everything temporary; the number of the process follows.
const PREFIX: &str = "shanyraq-journeys-";

/// Removes what processes have left that are no more: what all journeys of one share is there until it ends.
pub(crate) fn remove_what_others_left() {
    // Where there is no telling who lives, all is left.
    if !Path::new("/proc/self").exists() {
        return;
    }
    for entry in fs::read_dir(env::temp_dir()).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let owner = name.strip_prefix(PREFIX).and_then(|rest| rest.split('-').next()?.parse::<u32>().ok());
        if owner.is_some_and(|owner| !Path::new(&format!("/proc/{owner}")).exists()) {
            // Another may remove it at the same time.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// A path that nobody else uses.
pub(crate) fn path(name: &str) -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    env::temp_dir().join(format!("{PREFIX}{}-{number}-{name}", process::id()))
}
