//! The three engines: which programs they are, and how they are asked to start.

use std::{env, ffi::OsString, path::Path, process::Command};

use serde_json::{Value, json};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK, by `WebKitWebDriver`.
    WebKit,
}

impl Engine {
    /// Its name, as in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Its driver, asked to listen on a port; `spare` is a second free port, for drivers that insist on one.
    pub(crate) fn driver(self, port: u16, spare: u16) -> Command {
        let (variable, usual) = match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("GECKODRIVER", "geckodriver"),
            Self::WebKit => ("WEBKITDRIVER", "WebKitWebDriver"),
        };
        let mut command = Command::new(program(variable, usual));
        match self {
            Self::Chromium | Self::WebKit => command.arg(format!("--port={port}")),
            // System access is how the console is read: see `console`.
            Self::Firefox => command
                .args(["--allow-system-access", "--log", "error", "--port", &port.to_string()])
                .args(["--websocket-port", &spare.to_string()]),
        };
        command
    }

    /// What is asked of a new session.
    pub(crate) fn capabilities(self) -> Value {
        match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": { "binary": text(&program("CHROMIUM", "/usr/bin/chromium")), "args": CHROMIUM_FLAGS },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": text(&program("FIREFOX", "/usr/bin/firefox-esr")),
                    "args": ["-headless"],
                    "prefs": {
                        // geckodriver relaxes this one, and then pages pass from a file that no reader could open so.
                        "security.fileuri.strict_origin_policy": true,
                        // A link that has the focus makes Firefox call its host before anyone follows it.
                        "network.http.speculative-parallel-limit": 0,
                        "browser.places.speculativeConnect.enabled": false,
                        // And then it complains that the host should have been called by https.
                        "dom.security.https_first": false,
                        // A process for a page that nobody will open takes its time from the page that is.
                        "dom.ipc.processPrelaunch.enabled": false,
                        // The process of a page that was left breaks off what it computes, and calls that a script
                        // that took too long. One that really does is still heard of.
                        "dom.abort_script_on_child_shutdown": false,
                    },
                },
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": {
                    "binary": text(&webkit_browser()),
                    "args": ["--automation"],
                },
            }),
        }
    }
}

/// Headless, and silent towards the network.
const CHROMIUM_FLAGS: [&str; 14] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--force-color-profile=srgb",
    "--window-size=1280,900",
];

fn program(variable: &str, usual: &str) -> OsString {
    env::var_os(variable).unwrap_or_else(|| usual.into())
}

fn webkit_browser() -> OsString {
    let usual = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
    program("WEBKITBROWSER", usual)
}

fn text(path: &OsString) -> String {
    Path::new(path).display().to_string()
}
