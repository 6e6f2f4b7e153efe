//! What tests need from the system: whether it is there, and installing it where that is possible.

mod system;

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use self::system::System;
use crate::process::{self, Said, aloud};

/// One thing to have, and what to install for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Need {
    pub(crate) name: &'static str,
    /// Any of these shows that it is there: a program on PATH, or a file.
    pub(crate) shown_by: &'static [&'static str],
    pub(crate) debian: &'static [&'static str],
    pub(crate) ubuntu: &'static [&'static str],
}

impl Need {
    pub(crate) const fn same_everywhere(
        name: &'static str,
        shown_by: &'static [&'static str],
        packages: &'static [&'static str],
    ) -> Self {
        Self { name, shown_by, debian: packages, ubuntu: packages }
    }

    /// The program or file that shows it is there.
    pub(crate) fn found(&self) -> Option<PathBuf> {
        self.shown_by.iter().find_map(|sign| {
            if sign.starts_with('/') {
                Some(PathBuf::from(sign)).filter(|file| file.is_file())
            } else {
                process::find(sign)
            }
        })
    }

    /// The same, after `ensure`.
    pub(crate) fn required(&self) -> Result<PathBuf> {
        self.found().with_context(|| format!("{} is still missing after its installation", self.name))
    }
}

/// Installs what is missing if it may, else fails with the command that would.
pub(crate) fn ensure(needs: &[Need]) -> Result<()> {
    let missing: Vec<_> = needs.iter().copied().filter(|need| need.found().is_none()).collect();
    if missing.is_empty() { Ok(()) } else { install(&missing) }
}

fn install(missing: &[Need]) -> Result<()> {
    let system = System::current();
    let Some(packages) = system.packages(missing) else { bail!(advice(missing, system)) };
    if !system::is_root() {
        bail!(advice(missing, system));
    }
    println!("installing with apt: {}", packages.join(" "));
    apt(&["update", "-qq"])?;
    let install = ["install", "-y", "-qq", "--no-install-recommends"];
    apt(&[&install[..], &packages].concat())
}

/// What a person has to do where this program cannot.
fn advice(missing: &[Need], system: System) -> String {
    let names: Vec<_> = missing.iter().map(|need| need.name).collect();
    let names = names.join(", ");
    if let Some(packages) = system.packages(missing) {
        let packages = packages.join(" ");
        return format!("the tests need {names}; run: sudo apt-get install -y --no-install-recommends {packages}");
    }
    let signs: Vec<_> = missing.iter().map(|need| need.shown_by.join(" or ")).collect();
    let signs = signs.join(", ");
    format!("the tests need {names}; install them, on PATH or where they are looked for ({signs}), then run this again")
}

fn apt(arguments: &[&str]) -> Result<()> {
    let mut command = Command::new("apt-get");
    // Another apt may be at work just after a machine has started.
    command.args(["-o", "DPkg::Lock::Timeout=120"]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    let mut transcript = Vec::new();
    let result = process::run(&mut command, "installing with apt", |said| match said {
        Said::Out(line) | Said::Err(line) => transcript.push(line.to_owned()),
        Said::Nothing => {}
    });
    if result.is_err() {
        // A successful installation has nothing to say that is worth its thousand lines.
        for line in &transcript {
            aloud(Said::Err(line));
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIREFOX: Need =
        Need { name: "Firefox", shown_by: &["firefox", "firefox-esr"], debian: &["firefox-esr"], ubuntu: &["firefox"] };
    const DICTIONARY: Need = Need::same_everywhere("a dictionary", &["/no/such/kk.dic"], &["hunspell-kk"]);

    #[test]
    fn the_advice_can_be_pasted() {
        let advice = advice(&[FIREFOX, DICTIONARY], System::Debian);
        let expected = "the tests need Firefox, a dictionary; \
             run: sudo apt-get install -y --no-install-recommends firefox-esr hunspell-kk";
        assert_eq!(advice, expected);
    }

    #[test]
    fn where_there_is_no_apt_the_names_must_do() {
        let advice = advice(&[FIREFOX, DICTIONARY], System::Other);
        let expected = "the tests need Firefox, a dictionary; install them, on PATH or where they are looked for \
             (firefox or firefox-esr, /no/such/kk.dic), then run this again";
        assert_eq!(advice, expected);
    }

    #[test]
    fn a_need_is_shown_by_a_program_or_a_file() {
        assert!(Need::same_everywhere("shell", &["no-such-program", "sh"], &[]).found().is_some());
        assert!(Need::same_everywhere("shell", &["/bin/sh"], &[]).found().is_some());
        assert!(Need::same_everywhere("nothing", &["/no/such/file", "no-such-program"], &[]).found().is_none());
    }
}
