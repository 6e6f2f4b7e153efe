//! Where the tools are kept.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::Order;

/// A folder of our own, outside of any checkout.
#[derive(Debug)]
pub(super) struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// `$SHANYRAQ_CACHE`, else `shanyraq` in the user's cache folder.
    pub(super) fn find() -> Result<Self> {
        Self::from_variables(|name| env::var_os(name))
            .context("there is no home folder to keep the tools in; set SHANYRAQ_CACHE to a folder of your choice")
    }

    fn from_variables(variable: impl Fn(&str) -> Option<OsString>) -> Option<Self> {
        let set = |name| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let folder = set("SHANYRAQ_CACHE")
            .or_else(|| set("XDG_CACHE_HOME").map(|caches| caches.join("shanyraq")))
            .or_else(|| set("HOME").map(|home| home.join(".cache/shanyraq")))
            .or_else(|| set("LOCALAPPDATA").map(|local| local.join("shanyraq")))?;
        Some(Self::at(folder))
    }

    pub(super) fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The cache itself.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file that says somebody is installing.
    pub(super) fn lock(&self) -> PathBuf {
        self.folder.join("lock")
    }

    /// Where the tools are compiled, emptied when all is done.
    pub(super) fn workshop(&self) -> PathBuf {
        self.folder.join("build")
    }

    /// The `cargo install` root of one tool at one version.
    pub(super) fn root(&self, order: &Order) -> PathBuf {
        self.folder.join("tools").join(format!("{}-{}", order.package, order.version))
    }

    /// The folder with its programs.
    pub(super) fn bin(&self, order: &Order) -> PathBuf {
        self.root(order).join("bin")
    }

    /// Whether it is installed. Cargo moves a finished program into place, so there is no half of one.
    pub(super) fn has(&self, order: &Order) -> bool {
        self.bin(order).join(order.executable).with_extension(env::consts::EXE_EXTENSION).is_file()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(variables: &[(&str, &str)], expected: Option<&str>) {
        let found = Cache::from_variables(|wanted| {
            variables.iter().find(|(name, _)| *name == wanted).map(|(_, value)| OsString::from(value))
        });
        assert_eq!(found.map(|cache| cache.folder), expected.map(PathBuf::from));
    }

    #[test]
    fn the_nearest_choice_of_the_user_wins() {
        check(&[("HOME", "/h"), ("XDG_CACHE_HOME", "/x"), ("SHANYRAQ_CACHE", "/s")], Some("/s"));
        check(&[("HOME", "/h"), ("XDG_CACHE_HOME", "/x")], Some("/x/shanyraq"));
        check(&[("HOME", "/h"), ("XDG_CACHE_HOME", "")], Some("/h/.cache/shanyraq"));
        check(&[], None);
    }
}
