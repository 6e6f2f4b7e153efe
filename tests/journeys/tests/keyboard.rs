//! By keyboard alone: reading, answering, ordering, settings, languages; always with a visible focus, never trapped.

use anyhow::{Context, Result, bail, ensure};
use journeys::{Visit, journeys, same};
use serde_json::json;
use shanyraq::quiz::Task;
use thirtyfour::Key;
use xtask::server::Options;

journeys!(
    a_question_is_answered_by_keyboard
    items_are_put_in_order_by_keyboard
    settings_and_languages_are_reached_by_keyboard
    the_tabulator_goes_through_the_whole_cover_and_is_never_trapped
);

async fn a_question_is_answered_by_keyboard(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let lesson = dist.lesson("en", "idea-to-decree")?;
    visit.open(&format!("{}en/idea-to-decree/", server.url())).await?;
    tab_to(visit, "a.skip").await?;
    visit.press(Key::Enter).await?;
    visit.until("the focus is in the content", "return location.hash === '#content'").await?;
    let question = lesson.first(|question| matches!(question.task, Task::Single(_)))?;
    let first = format!("#{} .options li:first-child input", question.id);
    tab_to(visit, &first).await?;
    visit.press(Key::Space).await?;
    ensure!(visit.has(&format!("{first}:checked")).await?, "space chooses");
    visit.press(Key::Down).await?;
    let second = format!("#{} .options li:nth-child(2) input:checked:focus", question.id);
    visit
        .until_with(
            "an arrow chooses the next",
            "return document.querySelector(arguments[0]) !== null",
            vec![json!(second)],
        )
        .await?;
    tab_to(visit, &format!("#{} button.check", question.id)).await?;
    visit.press(Key::Enter).await?;
    let verdict = format!("#{} .verdict:focus", question.id);
    visit
        .until_with(
            "the focus is on the verdict",
            "return document.querySelector(arguments[0]) !== null",
            vec![json!(verdict)],
        )
        .await?;
    tab_to(visit, &format!("#{} details.why > summary", question.id)).await?;
    visit.press(Key::Enter).await?;
    visit.find(&format!("#{} details.why[open]", question.id)).await?;
    tab_to(visit, &format!("#{} button.again", question.id)).await?;
    visit.press(Key::Enter).await?;
    visit.find(&format!("#{} button.check", question.id)).await?;
    ensure!(
        is_within(visit, &format!("#{}", question.id)).await?,
        "the focus stays in the question that is asked again"
    );
    Ok(())
}

async fn items_are_put_in_order_by_keyboard(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let lesson = dist.lesson("kk", "idea-to-decree")?;
    visit.open(&format!("{}kk/idea-to-decree/", server.url())).await?;
    let question = lesson.first(|question| matches!(question.task, Task::Ordering(_)))?;
    let Task::Ordering(ordering) = &question.task else { bail!("{} is no question of order", question.id) };
    let first = ordering.shown.first().context("there are items")?;
    let total = ordering.shown.len();
    focus_before(visit, &format!("#{} .order", question.id)).await?;
    tab_to(visit, &format!("#{} [data-item='{first}'] button.down", question.id)).await?;
    // Near the lower edge of the window: an item that moves down must not leave it.
    let low = "scrollBy({ top: document.activeElement.getBoundingClientRect().bottom - innerHeight + 50, behavior: 'instant' })";
    visit.script::<()>(low, []).await?;
    for place in 2..=total {
        visit.press(Key::Enter).await?;
        let at = format!("#{} .order li:nth-child({place})[data-item='{first}']", question.id);
        visit.find(&at).await?;
        ensure!(is_within(visit, &at).await?, "the focus follows the item to place {place}");
        has_visible_focus(visit).await?;
    }
    let said = visit.text(".announcer").await?;
    ensure!(said.contains(&total.to_string()), "what is said names the place: {said}");
    visit.press(Key::Enter).await?;
    visit.find(&format!("#{} .order li:nth-child({})[data-item='{first}']", question.id, total - 1)).await?;
    Ok(())
}

