//! A visit: what one does with a browser in the pages of the course, and waiting for what follows.

mod eyes;
mod hands;

use std::{
    cell::{Cell, RefCell},
    path::Path,
    time::Duration,
};

use anyhow::{Context, Result, bail, ensure};
use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio::time::{Instant, sleep};

use crate::{Browser, Dist, Engine, console, recorder};

pub use eyes::Told;

/// Longer than anything on these pages takes, even on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(25);

/// A visit to a site.
#[derive(Debug)]
pub struct Visit {
    /// The browser.
    pub browser: Browser,
    /// Parts of complaints that the journey itself has provoked.
    expected: RefCell<Vec<String>>,
    /// Complaints heard so far.
    heard: RefCell<Vec<String>>,
    /// The frame that was entered last, as a selector.
    frame: RefCell<String>,
    /// What is pointed with.
    pointer: Cell<Pointer>,
}

/// What is pointed with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Pointer {
    /// A mouse.
    #[default]
    Mouse,
    /// A finger on the glass.
    Finger,
}

impl Visit {
    /// A visit with a new browser.
    ///
    /// # Errors
    /// The browser does not start.
    pub async fn begin(engine: Engine) -> Result<Self> {
        let browser = Browser::start(engine).await?;
        Ok(Self {
            browser,
            expected: RefCell::default(),
            heard: RefCell::default(),
            frame: RefCell::default(),
            pointer: Cell::default(),
        })
    }

    /// The built course, fit for hearing what goes wrong in its pages: as it is for Chromium, for the others with a
    /// recorder. It is not to be changed: other journeys go through it at the same time.
    ///
    /// # Errors
    /// There is no built course.
    pub fn dist(&self) -> Result<Dist> {
        let dist = Dist::find()?;
        if self.browser.engine == Engine::Chromium { Ok(dist) } else { recorder::course(&dist) }
    }

    /// Sees that what goes wrong in the pages of a folder will be heard.
    ///
    /// # Errors
    /// A page cannot be read or written.
    pub fn listen(&self, folder: &Path) -> Result<()> {
        if self.browser.engine == Engine::Chromium { Ok(()) } else { recorder::install(folder) }
    }

    /// Loads a page.
    ///
    /// # Errors
    /// It does not load.
    pub async fn load(&self, url: &str) -> Result<()> {
        self.hear().await?;
        self.browser.session().goto(url).await.with_context(|| format!("cannot load {url}"))
    }

    /// From now on, what is clicked is tapped with a finger.
    pub fn with_a_finger(&self) {
        self.pointer.set(Pointer::Finger);
    }

    /// Loads a page of the course and waits until the whole program runs in it.
    ///
    /// # Errors
    /// It does not load, or the program does not start.
    pub async fn open(&self, url: &str) -> Result<()> {
        self.load(url).await?;
        self.live().await
    }

    /// Waits until the program runs and all of it has come.
    ///
    /// # Errors
    /// It does not start.
    pub async fn live(&self) -> Result<()> {
        self.until("the whole program runs", "return document.documentElement.matches('.whole')").await
    }

    /// Waits until the first part of the program runs, which may be all.
    ///
    /// # Errors
    /// It does not start.
    pub async fn begun(&self) -> Result<()> {
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
    /// It has not within twenty seconds.
    pub async fn until(&self, what: &str, body: &str) -> Result<()> {
        self.until_with(what, body, Vec::new()).await
    }

    /// Waits until a script with these arguments returns true.
    ///
    /// # Errors
    /// It has not within twenty seconds.
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

    /// Waits for two frames: then everything is drawn.
    ///
    /// # Errors
    /// The page is gone.
    pub async fn drawn(&self) -> Result<()> {
        let frames =
            "window.drawn = false; requestAnimationFrame(() => requestAnimationFrame(() => { window.drawn = true; }))";
        self.script::<()>(frames, []).await?;
        self.until("two frames are drawn", "return window.drawn").await
    }

    /// Waits until nothing scrolls any more.
    ///
    /// # Errors
    /// The page is gone, or scrolls for ever.
    pub async fn still(&self) -> Result<()> {
        let body = "const last = window.lastScroll; window.lastScroll = scrollY; return last === scrollY";
        self.drawn().await?;
        self.until("nothing scrolls", body).await
    }

    /// From now on, complaints with this part are of the journey's own making.
    pub fn expect_complaint(&self, part: &str) {
        self.expected.borrow_mut().push(part.to_owned());
    }

    /// Keeps what the console has complained of: the next page may not know of it.
    async fn hear(&self) -> Result<()> {
        let complaints = console::complaints(&self.browser).await?;
        let mut heard = self.heard.borrow_mut();
        for complaint in complaints {
            if !heard.contains(&complaint) {
                heard.push(complaint);
            }
        }
        Ok(())
    }

    /// What the console complains of, apart from what is expected.
    ///
    /// # Errors
    /// The browser is gone.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        self.hear().await?;
        let mut complaints = self.heard.borrow().clone();
        let expected = self.expected.borrow();
        complaints.retain(|complaint| !expected.iter().any(|part| complaint.contains(part)));
        Ok(complaints)
    }

    /// Sees that the console has nothing to complain of.
    ///
    /// # Errors
    /// It has.
    pub async fn was_quiet(&self) -> Result<()> {
        let complaints = self.complaints().await?;
        ensure!(complaints.is_empty(), "the console complains:\n  {}", complaints.join("\n  "));
        Ok(())
    }
}
