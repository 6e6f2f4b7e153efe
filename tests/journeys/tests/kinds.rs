//! Every kind of question by keyboard alone, with a finger, with the letters on the screen, half made through a reload
//! and another language, and as it is read to those who do not see it.

use std::rc::Rc;

use anyhow::{Context, Result, bail, ensure};
use journeys::pupil::verdict;
use journeys::{Engine, LANGUAGES, Lesson, Pupil, Visit, journeys, picture, same};
use serde_json::{Value, json};
use shanyraq::quiz::samples::wrong_response;
use shanyraq::quiz::{Question, Response, Task};
use thirtyfour::Key;
use xtask::server::Options;

journeys!(
    every_kind_is_answered_by_keyboard
    every_kind_is_answered_with_a_finger
    letters_on_the_screen_are_typed
    half_made_responses_stay_through_a_reload_and_another_language
);
journeys!(every_input_has_a_name_and_a_role in chromium);
journeys!(every_kind_tells_those_who_do_not_see_what_became_of_it in chromium);

const LESSON: &str = "idea-to-decree";
/// How many kinds of question there are; the lesson asks all of them.
const KINDS: usize = 10;

async fn every_kind_is_answered_by_keyboard(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let lesson = dist.lesson("en", LESSON)?;
    visit.open(&format!("{}en/{LESSON}/", server.url())).await?;
    let pupil = Pupil { visit, lesson: &lesson };
    let mut kinds = Vec::new();
    for question in lesson.page.questions() {
        let Response::Filled(parts) = question.right_response() else { continue };
        if kinds.contains(&question.task.number()) {
            continue;
        }
        kinds.push(question.task.number());
        for (part, what) in &parts {
            let input = format!("#{} [name='{}.{part}']", question.id, question.id);
            put_by_keyboard(visit, &input, what).await.with_context(|| format!("{part} of {}", question.id))?;
            pupil.holds(question, part, what).await?;
        }
        visit.enter(&format!("#{} .check", question.id)).await?;
        pupil.is_told(question, &question.right_response()).await?;
    }
    same!(kinds.len(), 5, "true or false, matching, categories, cloze and short answer were all met");
    Ok(())
}

/// Chooses or types with keys, from the moment the focus is on the first input of the part.
async fn put_by_keyboard(visit: &Visit, input: &str, what: &str) -> Result<()> {
    let focus = "const e = document.querySelector(arguments[0]); e.focus(); return e.type";
    match visit.script::<String>(focus, [json!(input)]).await?.as_str() {
        "radio" => {
            visit.press(Key::Space).await?;
            let is_chosen = "const e = document.activeElement; return e.checked && e.value === arguments[0]";
            for _ in 0..6 {
                if visit.script(is_chosen, [json!(what)]).await? {
                    return Ok(());
                }
                visit.press(Key::Down).await?;
                visit.drawn().await?;
            }
            bail!("the arrow keys do not come to {what}")
        }
        "select-one" => {
            let is_chosen = "return document.activeElement.value === arguments[0]";
            for _ in 0..8 {
                if visit.script(is_chosen, [json!(what)]).await? {
                    return Ok(());
                }
                visit.press(Key::Down).await?;
                visit.drawn().await?;
            }
            bail!("the arrow keys do not come to {what}")
        }
        _ => visit.type_into(input, what).await,
    }
}

async fn letters_on_the_screen_are_typed(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let lesson = dist.lesson("kk", "nine-seats")?;
    visit.open(&format!("{}kk/nine-seats/", server.url())).await?;
    let question = lesson.first(has_keys)?;
    let card = format!("#{}", question.id);
    visit.click(&format!("{card} .typed")).await?;
    visit.type_into(&format!("{card} .typed"), "ab").await?;
    visit.press(Key::Left).await?;
    visit.click(&format!("{card} .keys button:nth-child(3)")).await?;
    let typed = "return document.querySelector(arguments[0]).value";
    let field = json!(format!("{card} .typed"));
    same!(visit.script::<String>(typed, [field]).await?, "aқb", "the letter comes where the caret stands");
    let kept = visit.stored("shanyraq.progress").await?.context("nothing is kept")?;
    ensure!(kept.contains("aқb"), "it is kept like any other letter");
    let focused = "return document.activeElement.matches('.typed')";
    ensure!(visit.script::<bool>(focused, []).await?, "the box keeps the focus");
    Ok(())
}

