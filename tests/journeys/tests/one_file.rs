//! One file that holds the whole course: opened by a double click, alone in its folder, and as somebody else's frame.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result, ensure};
use journeys::pupil::has_answered;
use journeys::{Axe, Dist, Lesson, Pupil, Temporary, Visit, journeys, same};
use serde_json::json;
use shanyraq::quiz::Response;
use xtask::server::{Host, Options, Server};

journeys!(
    by_a_double_click_a_lesson_is_learned_in_two_languages
    by_a_double_click_a_check_is_taken_from_its_link
    pages_without_a_program_are_in_the_file_too
    in_a_frame_without_an_origin_the_file_is_a_lesson
    in_a_frame_that_has_no_address_pages_change_all_the_same
);
journeys!(the_file_is_accessible in chromium);

const FILE: &str = "shanyraq.html";
/// Bytes, as it lies on a stick and as it travels.
const RAW: usize = 2_500_000;
const PACKED: usize = 1_000_000;

/// The file alone in a folder.
fn alone(visit: &Visit) -> Result<(Temporary, Dist, String)> {
    let dist = visit.dist()?;
    let folder = Temporary::folder("one-file")?;
    let file = folder.path().join(FILE);
    fs::copy(dist.folder().join(FILE), &file).context("the course has not been built as one file")?;
    Ok((folder, dist, format!("file://{}", file.display())))
}

async fn shows(visit: &Visit, place: &str) -> Result<()> {
    visit.until_with("the address says it", "return location.hash === arguments[0]", vec![json!(place)]).await
}

async fn by_a_double_click_a_lesson_is_learned_in_two_languages(visit: &Visit) -> Result<()> {
    let (_folder, dist, url) = alone(visit)?;
    let (lesson, in_english) = (dist.lesson("kk", "nine-seats")?, dist.lesson("en", "nine-seats")?);
    visit.open(&url).await?;
    visit.click("a[data-language='kk']").await?;
    visit.find(".cover").await?;
    shows(visit, "#/kk/").await?;
    visit.click(".course-map a[href*='nine-seats']").await?;
    visit.reads("h1", &lesson.page.title).await?;
    shows(visit, "#/kk/nine-seats/").await?;
    answers_two(visit, &lesson).await?;

    visit.browser.session().refresh().await?;
    visit.live().await?;
    visit.reads("h1", &lesson.page.title).await?;
    has_answered(visit, &lesson, 2).await?;

    visit.click(".masthead nav a[lang='en']").await?;
    visit.find("html[lang='en']").await?;
    visit.reads("h1", &in_english.page.title).await?;
    has_answered(visit, &in_english, 2).await?;
    visit.click("a.to-result").await?;
    visit.reads(".score", &in_english.score(2)).await?;
    shows(visit, "#/en/nine-seats/result/").await?;
    visit.browser.session().back().await?;
    visit.find(".lesson").await?;
    visit.browser.session().back().await?;
    visit.find("html[lang='kk']").await?;
    visit.reads("h1", &lesson.page.title).await
}

async fn by_a_double_click_a_check_is_taken_from_its_link(visit: &Visit) -> Result<()> {
    let (_folder, dist, url) = alone(visit)?;
    let lesson = dist.lesson("ru", "nine-seats")?;
    let question = lesson.question(1)?;
    visit.open(&format!("{url}#/ru/practice/?mode=check&q={}", question.id)).await?;
    visit.find(".question-card").await?;
    Pupil { visit, lesson: &lesson }.choose(question, &question.right_response()).await?;
    visit.click(".turns .finish").await?;
    visit.find(".result .score").await?;
    // The menu of papers is links with a query: they lead to a page of the file.
    visit.click(".practice .back a").await?;
    visit.click(".papers a[href*='mode=starter']").await?;
    visit.find(".question-card").await?;
    shows(visit, "#/ru/practice/?mode=starter").await
}

async fn pages_without_a_program_are_in_the_file_too(visit: &Visit) -> Result<()> {
    let (_folder, dist, url) = alone(visit)?;
    let lesson = dist.lesson("en", "nine-seats")?;
    visit.open(&format!("{url}#/en/nine-seats/")).await?;
    let title = visit.text("h1").await?;
    visit.click("#app .foot a").await?;
    visit.find("#still main.reference").await?;
    ensure!(!visit.shows("#app").await?, "one page at a time");
    visit.click("#still .home").await?;
    visit.find("#app .cover").await?;
    ensure!(!visit.has("#still").await?, "one page at a time");
    visit.browser.session().back().await?;
    visit.find("#still main.reference").await?;
    visit.browser.session().back().await?;
    visit.reads("h1", &title).await?;
    visit.click(".on-paper a[href*='sheet']").await?;
    visit.find("#still main.sheet").await?;
    visit.click("#still .tools a").await?;
    visit.find("#app .lesson").await?;
    // A link within the page leaves the address of the page alone.
    let claims = format!("#claim-{}", lesson.page.grounds.first().context("the lesson names a claim")?.id);
    let click = "const a = document.createElement('a'); a.href = arguments[0]; document.querySelector('#app').append(a); a.click()";
    visit.script::<()>(click, [json!(claims)]).await?;
    ensure!(visit.shows(&claims).await?, "what was folded away is open");
    shows(visit, "#/en/nine-seats/").await
}

