//! The author: logs in, pastes the address of the lesson into the block editor, publishes.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use journeys::{Engine, Visit};
use serde_json::json;
use thirtyfour::Key;

use crate::site::{AUTHOR, PASSWORD, Site};

const TITLE: &str = ".editor-post-title__input";
const LINE: &str = ".block-editor-default-block-appender__content, p[data-type='core/paragraph']";

/// How the address gets into the post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Pasted on a line of its own. The editor makes a block of addresses that begin with `https`; another stays a line, of
    /// which WordPress makes a frame when it shows the post.
    Line,
    /// Pasted into the block for embedding, which the author has asked for by `/embed`.
    Block,
}

/// Publishes a post with nothing in it but the address, and returns where it is.
pub(crate) async fn publish(site: &Site, address: &str, way: Way, pictures: &Path) -> Result<String> {
    let visit = Visit::begin(Engine::Chromium).await?;
    let post = write(&visit, site, address, way, pictures).await;
    if post.is_err() {
        visit.browser.session().screenshot(&pictures.join("author-failed.png")).await?;
    }
    visit.browser.quit().await?;
    post.context("the author failed")
}

async fn write(visit: &Visit, site: &Site, address: &str, way: Way, pictures: &Path) -> Result<String> {
    let session = visit.browser.session();
    let types = async |text: &str| session.action_chain().send_keys(text).perform().await;
    let with_control = async |key: char| {
        session.action_chain().key_down(Key::Control).send_keys(key).key_up(Key::Control).perform().await
    };
    visit.load(&format!("{}/wp-login.php", site.home)).await?;
    // Copied from where it is plain text, as from the address bar.
    visit.type_into("#user_login", address).await?;
    with_control('a').await?;
    with_control('c').await?;
    visit.type_into("#user_login", AUTHOR).await?;
    visit.type_into("#user_pass", PASSWORD).await?;
    visit.click("#wp-submit").await?;
    visit.find("#adminmenu").await?;
    let is_bounded = "return document.querySelector('#menu-settings, #menu-plugins') === null";
    ensure!(visit.script::<bool>(is_bounded, []).await?, "whoever writes is no administrator");

    visit.load(&format!("{}/wp-admin/post-new.php", site.home)).await?;
    visit.click(TITLE).await?;
    types("A lesson").await?;
    visit.click(LINE).await?;
    match way {
        Way::Line => {
            with_control('v').await?;
            let pasted = "return wp.data.select('core/editor').getEditedPostContent().includes(arguments[0])";
            visit.until_with("the address is pasted", pasted, vec![json!(address)]).await?;
        }
        Way::Block => {
            types("/embed").await?;
            visit.find(".components-autocomplete__result").await?;
            visit.press(Key::Enter).await?;
            visit.click(".wp-block-embed input").await?;
            with_control('v').await?;
            visit.press(Key::Enter).await?;
            // The editor asks WordPress, which asks the course.
            visit.find(".wp-block-embed iframe").await.context("the address has not become a frame in the editor")?;
        }
    }
    session.screenshot(&pictures.join(format!("author-{way:?}.png").to_lowercase())).await?;

    visit.click(".editor-post-publish-panel__toggle").await?;
    visit.click(".editor-post-publish-panel__header-publish-button button").await?;
    visit.find(".post-publish-panel__postpublish-header a").await?;
    let body = "return wp.data.select('core/editor').getEditedPostContent()";
    let written: String = visit.script(body, []).await?;
    ensure!(written.contains(address) && !written.contains("<iframe"), "the post is not the address alone: {written}");
    visit.script("return wp.data.select('core/editor').getPermalink()", []).await
}
