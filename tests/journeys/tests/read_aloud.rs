//! What a screen reader is told of questions and of figures: roles, names, states and announcements, by the reckoning of
//! each engine, in three languages. How the states of answered questions stand in the accessibility tree is seen in
//! Chromium, which alone lets its tree be read.

use anyhow::{Context, Result, ensure};
use journeys::pupil::verdict;
use journeys::{Engine, LANGUAGES, Pupil, Visit, journeys, same, word};
use serde_json::{Value, json};
use shanyraq::quiz::samples::wrong_response;
use shanyraq::quiz::{Question, Response};
use thirtyfour::{By, Key};
use xtask::server::Options;

use crate::kinds::{LESSON, one_of_each_kind, open_afresh};

journeys!(every_kind_tells_what_it_asks_and_what_became_of_it the_figures_tell_what_they_show);
journeys!(every_question_stands_in_the_tree in chromium);

async fn every_kind_tells_what_it_asks_and_what_became_of_it(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    for language in LANGUAGES {
        let lesson = open_afresh(visit, &dist, &server, language).await?;
        same!(visit.told("#app > .announcer").await?.role, "status", "what is announced is live");
        for question in one_of_each_kind(&lesson) {
            let what = || format!("{} in {language}", question.id);
            tells_what_it_asks(visit, question).await.with_context(what)?;
            let response = wrong_response(question);
            Pupil { visit, lesson: &lesson }.answer(question, &response).await?;
            let verdict = verdict(&lesson.words, question.mark(&response))?;
            visit.reads("#app > .announcer", &format!("{verdict}. {}", question.explanation)).await?;
            tells_what_became_of_it(visit, question, &verdict).await.with_context(what)?;
            if visit.browser.engine == Engine::Chromium {
                stands_answered_in_the_tree(visit, question, &verdict).await.with_context(what)?;
            }
        }
    }
    Ok(())
}

/// What can be worked in a question.
const CONTROLS: &str = "fieldset :is(input, select, button), .actions button";

/// A question is a group that is called as it asks; all that can be worked in it is what it looks like, and is called as
/// is written beside it.
async fn tells_what_it_asks(visit: &Visit, question: &Question) -> Result<()> {
    let card = format!("#{}", question.id);
    // What is far away is not told of before it comes near.
    let near = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })";
    visit.script::<()>(near, [json!(card)]).await?;
    visit.drawn().await?;
    let group = visit.told(&format!("{card} fieldset")).await?;
    same!(group.role, "group", "a question is a group");
    ensure!(group.name.contains(&*question.prompt), "the group is called “{}”", group.name);
    let looks = "return [...document.getElementById(arguments[0]).querySelectorAll(arguments[1])].map((e) => {
        const words = (e.closest('label') || e).cloneNode(true);
        words.querySelectorAll('select').forEach((select) => select.remove());
        return [{ 'select-one': 'combobox', text: 'textbox' }[e.type] || e.type,
            (e.getAttribute('aria-label') || words.textContent).trim().split(/\\s+/).join(' ')];
    })";
    let looks: Vec<(String, String)> = visit.script(looks, [json!(question.id.as_str()), json!(CONTROLS)]).await?;
    ensure!(looks.len() > 2, "there is something to work");
    let card = visit.find(&card).await?;
    for (control, (role, name)) in card.find_all(By::Css(CONTROLS)).await?.iter().zip(&looks) {
        let told = visit.told_of(control).await?;
        // WebKit calls a select element what it looks like there, a button that opens a menu, and says its choice too.
        let is_menu_button = visit.browser.engine == Engine::WebKit && role == "combobox" && told.role == "button";
        ensure!(told.role == *role || is_menu_button, "“{name}” is no {role}, but {}", told.role);
        let is_called = told.name == *name || is_menu_button && told.name.starts_with(name);
        ensure!(is_called && !name.is_empty(), "a {role} is called “{}”, and “{name}” is beside it", told.name);
    }
    Ok(())
}

