//! The programs a build needs besides Rust, each at the version this checkout wants, in a cache of our own.
//!
//! They are compiled from crates.io, never downloaded ready-made, and kept per version: other checkouts of the same
//! machine share them, and none of them touches what the user has on PATH.

mod cache;
mod install;
mod toolchain;

use std::{env, ffi::OsString, path::PathBuf, process::Command};

use anyhow::{Context, Result};

use self::cache::Cache;
use crate::{lock::Lock, project::Project};

/// A program that can be installed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    /// Builds the application.
    Trunk,
    /// Writes the glue between wasm and JavaScript, for Trunk, and runs the browser tests.
    WasmBindgen,
    /// Speaks WebDriver to Firefox; Debian does not package it.
    Geckodriver,
}

/// What `cargo xtask serve` and `build` need.
pub(crate) const FOR_BUILDING: &[Tool] = &[Tool::WasmBindgen, Tool::Trunk];
/// What `cargo xtask test` needs.
pub(crate) const FOR_TESTING: &[Tool] = &[Tool::WasmBindgen, Tool::Trunk, Tool::Geckodriver];

/// Installed tools.
#[derive(Debug)]
pub(crate) struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// Installs those of `wanted` that are missing, and the wasm target; says so if there is anything to do.
    pub(crate) fn ensure(project: &Project, wanted: &[Tool]) -> Result<Self> {
        toolchain::check(project)?;
        let cache = Cache::find()?;
        let mut orders = Vec::new();
        for tool in wanted {
            orders.push(tool.order(project)?);
        }
        if !toolchain::has_wasm(project)? || orders.iter().any(|order| !cache.has(order)) {
            let _turn = Lock::take(&cache.lock(), "another checkout is installing the tools; waiting for it")?;
            install::missing(project, &cache, &orders)?;
        }
        Ok(Self { folders: orders.iter().map(|order| cache.bin(order)).collect() })
    }

    /// Lets `command` find the tools.
    pub(crate) fn equip(&self, command: &mut Command) -> Result<()> {
        command.env("PATH", self.path()?);
        Ok(())
    }

    /// PATH with our tools before the user's.
    fn path(&self) -> Result<OsString> {
        let users = env::var_os("PATH").unwrap_or_default();
        env::join_paths(self.folders.iter().cloned().chain(env::split_paths(&users)))
            .context("a folder on PATH has a name that PATH cannot hold")
    }
}

/// What to ask of `cargo install`, and what to tell the user meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Order {
    name: &'static str,
    package: &'static str,
    version: String,
    /// The file whose presence means it is installed.
    executable: &'static str,
    arguments: &'static [&'static str],
    optimisation: &'static str,
    /// How many crates are compiled, measured once; only for the progress shown.
    crates: usize,
    /// Minutes on two cores, measured once; only for the promise made.
    minutes: &'static str,
}

impl Tool {
    fn order(self, project: &Project) -> Result<Order> {
        Ok(match self {
            Self::Trunk => Order {
                name: "Trunk",
                package: "trunk",
                version: "0.21.14".to_owned(),
                executable: "trunk",
                // The default features bring OpenSSL, and with it a need for its headers.
                arguments: &["--locked", "--no-default-features", "--features", "rustls"],
                // It starts other programs and copies files: compiling it better takes longer than it ever saves.
                optimisation: "0",
                crates: 384,
                minutes: "about 3 minutes",
            },
            Self::WasmBindgen => Order {
                name: "wasm-bindgen",
                package: "wasm-bindgen-cli",
                // A wasm file can only be read by exactly the version that is compiled into it.
                version: project.locked_version("wasm-bindgen")?,
                executable: "wasm-bindgen",
                // Not --locked: its lock file asks for a crate that the index no longer offers.
                arguments: &[],
                // A minute less at the first run, for two seconds more at each build.
                optimisation: "0",
                crates: 161,
                minutes: "about 2 minutes",
            },
            Self::Geckodriver => Order {
                name: "geckodriver",
                package: "geckodriver",
                version: "0.37.1".to_owned(),
                executable: "geckodriver",
                arguments: &["--locked"],
                optimisation: "0",
                crates: 146,
                minutes: "about 2 minutes",
            },
        })
    }
}