fn has_keys(question: &Question) -> bool {
    matches!(&question.task, Task::Short(blank) if matches!(blank.expected, shanyraq::quiz::Expected::Words(_)))
}

async fn half_made_responses_stay_through_a_reload_and_another_language(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let lesson = dist.lesson("kk", LESSON)?;
    visit.open(&format!("{}kk/{LESSON}/", server.url())).await?;
    let pupil = Pupil { visit, lesson: &lesson };
    let mut half = Vec::new();
    for question in lesson.page.questions() {
        if let Response::Filled(parts) = question.right_response() {
            let (part, what) = parts.iter().next().context("a part")?.clone();
            pupil.choose(question, &Response::nothing().putting(&part, what.clone())).await?;
            half.push((question, part, what));
        }
    }
    ensure!(half.len() > 4, "there is something to fill in");
    visit.browser.session().refresh().await?;
    visit.live().await?;
    for (question, part, what) in &half {
        pupil.holds(question, part, what).await.context("after a reload")?;
    }
    visit.click(".masthead nav a[lang='ru']").await?;
    visit.find("html[lang='ru'] .lesson").await?;
    for (question, part, what) in &half {
        pupil.holds(question, part, what).await.context("in another language")?;
    }
    Ok(())
}

/// What the accessibility tree of Chromium says of every question: each input has a role and a name of its own.
async fn every_input_has_a_name_and_a_role(visit: &Visit) -> Result<()> {
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

/// The first question of each kind.
fn one_of_each_kind(lesson: &Lesson) -> Vec<&Rc<Question>> {
    let mut found: Vec<&Rc<Question>> = Vec::new();
    for question in lesson.page.questions() {
        if found.iter().all(|known| known.task.number() != question.task.number()) {
            found.push(question);
        }
    }
    found
}

async fn every_kind_is_answered_with_a_finger(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let lesson = dist.lesson("kk", LESSON)?;
    if visit.browser.engine == Engine::Chromium {
        picture::frame(visit, 360, 740).await?;
    }
    visit.open(&format!("{}kk/{LESSON}/", server.url())).await?;
    let note = "addEventListener('pointerdown', (event) => { window.pointer = event.pointerType; }, true)";
    visit.script::<()>(note, []).await?;
    visit.with_a_finger();
    let questions = one_of_each_kind(&lesson);
    same!(questions.len(), KINDS, "all kinds are met");
    for question in questions {
        Pupil { visit, lesson: &lesson }.answer(question, &question.right_response()).await?;
        // WebKitGTK's driver has no glass: it makes a mouse of every finger.
        if visit.browser.engine != Engine::WebKit {
            same!(visit.script::<String>("return window.pointer", []).await?, "touch", "it was a finger");
        }
    }
    Ok(())
}

async fn every_kind_tells_those_who_do_not_see_what_became_of_it(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    for language in LANGUAGES {
        let lesson = dist.lesson(language, LESSON)?;
        let url = format!("{}{language}/{LESSON}/", server.url());
        visit.open(&url).await?;
        // What was answered in another language counts in this one too.
        visit.script::<()>("localStorage.clear()", []).await?;
        visit.open(&url).await?;
        for question in one_of_each_kind(&lesson) {
            let response = wrong_response(question);
            Pupil { visit, lesson: &lesson }.answer(question, &response).await?;
            let words = verdict(&lesson.words, question.mark(&response))?;
            visit.reads("#app > .announcer", &format!("{words}. {}", question.explanation)).await?;
            tells(visit, question, &words).await.with_context(|| format!("{} in {language}", question.id))?;
        }
    }
    Ok(())
}

/// What the accessibility tree says of an answered question: its inputs cannot be changed, what was chosen is told, the
/// focus is on the verdict, and there is a live region.
async fn tells(visit: &Visit, question: &Question, verdict: &str) -> Result<()> {
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
    ensure!(nodes.iter().any(|node| said(node, "role") == "status"), "there is no live region");
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
