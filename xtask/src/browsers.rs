//! What the tests need from the system: three browsers, their drivers, a display that nobody sees, and Node.js.

mod system;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use self::system::System;
use crate::process::{self, Said, aloud};

/// The browsers and drivers that were found.
#[derive(Debug)]
pub(crate) struct Browsers {
    chromium: PathBuf,
    chromedriver: PathBuf,
    firefox: PathBuf,
    webkit_driver: PathBuf,
    /// WebKitGTK's own small browser; its driver starts it, but not every distribution tells it where it is.
    webkit_browser: Option<PathBuf>,
}

/// One thing to have, and what to install for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Need {
    name: &'static str,
    /// Any of these shows that it is there: a program on PATH, or a file.
    shown_by: &'static [&'static str],
    debian: &'static [&'static str],
    ubuntu: &'static [&'static str],
}

const CHROMIUM: Need = Need {
    name: "Chromium",
    shown_by: &["chromium", "chromium-browser", "google-chrome"],
    debian: &["chromium"],
    ubuntu: &["chromium-browser"],
};
const CHROMEDRIVER: Need = Need {
    name: "chromedriver",
    shown_by: &["chromedriver", "/usr/lib/chromium-browser/chromedriver"],
    debian: &["chromium-driver"],
    ubuntu: &["chromium-chromedriver"],
};
const FIREFOX: Need =
    Need { name: "Firefox", shown_by: &["firefox", "firefox-esr"], debian: &["firefox-esr"], ubuntu: &["firefox"] };
const WEBKIT_DRIVER: Need = Need::same_everywhere("WebKitWebDriver", &["WebKitWebDriver"], &["webkit2gtk-driver"]);

const NEEDS: &[Need] = &[
    CHROMIUM,
    CHROMEDRIVER,
    FIREFOX,
    WEBKIT_DRIVER,
    Need::same_everywhere("xvfb-run", &["xvfb-run"], &["xvfb"]),
    // xvfb only recommends it, and fails without.
    Need::same_everywhere("xauth", &["xauth"], &["xauth"]),
    Need::same_everywhere("D-Bus", &["dbus-daemon"], &["dbus"]),
    // Without it the Kazakh letters come from whatever font has them, and screenshots lie.
    Need::same_everywhere("Noto fonts", &["/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"], &["fonts-noto-core"]),
    Need::same_everywhere("Node.js", &["node"], &["nodejs", "npm"]),
    Need::same_everywhere("npm", &["npm"], &["npm"]),
];

impl Need {
    const fn same_everywhere(
        name: &'static str,
        shown_by: &'static [&'static str],
        packages: &'static [&'static str],
    ) -> Self {
        Self { name, shown_by, debian: packages, ubuntu: packages }
    }

    /// The program or file that shows it is there.
    fn found(&self) -> Option<PathBuf> {
        self.shown_by.iter().find_map(|sign| {
            if sign.starts_with('/') {
                Some(PathBuf::from(sign)).filter(|file| file.is_file())
            } else {
                process::find(sign)
            }
        })
    }

    fn required(&self) -> Result<PathBuf> {
        self.found().with_context(|| format!("{} is still missing after its installation", self.name))
    }
}

impl Browsers {
    /// Finds everything; installs what is missing if it may, else fails with the command that would.
    pub(crate) fn ensure() -> Result<Self> {
        let missing: Vec<_> = NEEDS.iter().copied().filter(|need| need.found().is_none()).collect();
        if !missing.is_empty() {
            install(&missing)?;
        }
        Ok(Self {
            chromium: CHROMIUM.required()?,
            chromedriver: CHROMEDRIVER.required()?,
            firefox: FIREFOX.required()?,
            webkit_driver: WEBKIT_DRIVER.required()?,
            webkit_browser: webkit_browser(Path::new("/usr/lib")),
        })
    }

    /// Tells `command` where they are.
    pub(crate) fn equip(&self, command: &mut Command) {
        command
            .env("CHROMIUM", &self.chromium)
            .env("CHROMEDRIVER", &self.chromedriver)
            .env("FIREFOX", &self.firefox)
            .env("WEBKITDRIVER", &self.webkit_driver);
        if let Some(browser) = &self.webkit_browser {
            command.env("WEBKITBROWSER", browser);
        }
    }
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
    match system.packages(missing) {
        Some(packages) => {
            let packages = packages.join(" ");
            format!("the tests need {names}; run: sudo apt-get install -y --no-install-recommends {packages}")
        }
        None => format!("the tests need {names}; install them so that they are on PATH, then run this again"),
    }
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

/// `lib/<machine>/webkit2gtk-4.1/MiniBrowser`, of whichever version is installed.
fn webkit_browser(lib: &Path) -> Option<PathBuf> {
    let entries = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries(lib)
        .flat_map(|machine| entries(&machine).collect::<Vec<_>>())
        .filter(|folder| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-")))
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|browser| browser.is_file())
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_advice_can_be_pasted() {
        let advice = advice(&[FIREFOX, WEBKIT_DRIVER], System::Debian);
        let expected = "the tests need Firefox, WebKitWebDriver; \
             run: sudo apt-get install -y --no-install-recommends firefox-esr webkit2gtk-driver";
        assert_eq!(advice, expected);
    }

    #[test]
    fn where_there_is_no_apt_the_names_must_do() {
        let advice = advice(&[FIREFOX], System::Other);
        assert_eq!(advice, "the tests need Firefox; install them so that they are on PATH, then run this again");
    }

    #[test]
    fn a_need_is_shown_by_a_program_or_a_file() {
        assert!(Need::same_everywhere("shell", &["no-such-program", "sh"], &[]).found().is_some());
        assert!(Need::same_everywhere("shell", &["/bin/sh"], &[]).found().is_some());
        assert!(Need::same_everywhere("nothing", &["/no/such/file", "no-such-program"], &[]).found().is_none());
    }
}