/// What was chosen in an answered question is told, and cannot be changed; the focus is on the verdict.
async fn tells_what_became_of_it(visit: &Visit, question: &Question, verdict: &str) -> Result<()> {
    let count = async |state: &str| -> Result<usize> {
        let count = "return document.getElementById(arguments[0]).querySelectorAll(`fieldset :is(input, select)${arguments[1]}`).length";
        visit.script(count, [json!(question.id.as_str()), json!(state)]).await
    };
    same!(count(":enabled").await?, 0, "an answered question cannot be changed");
    if let Response::Chosen(options) = wrong_response(question) {
        same!(count(":checked").await?, options.len(), "what was chosen is told");
    }
    let focused = visit.browser.session().active_element().await?;
    let text = visit.script::<String>("return arguments[0].textContent", [focused.to_json()?]).await?;
    ensure!(text.contains(verdict), "the focus is on “{text}”, and not on the verdict “{verdict}”");
    Ok(())
}

/// Each figure is a figure with a name, each drawing is an image that says in words what it shows or is not told of at
/// all, and whatever can be worked says what it is, what it is called and how it stands.
async fn the_figures_tell_what_they_show(visit: &Visit) -> Result<()> {
    let server = visit.dist()?.serve(Options::default())?;
    for language in LANGUAGES {
        visit.load(&format!("{}{language}/figures/", server.url())).await?;
        visit.find("html.js #chronicle li[data-from][hidden]").await?;
        for figure in visit.browser.session().find_all(By::Css("figure")).await? {
            let title = "return arguments[0].querySelector('figcaption strong').textContent";
            let title: String = visit.script(title, [figure.to_json()?]).await?;
            let told = visit.told_of(&figure).await?;
            same!(told.role, "figure", "what “{title}” is");
            ensure!(told.name.contains(&title), "the figure “{title}” is called “{}”", told.name);
        }
        let drawings =
            visit.browser.session().find_all(By::Css("figure svg:not([aria-hidden] *, [aria-hidden])")).await?;
        same!(drawings.len(), 4, "four chambers are drawn");
        for (drawing, numbers) in drawings.iter().zip([&["67", "10"][..], &["98", "9"], &["98"], &["145"]]) {
            let told = visit.told_of(drawing).await?;
            ensure!(["img", "image"].contains(&&*told.role), "a drawing is no image, but {}", told.role);
            for number in numbers {
                ensure!(told.name.contains(number), "“{}” does not say {number}", told.name);
            }
        }
        for figure in ["chronicle", "institution"] {
            tells_of_a_time(visit, language, figure).await.with_context(|| format!("{figure} in {language}"))?;
        }
        let scale = visit.told("#chronicle .scale").await?;
        same!((&*scale.role, scale.name), ("group", visit.text("#chronicle .scale legend").await?), "the scale");
    }
    Ok(())
}

/// A time is chosen by a slider and buttons, and what is shown for it is announced.
async fn tells_of_a_time(visit: &Visit, language: &str, figure: &str) -> Result<()> {
    let slider = format!("#{figure} .year input");
    let told = visit.told(&slider).await?;
    same!(told.role, "slider", "what chooses a year");
    same!(told.name, visit.text(&format!("#{figure} .year span")).await?, "it is called as is written beside it");
    same!(visit.told(&format!("#{figure} .announcer")).await?.role, "status", "what is announced is live");
    for (button, name) in [("back", "earlier"), ("on", "later"), ("all", "all-years")] {
        let told = visit.told(&format!("#{figure} button.{button}")).await?;
        same!((told.role, told.name), ("button".to_owned(), word(language, name)?), "a button");
    }
    let pressed = async || visit.has(&format!("#{figure} button.all[aria-pressed='true']")).await;
    ensure!(!pressed().await?, "one year is shown");
    visit.script::<()>("document.querySelector(arguments[0]).focus()", [json!(slider)]).await?;
    visit.press(Key::Left).await?;
    visit
        .until(
            "the year before is announced",
            &format!("return document.querySelector('#{figure} .announcer').textContent.includes('2012')"),
        )
        .await?;
    same!(visit.find(&slider).await?.value().await?, Some("2012".to_owned()), "the slider stands there");
    visit.click(&format!("#{figure} button.all")).await?;
    visit
        .until("all years are shown", &format!("return !document.querySelector('#{figure} li[data-from][hidden]')"))
        .await?;
    ensure!(pressed().await?, "that all years are shown is told");
    Ok(())
}

