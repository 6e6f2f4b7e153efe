//! The program adopts the page that is there: the same text, nothing moves, nothing flashes.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use journeys::{Visit, journeys, same};
use serde_json::json;
use xtask::server::Options;

journeys!(the_page_says_the_same_before_and_after_it_is_live);
journeys!(nothing_moves_when_the_page_becomes_live in chromium);

const PAGES: [&str; 4] = ["kk/", "ru/idea-to-decree/", "en/nine-seats/", "kk/nine-seats/result/"];

/// What the page says; nobody sees or hears the rehearsal.
const TEXT: &str = "const app = document.getElementById('app').cloneNode(true);
    for (const unseen of app.querySelectorAll('.rehearsal')) unseen.remove();
    return app.textContent";

async fn the_page_says_the_same_before_and_after_it_is_live(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    for page in PAGES {
        visit.open(&format!("{}{page}", server.url())).await?;
        visit.drawn().await?;
        visit.until("every question is adopted", "return !document.querySelector('.place .shown-answer')").await?;
        let live: String = visit.script(TEXT, []).await?;
        let file = dist.folder().join(page).join("index.html");
        let written = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        // Answers for readers without the program go when it comes, and what starts it goes before.
        let parse = "const app = new DOMParser().parseFromString(arguments[0], 'text/html').getElementById('app');
            for (const gone of app.querySelectorAll('.shown-answer, script')) gone.remove();
            return app.textContent";
        let written: String = visit.script(parse, [json!(written)]).await?;
        same!(live, written, "the text of {page}");
        let forgotten = "return performance.getEntriesByName('live').length";
        same!(visit.script::<usize>(forgotten, []).await?, 1, "{page} became live once");
    }
    Ok(())
}

/// Remembers every shift of the layout, and every flash: a first heading that was replaced.
const WATCH: &str = "
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const name = (node) => node?.nodeType === 1 ? node.outerHTML.slice(0, 60) : String(node?.textContent);
        const place = ({ x, y, width, height }) => [x, y, width, height].join(' ');
        const moved = (source) => `${name(source.node)} from ${place(source.previousRect)} to ${place(source.currentRect)}`;
        shifts.push({ value: entry.value, at: entry.startTime, moved: entry.sources.map(moved) });
      }
    }).observe({ type: 'layout-shift', buffered: true });
    addEventListener('DOMContentLoaded', () => { window.heading = document.querySelector('h1'); });
";

async fn nothing_moves_when_the_page_becomes_live(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    // Late enough for the page to be drawn before.
    let server =
        dist.serve(Options { delay: vec![(".wasm".to_owned(), Duration::from_millis(700))], ..Options::default() })?;
    visit.browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
    for page in PAGES {
        visit.open(&format!("{}{page}", server.url())).await?;
        visit.drawn().await?;
        let seen_before = "return performance.getEntriesByType('paint')[0].startTime < performance.getEntriesByName('live')[0].startTime";
        ensure!(visit.script::<bool>(seen_before, []).await?, "{page} is live before it could be seen");
        visit.drawn().await?;
        let shifts: Vec<serde_json::Value> = visit.script("return shifts", []).await?;
        let total: f64 = shifts.iter().filter_map(|shift| shift.get("value")?.as_f64()).sum();
        ensure!(total < 0.01, "{page} shifts by {total}: {shifts:#?}");
        ensure!(
            visit.script::<bool>("return heading === document.querySelector('h1') && heading.isConnected", []).await?,
            "the heading of {page} was adopted, not replaced"
        );
    }
    Ok(())
}
