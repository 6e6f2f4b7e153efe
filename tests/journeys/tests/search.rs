//! Search: what is typed finds its place in the course, whatever the keyboard; without the network the page says so.

use anyhow::{Result, ensure};
use journeys::{Visit, fill, journeys, same};
use serde_json::json;
use thirtyfour::Key;
use xtask::server::Options;

journeys!(
    a_word_finds_its_place_however_it_is_typed_and_one_goes_there_by_keyboard
    what_can_be_found_is_loaded_when_it_is_wanted_and_once
    a_link_asks_and_the_letters_at_hand_type
    with_the_network_cut_the_page_says_so_and_later_finds
    what_was_typed_before_the_program_ran_is_looked_for
);

const FIELD: &str = "search .typed";
const FIRST: &str = ".found li:first-child a";

async fn a_word_finds_its_place_however_it_is_typed_and_one_goes_there_by_keyboard(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let (outline, _) = dist.cover("kk")?;
    visit.open(&format!("{}kk/", server.url())).await?;
    // The link in the foot is the way there.
    visit.click(".foot li:first-child a").await?;
    visit.find(".search-page").await?;
    for typed in ["ассамблеяның", "Accaмблея", "асамблеяның", "assambleia", "fccfv,ktz"] {
        visit.type_into(FIELD, typed).await?;
        visit.until("something is found", "return document.querySelectorAll('.found li').length > 3").await?;
        let marked: String = visit.script("return document.querySelector('.found mark').textContent", []).await?;
        ensure!(marked.to_lowercase().starts_with("ассамблея"), "“{typed}” finds “{marked}”");
        visit.type_into(FIELD, "zxzxzxzx").await?;
        visit.reads(".search-page .number", &outline.words.search_none).await?;
    }
    visit.type_into(FIELD, "сенатка").await?;
    visit.find(FIRST).await?;
    let (said, here) = (visit.text(".search-page .number").await?, visit.address().await?);
    visit
        .until_with(
            "the number is said",
            "return document.querySelector('.announcer').textContent.trim() === arguments[0]",
            vec![json!(said)],
        )
        .await?;
    let link: String =
        visit.script("return document.querySelector(arguments[0]).getAttribute('href')", [json!(FIRST)]).await?;
    // Past the letters at hand to the first result.
    for _ in 0..12 {
        if visit.has(&format!("{FIRST}:focus")).await? {
            break;
        }
        visit.press(Key::Tab).await?;
    }
    ensure!(visit.has(&format!("{FIRST}:focus")).await?, "the tabulator reaches the first result");
    visit.press(Key::Enter).await?;
    let target = link.rsplit("../").next().unwrap_or_default().to_owned();
    visit.until_with("one is there", "return location.href.endsWith(arguments[0])", vec![json!(target)]).await?;
    if let Some((_, anchor)) = target.split_once('#') {
        visit.find(&format!("[id='{anchor}']")).await?;
    }
    ensure!(visit.address().await? != here, "one is elsewhere");
    Ok(())
}

async fn what_can_be_found_is_loaded_when_it_is_wanted_and_once(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    visit.open(&format!("{}en/search/", server.url())).await?;
    visit.drawn().await?;
    let asked = || server.log().iter().filter(|hit| hit.path == "/en/search.json").count();
    same!(asked(), 0, "nobody has wanted it yet");
    visit.type_into(FIELD, "assemb").await?;
    visit.find(FIRST).await?;
    visit.type_into(FIELD, "senate").await?;
    visit.find(FIRST).await?;
    same!(asked(), 1, "it is loaded once");
    visit.type_into(FIELD, "zxzxzxzx").await?;
    let (outline, _) = dist.cover("en")?;
    visit.reads(".search-page .number", &outline.words.search_none).await
}

async fn a_link_asks_and_the_letters_at_hand_type(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    visit.open(&format!("{}kk/search/?query=%D2%9B%D0%B0%D0%B7%D0%B0%D2%9B", server.url())).await?;
    visit.find(FIRST).await?;
    let typed = "return document.querySelector('search .typed').value";
    same!(visit.script::<String>(typed, []).await?, "қазақ", "the field says what is asked");
    visit.type_into(FIELD, "шаңыра").await?;
    visit.click(".keys button:nth-child(3)").await?;
    same!(visit.script::<String>(typed, []).await?, "шаңырақ", "the letter is typed");
    visit
        .until(
            "it is found",
            "return document.querySelector('.found mark')?.textContent.toLowerCase().startsWith('шаңыра')",
        )
        .await?;
    let (outline, _) = dist.cover("kk")?;
    let number: usize = visit
        .script("return Number(document.querySelector('.search-page .number').textContent.replace(/\\D+/g, ''))", [])
        .await?;
    same!(
        visit.text(".search-page .number").await?,
        fill(&outline.words.search_found, &[("n", &number.to_string())]),
        "the number is said"
    );
    Ok(())
}

async fn with_the_network_cut_the_page_says_so_and_later_finds(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let (outline, _) = dist.cover("ru")?;
    visit.open(&format!("{}ru/search/", server.url())).await?;
    server.cut();
    visit.expect_complaint("/ru/search.json");
    visit.expect_complaint("icon.svg");
    visit.type_into(FIELD, "ассамблея").await?;
    visit.reads(".search-page .problem", &outline.words.search_not_fetched).await?;
    server.restore();
    visit.type_into(FIELD, "ассамблеи").await?;
    visit.find(FIRST).await?;
    ensure!(!visit.has(".search-page .problem").await?, "the line is gone");
    Ok(())
}

async fn what_was_typed_before_the_program_ran_is_looked_for(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let delay = vec![(".wasm".to_owned(), std::time::Duration::from_secs(2))];
    let server = dist.serve(Options { delay, ..Options::default() })?;
    visit.load(&format!("{}ru/search/", server.url())).await?;
    ensure!(!visit.shows(".search-page .shown-answer").await?, "the program is on its way");
    visit.type_into(FIELD, "мажилис").await?;
    visit.live().await?;
    visit.find(FIRST).await?;
    same!(
        visit.script::<String>("return document.querySelector('search .typed').value", []).await?,
        "мажилис",
        "it is still there"
    );
    Ok(())
}
