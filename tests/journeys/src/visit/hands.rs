//! What one does in a page: click, press keys, put something on the device.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::{Key, WebElement};
use tokio::time::Instant;

use super::{PATIENCE, Pointer, Visit};
use crate::Engine;

impl Visit {
    /// Clicks the first element of a selector, as a hand does: it is brought into view before.
    ///
    /// # Errors
    /// There is none, or something lies on it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        loop {
            match self.click_once(selector).await {
                // What was found has been drawn anew meanwhile.
                Err(error) if format!("{error:?}").to_lowercase().contains("stale") && Instant::now() < end => {}
                done => return done.with_context(|| format!("cannot click {selector}")),
            }
        }
    }

    async fn click_once(&self, selector: &str) -> Result<()> {
        let element = self.find(selector).await?;
        // At once: a driver does not wait for the end of smooth scrolling.
        let scroll = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.script::<()>(scroll, [element.to_json()?]).await?;
        if self.browser.engine == Engine::WebKit && self.script("return self !== top", []).await? {
            self.scroll_around(&element).await?;
            // From another frame, what was found there is not known any more.
            return Ok(self.find(selector).await?.click().await?);
        }
        match self.pointer.get() {
            Pointer::Mouse => Ok(element.click().await?),
            Pointer::Finger => self.tap(&element).await,
        }
    }

    /// Taps an element with a finger (WebDriver, 15.4.2, pointer actions of the type “touch”).
    async fn tap(&self, element: &WebElement) -> Result<()> {
        let body = json!({ "actions": [{
            "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" },
            "actions": [
                { "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": element.to_json()? },
                { "type": "pointerDown", "button": 0 },
                { "type": "pause", "duration": 50 },
                { "type": "pointerUp", "button": 0 },
            ],
        }] });
        self.browser.command("/actions", body).await.map(drop)
    }

    /// Brings an element of a frame of another origin into view. In WebKit its page does not scroll the one around it.
    async fn scroll_around(&self, element: &WebElement) -> Result<()> {
        let middle = "const { top, bottom } = arguments[0].getBoundingClientRect(); return (top + bottom) / 2";
        let middle: f64 = self.script(middle, [element.to_json()?]).await?;
        let frame = self.frame.borrow().clone();
        self.browser.session().enter_default_frame().await?;
        let scroll = "const { top } = document.querySelector(arguments[0]).getBoundingClientRect();
            scrollBy({ top: top + arguments[1] - innerHeight / 2, behavior: 'instant' })";
        self.script::<()>(scroll, [frame.as_str().into(), middle.into()]).await?;
        self.enter_frame(&frame).await
    }

    /// Presses a key, wherever the focus is.
    ///
    /// # Errors
    /// The browser is gone.
    pub async fn press(&self, key: Key) -> Result<()> {
        let key = char::from(key);
        Ok(self
            .browser
            .session()
            .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
            .key_down(key)
            .key_up(key)
            .perform()
            .await?)
    }

    /// Presses the tabulator with shift: one back.
    ///
    /// # Errors
    /// The browser is gone.
    pub async fn press_back(&self) -> Result<()> {
        let keys = self.browser.session().action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
        let keys = keys.key_down(Key::Shift).key_down(Key::Tab).key_up(Key::Tab).key_up(Key::Shift);
        Ok(keys.perform().await?)
    }

    /// Follows a link or presses a button by the keyboard, from where one is: nothing is scrolled before.
    ///
    /// # Errors
    /// There is no such element.
    pub async fn enter(&self, selector: &str) -> Result<()> {
        self.find(selector).await?;
        let focus = "document.querySelector(arguments[0]).focus({ preventScroll: true })";
        self.script::<()>(focus, [selector.into()]).await?;
        self.press(Key::Enter).await
    }

    /// Types a text into an input, in place of what was there.
    ///
    /// # Errors
    /// There is none.
    pub async fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        let input = self.find(selector).await?;
        input.clear().await.with_context(|| format!("cannot clear {selector}"))?;
        input.send_keys(text).await.with_context(|| format!("cannot type into {selector}"))
    }

    /// Stores a text under a key.
    ///
    /// # Errors
    /// Storage is refused.
    pub async fn store(&self, key: &str, text: &str) -> Result<()> {
        self.script("localStorage.setItem(arguments[0], arguments[1])", [key.into(), text.into()]).await
    }

    /// Goes into a frame: from now on, the page is the one in it.
    ///
    /// # Errors
    /// There is no such frame.
    pub async fn enter_frame(&self, selector: &str) -> Result<()> {
        let frame = self.find(selector).await?;
        self.frame.replace(selector.to_owned());
        frame.enter_frame().await.with_context(|| format!("cannot enter {selector}"))
    }
}
