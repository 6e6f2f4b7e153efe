//! A visit: what one does with a browser in the pages of the course, and waiting for what follows.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::{By, WebElement};
use tokio::time::{Instant, sleep};

use crate::{Browser, Engine};

/// Longer than anything on these pages takes, even on a busy machine.
const PATIENCE: Duration = Duration::from_secs(15);
const PAUSE: Duration = Duration::from_millis(25);

/// A visit to a site.
#[derive(Debug)]
pub struct Visit {
    /// The browser.
    pub browser: Browser,
}

impl Visit {
    /// A visit with a new browser.
    ///
    /// # Errors
    /// The browser does not start.
    pub async fn begin(engine: Engine) -> Result<Self> {
        Ok(Self { browser: Browser::start(engine).await? })
    }

    /// Loads a page.
    ///
    /// # Errors
    /// It does not load.
    pub async fn load(&self, url: &str) -> Result<()> {
        self.browser.session().goto(url).await.with_context(|| format!("cannot load {url}"))
    }

    /// Loads a page of the course and waits until the program runs in it.
    ///
    /// # Errors
    /// It does not load, or the program does not start.
    pub async fn open(&self, url: &str) -> Result<()> {
        self.load(url).await?;
        self.live().await
    }

    /// Waits until the program runs.
    ///
    /// # Errors
    /// It does not start.
    pub async fn live(&self) -> Result<()> {
        self.until("the program runs", "return document.documentElement.classList.contains('live')").await
    }

    /// Runs a script, the body of a function of `arguments`, and gives what it returns.
    ///
    /// # Errors
    /// It throws, or returns something else than is expected.
    pub async fn script<T: DeserializeOwned>(&self, body: &str, arguments: impl Into<Vec<Value>>) -> Result<T> {
        let done = self.browser.session().execute(body, arguments.into()).await;
        let value = done.with_context(|| format!("the script failed: {body}"))?.json().clone();
        serde_json::from_value(value.clone()).with_context(|| format!("{body} returned {value}"))
    }

    /// Waits until a script returns true.
    ///
    /// # Errors
    /// It has not within fifteen seconds.
    pub async fn until(&self, what: &str, body: &str) -> Result<()> {
        self.until_with(what, body, Vec::new()).await
    }

    /// Waits until a script with these arguments returns true.
    ///
    /// # Errors
    /// It has not within fifteen seconds.
    pub async fn until_with(&self, what: &str, body: &str, arguments: Vec<Value>) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        let mut last = None;
        while Instant::now() < end {
            // A script may fail while one page gives way to the next.
            match self.script::<Value>(body, arguments.clone()).await {
                Ok(Value::Bool(true)) => return Ok(()),
                Ok(value) => last = Some(value.to_string()),
                Err(error) => last = Some(format!("{error:#}")),
            }
            sleep(PAUSE).await;
        }
        bail!("waited in vain until {what} (last: {})", last.unwrap_or_default())
    }

    /// The first element of a selector; waits for it.
    ///
    /// # Errors
    /// There is none within fifteen seconds.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        let end = Instant::now() + PATIENCE;
        loop {
            match self.browser.session().find(By::Css(selector)).await {
                Ok(element) => return Ok(element),
                Err(_) if Instant::now() < end => sleep(PAUSE).await,
                Err(_) => bail!("there is no {selector} in the page"),
            }
        }
    }
}
