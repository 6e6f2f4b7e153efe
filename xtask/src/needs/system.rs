//! Which system this is, and what its packages are called.

use std::{fs, process::Command};

use super::Need;
use crate::process;

/// Systems whose package names are known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum System {
    Debian,
    Ubuntu,
    Other,
}

impl System {
    /// The system this program runs on.
    pub(super) fn current() -> Self {
        Self::from_os_release(&fs::read_to_string("/etc/os-release").unwrap_or_default())
    }

    fn from_os_release(text: &str) -> Self {
        let named = |key: &str, system: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
            line.is_some_and(|names| names.trim_matches('"').split(' ').any(|name| name == system))
        };
        // A system derived from Ubuntu names Debian as well: the nearer parent goes first.
        if named("ID", "ubuntu") || named("ID_LIKE", "ubuntu") {
            Self::Ubuntu
        } else if named("ID", "debian") || named("ID_LIKE", "debian") {
            Self::Debian
        } else {
            Self::Other
        }
    }

    /// What to install for `needs`, each package once; `None` if this system's names are unknown.
    pub(super) fn packages(self, needs: &[Need]) -> Option<Vec<&'static str>> {
        let mut packages: Vec<_> = needs
            .iter()
            .flat_map(|need| match self {
                Self::Debian => need.debian,
                Self::Ubuntu => need.ubuntu,
                Self::Other => &[],
            })
            .copied()
            .collect();
        packages.sort_unstable();
        packages.dedup();
        (self != Self::Other).then_some(packages)
    }
}

/// Whether this user may install packages.
pub(super) fn is_root() -> bool {
    process::output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_known_by_itself_or_by_its_parent() {
        for (text, expected) in [
            ("NAME=x\nID=debian\n", System::Debian),
            ("ID=ubuntu\nID_LIKE=debian\n", System::Ubuntu),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", System::Ubuntu),
            ("ID=fedora\n", System::Other),
            ("", System::Other),
        ] {
            assert_eq!(System::from_os_release(text), expected, "{text:?}");
        }
    }

    #[test]
    fn each_package_is_asked_for_once() {
        let needs =
            [Need::same_everywhere("Node.js", &[], &["nodejs", "npm"]), Need::same_everywhere("npm", &[], &["npm"])];
        assert_eq!(System::Debian.packages(&needs), Some(vec!["nodejs", "npm"]));
        assert_eq!(System::Other.packages(&needs), None);
    }
}
