//! The page for other sites: what is chosen is shown and copied, and what was copied works in a page of somebody else.

use std::fs;

use anyhow::{Context, Result, ensure};
use journeys::{Dist, Lesson, Pupil, Temporary, Visit, journeys, same, word};
use serde_json::json;
use xtask::server::{Options, Server};

use crate::hosts::{Around, Height, enter, fits};

journeys!(
    what_is_chosen_is_shown_in_a_frame_of_its_height
    what_was_copied_works_on_another_site
    where_copying_is_refused_the_code_is_selected
    an_address_alone_is_offered_where_it_works
    from_a_file_codes_are_not_promised_to_work
);
journeys!(without_javascript_there_is_a_code_to_change in chromium);

const LESSON: &str = "nine-seats";

/// Chooses from a list of the page.
async fn choose(visit: &Visit, list: &str, value: &str) -> Result<()> {
    let choose =
        "const list = document.querySelector(`.lists select[name=${arguments[0]}]`); list.value = arguments[1];
        list.dispatchEvent(new Event('change', { bubbles: true })); return list.value";
    same!(visit.script::<String>(choose, [json!(list), json!(value)]).await?, value, "it can be chosen");
    Ok(())
}

/// The place whose code is of that kind; the last of several.
async fn code(visit: &Visit, kind: &str) -> Result<String> {
    let read = "return [...document.querySelectorAll(`.place[data-code=${arguments[0]}] textarea`)].pop().value";
    visit.script(read, [json!(kind)]).await
}

async fn what_is_chosen_is_shown_in_a_frame_of_its_height(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options { prefix: "/a/b/".to_owned(), ..Options::default() })?;
    visit.load(&format!("{}en/for-sites/", server.url())).await?;
    ensure!(!visit.has("iframe").await?, "nothing is loaded before it is asked for");
    for (list, value) in [("lesson", LESSON), ("lang", "ru"), ("theme", "dark"), ("size", "large")] {
        choose(visit, list, value).await?;
    }
    visit.click("[name=header]").await?;
    visit.click("button.show").await?;
    visit.enter_frame(".stage iframe").await?;
    visit.live().await?;
    visit.reads("h1", &dist.lesson("ru", LESSON)?.page.title).await?;
    let look = "const html = document.documentElement; return [html.dataset.theme, html.dataset.size, innerWidth]";
    same!(visit.script::<serde_json::Value>(look, []).await?, json!(["dark", "large", 320]), "as it was chosen");
    ensure!(!visit.shows(".masthead").await?, "the top is hidden");
    fits(visit, Height::Follows).await?;
    visit.browser.session().enter_default_frame().await?;
    let title: String = visit.script("return document.querySelector('.stage iframe').title", []).await?;
    same!(
        title,
        dist.lesson("ru", LESSON)?.page.title.to_string(),
        "the frame has the title of the lesson in its language"
    );

    // Another width, another thing to do: the frame follows.
    visit.click("[name=width][value='768']").await?;
    choose(visit, "mode", "check").await?;
    visit.enter_frame(".stage iframe").await?;
    visit.live().await?;
    visit.find(".question-card").await?;
    same!(visit.script::<u32>("return innerWidth", []).await?, 768, "as wide as was chosen");
    visit.browser.session().enter_default_frame().await?;

    // The whole course has no check of its own.
    choose(visit, "lesson", "").await?;
    let mode = "return document.querySelector('[name=mode]').value";
    same!(visit.script::<String>(mode, []).await?, "learn", "a check is that of a lesson");
    visit.enter_frame(".stage iframe").await?;
    visit.live().await?;
    visit.find(".course-map").await.map(drop)
}

