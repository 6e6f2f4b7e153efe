//! What one sees in a page, and the wait for it.

use anyhow::{Context, Result, bail, ensure};
use thirtyfour::{By, WebElement};
use tokio::time::{Instant, sleep};

use super::{PATIENCE, PAUSE, Visit};

/// What assistive technology is told of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it is (WAI-ARIA, 5.3).
    pub role: String,
    /// What it is called (Accessible Name and Description Computation, 4).
    pub name: String,
}

impl Visit {
    /// The first element of a selector; waits for it.
    ///
    /// # Errors
    /// There is none within twenty seconds.
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

    /// The text of the first element of a selector, with single spaces.
    ///
    /// # Errors
    /// There is none.
    pub async fn text(&self, selector: &str) -> Result<String> {
        self.find(selector).await?;
        let text: String =
            self.script("return document.querySelector(arguments[0]).textContent", [selector.into()]).await?;
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// What assistive technology is told of the first element of a selector.
    ///
    /// # Errors
    /// There is none, or the driver does not know.
    pub async fn told(&self, selector: &str) -> Result<Told> {
        let element = self.find(selector).await?;
        self.told_of(&element).await.with_context(|| selector.to_owned())
    }

    /// What assistive technology is told of an element, as the engine computes it (WebDriver, 12.4.9 “Get Computed Role”
    /// and 12.4.10 “Get Computed Label”).
    ///
    /// # Errors
    /// The element is gone, or the driver does not know.
    pub async fn told_of(&self, element: &WebElement) -> Result<Told> {
        let part = async |part: &str| -> Result<String> {
            let value = self.browser.get(&format!("/element/{}/computed{part}", element.element_id())).await?;
            let text = value.as_str().with_context(|| format!("the computed {part} is {value}"))?;
            Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
        };
        Ok(Told { role: part("role").await?, name: part("label").await? })
    }

    /// Whether a selector finds anything.
    ///
    /// # Errors
    /// The page is gone.
    pub async fn has(&self, selector: &str) -> Result<bool> {
        self.script("return document.querySelector(arguments[0]) !== null", [selector.into()]).await
    }

    /// Whether the first element of a selector can be seen: it has a place in the layout, and no ancestor hides it.
    ///
    /// # Errors
    /// There is none.
    pub async fn shows(&self, selector: &str) -> Result<bool> {
        self.find(selector).await?;
        // WebKit calls visible what is folded away.
        let visible = "const element = document.querySelector(arguments[0]);
            for (let fold = element.closest('details:not([open])'); fold; fold = fold.parentElement.closest('details:not([open])')) {
              if (!fold.querySelector(':scope > summary')?.contains(element)) return false;
            }
            return element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
              && element.getBoundingClientRect().height > 0";
        self.script(visible, [selector.into()]).await
    }

    /// Waits until the first element of a selector has a text, with single spaces.
    ///
    /// # Errors
    /// It has another for twenty seconds.
    pub async fn reads(&self, selector: &str, text: &str) -> Result<()> {
        ensure!(!text.is_empty(), "{selector} is to read nothing: is that word still in the data?");
        let body = "const text = document.querySelector(arguments[0])?.textContent.trim().split(/\\s+/).join(' ');
            return text === arguments[1] || text";
        self.until_with(&format!("{selector} reads “{text}”"), body, vec![selector.into(), text.into()]).await
    }

    /// What is stored under a key.
    ///
    /// # Errors
    /// Storage is refused.
    pub async fn stored(&self, key: &str) -> Result<Option<String>> {
        self.script("return localStorage.getItem(arguments[0])", [key.into()]).await
    }

    /// The path of the address, with what is asked and the anchor.
    ///
    /// # Errors
    /// The page is gone.
    pub async fn address(&self) -> Result<String> {
        self.script("return location.pathname + location.search + location.hash", []).await
    }
}
