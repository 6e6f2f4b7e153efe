//! One file that holds the whole course: opened by a double click, alone in its folder, and as somebody else's frame.

use std::fs;

use anyhow::{Context, Result, ensure};
use journeys::pupil::has_answered;
use journeys::{Axe, Dist, Lesson, Pupil, Temporary, Visit, journeys, same, word};
use serde_json::json;
use shanyraq::quiz::Response;
use xtask::server::{Host, Options, Server};

use crate::hosts::{EAR, Height, WORDPRESS, fits};

journeys!(
    by_a_double_click_a_lesson_is_learned_in_two_languages
    by_a_double_click_a_check_is_taken_from_its_link
    pages_without_a_program_are_in_the_file_too
    in_the_frame_of_wordpress_the_file_is_a_lesson
    in_a_plain_frame_the_file_is_a_lesson
    beside_our_script_the_file_is_as_tall_as_its_page
    in_a_frame_of_a_file_the_file_is_a_lesson
    parameters_lead_to_a_page_of_the_file
    in_a_frame_the_file_names_what_it_cannot_read_and_tells_its_host
    in_a_frame_that_has_no_address_pages_change_all_the_same
);
journeys!(the_file_is_accessible in chromium);

const FILE: &str = "shanyraq.html";
const LESSON: &str = "nine-seats";
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
    visit.click("#app .foot a[href*='glossary']").await?;
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

/// Read, answer, see what is said, reload, finish; and nothing was sent for.
async fn learns(visit: &Visit, lesson: &Lesson, height: Height, is_kept: bool) -> Result<()> {
    enter(visit).await?;
    visit.reads("h1", &lesson.page.title).await?;
    fits(visit, height).await?;
    // Typing is tried elsewhere: WebKit's driver does not type into what lies below the window of the host.
    let mut chosen = lesson.page.questions().filter(|one| matches!(one.right_response(), Response::Chosen(_)));
    let (first, second) = (chosen.next().context("a choice")?, chosen.next().context("two choices")?);
    Pupil { visit, lesson }.answer(first, &first.right_response()).await?;
    has_answered(visit, lesson, 1).await?;
    fits(visit, height).await?;

    visit.browser.session().enter_default_frame().await?;
    visit.browser.session().refresh().await?;
    enter(visit).await?;
    let kept = usize::from(is_kept);
    has_answered(visit, lesson, kept).await?;
    Pupil { visit, lesson }.answer(second, &second.right_response()).await?;
    has_answered(visit, lesson, kept + 1).await?;
    fits(visit, height).await?;

    visit.click("a.to-result").await?;
    // Nothing is loaded anew: what was answered is known, wherever it could be kept or not.
    visit.reads(".score", &lesson.score(kept + 1)).await?;
    fits(visit, height).await?;
    let sent_for = "return performance.getEntriesByType('resource').map((one) => one.name)";
    same!(visit.script::<Vec<String>>(sent_for, []).await?, Vec::<String>::new(), "nothing was sent for");
    Ok(())
}

/// Goes into the frame, once the page that is meant is there.
async fn enter(visit: &Visit) -> Result<()> {
    visit.enter_frame("iframe").await?;
    visit.live().await?;
    visit.until("the frame speaks", "return document.querySelector('html.framed .frame-note') !== null").await?;
    let is_taken = "return document.activeElement !== document.body";
    same!(visit.script::<bool>(is_taken, []).await?, false, "no focus is taken on load");
    Ok(())
}

async fn in_the_frame_of_wordpress_the_file_is_a_lesson(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let (server, lesson) = (dist.serve(Options::default())?, dist.lesson("en", LESSON)?);
    let frame = format!(
        "<iframe class=wp-embedded-content sandbox=allow-scripts security=restricted data-secret=a1B2c3D4e5 width=640 height=500 \
         src='{}{FILE}?embed&lang=en&lesson={LESSON}#?secret=a1B2c3D4e5'></iframe>",
        server.url()
    );
    let (_folder, elsewhere) = around(visit, &format!("{EAR}{WORDPRESS}{frame}"))?;
    visit.load(&elsewhere.url()).await?;
    learns(visit, &lesson, Height::Stays, false).await?;
    same!(visit.script::<String>("return self.origin", []).await?, "null", "the frame has no origin");
    visit.until("the page around has heard of the height", "return innerHeight > 500 || innerHeight").await?;
    visit.reads(".frame-note p", &word("en", "frame-limits")?).await?;
    // The note is at the end of the frame, which is taller than the window: WebKit's driver does not scroll the host.
    visit.browser.session().enter_default_frame().await?;
    visit.script::<()>("scrollTo(0, document.documentElement.scrollHeight)", []).await?;
    visit.enter_frame("iframe").await?;
    visit.click(".full-version").await?;
    visit.browser.session().enter_default_frame().await?;
    // Whether the host goes there is up to its script, which asks the browser where the focus is.
    let said = "return top === self && location.href === arguments[0] || (self.heard || []).some((said) =>
      said && said.message === 'link' && said.value === arguments[0] && said.secret === 'a1B2c3D4e5') || JSON.stringify(self.heard)";
    let full = format!("{}{FILE}#/en/{LESSON}/result/", server.url());
    visit.until_with("the link to the full version is said", said, vec![json!(full)]).await
}

