//! `cargo xtask wordpress`: a lesson in a real WordPress. An author pastes its address, in two ways; a reader opens each post
//! in three engines.
//!
//! Everything lives in one temporary folder, on loopback addresses, and is gone in the end.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program speaks to whoever ran it")]

mod author;
mod reader;
mod site;
mod workshop;

use std::{env, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result, bail};
use journeys::{Dist, Engine};
use xtask::server::{Options, Server};

use self::{author::Way, site::Site, workshop::Workshop};

/// The lesson, and its language.
const LESSON: &str = "nine-seats";
const LANGUAGE: &str = "en";

/// Readers come with these.
const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Arguments: the port that the course was built for, and a folder for pictures.
async fn run() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let (Some(port), Some(pictures)) = (arguments.next(), arguments.next().map(PathBuf::from)) else {
        bail!("this is run by `cargo xtask wordpress`");
    };
    let port: u16 = port.parse().context("the port of the course is no number")?;
    let dist = Dist::find()?;
    let course = Server::start(dist.folder(), Options { port: Some(port), cors: true, ..Options::default() })?;
    let workshop = Workshop::open()?;
    let site = Site::start(&workshop, port)?;
    println!("{} at {}", site.versions.trim(), site.home);
    let address = format!("{}{LANGUAGE}/{LESSON}/", course.url());
    let lesson = dist.lesson(LANGUAGE, LESSON)?;
    for way in [Way::Line, Way::Block] {
        let published = author::publish(&site, &address, way, &pictures)
            .await
            .with_context(|| format!("what PHP said: {}", workshop.said("php.log")))?;
        println!("{way:?}: an author has pasted {address} and published {published}");
        for engine in ENGINES {
            let went = reader::reads(engine, &published, &course, &lesson, &pictures).await;
            went.with_context(|| format!("in {}; what PHP said: {}", engine.name(), workshop.said("php.log")))?;
        }
    }
    Ok(())
}
