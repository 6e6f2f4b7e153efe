//! Practice and progress: papers from links, what is due, the passport from one device to another, starting over.

use anyhow::{Context, Result, ensure};
use journeys::{Visit, fill, journeys, same};
use serde_json::json;
use xtask::server::{Options, Server};

journeys!(
    the_same_seed_gives_the_same_paper_and_a_reload_goes_on_with_it
    a_link_with_questions_that_are_gone_says_so_and_asks_the_rest
    what_was_learned_long_ago_is_due_today
    a_passport_takes_progress_to_another_device
    starting_over_is_confirmed_and_can_be_undone
);

const KEY: &str = "shanyraq.progress";

/// Progress as the first version kept it: one question of a lesson answered rightly in November 2023.
const LONG_AGO: &str = r#"{"version":1,"answers":{"fact-among-views":{"revision":1,"response":"unsure","points":1,"of":1,"at":1700000000000,"tries":1}},"drafts":{}}"#;

fn serve(visit: &Visit) -> Result<Server> {
    visit.dist()?.serve(Options::default())
}

/// Walks through the paper to its last question; gives the names of its questions.
async fn walk(visit: &Visit) -> Result<Vec<String>> {
    let mut asked = Vec::new();
    loop {
        visit.find(".question-card").await?;
        asked.push(visit.script("return document.querySelector('.question-card').id", []).await?);
        if visit.has(".turns .finish").await? {
            return Ok(asked);
        }
        visit.click(".turns button:last-child").await?;
        visit.drawn().await?;
    }
}

async fn the_same_seed_gives_the_same_paper_and_a_reload_goes_on_with_it(visit: &Visit) -> Result<()> {
    let server = serve(visit)?;
    let address = format!("{}en/practice/?mode=final&seed=7&n=5", server.url());
    visit.open(&address).await?;
    let first = walk(visit).await?;
    same!(first.len(), 5, "as many questions as were asked for");
    visit.click(".question-card .options input, .question-card .groups input, .question-card .typed, .question-card select, .question-card .order button").await?;
    visit.browser.session().refresh().await?;
    visit.live().await?;
    same!(walk(visit).await?, first, "a reload goes on with the same paper");
    visit.click(".turns .finish").await?;
    visit.find(".result .score").await?;
    let shown: usize = visit.script("return document.querySelectorAll('.question-card').length", []).await?;
    same!(shown, 5, "the result shows every question");
    // Another language, as another device would: the seed decides.
    visit.open(&format!("{}kk/practice/?mode=final&seed=7&n=5", server.url())).await?;
    same!(walk(visit).await?, first, "the same seed, the same paper");
    visit.open(&format!("{}kk/practice/?mode=final&seed=8&n=5", server.url())).await?;
    ensure!(walk(visit).await? != first, "another seed, another paper");
    Ok(())
}

async fn a_link_with_questions_that_are_gone_says_so_and_asks_the_rest(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let (outline, _) = dist.cover("ru")?;
    let link = "?mode=check&q=why-accord-first,gone-for-good,fact-among-views&order=fixed&n=nine&foo=1";
    visit.open(&format!("{}ru/practice/{link}", server.url())).await?;
    same!(walk(visit).await?, ["why-accord-first", "fact-among-views"], "the rest is asked, in the order of the link");
    let told: Vec<String> =
        visit.script("return [...document.querySelectorAll('.problem')].map((p) => p.textContent)", []).await?;
    ensure!(
        told.contains(&fill(&outline.words.missing, &[("list", "gone-for-good")])),
        "what is gone is named: {told:?}"
    );
    ensure!(told.contains(&fill(&outline.words.bad_value, &[("value", "nine")])), "what cannot be is named: {told:?}");
    same!(told.len(), 2, "what is not known is ignored");
    Ok(())
}

async fn what_was_learned_long_ago_is_due_today(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let cover = format!("{}kk/", server.url());
    visit.open(&cover).await?;
    ensure!(!visit.has(".today").await?, "before the first answer nothing is due");
    visit.store(KEY, LONG_AGO).await?;
    visit.open(&cover).await?;
    visit.click(".today a").await?;
    visit.live().await?;
    let goal = dist.lesson("kk", "idea-to-decree")?;
    let goal = goal.page.questions().find(|question| question.id.as_str() == "fact-among-views");
    let goal = goal.context("the question that was answered")?.goal.clone();
    let (outline, _) = dist.cover("kk")?;
    for question in walk(visit).await? {
        let entry = outline.bank.entries().iter().find(|entry| entry.question.as_str() == question);
        same!(entry.map(|entry| &entry.goal.goal), Some(&goal), "{question} tests the goal that is due");
        ensure!(question != "fact-among-views", "a second visit asks in other words");
    }
    Ok(())
}

async fn a_passport_takes_progress_to_another_device(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let (outline, _) = dist.cover("en")?;
    let progress = format!("{}en/progress/", server.url());
    visit.open(&progress).await?;
    visit.store(KEY, LONG_AGO).await?;
    visit.open(&progress).await?;
    visit.find(".qr-code").await?;
    let passport: String = visit.script("return document.querySelector('.passport textarea').value", []).await?;
    ensure!(passport.starts_with("SHQ1-"), "the passport is a text: {passport}");

    // Another device.
    visit.script::<()>("localStorage.clear()", []).await?;
    visit.open(&progress).await?;
    ensure!(!visit.has(".mastery .level-1, .mastery .level-2").await?, "nothing is known here yet");
    let read = async |text: &str, said: &str| -> Result<()> {
        let put = "document.querySelector('#read-passport textarea').value = arguments[0]";
        visit.script::<()>(put, [json!(text)]).await?;
        visit.click("#read-passport .read").await?;
        visit.reads("#read-passport .said p", said).await
    };
    let mistyped = passport.replacen("SHQ1-", "SHQ1-0", 1);
    read(&mistyped, &outline.words.refused_damaged).await?;
    read("hello", &outline.words.refused_foreign).await?;
    read(" ", &outline.words.refused_empty).await?;
    ensure!(!visit.has(".qr-code").await?, "what is refused changes nothing");
    read(&passport.to_lowercase(), &outline.words.read_done).await?;
    visit.find(".mastery li:not(.level-0)").await?;
    visit.open(&format!("{}en/", server.url())).await?;
    visit.open(&format!("{progress}#{passport}")).await?;
    let put: String = visit.script("return document.querySelector('#read-passport textarea').value", []).await?;
    same!(put, passport, "a passport in the address waits to be read");
    Ok(())
}

async fn starting_over_is_confirmed_and_can_be_undone(visit: &Visit) -> Result<()> {
    let server = serve(visit)?;
    let progress = format!("{}en/progress/", server.url());
    visit.open(&progress).await?;
    visit.store(KEY, LONG_AGO).await?;
    visit.open(&progress).await?;
    visit.find(".mastery li:not(.level-0)").await?;
    visit.click(".start-over details:last-of-type summary").await?;
    visit.find(".mastery li:not(.level-0)").await?;
    visit.click(".start-over details:last-of-type .erase").await?;
    let gone = "return document.querySelector('.mastery li:not(.level-0)') === null";
    visit.until("everything is erased", gone).await?;
    visit.click(".start-over .undo").await?;
    visit.find(".mastery li:not(.level-0)").await?;
    visit.open(&progress).await?;
    visit.find(".mastery li:not(.level-0)").await.map(drop)
}