async fn in_a_plain_frame_the_file_is_a_lesson(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let (server, lesson) = (dist.serve(Options::default())?, dist.lesson("ru", LESSON)?);
    let frame =
        format!("<iframe width=640 height=500 src='{}{FILE}?embed&lang=ru&lesson={LESSON}'></iframe>", server.url());
    let (_folder, elsewhere) = around(visit, &frame)?;
    visit.load(&elsewhere.url()).await?;
    learns(visit, &lesson, Height::Stays, true).await
}

async fn beside_our_script_the_file_is_as_tall_as_its_page(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let (server, lesson) = (dist.serve(Options::default())?, dist.lesson("en", LESSON)?);
    // What the address names after the sign # counts, and the look is asked for before it.
    let frame = format!(
        "<script src='{0}embed.js'></script><iframe width=640 height=500 src='{0}{FILE}?embed&size=large&header=0#/en/{LESSON}/'></iframe>",
        server.url()
    );
    let (_folder, elsewhere) = around(visit, &frame)?;
    visit.load(&elsewhere.url()).await?;
    learns(visit, &lesson, Height::Follows, true).await?;
    let look = "return document.documentElement.dataset.size";
    same!(visit.script::<String>(look, []).await?, "large", "the look stays from page to page");
    ensure!(!visit.shows(".masthead").await?, "there is no masthead");
    visit.script::<()>("location.hash = '#/en/glossary/'", []).await?;
    visit.find("#still main.reference").await?;
    fits(visit, Height::Follows).await
}

async fn in_a_frame_of_a_file_the_file_is_a_lesson(visit: &Visit) -> Result<()> {
    let (folder, dist, _) = alone(visit)?;
    let lesson = dist.lesson("kk", LESSON)?;
    fs::copy(dist.folder().join("embed.js"), folder.path().join("embed.js"))?;
    let frame = format!(
        "<script src=embed.js></script><iframe width=640 height=500 src='{FILE}?embed&lang=kk&lesson={LESSON}'></iframe>"
    );
    // Our script measures the frame, and in a file that is sooner than the page around it is whole.
    visit.expect_complaint("Layout was forced before the page was fully loaded");
    let host = folder.path().join("host.html");
    fs::write(&host, host_page(&frame))?;
    visit.load(&format!("file://{}", host.display())).await?;
    learns(visit, &lesson, Height::Follows, true).await?;
    ensure!(!visit.shows(".frame-note .limits").await?, "a file may keep, print and save");
    Ok(())
}

async fn parameters_lead_to_a_page_of_the_file(visit: &Visit) -> Result<()> {
    let (_folder, _dist, url) = alone(visit)?;
    let page = "#/ru/nine-seats/";
    for (asked, place, shown) in [
        ("?embed", "", ".choose-language"),
        ("?embed&lang=ru&lesson=nine-seats", page, ".lesson"),
        ("?lang=ru&lesson=nine-seats&mode=learn", page, ".lesson"),
        ("?embed&lang=kk&lesson=what-for#/ru/nine-seats/", page, ".lesson"),
        ("?embed&lang=en", "#/en/", ".cover"),
        ("?lang=xx&lesson=yy", "#/kk/", ".cover"),
        ("?lang=en&mode=final&seed=7&n=3&theme=dark", "#/en/practice/?mode=final&seed=7&n=3", ".question-card"),
    ] {
        visit.load("about:blank").await?;
        visit.open(&format!("{url}{asked}")).await?;
        shows(visit, place).await?;
        ensure!(visit.shows(shown).await?, "{asked} leads to {shown}");
    }
    visit.load("about:blank").await?;
    visit.open(&format!("{url}?embed&lang=kk&lesson=nine-seats&mode=check&theme=dark")).await?;
    visit.find(".question-card").await?;
    let checks = "return location.hash.startsWith('#/kk/practice/?lesson=nine-seats&mode=check&q=')";
    ensure!(visit.script::<bool>(checks, []).await?, "the questions of the closing check are asked");
    let look = "return document.documentElement.dataset.theme";
    same!(visit.script::<String>(look, []).await?, "dark", "the theme is put on");
    // What was led to is a place like any other: reloaded, it is the same.
    visit.browser.session().refresh().await?;
    visit.live().await?;
    visit.find(".question-card").await?;
    Ok(())
}

