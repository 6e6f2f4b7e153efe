//! The repository these tasks work on: where it is, and which versions it pins.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// A checkout of the repository.
#[derive(Clone, Debug)]
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// The checkout this program was started from.
    pub(crate) fn find() -> Result<Self> {
        // `cargo run` says where the manifest is now; the path compiled in is right for a program started directly.
        let manifest = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest).parent().context("xtask has no folder above it: is this a checkout?")?;
        Ok(Self { root: root.to_owned() })
    }

    /// The top folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where a finished build goes.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The Rust release that `rust-toolchain.toml` pins.
    pub(crate) fn pinned_rust(&self) -> Result<String> {
        let file = self.root.join("rust-toolchain.toml");
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let channel = text.lines().find_map(|line| value_of("channel", line));
        channel.map(str::to_owned).with_context(|| format!("{} names no channel", file.display()))
    }

    /// The version of `package` in `Cargo.lock`.
    pub(crate) fn locked_version(&self, package: &str) -> Result<String> {
        let file = self.root.join("Cargo.lock");
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        locked_version(&text, package)
            .map(str::to_owned)
            .with_context(|| format!("{} has no package {package}", file.display()))
    }
}

fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    lock.split("[[package]]")
        .find(|entry| entry.lines().any(|line| value_of("name", line) == Some(package)))?
        .lines()
        .find_map(|line| value_of("version", line))
}

/// The text of `key = "text"`, if the line is that.
fn value_of<'line>(key: &str, line: &'line str) -> Option<&'line str> {
    line.strip_prefix(key)?.trim_start().strip_prefix('=')?.trim().strip_prefix('"')?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n\
        [[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\ndependencies = [\n \"cfg-if\",\n]\n";

    #[test]
    fn the_version_is_that_of_the_package_with_exactly_this_name() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
    }

    #[test]
    fn this_checkout_pins_what_the_tools_need() {
        let project = Project::find().unwrap();
        assert!(project.pinned_rust().unwrap().starts_with("1."));
        assert!(project.locked_version("anyhow").unwrap().starts_with("1."));
    }
}
