//! Rust itself: the pinned release, with the wasm target.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use crate::{
    process::{self, aloud},
    project::Project,
};

const TARGET: &str = "wasm32-unknown-unknown";

/// Fails unless the compiler in use is the one this checkout pins.
pub(super) fn check(project: &Project) -> Result<()> {
    let pinned = project.pinned_rust()?;
    let version = process::output(Command::new("rustc").arg("--version").current_dir(project.root()))
        .context("Rust cannot be asked for its version; install it from https://rustup.rs, then run this again")?;
    match complaint(&version, &pinned) {
        Some(complaint) => bail!(complaint),
        None => Ok(()),
    }
}

fn complaint(version: &str, pinned: &str) -> Option<String> {
    let found = version.split(' ').nth(1).unwrap_or(version);
    (found != pinned).then(|| {
        format!(
            "this project needs rustc {pinned}, and {found} is running; use the cargo of rustup, unset RUSTUP_TOOLCHAIN, and call cargo without +version"
        )
    })
}

/// Whether the standard library for wasm is installed.
pub(super) fn has_wasm(project: &Project) -> Result<bool> {
    let sysroot = process::output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(project.root()))?;
    Ok(PathBuf::from(sysroot).join("lib/rustlib").join(TARGET).join("lib").is_dir())
}

/// Adds the standard library for wasm.
pub(super) fn add_wasm(project: &Project) -> Result<()> {
    if process::find(&format!("rustup{}", std::env::consts::EXE_SUFFIX)).is_none() {
        bail!("rustup was not found and the target {TARGET} is missing; install rustup from https://rustup.rs");
    }
    let mut command = Command::new("rustup");
    command.args(["target", "add", TARGET]).current_dir(project.root());
    process::run(&mut command, "adding the target wasm32-unknown-unknown", aloud)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_pinned_release_will_do() {
        assert_eq!(complaint("rustc 1.95.0 (59807616e 2026-04-14)", "1.95.0"), None);
        let complaint = complaint("rustc 1.96.1 (abc 2026-06-01)", "1.95.0").unwrap();
        assert!(complaint.starts_with("this project needs rustc 1.95.0, and 1.96.1 is running; "), "{complaint}");
    }
}
