//! The author: logs in, pastes the address of the lesson into the block editor, publishes.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use journeys::{Engine, Visit};
use serde_json::json;
use thirtyfour::Key;

use crate::site::{AUTHOR, PASSWORD, Site};

const TITLE: &str = ".editor-post-title__input";
const LINE: &str = ".block-editor-default-block-appender__content, p[data-type='core/paragraph']";

/// Publishes a post with nothing in it but the address, and returns where it is.
pub(crate) async fn publish(site: &Site, address: &str, pictures: &Path) -> Result<String> {
    let visit = Visit::begin(Engine::Chromium).await?;
    let post = write(&visit, site, address).await;
    if post.is_err() {
        visit.browser.session().screenshot(&pictures.join("author.png")).await?;
    }
    visit.browser.quit().await?;
    post.context("the author failed")
}

async fn write(visit: &Visit, site: &Site, address: &str) -> Result<String> {
    visit.load(&format!("{}/wp-login.php", site.home)).await?;
    visit.type_into("#user_login", AUTHOR).await?;
    visit.type_into("#user_pass", PASSWORD).await?;
    visit.click("#wp-submit").await?;
    visit.find("#adminmenu").await?;
    let is_bounded = "return document.querySelector('#menu-settings, #menu-plugins') === null";
    ensure!(visit.script::<bool>(is_bounded, []).await?, "whoever writes is no administrator");

    visit.load(&format!("{}/wp-admin/post-new.php", site.home)).await?;
    // Copied from where it is typed, as from the address bar.
    visit.click(TITLE).await?;
    let session = visit.browser.session();
    let with_control = async |key: char| {
        session.action_chain().key_down(Key::Control).send_keys(key).key_up(Key::Control).perform().await
    };
    session.action_chain().send_keys(address).perform().await?;
    with_control('a').await?;
    with_control('c').await?;
    session.action_chain().send_keys("A lesson").perform().await?;
    visit.click(LINE).await?;
    with_control('v').await?;
    // The editor asks WordPress, which asks the course.
    visit.find(".wp-block-embed iframe").await.context("the address has not become a frame in the editor")?;

    visit.click(".editor-post-publish-panel__toggle").await?;
    visit.click(".editor-post-publish-button").await?;
    visit.find(".post-publish-panel__postpublish-header a, .components-snackbar a").await?;
    let body = "return wp.data.select('core/editor').getEditedPostContent()";
    let written: String = visit.script(body, []).await?;
    ensure!(written.contains(address) && !written.contains("<iframe"), "the post is not the address alone: {written}");
    visit.script("return wp.data.select('core/editor').getPermalink()", [json!(null)]).await
}
