//! A slow phone: a new browser with nothing in its cache, a narrow window, a slow processor and a slow network.

use std::time::Duration;

use anyhow::{Context, Result};
use journeys::{Browser, Engine};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::sites::{Site, Starts};

/// How many times slower the processor is made.
pub(crate) const SLOWDOWN: u32 = 4;
/// Bytes a second down: 1.6 Mbit/s.
const DOWN: u32 = 200_000;
/// Bytes a second up: 750 kbit/s, which such a line has; nothing measured here sends much.
const UP: u32 = 93_750;
/// Milliseconds until an answer begins.
const LATENCY: u32 = 150;
/// How long a finger stays on the glass.
const PRESS: Duration = Duration::from_millis(80);

const PROBE: &str = include_str!("../../../../bench/probe.js");
/// The phone.
#[derive(Debug)]
pub(crate) struct Phone(Browser);

/// A point to tap, in CSS pixels from the corner of the window.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Point {
    x: f64,
    y: f64,
}

/// How long an answer waits for its feedback, in milliseconds.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct Wait {
    /// From the click's first handler until the feedback is laid out: what the page itself takes.
    pub(crate) work: f64,
    /// From the click to the frame on the screen.
    pub(crate) seen: f64,
}

impl Phone {
    /// A new phone, as fast as this machine.
    pub(crate) async fn unpack() -> Result<Self> {
        Ok(Self(Browser::start(Engine::Chromium).await?))
    }

    /// A new phone whose browser leaves programs as it compiled them at first. The compiler that makes them faster works
    /// beside them: where there are but two processors, it takes one from the page.
    pub(crate) async fn unpack_without_optimising() -> Result<Self> {
        Ok(Self(Browser::start_with(Engine::Chromium, &["--js-flags=--liftoff-only"]).await?))
    }

    /// Makes it slow and lets it watch for the first option of a site. Nothing of the site is loaded yet but a page
    /// that has nothing to measure: so the process for the site runs, is slowed, and has its fonts.
    pub(crate) async fn prepare_for(&self, site: &Site) -> Result<()> {
        self.load(&site.blank_url()).await?;
        self.slow_line().await?;
        self.slow_down().await?;
        let mark = match site.starts() {
            Starts::AtMark(mark) => Some(mark),
            Starts::Never | Starts::WithItsFirstOption => None,
        };
        let watch = format!("bench.watch({}, {});", json!(site.all_options()), json!(mark));
        let source = format!("{PROBE}\n{watch}");
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
        Ok(())
    }

    /// Gives it a slow line, and has it keep nothing of what comes.
    pub(crate) async fn slow_line(&self) -> Result<()> {
        self.command("Network.enable", json!({})).await?;
        self.command("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
        let network = json!({
            "offline": false, "latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": UP,
        });
        self.command("Network.emulateNetworkConditions", network).await.map(|_| ())
    }

    /// Gives it a narrow window and a slow processor.
    pub(crate) async fn slow_down(&self) -> Result<()> {
        let screen = json!({ "width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": true });
        self.command("Emulation.setDeviceMetricsOverride", screen).await?;
        self.command("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWDOWN })).await.map(|_| ())
    }

    /// Loads a page.
    pub(crate) async fn load(&self, url: &str) -> Result<()> {
        self.0.session().goto(url).await.with_context(|| format!("cannot load {url}"))
    }

    /// Goes into the first frame of the page.
    pub(crate) async fn enter_frame(&self) -> Result<()> {
        self.0.session().enter_frame(0).await.context("the page has no frame")
    }

    /// A command of the DevTools protocol.
    pub(crate) async fn command(&self, name: &str, parameters: Value) -> Result<Value> {
        self.0.cdp(name, parameters).await
    }

    /// Runs the body of a function of `arguments`.
    pub(crate) async fn run<T: DeserializeOwned>(&self, body: &str, arguments: Vec<Value>) -> Result<T> {
        let done =
            self.0.session().execute(body, arguments).await.with_context(|| format!("the script failed: {body}"))?;
        serde_json::from_value(done.json().clone()).with_context(|| format!("{body} returned {}", done.json()))
    }

    /// Waits for a promise of the page. `what` is waited for: it begins the error message.
    pub(crate) async fn wait<T: DeserializeOwned>(&self, promise: &str, what: &str) -> Result<T> {
        let body = format!("{promise}.then(arguments[0])");
        let done =
            self.0.session().execute_async(body, Vec::new()).await.with_context(|| format!("{what}: in vain"))?;
        serde_json::from_value(done.json().clone()).with_context(|| format!("{what}: {} came of it", done.json()))
    }

    /// Scrolls to an element and taps it. The browser sees the mouse of a person.
    pub(crate) async fn tap(&self, selector: &str) -> Result<()> {
        let point = self.scroll_to(selector).await?;
        self.press(point).await
    }

    /// Scrolls to an element and then, when all is quiet, has the page wait for `feedback` and taps.
    pub(crate) async fn tap_for(&self, selector: &str, feedback: &str) -> Result<Wait> {
        let point = self.scroll_to(selector).await?;
        self.run::<()>("bench.await(arguments[0])", vec![json!(feedback)]).await?;
        self.press(point).await?;
        self.wait("bench.answered", &format!("waiting for {feedback}")).await
    }

    /// Scrolls to an element and then, when all is quiet, has the page itself do something without a finger, and waits
    /// for `feedback`. What is done is the body of a function of `arguments`, of which the first is `feedback`.
    pub(crate) async fn act_for(&self, selector: &str, act: &str, given: Vec<Value>, feedback: &str) -> Result<Wait> {
        self.scroll_to(selector).await?;
        let body = format!("bench.answered = bench.measure(() => {{ {act} }}, arguments[0])");
        self.run::<()>(&body, [vec![json!(feedback)], given].concat()).await?;
        self.wait("bench.answered", &format!("waiting for {feedback}")).await
    }

    async fn scroll_to(&self, selector: &str) -> Result<Point> {
        // Twice: content that is laid out only when it comes near moves what is below it.
        self.run::<Option<Point>>("return bench.place(arguments[0])", vec![json!(selector)]).await?;
        sleep(Duration::from_millis(300)).await;
        let point: Option<Point> = self.run("return bench.place(arguments[0])", vec![json!(selector)]).await?;
        let point = point.with_context(|| format!("{selector} is not there, or something covers it"))?;
        self.mouse("mouseMoved", point, 0).await?;
        sleep(Duration::from_millis(150)).await;
        Ok(point)
    }

    async fn press(&self, point: Point) -> Result<()> {
        self.mouse("mousePressed", point, 1).await?;
        sleep(PRESS).await;
        self.mouse("mouseReleased", point, 1).await
    }

    async fn mouse(&self, event: &str, Point { x, y }: Point, clicks: u8) -> Result<()> {
        let button = if clicks == 0 { "none" } else { "left" };
        let event = json!({ "type": event, "x": x, "y": y, "button": button, "clickCount": clicks });
        self.command("Input.dispatchMouseEvent", event).await.map(|_| ())
    }

    /// Switches it off.
    pub(crate) async fn switch_off(self) -> Result<()> {
        self.0.quit().await
    }
}