async fn settings_and_languages_are_reached_by_keyboard(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let (_, words) = dist.cover("ru")?;
    visit.open(&format!("{}kk/", server.url())).await?;
    tab_to(visit, ".settings > summary").await?;
    visit.press(Key::Enter).await?;
    tab_to(visit, "input[name='theme']:checked").await?;
    visit.press(Key::Down).await?;
    visit.press(Key::Down).await?;
    visit.find("html[data-theme='dark']").await?;
    tab_to(visit, "input[name='size']:checked").await?;
    visit.press(Key::Down).await?;
    visit.find("html[data-size='large']").await?;
    tab_back_to(visit, ".masthead nav a[lang='ru']").await?;
    visit.press(Key::Enter).await?;
    visit.reads("h1", &words.course_title).await?;
    visit.find("html[lang='ru'][data-theme='dark'][data-size='large']").await?;
    visit.browser.session().refresh().await?;
    visit.live().await?;
    visit.find("html[lang='ru'][data-theme='dark'][data-size='large']").await.map(drop)
}

async fn the_tabulator_goes_through_the_whole_cover_and_is_never_trapped(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    visit.open(&format!("{}en/", server.url())).await?;
    let mut seen = Vec::new();
    for _ in 0..60 {
        visit.press(Key::Tab).await?;
        let at = active(visit).await?;
        if at == "outside" || seen.first() == Some(&at) {
            break;
        }
        ensure!(!seen.contains(&at), "the focus goes in circles at {at}: {seen:?}");
        has_visible_focus(visit).await?;
        seen.push(at);
    }
    let all =
        "return [...document.querySelectorAll('a[href], button, summary')].filter((e) => e.checkVisibility()).length";
    same!(seen.len(), visit.script::<usize>(all, []).await?, "every link and button was met once: {seen:?}");
    Ok(())
}

/// What has the focus, by its place in the page; `outside` if nothing has.
async fn active(visit: &Visit) -> Result<String> {
    let body = "const element = document.activeElement;
        if (!element || element === document.body || !document.hasFocus()) return 'outside';
        const all = [...document.querySelectorAll('*')];
        return `${all.indexOf(element)}: ${element.outerHTML.slice(0, 80)}`";
    visit.script(body, []).await
}

async fn is_within(visit: &Visit, selector: &str) -> Result<bool> {
    visit
        .script("return document.querySelector(arguments[0]).contains(document.activeElement)", [json!(selector)])
        .await
}

/// Puts the starting point of the tabulator before an element, as if one had clicked there.
async fn focus_before(visit: &Visit, selector: &str) -> Result<()> {
    let body = "const all = [...document.querySelectorAll('a[href], button, summary, input')];
        const target = document.querySelector(arguments[0]);
        const before = all.filter((e) => e.checkVisibility() && target.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING);
        before.at(-1).focus()";
    visit.script(body, [json!(selector)]).await
}

pub(crate) async fn tab_to(visit: &Visit, selector: &str) -> Result<()> {
    walk_to(visit, selector, async || visit.press(Key::Tab).await).await
}

async fn tab_back_to(visit: &Visit, selector: &str) -> Result<()> {
    walk_to(visit, selector, async || visit.press_back().await).await
}

async fn walk_to(visit: &Visit, selector: &str, step: impl AsyncFn() -> Result<()>) -> Result<()> {
    let mut seen = Vec::new();
    for _ in 0..80 {
        step().await?;
        if visit.script("return document.activeElement.matches(arguments[0])", [json!(selector)]).await? {
            return has_visible_focus(visit).await;
        }
        seen.push(active(visit).await?);
    }
    bail!("the tabulator does not come to {selector}, only to {seen:#?}")
}

/// Sees that what has the focus is in the window and wears an outline, or its label does.
async fn has_visible_focus(visit: &Visit) -> Result<()> {
    let body = "const element = document.activeElement;
        const wears = (e) => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0; };
        const box = element.getBoundingClientRect();
        const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
        const inside = bottom - top >= Math.min(12, box.height) && box.width > 0 && box.height > 0;
        const label = element.closest('label');
        const above = document.elementFromPoint(box.left + box.width / 2, (top + bottom) / 2);
        const covered = !element.contains(above) && !label?.contains(above);
        return inside && !covered && (wears(element) || (label !== null && wears(label)))
          || JSON.stringify({ box, covered: covered && above?.outerHTML.slice(0, 60) })";
    let what = active(visit).await?;
    visit.until(&format!("the focus is seen on {what}"), body).await
}
