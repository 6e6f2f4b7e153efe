//! A driver process of its own for every browser, on a free port, with a display if it needs one. It ends on drop, and
//! with it every process of its group.

use std::{
    env, fs,
    fs::File,
    io::Read,
    net::{Ipv4Addr, TcpListener},
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, bail};
use tokio::{
    net::TcpStream,
    time::{Instant, sleep},
};

use crate::{Engine, temporary};

const PATIENCE: Duration = Duration::from_secs(20);

/// A running driver.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    port: u16,
    output: PathBuf,
    _display: Option<Display>,
}

impl Driver {
    /// Starts a driver and waits until it listens.
    pub(crate) async fn start(engine: Engine) -> Result<Self> {
        // Between finding a free port and using it, another may take it: then once more.
        let mut last = None;
        for _ in 0..3 {
            match Self::try_start(engine).await {
                Ok(driver) => return Ok(driver),
                Err(error) => last = Some(error),
            }
        }
        Err(last.context("three attempts have an error")?)
    }

    async fn try_start(engine: Engine) -> Result<Self> {
        let display = Display::if_missing()?;
        let port = free_port()?;
        let output = temporary::path("driver.log");
        let log = File::create(&output).with_context(|| format!("cannot write {}", output.display()))?;
        let mut command = engine.driver(port, free_port()?);
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).process_group(0);
        if let Some(display) = &display {
            command.env("DISPLAY", &display.name);
        }
        let process = command.spawn().with_context(|| format!("cannot start the driver of {}", engine.name()))?;
        let mut driver = Self { process, port, output, _display: display };
        driver.listens().await?;
        Ok(driver)
    }

    async fn listens(&mut self) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).await.is_err() {
            if let Some(status) = self.process.try_wait()? {
                bail!("the driver ended at once ({status}): {}", self.said());
            }
            if Instant::now() > end {
                bail!("the driver does not listen after {PATIENCE:?}: {}", self.said());
            }
            sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// The address for WebDriver commands.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// All that driver and browser have printed so far.
    pub(crate) fn said(&self) -> String {
        fs::read(&self.output).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        end_group(&mut self.process);
        let _ = fs::remove_file(&self.output);
    }
}

/// An X server that nobody sees.
#[derive(Debug)]
struct Display {
    process: Child,
    name: String,
}

impl Display {
    fn if_missing() -> Result<Option<Self>> {
        if env::var_os("DISPLAY").is_some() {
            return Ok(None);
        }
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1280x1024x24"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).process_group(0);
        let mut process = command.spawn().context("there is no DISPLAY, and Xvfb cannot be started")?;
        let mut number = Vec::new();
        if let Some(mut said) = process.stdout.take() {
            let mut byte = [0];
            while said.read(&mut byte)? == 1 && byte != *b"\n" {
                number.extend(byte);
            }
        }
        Ok(Some(Self { process, name: format!(":{}", String::from_utf8_lossy(&number)) }))
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        end_group(&mut self.process);
    }
}

/// Asks a process and all of its group to end, and insists after two seconds.
fn end_group(process: &mut Child) {
    for (signal, polls) in [("-TERM", 100), ("-KILL", 100)] {
        // Fails if all have ended already.
        let group = format!("-{}", process.id());
        let _ = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
        for _ in 0..polls {
            if matches!(process.try_wait(), Ok(Some(_)) | Err(_)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// A port of this machine that nobody listens on.
///
/// # Errors
/// There is none.
pub fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("there is no free port")?;
    Ok(listener.local_addr()?.port())
}