async fn in_a_frame_the_file_names_what_it_cannot_read_and_tells_its_host(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let (server, lesson) = (dist.serve(Options::default())?, dist.lesson("kk", LESSON)?);
    let asked = format!("embed&lang=xx&lesson={LESSON}&theme=pink&size=largest&parent=javascript:1&foo=1");
    let frame = format!("<iframe width=900 height=600 src='{}{FILE}?{asked}'></iframe>", server.url());
    let (_folder, elsewhere) = around(visit, &frame)?;
    visit.load(&elsewhere.url()).await?;
    enter(visit).await?;
    visit.reads("h1", &lesson.page.title).await?;
    let named = "return [...document.querySelectorAll('.frame-problem')].map((line) => line.textContent.match(/«(.*)»/)[1]).sort()";
    let told: Vec<String> = visit.script(named, []).await?;
    same!(told, ["lang=xx", "parent=javascript:1", "theme=pink"], "what cannot be read is named");
    // One has gone to another language: what led to the first page no longer counts.
    visit.click(".masthead nav a[lang='en']").await?;
    visit.find("html[lang='en']").await?;
    visit.script::<()>("setTimeout(() => location.reload())", []).await?;
    visit.until("it is loaded anew", "return performance.getEntriesByType('navigation')[0].type === 'reload'").await?;
    visit.live().await?;
    visit.find("html[lang='en'] .lesson").await?;
    let named = "return [...document.querySelectorAll('.frame-problem')].map((line) => line.textContent.match(/“(.*)”/)[1]).sort()";
    let told: Vec<String> = visit.script(named, []).await?;
    same!(told, ["parent=javascript:1", "theme=pink"], "what leads no more is not named");

    let frame = format!(
        "{EAR}<iframe width=900 height=600 src='{}{FILE}?embed&lang=kk&lesson={LESSON}&parent={{here}}'></iframe>",
        server.url()
    );
    let (_folder, elsewhere) = around(visit, &frame)?;
    visit.load(&elsewhere.url()).await?;
    enter(visit).await?;
    let first = lesson.question(1)?;
    Pupil { visit, lesson: &lesson }.answer(first, &first.right_response()).await?;
    visit.browser.session().enter_default_frame().await?;
    visit.until("it is told", "return heard.some((said) => said.type === 'progress')").await?;
    let types =
        "return heard.filter((said) => said.ns === 'shanyraq' && said.type !== 'height').map((said) => said.type)";
    let types: Vec<String> = visit.script(types, []).await?;
    same!(types, ["ready", "answered", "progress"], "the named origin hears of the answer");
    Ok(())
}

async fn in_a_frame_that_has_no_address_pages_change_all_the_same(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let lesson = dist.lesson("kk", LESSON)?;
    let file = fs::read_to_string(dist.folder().join(FILE))?;
    let file = file.replace('&', "&amp;").replace('"', "&quot;");
    let (_folder, elsewhere) = around(
        visit,
        &format!("{EAR}<iframe sandbox=allow-scripts width=1000 height=650 srcdoc=\"{file}\"></iframe>"),
    )?;
    visit.load(&elsewhere.url()).await?;
    enter(visit).await?;
    ensure!(!visit.shows(".full-version").await?, "there is no address that would lead anywhere");
    visit.click("a[data-language='kk']").await?;
    visit.click(".course-map a[href*='nine-seats']").await?;
    visit.reads("h1", &lesson.page.title).await?;
    answers_two(visit, &lesson).await?;
    visit.browser.session().enter_default_frame().await?;
    let heights = "return heard.filter((said) => said.ns === 'shanyraq' && said.type === 'height').length > 1";
    visit.until("heights are said as pages change", heights).await
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
    let server = visit.dist()?.serve(Options::default())?;
    for sandbox in ["", "sandbox=allow-scripts"] {
        let asked = format!("?embed&lang=kk&lesson={LESSON}&theme=pink");
        let frame =
            format!("<iframe title=A {sandbox} width=320 height=500 src='{}{FILE}{asked}'></iframe>", server.url());
        let (_folder, elsewhere) = around(visit, &frame)?;
        visit.load(&elsewhere.url()).await?;
        enter(visit).await?;
        let found = axe.look(visit).await?;
        ensure!(found.is_empty(), "in a frame, {sandbox}: {}", found.join("\n  "));
    }
    Ok(())
}

/// A page of somebody else around a frame, on an origin of its own, for which `{here}` stands.
fn around(visit: &Visit, frame: &str) -> Result<(Temporary, Server)> {
    let folder = Temporary::folder("host-page")?;
    let server = Server::start(folder.path(), Options { host: Host::Localhost, ..Options::default() })?;
    fs::write(folder.path().join("index.html"), host_page(&frame.replace("{here}", &server.origin())))?;
    // Firefox says of every frame of another origin where it keeps things.
    visit.expect_complaint("dynamic state partitioning");
    Ok((folder, server))
}

fn host_page(frame: &str) -> String {
    format!(
        "<!doctype html><meta charset=utf-8><link rel=icon href=data:,><title>A page of somebody else</title>{frame}"
    )
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
    let dist = Dist::find()?;
    let (raw, packed) = (fs::read(dist.folder().join(FILE))?.len(), dist.brotli(FILE)?);
    let remedy = "see ARCHITECTURE.md, “One file”: what could be left out first are the pages to print \
                  (src/bin/prerender/whole.rs, `gather`), a tenth of it";
    ensure!(raw <= RAW, "{FILE} has {raw} bytes, and may have {RAW}; {remedy}");
    ensure!(packed <= PACKED, "{FILE} has {packed} bytes in brotli, and may have {PACKED}; {remedy}");
    Ok(())
}
