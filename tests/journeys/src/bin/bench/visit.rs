//! One visit to one site with a new phone, from the first byte to the tenth answer.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;

use crate::{
    answers,
    figures::thousands,
    lesson::Lesson,
    phone::{Phone, Wait},
    sites::{Site, Starts},
};

/// What a visit showed. Times are in milliseconds from the start of the navigation.
#[derive(Clone, Debug)]
pub(crate) struct Visit {
    /// Requests that reached the server.
    pub(crate) requests: f64,
    /// Kilobytes that the server sent.
    pub(crate) sent: f64,
    /// Largest contentful paint.
    pub(crate) largest_paint: f64,
    /// The element that it painted.
    pub(crate) largest: String,
    /// The first option can be tapped.
    pub(crate) tappable: f64,
    /// The program runs, where there is one.
    pub(crate) live: Option<f64>,
    /// What tasks longer than 50 ms took beyond that, until three seconds after the page was live.
    pub(crate) blocked: f64,
    /// From an answer to its feedback, each.
    pub(crate) answers: Vec<Wait>,
    /// Megabytes of JavaScript heap in use, before any answer.
    pub(crate) heap: f64,
    /// Megabytes of wasm memory.
    pub(crate) wasm: f64,
    /// Cumulative layout shift.
    pub(crate) shift: f64,
    /// The width of the page in CSS pixels: more than that of the window, and it is shown smaller.
    pub(crate) width: f64,
}

/// What the probe noted in the page.
#[derive(Debug, Deserialize)]
struct Noted {
    tap: f64,
    live: Option<f64>,
    lcp: f64,
    largest: String,
    blocked: f64,
    shift: f64,
    width: f64,
}

#[derive(Debug, Deserialize)]
struct Metrics {
    metrics: Vec<Metric>,
}

#[derive(Debug, Deserialize)]
struct Metric {
    name: String,
    value: f64,
}

/// Visits a site.
pub(crate) async fn pay(site: &Site, lesson: &Lesson) -> Result<Visit> {
    let phone = Phone::unpack().await?;
    let visit = look(&phone, site, lesson).await;
    phone.switch_off().await?;
    visit
}

async fn look(phone: &Phone, site: &Site, lesson: &Lesson) -> Result<Visit> {
    phone.prepare_for(site).await?;
    site.server.clear_log();
    phone.load(&site.url()).await?;
    let noted: Noted = phone.wait("bench.settled", "waiting until the page is live").await?;
    let hits = site.server.log();
    let heap = heap(phone).await?;
    let wasm: f64 = phone.run("return bench.wasmBytes ? bench.wasmBytes() : 0", Vec::new()).await?;
    let answers = answers::give(phone, site, lesson).await?;
    Ok(Visit {
        requests: f64::from(u32::try_from(hits.len())?),
        sent: thousands(hits.iter().map(|hit| hit.bytes_on_wire).sum()),
        largest_paint: noted.lcp,
        largest: noted.largest,
        tappable: noted.tap,
        live: match site.starts() {
            Starts::Never => None,
            Starts::WithItsFirstOption => Some(noted.tap),
            Starts::AtMark(_) => noted.live,
        },
        blocked: noted.blocked,
        answers,
        heap: heap / 1e6,
        wasm: wasm / 1e6,
        shift: noted.shift,
        width: noted.width,
    })
}

/// Bytes of JavaScript heap in use, without what is garbage.
async fn heap(phone: &Phone) -> Result<f64> {
    phone.command("HeapProfiler.collectGarbage", json!({})).await?;
    phone.command("Performance.enable", json!({})).await?;
    let metrics: Metrics = serde_json::from_value(phone.command("Performance.getMetrics", json!({})).await?)?;
    phone.command("Performance.disable", json!({})).await?;
    let used = metrics.metrics.iter().find(|metric| metric.name == "JSHeapUsedSize");
    used.map(|metric| metric.value).context("the browser does not tell the size of its heap")
}
