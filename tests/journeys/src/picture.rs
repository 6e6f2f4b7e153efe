//! Windows of any size and pictures of any part of a page, in Chromium.

use anyhow::{Context, Result};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::json;

use crate::Visit;

/// Makes the window as wide and high as asked, smaller than a real one could be.
///
/// # Errors
/// The browser is not Chromium.
pub async fn frame(visit: &Visit, width: u32, height: u32) -> Result<()> {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    visit.browser.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
    // A scroll bar would take fifteen pixels of a telephone that has none.
    visit.browser.cdp("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await.map(drop)
}

/// Makes the window what it was.
///
/// # Errors
/// The browser is not Chromium.
pub async fn unframe(visit: &Visit) -> Result<()> {
    visit.browser.cdp("Emulation.clearDeviceMetricsOverride", json!({})).await.map(drop)
}

/// Imposes the colours of the reader's system, or no longer.
///
/// # Errors
/// The browser is not Chromium.
pub async fn force_colours(visit: &Visit, forced: bool) -> Result<()> {
    let value = if forced { "active" } else { "none" };
    let wanted = json!({ "features": [{ "name": "forced-colors", "value": value }] });
    visit.browser.cdp("Emulation.setEmulatedMedia", wanted).await.map(drop)
}

/// A part of the page over its whole width, seen or not, as PNG.
///
/// # Errors
/// The browser is not Chromium, or the part is too high for it.
pub async fn piece(visit: &Visit, width: u32, top: u64, height: u64) -> Result<Vec<u8>> {
    let clip = json!({ "x": 0, "y": top, "width": width, "height": height, "scale": 1 });
    let wanted = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
    let taken = visit.browser.cdp("Page.captureScreenshot", wanted).await?;
    let data = taken.get("data").and_then(|data| data.as_str()).context("the browser took no picture")?;
    Ok(BASE64_STANDARD.decode(data)?)
}