async fn in_a_frame_without_an_origin_the_file_is_a_lesson(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let (server, lesson) = (dist.serve(Options::default())?, dist.lesson("en", "nine-seats")?);
    let frame = format!(
        "<iframe sandbox=allow-scripts width=1000 height=650 src='{}{FILE}#/en/nine-seats/#?secret=a1'></iframe>",
        server.url()
    );
    let (_folder, elsewhere) = around(&frame)?;
    visit.load(&elsewhere.url()).await?;
    visit.enter_frame("iframe").await?;
    visit.live().await?;
    same!(visit.script::<String>("return self.origin", []).await?, "null", "the frame has no origin");
    visit.reads("h1", &lesson.page.title).await?;
    visit.reads(".notices p", &lesson.words.not_kept).await?;
    answers_two(visit, &lesson).await?;
    visit.click("a.to-result").await?;
    // Nothing was loaded anew: what was answered is still known.
    visit.reads(".score", &lesson.score(2)).await
}

async fn in_a_frame_that_has_no_address_pages_change_all_the_same(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let lesson = dist.lesson("kk", "nine-seats")?;
    let file = fs::read_to_string(dist.folder().join(FILE))?;
    let file = file.replace('&', "&amp;").replace('"', "&quot;");
    let (_folder, elsewhere) =
        around(&format!("<iframe sandbox=allow-scripts width=1000 height=650 srcdoc=\"{file}\"></iframe>"))?;
    visit.load(&elsewhere.url()).await?;
    visit.enter_frame("iframe").await?;
    visit.live().await?;
    visit.click("a[data-language='kk']").await?;
    visit.click(".course-map a[href*='nine-seats']").await?;
    visit.reads("h1", &lesson.page.title).await?;
    answers_two(visit, &lesson).await
}

async fn the_file_is_accessible(visit: &Visit) -> Result<()> {
    let (_folder, _, url) = alone(visit)?;
    let axe = Axe::find()?;
    for (place, shown) in [("", ".choose-language"), ("#/kk/nine-seats/", ".lesson"), ("#/kk/glossary/", ".glossary")] {
        // The same file at another place is no new page.
        visit.load("about:blank").await?;
        visit.open(&format!("{url}{place}")).await?;
        visit.find(shown).await?;
        let found = axe.look(visit).await?;
        ensure!(found.is_empty(), "{place}: {}", found.join("\n  "));
    }
    Ok(())
}

/// A page of somebody else around a frame, on an origin of its own.
fn around(frame: &str) -> Result<(Temporary, Server)> {
    let folder = Temporary::folder("host-page")?;
    let page = format!(
        "<!doctype html><meta charset=utf-8><title>A page of somebody else</title><link rel=icon href=data:,>{frame}"
    );
    fs::write(folder.path().join("index.html"), page)?;
    let server = Server::start(folder.path(), Options { host: Host::Localhost, ..Options::default() })?;
    Ok((folder, server))
}

async fn answers_two(visit: &Visit, lesson: &Lesson) -> Result<()> {
    for number in [1, 2] {
        let question = lesson.question(number)?;
        let response: Response = question.right_response();
        Pupil { visit, lesson }.answer(question, &response).await?;
    }
    has_answered(visit, lesson, 2).await
}

#[test]
fn the_file_is_small_enough_to_send() -> Result<()> {
    let file = fs::read(Path::new(Dist::find()?.folder()).join(FILE))?;
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 6, 22);
    packed.write_all(&file)?;
    let packed = packed.into_inner().len();
    let remedy = "see ARCHITECTURE.md, “One file”: what could be left out first are the pages to print \
                  (src/bin/prerender/whole.rs, `gather`), a tenth of it";
    ensure!(file.len() <= RAW, "{FILE} has {} bytes, and may have {RAW}; {remedy}", file.len());
    ensure!(packed <= PACKED, "{FILE} has {packed} bytes in brotli, and may have {PACKED}; {remedy}");
    Ok(())
}
