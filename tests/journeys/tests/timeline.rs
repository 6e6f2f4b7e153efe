//! The timeline: walked by buttons, by keys, by scrolling; what is current is marked and said.

use anyhow::{Result, ensure};
use journeys::{Visit, journeys, word};
use serde_json::json;
use thirtyfour::Key;
use xtask::server::{Options, Server};

journeys!(one_walks_along_the_timeline_by_buttons one_walks_along_the_timeline_by_scrolling);

/// Opens a lesson with a timeline; gives how many events it has, and how they are numbered.
async fn open(visit: &Visit) -> Result<(Server, usize, String)> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    visit.open(&format!("{}en/idea-to-decree/", server.url())).await?;
    let total = visit.script("return document.querySelectorAll('.timeline ol > li').length", []).await?;
    ensure!(total > 3, "there is something to walk along");
    Ok((server, total, word("en", "event-number")?))
}

async fn one_walks_along_the_timeline_by_buttons(visit: &Visit) -> Result<()> {
    let (_server, total, number) = open(visit).await?;
    is_at(visit, total, &number, 0).await?;
    ensure!(visit.has(".timeline button.earlier[aria-disabled='true']").await?, "there is nothing earlier");
    for at in 1..total {
        visit.click(".timeline button.later").await?;
        is_at(visit, total, &number, at).await?;
        let label = visit.text(&format!(".timeline ol > li:nth-child({}) h3", at + 1)).await?;
        let said = visit.text(".timeline .announcer").await?;
        ensure!(said.contains(&label), "what is said of event {at}: {said}");
        let shown = "const row = document.querySelector('.timeline > ol');
            const from = (element) => element.getBoundingClientRect().left - row.getBoundingClientRect().left;
            const isAtEnd = row.scrollLeft + row.clientWidth >= row.scrollWidth - 2;
            const left = from(document.querySelector('.timeline li.current'));
            return left >= -2 && (isAtEnd || left < 40) || `${left} px from the left`";
        visit.until(&format!("card {} stands at the left, unless the row is at its end", at + 1), shown).await?;
    }
    ensure!(visit.has(".timeline button.later[aria-disabled='true']").await?, "there is nothing later");
    visit.click(".timeline button.later").await?;
    visit.still().await?;
    is_at(visit, total, &number, total - 1).await?;
    visit.enter(".timeline button.earlier").await?;
    is_at(visit, total, &number, total - 2).await
}

async fn one_walks_along_the_timeline_by_scrolling(visit: &Visit) -> Result<()> {
    let (_server, total, number) = open(visit).await?;
    let row = ".timeline > ol";
    ensure!(
        visit
            .script::<bool>(
                "const row = document.querySelector('.timeline > ol'); return row.scrollWidth > row.clientWidth",
                []
            )
            .await?,
        "there is more than fits"
    );
    visit
        .script::<()>(
            "document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })",
            [json!(row)],
        )
        .await?;
    visit.script::<()>("document.querySelector(arguments[0]).focus({ preventScroll: true })", [json!(row)]).await?;
    for _ in 0..60 {
        visit.press(Key::Right).await?;
        if !visit.has(".timeline li:first-child.current").await? {
            break;
        }
    }
    visit
        .until(
            "an arrow key has moved the mark",
            "return !document.querySelector('.timeline li:first-child').classList.contains('current')",
        )
        .await?;
    // A key scrolls smoothly, and goes on doing so after a jump.
    let at_rest = "const { scrollLeft } = document.querySelector('.timeline > ol');
        const rests = window.was === scrollLeft;
        window.was = scrollLeft;
        return rests && !!scrollLeft";
    for _ in 0..2 {
        visit.until("the row has come to rest", at_rest).await?;
        tokio::time::sleep(std::time::Duration::from_millis(150)).await;
    }
    let to_third = "const row = document.querySelector('.timeline > ol'); row.scrollTo({ left: row.children[2].offsetLeft - row.children[0].offsetLeft, behavior: 'instant' })";
    visit.script::<()>(to_third, []).await?;
    is_at(visit, total, &number, 2).await
}

/// One card is marked, the drawing marks the same event, and the number says so.
async fn is_at(visit: &Visit, total: usize, number: &str, at: usize) -> Result<()> {
    let number = number.replace("{n}", &(at + 1).to_string()).replace("{total}", &total.to_string());
    visit.reads(".timeline .walk span", &number).await?;
    let marked = "return [...document.querySelectorAll('.timeline > ol > li')].map((li, n) => li.getAttribute('aria-current') === 'step' && li.classList.contains('current') ? n : -1).filter((n) => n >= 0).join() === String(arguments[0])
        && [...document.querySelectorAll('.timeline .line path:not(.axis)')].map((p, n) => p.classList.contains('current') ? n : -1).filter((n) => n >= 0).join() === String(arguments[0])";
    visit.until_with(&format!("event {} is marked, and no other", at + 1), marked, vec![json!(at)]).await
}
