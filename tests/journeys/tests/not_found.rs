//! An unknown address, at any depth, in any folder: said in three languages, with styles, with ways to the covers.

use anyhow::{Context, Result, ensure};
use journeys::{LANGUAGES, Visit, journeys, same, word};
use xtask::server::Options;

journeys!(an_unknown_address_leads_to_a_page_that_helps);

async fn an_unknown_address_leads_to_a_page_that_helps(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    visit.expect_complaint("no-such-page");
    // Where nothing in the address tells the folder of the course, the page looks for it from folder to folder.
    visit.expect_complaint("/kk/data.json");
    let mut lost = Vec::new();
    for prefix in ["/", "/a/b/c/"] {
        for path in ["no-such-page", "kk/no-such-page/", "kk/x/y/no-such-page", "x/y/z/no-such-page"] {
            let server = dist.serve(Options { prefix: prefix.to_owned(), ..Options::default() })?;
            let address = format!("{prefix}{path}");
            visit.load(&format!("{}{path}", server.url())).await?;
            same!(server.log().first().map(|hit| hit.status), Some(404), "{address} is not there");
            helps(visit).await.with_context(|| address.clone())?;
            visit.click("a[data-language='ru']").await?;
            visit.until("the page has changed", "return !location.pathname.includes('no-such-page')").await?;
            let led = visit.address().await?;
            if led == format!("{prefix}ru/") {
                visit.live().await?;
            } else {
                lost.push(format!("from {address} to {led}"));
            }
        }
    }
    ensure!(lost.is_empty(), "these ways do not lead to the cover:\n  {}", lost.join("\n  "));
    Ok(())
}

async fn helps(visit: &Visit) -> Result<()> {
    for language in LANGUAGES {
        let (title, what) = (word(language, "not-found-title")?, word(language, "not-found-text")?);
        let text = visit.text(&format!("section[lang='{language}']")).await?;
        ensure!(text.contains(&title) && text.contains(&what), "it says in {language}: {text}");
    }
    let styled = "return getComputedStyle(document.querySelector('main')).display === 'grid' && document.querySelector('svg').getBoundingClientRect().width < 200";
    ensure!(visit.script::<bool>(styled, []).await?, "the styles are there");
    same!(visit.script::<usize>("return document.querySelectorAll('h1').length", []).await?, 1, "one heading");
    Ok(())
}
