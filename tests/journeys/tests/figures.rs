//! The page of figures: a time is chosen by keyboard, what was so then is shown, and nothing else; and it is said.

use anyhow::{Result, ensure};
use journeys::{Visit, fill, journeys, same, word};
use serde_json::json;
use shanyraq::course::Date;
use thirtyfour::Key;
use xtask::server::{Options, Server};

use crate::keyboard::tab_to;

journeys!(a_year_is_chosen_by_keyboard_and_said a_day_is_chosen_and_all_years_come_back the_drawing_shows_a_year_and_moves_with_it);
journeys!(without_javascript_the_figures_show_all_years in chromium);

const YEAR: &str = "#chronicle .year input";

async fn open(visit: &Visit) -> Result<Server> {
    let server = visit.dist()?.serve(Options::default())?;
    visit.load(&format!("{}en/figures/", server.url())).await?;
    visit.find("html.js #chronicle li[data-from][hidden]").await?;
    Ok(server)
}

async fn a_year_is_chosen_by_keyboard_and_said(visit: &Visit) -> Result<()> {
    let _server = open(visit).await?;
    shows(visit, "chronicle", "2013").await?;
    same!(visit.text("#chronicle .announcer").await?, "", "nothing is said before anything is chosen");
    tab_to(visit, YEAR).await?;
    for year in (2007..2013).rev() {
        visit.press(Key::Left).await?;
        let year = year.to_string();
        visit.reads("#chronicle .year strong", &year).await?;
        let (spans, events) = shows(visit, "chronicle", &year).await?;
        let said = said("chronicle-chosen", &[("date", &year), ("spans", &spans), ("events", &events)])?;
        visit.reads("#chronicle .announcer", &said).await?;
    }
    ensure!(visit.has(&format!("{YEAR}:focus")).await?, "the focus stays where it was");
    visit.press(Key::Home).await?;
    visit.reads("#chronicle .year strong", "1992").await?;
    ensure!(visit.shows("#chronicle .nothing").await?, "where nothing is known, the page says so");
    tab_to(visit, "#chronicle button.on").await?;
    visit.press(Key::Enter).await?;
    visit.reads("#chronicle .year strong", "1993").await?;
    ensure!(!visit.shows("#chronicle .nothing").await?, "something is known of 1993");
    tab_to(visit, "#institution .year input").await?;
    visit.press(Key::End).await?;
    let (spans, _) = shows(visit, "institution", "2026").await?;
    let said = said("institution-chosen", &[("date", "2026"), ("spans", &spans)])?;
    visit.reads("#institution .announcer", &said).await?;
    shows(visit, "chronicle", "1993").await.map(drop)
}

async fn a_day_is_chosen_and_all_years_come_back(visit: &Visit) -> Result<()> {
    let _server = open(visit).await?;
    choose(visit, YEAR, "2007").await?;
    ensure!(!visit.shows("#chronicle .day select").await?, "a day is asked for when there is a month");
    choose(visit, "#chronicle .month select", "5").await?;
    shows(visit, "chronicle", "2007-05").await?;
    for day in ["20", "21", "31"] {
        choose(visit, "#chronicle .day select", day).await?;
        shows(visit, "chronicle", &format!("2007-05-{day}")).await?;
    }
    choose(visit, "#chronicle .month select", "2").await?;
    shows(visit, "chronicle", "2007-02").await?;
    visit.click("#chronicle button.all").await?;
    visit.reads("#chronicle .year strong", &word("en", "all-years")?).await?;
    ensure!(!visit.has("#chronicle li[data-from][hidden]").await?, "all years show everything");
    visit.click("#chronicle button.back").await?;
    ensure!(visit.has("#chronicle button.all[aria-pressed='false']").await?, "a year is chosen again");
    shows(visit, "chronicle", "2006-02").await.map(drop)
}

async fn the_drawing_shows_a_year_and_moves_with_it(visit: &Visit) -> Result<()> {
    let _server = open(visit).await?;
    let ticks = "return document.querySelectorAll('#chronicle .axis text').length";
    choose(visit, YEAR, "2022").await?;
    visit.click("#chronicle .scale label:last-of-type").await?;
    visit.until("the axis names twelve months", &format!("{ticks} === 12")).await?;
    // 5 June is in the fifth twelfth of the year, whatever it is called.
    let seen = "const marks = [...document.querySelectorAll('#chronicle .mark.holds')].map((mark) => parseFloat(mark.getAttribute('x')));
        return marks.length > 1 && marks.every((x) => x >= 0 && x < 100) && marks.some((x) => x > 41 && x < 50) || marks";
    visit.until("the marks of the year stand within it", seen).await?;
    visit.click("#chronicle .scale label:first-of-type").await?;
    visit.until("the axis names years again", &format!("{ticks} < 12")).await
}

async fn without_javascript_the_figures_show_all_years(visit: &Visit) -> Result<()> {
    let server = visit.dist()?.serve(Options::default())?;
    visit.browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    visit.load(&format!("{}kk/figures/", server.url())).await?;
    visit.find("#chronicle").await?;
    ensure!(!visit.shows(".chooser").await? && !visit.shows(".scale").await?, "nothing is offered that does nothing");
    let hidden =
        "return [...document.querySelectorAll('li[data-from]')].filter((entry) => !entry.checkVisibility()).length";
    same!(visit.script::<usize>(hidden, []).await?, 0, "every entry is shown");
    Ok(())
}

/// Chooses a value as a hand or a key would.
async fn choose(visit: &Visit, control: &str, value: &str) -> Result<()> {
    let set = "const control = document.querySelector(arguments[0]); control.value = arguments[1];
        control.dispatchEvent(new Event('input', { bubbles: true }))";
    visit.script(set, [json!(control), json!(value)]).await
}

/// What is said when something is chosen.
fn said(name: &str, values: &[(&str, &str)]) -> Result<String> {
    Ok(fill(&word("en", name)?, values))
}

/// Sees that a figure shows what was so at a time, and nothing else. Gives how many spans and events that is.
async fn shows(visit: &Visit, figure: &str, time: &str) -> Result<(String, String)> {
    let time: Date = time.parse()?;
    let days = time.days();
    let entries = "return [...document.querySelectorAll(`#${arguments[0]} li[data-from]`)].map((entry) => [
        +entry.dataset.from, +(entry.dataset.over || 1e9), entry.checkVisibility(), entry.querySelectorAll('.told').length])";
    let (mut spans, mut events) = (0, 0);
    for (from, over, is_shown, told) in visit.script::<Vec<(u32, u32, bool, u32)>>(entries, [json!(figure)]).await? {
        let holds = from < days.end && over > days.start;
        ensure!(is_shown == holds, "what began with {from} and was over with {over} is shown in {time}: {is_shown}");
        if holds {
            spans += u32::from(told == 0);
            events += told;
        }
    }
    let empty = "return [...document.querySelectorAll(`#${arguments[0]} .holder:not([hidden])`)].filter((holder) => !holder.querySelector('li[data-from]:not([hidden])')).length";
    same!(visit.script::<usize>(empty, [json!(figure)]).await?, 0, "what holds nothing is not shown");
    Ok((spans.to_string(), events.to_string()))
}
