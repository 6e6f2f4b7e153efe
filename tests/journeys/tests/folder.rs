//! In a folder of any depth: deep links, reload, back and forward, index.html, what is asked and the anchor.

use std::fs;

use anyhow::{Context, Result, ensure};
use journeys::{Dist, Visit, journeys, same};
use xtask::server::{Hit, Options};

journeys!(
    in_a_folder_links_lead_on_and_back_leads_back
    back_leads_to_the_page_that_was_loaded_first
    a_link_within_a_page_leaves_the_page_as_it_is
    in_a_folder_every_way_to_write_an_address_leads_to_its_page
);

#[test]
fn no_page_names_an_address_from_the_root_of_a_site() -> Result<()> {
    let dist = Dist::find()?;
    let mut folders = vec![dist.folder().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "html") {
                let page = fs::read_to_string(&path)?;
                for absolute in ["href=\"/", "src=\"/", "href=\"http://localhost", "href=\"http://127."] {
                    ensure!(!page.contains(absolute), "{} has {absolute}", path.display());
                }
            }
        }
    }
    Ok(())
}

fn folder() -> Options {
    Options { prefix: "/a/b/c/".to_owned(), ..Options::default() }
}

async fn in_a_folder_links_lead_on_and_back_leads_back(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(folder())?;
    let (_, words) = dist.cover("ru")?;
    let lesson = dist.lesson("ru", "idea-to-decree")?;
    let title = &lesson.page.title;

    visit.open(&format!("{}ru/", server.url())).await?;
    visit.click(".course-map a[href$='idea-to-decree/']").await?;
    visit.reads("h1", title).await?;
    visit.live().await?;
    is_at(visit, "/a/b/c/ru/idea-to-decree/", title).await?;
    visit.script::<()>("window.sameDocument = true", []).await?;
    visit.click("a.to-result").await?;
    is_at(visit, "/a/b/c/ru/idea-to-decree/result/", title).await?;
    visit.find(".result").await?;

    visit.browser.session().back().await?;
    visit.find(".lesson").await?;
    is_at(visit, "/a/b/c/ru/idea-to-decree/", title).await?;
    ensure!(visit.script::<bool>("return window.sameDocument === true", []).await?, "no page was loaded on the way");
    visit.browser.session().back().await?;
    visit.find(".cover").await?;
    is_at(visit, "/a/b/c/ru/", &words.course_title).await?;
    visit.browser.session().forward().await?;
    visit.find(".lesson").await?;
    is_at(visit, "/a/b/c/ru/idea-to-decree/", title).await?;

    visit.browser.session().refresh().await?;
    visit.live().await?;
    is_at(visit, "/a/b/c/ru/idea-to-decree/", title).await?;
    visit.click(".masthead a.home").await?;
    is_at(visit, "/a/b/c/ru/", &words.course_title).await?;
    all_was_found(&server.log())
}

async fn back_leads_to_the_page_that_was_loaded_first(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let lesson = dist.lesson("kk", "nine-seats")?;
    let title = &lesson.page.title;
    visit.open(&format!("{}kk/nine-seats/", server.url())).await?;
    visit.click("a.to-result").await?;
    visit.find(".result").await?;
    visit.browser.session().back().await?;
    is_at(visit, "/kk/nine-seats/", title).await?;
    visit.find(".lesson").await.map(drop)
}

async fn a_link_within_a_page_leaves_the_page_as_it_is(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let lesson = dist.lesson("kk", "nine-seats")?;
    visit.open(&format!("{}kk/nine-seats/", server.url())).await?;
    visit.script::<()>("window.sameHeading = document.querySelector('h1')", []).await?;
    visit.click("a.term").await?;
    visit.until("the anchor is in the address", "return location.hash.startsWith('#term-')").await?;
    visit.browser.session().back().await?;
    is_at(visit, "/kk/nine-seats/", &lesson.page.title).await?;
    ensure!(
        visit.script::<bool>("return window.sameHeading === document.querySelector('h1')", []).await?,
        "the page stays"
    );
    Ok(())
}

async fn in_a_folder_every_way_to_write_an_address_leads_to_its_page(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(folder())?;
    let lesson = dist.lesson("kk", "nine-seats")?;
    let section = lesson.page.sections.get(1).context("a lesson has sections")?;
    let title = &lesson.page.title;
    let anchor = format!("?x#{}", section.id);
    for (written, path) in [
        ("kk/nine-seats/".to_owned(), "kk/nine-seats/".to_owned()),
        ("kk/nine-seats".to_owned(), "kk/nine-seats/".to_owned()),
        ("kk/nine-seats/index.html".to_owned(), "kk/nine-seats/".to_owned()),
        ("kk/nine-seats/result/index.html".to_owned(), "kk/nine-seats/result/".to_owned()),
        (format!("kk/nine-seats/{anchor}"), format!("kk/nine-seats/{anchor}")),
        (format!("kk/nine-seats/index.html{anchor}"), format!("kk/nine-seats/{anchor}")),
    ] {
        visit.open(&format!("{}{written}", server.url())).await?;
        is_at(visit, &format!("/a/b/c/{path}"), title).await.with_context(|| written.clone())?;
        if written.ends_with(section.id.as_str()) {
            let body = "const top = document.getElementById(arguments[0]).getBoundingClientRect().top;
                const bar = document.querySelector('.standing').getBoundingClientRect().bottom;
                return top >= bar && top < innerHeight / 2 || `${top} px, below a bar of ${bar} px`";
            visit.until_with("the section is at the top", body, vec![section.id.as_str().into()]).await?;
        }
    }
    visit.load(&server.url()).await?;
    visit.click("a[data-language='en']").await?;
    visit.live().await?;
    is_at(visit, "/a/b/c/en/", &dist.cover("en")?.1.course_title).await?;
    all_was_found(&server.log())
}

/// The address, the heading and the title of the document agree.
async fn is_at(visit: &Visit, path: &str, title: &str) -> Result<()> {
    let body = "return location.pathname + location.search + location.hash === arguments[0] || location.href";
    visit.until_with(&format!("the address is {path}"), body, vec![path.into()]).await?;
    let body = "return document.querySelector('h1').textContent.includes(arguments[0]) && document.title.includes(arguments[0]) || document.title";
    visit.until_with(&format!("heading and title say {title}"), body, vec![title.into()]).await?;
    if !path.starts_with("/a/b/c/") {
        return Ok(());
    }
    let absolute = "return [...document.querySelectorAll('#app a[href]')].map((a) => a.href).filter((href) => href.startsWith(location.origin) && !href.startsWith(location.origin + '/a/b/c/'))";
    same!(visit.script::<Vec<String>>(absolute, []).await?, Vec::<String>::new(), "no link leads out of the folder");
    Ok(())
}

fn all_was_found(log: &[Hit]) -> Result<()> {
    let lost: Vec<_> = log.iter().filter(|hit| hit.status >= 400).map(|hit| hit.path.as_str()).collect();
    ensure!(lost.is_empty(), "not found: {lost:?}");
    Ok(())
}