/// What the accessibility tree of Chromium says of every question: each input has a role and a name of its own.
async fn every_question_stands_in_the_tree(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let lesson = dist.lesson("en", LESSON)?;
    visit.open(&format!("{}en/{LESSON}/", server.url())).await?;
    // What is far away is not in the tree before it comes near.
    let near = "document.querySelectorAll('.section').forEach((s) => { s.style.contentVisibility = 'visible'; })";
    visit.script::<()>(near, []).await?;
    visit.drawn().await?;
    let nodes = tree(visit).await?;
    let of_role = |role: &str| -> Vec<String> {
        nodes.iter().filter(|node| said(node, "role") == role).map(|node| said(node, "name")).collect()
    };
    for role in ["radio", "checkbox", "combobox", "textbox", "button"] {
        let names = of_role(role);
        ensure!(!names.is_empty(), "there is no {role} in the tree");
        ensure!(names.iter().all(|name| !name.trim().is_empty()), "a {role} has no name: {names:?}");
    }
    let groups = of_role("group");
    for question in lesson.page.questions() {
        ensure!(groups.iter().any(|name| name.contains(&*question.prompt)), "no group is named: {}", question.prompt);
    }
    Ok(())
}

/// The inputs of an answered question cannot be changed, what was chosen is told, the focus is on the verdict.
async fn stands_answered_in_the_tree(visit: &Visit, question: &Question, verdict: &str) -> Result<()> {
    visit.drawn().await?;
    let nodes = tree(visit).await?;
    let is_its_group = |node: &&Value| said(node, "role") == "group" && said(node, "name").contains(&*question.prompt);
    let group = nodes.iter().find(is_its_group).context("the question is no group of its name")?;
    let inputs = below(&nodes, group);
    let inputs = inputs.iter().filter(|node| INPUTS.contains(&&*said(node, "role"))).collect::<Vec<_>>();
    ensure!(inputs.iter().all(|input| is(input, "disabled")), "an answered question can be changed");
    if let Response::Chosen(chosen) = wrong_response(question) {
        let checked = inputs.iter().filter(|input| is(input, "checked")).count();
        same!(checked, chosen.len(), "what was chosen is told");
    }
    let has_focus = |node: &&Value| is(node, "focused") && said(node, "role") != "RootWebArea";
    let focused = nodes.iter().find(has_focus).context("nothing has the focus")?;
    let text: String = below(&nodes, focused).iter().map(|node| said(node, "name")).collect();
    ensure!(text.contains(verdict), "the focus is on “{text}”, and not on the verdict “{verdict}”");
    Ok(())
}

/// The roles of inputs.
const INPUTS: [&str; 4] = ["radio", "checkbox", "combobox", "textbox"];

/// The accessibility tree of the page, node by node.
async fn tree(visit: &Visit) -> Result<Vec<Value>> {
    let tree = visit.browser.cdp("Accessibility.getFullAXTree", json!({})).await?;
    tree.get("nodes").and_then(Value::as_array).cloned().context("a tree")
}

/// A word that the tree says of a node.
fn said(node: &Value, key: &str) -> String {
    node.pointer(&format!("/{key}/value")).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Whether the tree says that a node is in a state.
fn is(node: &Value, state: &str) -> bool {
    let states = node.get("properties").and_then(Value::as_array);
    let found = states.into_iter().flatten().find(|one| one.get("name").and_then(Value::as_str) == Some(state));
    let value = found.and_then(|one| one.pointer("/value/value"));
    value.is_some_and(|value| *value != json!(false) && *value != json!("false"))
}

/// A node and all below it.
fn below<'a>(nodes: &'a [Value], top: &'a Value) -> Vec<&'a Value> {
    let mut found = vec![top];
    let mut next = 0;
    while let Some(node) = found.get(next).copied() {
        next += 1;
        let children = node.get("childIds").and_then(Value::as_array).into_iter().flatten();
        for id in children {
            found.extend(nodes.iter().find(|node| node.get("nodeId") == Some(id)));
        }
    }
    found
}
