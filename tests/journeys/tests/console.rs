//! The console is really heard, in every engine: else every other journey would end in a silence that means nothing.

use std::fs;

use anyhow::{Result, ensure};
use journeys::{Temporary, Visit, journeys};
use xtask::server::{Options, Server};

journeys!(whatever_a_page_does_wrong_is_heard in chromium);

const PAGE: &str = "<!doctype html><meta charset=utf-8><title>A page with faults</title><link rel=icon href=data:,>
<meta http-equiv=Content-Security-Policy content=\"default-src 'self'; script-src 'self'; style-src 'self'; img-src data:\">
<p style=\"color: red\">What is said here</p><script src=faults.js></script>";

const SCRIPT: &str = "console.log('a remark of no importance');
console.warn('a warning of ours');
console.error('an error of ours');
setTimeout(() => { window.thrown = true; throw new Error('thrown by us'); });";

async fn whatever_a_page_does_wrong_is_heard(visit: &Visit) -> Result<()> {
    let folder = Temporary::folder("faults")?;
    fs::write(folder.path().join("index.html"), PAGE)?;
    fs::write(folder.path().join("faults.js"), SCRIPT)?;
    visit.listen(folder.path())?;
    let server = Server::start(folder.path(), Options::default())?;
    visit.load(&server.url()).await?;
    visit.until("the error is thrown", "return window.thrown === true").await?;
    let complaints = visit.complaints().await?.join("\n").to_lowercase();
    for fault in ["a warning of ours", "an error of ours", "thrown by us", "style-src"] {
        ensure!(complaints.contains(fault), "“{fault}” is not heard, only:\n{complaints}");
        visit.expect_complaint(fault);
    }
    ensure!(!complaints.contains("no importance"), "a remark is no complaint:\n{complaints}");
    // Each engine words its refusal in its own way, and WebKit repeats all it has said.
    visit.expect_complaint("Content");
    Ok(())
}