/// Copies the code of a kind, by the button, and gives what was copied.
async fn copied(visit: &Visit, kind: &str) -> Result<String> {
    let note = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
          writeText(text) { self.written = text; return Promise.resolve(); },
        } });
        const place = [...document.querySelectorAll(`.place[data-code=${arguments[0]}]`)].pop();
        document.querySelectorAll('.place').forEach((other) => { other.open = other === place; other.id = ''; });
        place.id = 'place'";
    visit.script::<()>(note, [json!(kind)]).await?;
    visit.click("#place .copy").await?;
    visit.reads("#place [role=status]", &word("en", "copied")?).await?;
    visit.script("return self.written", []).await
}

async fn what_was_copied_works_on_another_site(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let (root, lesson) = (server.url(), dist.lesson("kk", LESSON)?);
    let title = &*lesson.page.title;
    let frame = format!(
        "<iframe src=\"{root}kk/{LESSON}/?embed&amp;theme=light\" title=\"{title}\" loading=\"lazy\" width=\"100%\" height=\"720\" \
         style=\"border:0;max-width:100%\" allow=\"fullscreen; clipboard-write\"></iframe>"
    );
    let script = format!("<script src=\"{root}embed.js\" async></script>");
    let element = format!(
        "{script}\n<shanyraq-lesson lesson=\"{LESSON}\" lang=\"kk\" theme=\"light\" title=\"{title}\"></shanyraq-lesson>"
    );
    let both = format!("{frame}\n{script}");
    // Firefox says that it does not know the permission, and that storage in a frame of another site is kept apart.
    visit.expect_complaint("clipboard-write");
    visit.expect_complaint("Partitioned cookie");
    // What was answered in one frame may be kept in the next.
    let ways =
        [("frame", frame, Height::Stays), ("script", both, Height::Follows), ("element", element, Height::Follows)];
    for (number, (kind, expected, height)) in (1..).zip(ways) {
        visit.load(&format!("{root}en/for-sites/")).await?;
        for (list, value) in [("lesson", LESSON), ("lang", "kk"), ("theme", "light")] {
            choose(visit, list, value).await?;
        }
        let pasted = copied(visit, kind).await?;
        same!(pasted, expected, "the code of the {kind}");
        let _around = Around::load(visit, &format!("<title>A page of somebody else</title>{pasted}")).await?;
        answers(visit, &lesson, number, height).await.with_context(|| format!("in the {kind}"))?;
    }
    // With a check of the lesson: its questions are found by the page that leads on.
    visit.load(&format!("{root}en/for-sites/")).await?;
    choose(visit, "lesson", LESSON).await?;
    choose(visit, "mode", "check").await?;
    let expected = format!("{root}embed/?lesson={LESSON}&amp;lang=en&amp;mode=check");
    let pasted = copied(visit, "script").await?;
    ensure!(pasted.contains(&expected), "{pasted}");
    let _around = Around::load(visit, &format!("<title>A page of somebody else</title>{pasted}")).await?;
    visit.enter_frame("iframe").await?;
    visit.live().await?;
    visit.find(".question-card").await.map(drop)
}

/// In the frame one learns and answers; before and after, it has its height.
async fn answers(visit: &Visit, lesson: &Lesson, number: usize, height: Height) -> Result<()> {
    enter(visit, height).await?;
    visit.reads("h1", &lesson.page.title).await?;
    fits(visit, height).await?;
    let question = lesson.question(number)?;
    Pupil { visit, lesson }.answer(question, &question.right_response()).await?;
    fits(visit, height).await
}

