//! A browser under way: a WebDriver session with its driver, and the commands that only one engine has.

use std::{sync::Arc, time::Duration};

use anyhow::{Context, Result, ensure};
use http::Method;
use serde_json::{Map, Value, json};
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::{Capabilities, WebDriver};

use crate::Engine;
use crate::driver::Driver;

/// A browser. Dropped, it ends with everything it started.
#[derive(Debug)]
pub struct Browser {
    /// Which engine it is.
    pub engine: Engine,
    // The session ends before the driver does: fields are dropped in this order.
    session: WebDriver,
    _driver: Driver,
}

impl Browser {
    /// Starts a browser with nothing in it.
    ///
    /// # Errors
    /// The driver or the browser is missing, or does not start.
    pub async fn start(engine: Engine) -> Result<Self> {
        Self::start_with(engine, &[]).await
    }

    /// Starts a browser with further command-line arguments.
    ///
    /// # Errors
    /// The driver or the browser is missing, or does not start.
    pub async fn start_with(engine: Engine, arguments: &[&str]) -> Result<Self> {
        // Where much begins at once, a browser may find its display or its driver gone: then once more.
        match Self::try_start(engine, arguments).await {
            Ok(browser) => Ok(browser),
            Err(first) => Self::try_start(engine, arguments)
                .await
                .with_context(|| format!("a first attempt failed too: {first:#}")),
        }
    }

    async fn try_start(engine: Engine, arguments: &[&str]) -> Result<Self> {
        let driver = Driver::start(engine).await?;
        let mut wanted = engine.capabilities();
        let list = wanted.as_object_mut().and_then(|all| all.values_mut().find_map(|options| options.get_mut("args")));
        if let Some(Value::Array(list)) = list {
            list.extend(arguments.iter().map(|argument| json!(argument)));
        }
        let wanted: Map<String, Value> = serde_json::from_value(wanted)?;
        let session = WebDriver::new(driver.url(), Capabilities::from(wanted)).await;
        let session = session.with_context(|| format!("{} does not start: {}", engine.name(), driver.said()))?;
        let timeout = Duration::from_secs(45);
        session.set_page_load_timeout(timeout).await?;
        session.set_script_timeout(timeout).await?;
        Ok(Self { engine, session, _driver: driver })
    }

    /// The WebDriver session.
    pub fn session(&self) -> &WebDriver {
        &self.session
    }

    /// Ends the session, then the driver.
    ///
    /// # Errors
    /// The browser was gone already.
    pub async fn quit(self) -> Result<()> {
        self.session.clone().quit().await.context("the browser was gone before its session ended")
    }

    /// A command of the Chrome DevTools Protocol.
    ///
    /// # Errors
    /// The engine is not Chromium, or refuses the command.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Result<Value> {
        ensure!(self.engine == Engine::Chromium, "{} does not speak the DevTools protocol", self.engine.name());
        let body = json!({ "cmd": command, "params": parameters });
        self.command("/goog/cdp/execute", body).await.with_context(|| command.to_owned())
    }

    /// A command that thirtyfour does not know, posted to an address below that of the session.
    pub(crate) async fn command(&self, address: &str, body: Value) -> Result<Value> {
        self.send(Unknown { address: address.into(), body: Some(body) }).await
    }

    /// What a command that thirtyfour does not know gets from an address below that of the session.
    pub(crate) async fn get(&self, address: &str) -> Result<Value> {
        self.send(Unknown { address: address.into(), body: None }).await
    }

    async fn send(&self, command: Unknown) -> Result<Value> {
        Ok(self.session.cmd(Command::ExtensionCommand(Box::new(command))).await?.value_json()?)
    }
}

/// A command that thirtyfour does not know. It is posted where it has a body.
#[derive(Debug)]
struct Unknown {
    address: Arc<str>,
    body: Option<Value>,
}

impl ExtensionCommand for Unknown {
    fn parameters_json(&self) -> Option<Value> {
        self.body.clone()
    }

    fn method(&self) -> Method {
        if self.body.is_some() { Method::POST } else { Method::GET }
    }

    fn endpoint(&self) -> Arc<str> {
        Arc::clone(&self.address)
    }
}
