//! `cargo xtask serve`: the course at a loopback address, rebuilt and reloaded as its sources change.

mod watch;

use std::{
    io::{self, IsTerminal},
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context, Result};

use self::watch::Watch;
use crate::{
    build::{self, Profile},
    elapsed,
    project::Project,
    server::{self, Server},
    tools::{self, Tools},
};

/// How the course is to be served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) port: u16,
    pub(crate) browser: Browser,
}

/// Whether a browser is started, where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Browser {
    Open,
    Leave,
}

/// Tried one after another, from the port asked for.
const PORTS: u16 = 50;

/// Builds, serves, and rebuilds on every change until the process is stopped.
pub(crate) fn run(project: &Project, options: Options) -> Result<()> {
    let tools = Tools::ensure(project, tools::FOR_BUILDING)?;
    let dist = project.dist();
    let mut watch = Watch::new(project.root());
    println!("building the course");
    let first = build::run(project, &tools, Profile::Dev, &dist);
    if let Err(error) = &first {
        eprintln!("error: {error:#}; waiting for a change");
    }
    std::fs::create_dir_all(&dist).with_context(|| format!("cannot make the folder {}", dist.display()))?;
    let server = start(&dist, options.port)?;
    println!("the course is open at {} (stop with Ctrl+C)", server.url());
    if first.is_ok() && options.browser == Browser::Open {
        open_browser(&server.url());
    }
    loop {
        let changed = watch.next_change();
        println!("{} changed, building", changed.display());
        let started = Instant::now();
        match build::run(project, &tools, Profile::Dev, &dist) {
            Ok(()) => {
                server.reload();
                println!("built in {}", elapsed::in_words(started.elapsed()));
            }
            Err(error) => eprintln!("error: {error:#}; the last good build is still being served"),
        }
    }
}

/// Serves `dist` on the first port from `wanted` on that is free.
fn start(dist: &Path, wanted: u16) -> Result<Server> {
    let last = wanted.saturating_add(PORTS);
    for port in wanted..=last {
        let options = server::Options { port: Some(port), live_reload: true, ..server::Options::default() };
        match Server::start(dist, options) {
            Ok(server) => {
                if port != wanted {
                    println!("port {wanted} is taken, using {port}");
                }
                return Ok(server);
            }
            Err(error) if is_taken(&error) => {}
            Err(error) => return Err(error),
        }
    }
    anyhow::bail!("all ports from {wanted} to {last} are taken; name another with --port")
}

fn is_taken(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::AddrInUse)
}

/// Best effort: the address has been printed, and a browser that does not start is no failure.
fn open_browser(url: &str) {
    if !io::stdout().is_terminal() || std::env::var_os("CI").is_some() {
        return;
    }
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let mut command = Command::new(opener);
    let _ = command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}

#[cfg(test)]
mod tests {
    use std::{env, net::TcpListener};

    use super::*;

    #[test]
    fn a_taken_port_gives_way_to_the_next_free_one() {
        let other = TcpListener::bind("127.0.0.1:0").unwrap();
        let taken = other.local_addr().unwrap().port();
        let server = start(&env::temp_dir(), taken).unwrap();
        let port: u16 = server.origin().rsplit(':').next().unwrap().parse().unwrap();
        assert!(port > taken);
    }
}