async fn where_copying_is_refused_the_code_is_selected(visit: &Visit) -> Result<()> {
    let server = visit.dist()?.serve(Options::default())?;
    visit.load(&format!("{}en/for-sites/", server.url())).await?;
    let expected = code(visit, "frame").await?;
    // The old command still works.
    let refuse = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
          writeText() { return Promise.reject(new Error('refused')); },
        } });
        document.execCommand = (command) => {
          const field = document.activeElement;
          self.taken = command === 'copy' ? field.value.slice(field.selectionStart, field.selectionEnd) : '';
          return arguments[0];
        };
        const place = [...document.querySelectorAll('.place[data-code=frame]')].pop();
        document.querySelectorAll('.place').forEach((other) => { other.open = other === place; other.id = ''; });
        place.id = 'place'";
    for (works, says) in [(true, "copied"), (false, "select")] {
        visit.script::<()>(refuse, [json!(works)]).await?;
        visit.click("#place .copy").await?;
        visit.reads("#place [role=status]", &word("en", says)?).await?;
        same!(visit.script::<String>("return self.taken", []).await?, expected, "all of it was taken");
        let focus = "return document.activeElement.tagName";
        same!(visit.script::<String>(focus, []).await?, if works { "BUTTON" } else { "TEXTAREA" }, "where one goes on");
    }
    let selected =
        "const field = document.activeElement; return field.value.slice(field.selectionStart, field.selectionEnd)";
    same!(visit.script::<String>(selected, []).await?, expected, "it is selected");
    Ok(())
}

async fn an_address_alone_is_offered_where_it_works(visit: &Visit) -> Result<()> {
    let folder = Temporary::folder("addressed")?;
    let dist: Dist = visit.dist()?.copy_to(folder.path())?;
    let server: Server = dist.serve(Options::default())?;
    let url = format!("{}en/for-sites/", server.url());
    let shown = ".place[data-code=lesson] .code";
    let unfold = "document.querySelector('.place[data-code=lesson]').open = true";

    // The course as it is built for tests does not know where it lies.
    visit.load(&url).await?;
    visit.script::<()>(unfold, []).await?;
    ensure!(!visit.shows(shown).await?, "what does not work is not offered");
    let says = visit.text(".no-address").await?;
    ensure!(says.contains(&format!("SHANYRAQ_ADDRESS={} ", server.url())), "what to do is said: {says}");

    // With its address, as the prerenderer writes it.
    let file = folder.path().join("en/for-sites/index.html");
    let page = fs::read_to_string(&file)?;
    let known = page.replace("<div data-root=", &format!("<div data-address=\"{}\" data-root=", server.url()));
    ensure!(known != page, "the page has a place for the address");
    fs::write(&file, known)?;
    visit.load(&url).await?;
    visit.script::<()>(unfold, []).await?;
    choose(visit, "lesson", LESSON).await?;
    ensure!(visit.shows(shown).await?, "it is offered");
    same!(code(visit, "lesson").await?, format!("{}en/{LESSON}/", server.url()), "the address and nothing else");
    choose(visit, "mode", "final").await?;
    ensure!(!visit.shows(shown).await?, "a paper has no such address");
    ensure!(visit.shows(".lesson-alone").await?, "and that is said");
    Ok(())
}

async fn from_a_file_codes_are_not_promised_to_work(visit: &Visit) -> Result<()> {
    let folder = Temporary::folder("for-sites-file")?;
    let dist = visit.dist()?.copy_to(folder.path())?;
    visit.load(&format!("file://{}", dist.folder().join("en/for-sites/index.html").display())).await?;
    for selector in [".from-file", ".by-hand", ".cannot-show"] {
        ensure!(visit.shows(selector).await?, "{selector} is shown");
    }
    ensure!(!visit.shows("button.show").await?, "no frame is offered");
    choose(visit, "lesson", LESSON).await?;
    ensure!(
        code(visit, "frame").await?.contains(&format!("src=\"https://school.example/course/en/{LESSON}/?embed\"")),
        "an address to be changed"
    );
    Ok(())
}

async fn without_javascript_there_is_a_code_to_change(visit: &Visit) -> Result<()> {
    let server = visit.dist()?.serve(Options::default())?;
    visit.browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    visit.load(&format!("{}ru/for-sites/", server.url())).await?;
    ensure!(visit.shows(".by-hand").await?, "it is said what to change");
    ensure!(!visit.shows(".to-choose").await?, "nothing to choose that does nothing");
    ensure!(!visit.shows(".copy").await?, "no button that does nothing");
    let code = code(visit, "script").await?;
    ensure!(code.contains("https://school.example/course/ru/") && code.contains("embed.js"), "{code}");
    Ok(())
}
