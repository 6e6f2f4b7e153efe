//! What the browser has to complain of: errors and warnings of its console, read in the way each engine offers.
//!
//! Violations of the Content Security Policy are among them, in all three.

use anyhow::Result;
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::BrowserLogEntry;

use crate::{Browser, Engine};

/// The complaints since the last call, each with where it comes from; in WebKit all from the beginning.
///
/// # Errors
/// The browser is gone.
pub(crate) async fn complaints(browser: &Browser) -> Result<Vec<String>> {
    match browser.engine {
        Engine::Chromium => of_chromium(browser).await,
        Engine::Firefox => of_firefox(browser).await,
        Engine::WebKit => Ok(of_webkit(&browser.said())),
    }
}

async fn of_chromium(browser: &Browser) -> Result<Vec<String>> {
    let log = browser.command("/se/log", json!({ "type": "browser" })).await?;
    let log: Vec<BrowserLogEntry> = serde_json::from_value(log)?;
    let is_complaint = |entry: &BrowserLogEntry| ["WARNING", "SEVERE"].contains(&entry.level.as_str());
    Ok(log.into_iter().filter(is_complaint).map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
}

#[derive(Deserialize)]
struct Entry {
    level: String,
    source: String,
    text: String,
}

/// The browser's own console, which sees more than a page could: parsing, policies, frames without an origin.
async fn of_firefox(browser: &Browser) -> Result<Vec<String>> {
    let script = r#"
        const { classes, interfaces } = Components;
        const found = [];
        for (const message of Services.console.getMessageArray()) {
          if (!(message instanceof interfaces.nsIScriptError)) continue;
          const level = message.flags & interfaces.nsIScriptError.infoFlag ? "info"
            : message.flags & interfaces.nsIScriptError.warningFlag ? "warning" : "error";
          found.push({ level, source: message.sourceName || "", text: message.errorMessage });
        }
        Services.console.reset();
        const storage = classes["@mozilla.org/consoleAPI-storage;1"].getService(interfaces.nsIConsoleAPIStorage);
        for (const event of storage.getEvents()) {
          const level = { error: "error", assert: "error", warn: "warning" }[event.level] || "info";
          found.push({ level, source: event.filename || "", text: (event.arguments || []).map(String).join(" ") });
        }
        storage.clearEvents();
        return found;
    "#;
    browser.command("/moz/context", json!({ "context": "chrome" })).await?;
    let found = browser.session().execute(script, Vec::<Value>::new()).await.map(|found| found.json().clone());
    browser.command("/moz/context", json!({ "context": "content" })).await?;
    let found: Vec<Entry> = serde_json::from_value(found?)?;
    let is_complaint = |entry: &Entry| entry.level != "info" && is_of_a_page(&entry.source);
    let line = |entry: Entry| format!("{}: {} ({})", entry.level, entry.text, entry.source);
    Ok(found.into_iter().filter(is_complaint).map(line).collect())
}

/// Firefox complains of its own files too, and of this very script.
fn is_of_a_page(source: &str) -> bool {
    let own = ["chrome://", "resource://", "moz-extension://", "moz-src://", "about:", "Marionette"];
    !own.iter().any(|start| source.starts_with(start))
}

/// `CONSOLE JS ERROR …`, `CONSOLE SECURITY ERROR …`: what a setting of the browser makes it print.
fn of_webkit(said: &str) -> Vec<String> {
    let is_complaint =
        |line: &&str| line.contains("CONSOLE ") && [" ERROR", " WARN"].iter().any(|level| line.contains(level));
    said.lines().filter(is_complaint).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn webkit_prints_its_console_among_other_things() {
        let said = "Gtk-WARNING: no theme\nhttp://x/ CONSOLE JS ERROR a is undefined\nhttp://x/ CONSOLE LOG hello";
        assert_eq!(of_webkit(said), ["http://x/ CONSOLE JS ERROR a is undefined"]);
    }

    #[test]
    fn firefox_may_complain_of_itself() {
        assert!(is_of_a_page("http://127.0.0.1:8080/kk/"));
        assert!(is_of_a_page(""));
        assert!(!is_of_a_page("resource://gre/modules/x.sys.mjs"));
    }
}
