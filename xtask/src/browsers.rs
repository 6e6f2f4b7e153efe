//! What the tests need from the system: three browsers, their drivers, a display that nobody sees, and Node.js.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;

use crate::needs::{self, Need};

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

impl Browsers {
    /// Finds everything; installs what is missing if it may, else fails with the command that would.
    pub(crate) fn ensure() -> Result<Self> {
        needs::ensure(NEEDS)?;
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
