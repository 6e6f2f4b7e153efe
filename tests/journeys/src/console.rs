//! What the browser has to complain of: errors and warnings of its console, heard in the way that each engine offers.
//!
//! Violations of the Content Security Policy are among them, in all three; a journey of its own sees to that.

use anyhow::Result;
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::BrowserLogEntry;

use crate::{Browser, Engine, recorder};

/// The complaints since the last call, each with where it comes from.
///
/// # Errors
/// The browser is gone.
pub(crate) async fn complaints(browser: &Browser) -> Result<Vec<String>> {
    match browser.engine {
        Engine::Chromium => of_chromium(browser).await,
        Engine::Firefox => of_firefox(browser).await,
        Engine::WebKit => of_recorder(browser).await,
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
        const { interfaces } = Components;
        const found = [];
        for (const message of Services.console.getMessageArray()) {
          if (!(message instanceof interfaces.nsIScriptError)) continue;
          const level = message.flags & interfaces.nsIScriptError.infoFlag ? "info"
            : message.flags & interfaces.nsIScriptError.warningFlag ? "warning" : "error";
          found.push({ level, source: message.sourceName || "", text: message.errorMessage });
        }
        Services.console.reset();
        return found;
    "#;
    browser.command("/moz/context", json!({ "context": "chrome" })).await?;
    let found = browser.session().execute(script, Vec::<Value>::new()).await.map(|found| found.json().clone());
    browser.command("/moz/context", json!({ "context": "content" })).await?;
    let found: Vec<Entry> = serde_json::from_value(found?)?;
    // It tells of every frame of another site that it keeps things apart for it, of a permission it does not know, and of
    // a page that was left soon.
    let news = [
        "Partitioned cookie or storage access was provided",
        "Feature Policy: Skipping unsupported feature name",
        "has been classified as a bounce tracker",
    ];
    let is_news = |entry: &Entry| news.iter().any(|part| entry.text.contains(part));
    let is_complaint = |entry: &Entry| entry.level != "info" && is_of_a_page(&entry.source) && !is_news(entry);
    let line = |entry: Entry| format!("{}: {} ({})", entry.level, entry.text, entry.source);
    // What pages say to their console is not in that list.
    let mut complaints = of_recorder(browser).await?;
    complaints.extend(found.into_iter().filter(is_complaint).map(line));
    Ok(complaints)
}

/// Firefox complains of its own files too, and of this very script.
fn is_of_a_page(source: &str) -> bool {
    let own = ["chrome://", "resource://", "moz-extension://", "moz-src://", "about:", "Marionette"];
    !own.iter().any(|start| source.starts_with(start))
}

/// What the recorder in the page has noted.
async fn of_recorder(browser: &Browser) -> Result<Vec<String>> {
    let notes = browser.session().execute(recorder::HAND_OVER, Vec::<Value>::new()).await?;
    Ok(serde_json::from_value(notes.json().clone())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn firefox_may_complain_of_itself() {
        assert!(is_of_a_page("http://127.0.0.1:8080/kk/"));
        assert!(is_of_a_page(""));
        assert!(!is_of_a_page("resource://gre/modules/x.sys.mjs"));
    }
}
