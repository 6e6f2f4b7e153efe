//! The pages to look things up in, and facts past their review date.

use std::fs;

use anyhow::{Context, Result, ensure};
use journeys::{Pupil, Temporary, Visit, journeys, same};
use serde_json::json;
use xtask::server::Options;

journeys!(
    claims_are_chosen_by_kind_and_finding
    the_glossary_shows_its_languages_side_by_side
    a_card_leads_to_its_claim_and_back_to_its_section
    facts_past_their_review_date_say_so
);
journeys!(without_javascript_all_claims_are_shown in chromium);

/// The claims that are shown.
const SHOWN: &str =
    "return [...document.querySelectorAll('.claim-card')].filter((card) => card.checkVisibility()).length";

async fn choose(visit: &Visit, list: &str, value: &str) -> Result<()> {
    let choose = "const e = document.querySelector(`select[name=${arguments[0]}]`); e.value = arguments[1]; e.dispatchEvent(new Event('change', { bubbles: true }))";
    visit.script::<()>(choose, [json!(list), json!(value)]).await
}

async fn claims_are_chosen_by_kind_and_finding(visit: &Visit) -> Result<()> {
    let server = visit.dist()?.serve(Options::default())?;
    visit.load(&format!("{}en/claims/", server.url())).await?;
    same!(visit.script::<u32>(SHOWN, []).await?, 100, "all are shown");
    choose(visit, "kind", "fact").await?;
    same!(visit.script::<u32>(SHOWN, []).await?, 52, "facts alone");
    choose(visit, "finding", "contradicted").await?;
    same!(visit.script::<u32>(SHOWN, []).await?, 1, "the fact of which sources say otherwise");
    ensure!(visit.text(".filter [role=status]").await?.contains('1'), "how many are shown is said");
    let headings = "return [...document.querySelectorAll('.paragraph h2')].filter((h) => h.checkVisibility()).length";
    same!(visit.script::<u32>(headings, []).await?, 1, "no heading stands over nothing");
    visit.script::<()>("location.hash = '#forum-1992'", []).await?;
    visit.until("a link to a claim that was not shown shows all", &SHOWN.replace("length", "length === 100")).await
}

async fn the_glossary_shows_its_languages_side_by_side(visit: &Visit) -> Result<()> {
    let server = visit.dist()?.serve(Options::default())?;
    visit.load(&format!("{}kk/glossary/#quota", server.url())).await?;
    let definition = "#quota [lang='ru'] .definition";
    ensure!(visit.shows("#quota [lang='ru'] .name").await?, "what a term is called in Russian");
    ensure!(!visit.shows(definition).await?, "what is said of it in Russian waits");
    visit.click("label[for='all-languages']").await?;
    ensure!(visit.shows(definition).await?, "it is there on request");
    ensure!(visit.shows("#quota [lang='en'] .definition").await?, "in English too");
    visit.click("#quota .used a").await?;
    visit.find(".lesson").await.map(drop)
}

async fn a_card_leads_to_its_claim_and_back_to_its_section(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options { prefix: "/a/b/".to_owned(), ..Options::default() })?;
    visit.open(&format!("{}kk/nine-seats/", server.url())).await?;
    visit.click(".claims > summary").await?;
    visit.click("#claim-nine-from-assembly a[href*='claims']").await?;
    visit.find("main.claims").await?;
    same!(visit.address().await?, "/a/b/kk/claims/#nine-from-assembly", "the page of claims, at this one");
    visit.click("#nine-from-assembly .uses > summary").await?;
    visit.click("#nine-from-assembly .uses a[href*='nine-seats']").await?;
    visit.find(".lesson").await?;
    ensure!(visit.address().await?.starts_with("/a/b/kk/nine-seats/#"), "a section of the lesson");
    Ok(())
}

/// The dates of the course are set back: the clock of the device cannot be.
async fn facts_past_their_review_date_say_so(visit: &Visit) -> Result<()> {
    let folder = Temporary::folder("stale")?;
    let dist = visit.dist()?.copy_to(folder.path())?;
    let server = dist.serve(Options::default())?;
    let path = "kk/nine-seats/";
    visit.open(&format!("{}{path}", server.url())).await?;
    ensure!(visit.has(".then-and-now past-review[hidden]").await?, "before that date nothing is said");
    visit.load("about:blank").await?;
    for file in ["index.html", "data.json"] {
        let file = folder.path().join(path).join(file);
        let text = fs::read_to_string(&file)?;
        let past = text.replace("2027-07-01", "2026-07-01");
        ensure!(past != text, "{} has facts that want checking again", file.display());
        fs::write(&file, past)?;
    }
    let lesson = dist.lesson("kk", "nine-seats")?;
    visit.open(&format!("{}{path}", server.url())).await?;
    ensure!(visit.shows(".then-and-now past-review").await?, "a box then and now says so");
    // A card that the program puts in.
    let stale = |question: &&std::rc::Rc<shanyraq::quiz::Question>| {
        question.claims.first().is_some_and(|claim| claim.as_str() == "nine-from-assembly")
    };
    let question = lesson.page.questions().find(stale).context("a question rests on the nine seats")?;
    Pupil { visit, lesson: &lesson }.answer(question, &question.right_response()).await?;
    visit.click(&format!("#{} .why > summary", question.id)).await?;
    ensure!(visit.shows(&format!("#{} .why past-review", question.id)).await?, "a claim behind an answer says so");
    Ok(())
}

async fn without_javascript_all_claims_are_shown(visit: &Visit) -> Result<()> {
    let server = visit.dist()?.serve(Options::default())?;
    visit.browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    visit.load(&format!("{}ru/claims/", server.url())).await?;
    same!(visit.script::<u32>(SHOWN, []).await?, 100, "all claims are there");
    ensure!(!visit.shows(".filter").await?, "no list that does nothing");
    visit.load(&format!("{}ru/glossary/", server.url())).await?;
    visit.click("label[for='all-languages']").await?;
    ensure!(visit.shows("#quota [lang='kk'] .definition").await?, "the other languages come without a script");
    Ok(())
}
