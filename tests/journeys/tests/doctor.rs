//! The report on a frame (`?embed&doctor`), in hosts of all kinds: its verdict is right, what it proposes helps, and it can be
//! taken along as text.

use anyhow::{Context, Result, ensure};
use journeys::{Axe, Engine, Visit, journeys, same, word};
use serde_json::json;
use xtask::server::Options;

use crate::hosts::{Around, H5P, Height, WORDPRESS, fits};

journeys!(
    in_a_frame_without_an_origin_the_report_proposes_another
    in_the_frame_of_wordpress_the_report_names_it
    in_a_plain_frame_the_report_misses_the_script
    beside_our_script_all_is_well
    beside_the_resizer_of_h5p_all_is_well
    in_a_sandbox_with_an_origin_the_report_finds_what_is_refused
    a_host_with_a_strict_policy_makes_no_difference
    a_wrong_parent_is_named
    a_frame_of_a_fixed_height_is_no_fault
    outside_of_a_frame_the_report_says_so
);
journeys!(the_report_is_accessible in chromium);

const LESSON: &str = "nine-seats";

fn frame(query: &str, attributes: &str) -> String {
    format!(
        "<iframe title=A width=640 height=500 src=\"{{course}}en/{LESSON}/?embed&{query}doctor\" {attributes}></iframe>"
    )
}

/// Loads a page with a frame and waits for the verdict in it. One is in the frame then.
async fn examined(visit: &Visit, body: &str) -> Result<(Around, String)> {
    // Firefox says that storage in a frame of another site is kept apart: to look into it is what the report is for.
    visit.expect_complaint("Partitioned cookie");
    let around = Around::load(visit, &format!("<title>A page of somebody else</title>{body}")).await?;
    visit.enter_frame("iframe").await?;
    visit.live().await?;
    Ok((around, verdict(visit).await?))
}

async fn verdict(visit: &Visit) -> Result<String> {
    visit.find(".doctor dl").await?;
    visit.script("return document.querySelector('.doctor').dataset.verdict", []).await
}

/// What is said beside a label of the report.
async fn says(visit: &Visit, label: &str) -> Result<String> {
    let read = "const pair = [...document.querySelectorAll('.doctor dl > div')].find((one) => one.firstChild.textContent === arguments[0]);
        return pair ? pair.lastChild.textContent : null";
    let said: Option<String> = visit.script(read, [json!(in_report(label)?)]).await?;
    said.with_context(|| format!("the report says nothing of {label}"))
}

/// A word of the report; `address`, `frame` and the like stand in other tables too.
fn in_report(name: &str) -> Result<String> {
    word("en", name)
}

/// The code that the report proposes, pasted into a page of somebody else, is well.
async fn is_helped(visit: &Visit, around: &Around) -> Result<()> {
    let read = "return document.querySelector('.doctor textarea').value";
    let code: String = visit.script(read, []).await?;
    ensure!(code.starts_with("<iframe src=\"http://127.0.0.1:") && code.contains("embed.js"), "{code}");
    ensure!(!code.contains("doctor"), "{code}");
    let lesson = around.lesson()?;
    ensure!(
        code.contains(&format!("title=\"{}\"", lesson.page.title)),
        "the frame has the title of the lesson: {code}"
    );
    let code = code.replace("?embed", "?embed&amp;doctor");
    // Firefox does not know the permission.
    visit.expect_complaint("clipboard-write");
    let (_helped, verdict) = examined(visit, &code).await?;
    same!(verdict, "fine", "what was proposed helps");
    Ok(())
}

/// The report goes along as text.
async fn is_copied(visit: &Visit) -> Result<()> {
    let last = ".doctor > .code:last-child";
    visit.click(&format!("{last} .copy")).await?;
    visit
        .until(
            "it is copied, or selected",
            &format!("return document.querySelector('{last} [role=status]').textContent !== ''"),
        )
        .await?;
    let read = format!("return document.querySelector('{last} textarea').value");
    let text: String = visit.script(&read, []).await?;
    ensure!(text.starts_with(&visit.text(".doctor .verdict").await?), "first the verdict: {text}");
    ensure!(text.lines().count() > 12, "and then what was found: {text}");
    Ok(())
}

/// What browsers say of a sandbox to their console when one looks what it refuses.
fn looks_into_a_sandbox(visit: &Visit) {
    for part in [
        "form",
        "CORS",
        "Cross-Origin",
        "ERR_FAILED",
        "access control",
        "Access-Control",
        "connect-src",
        "allow-scripts",
    ] {
        visit.expect_complaint(part);
    }
}

async fn in_a_frame_without_an_origin_the_report_proposes_another(visit: &Visit) -> Result<()> {
    looks_into_a_sandbox(visit);
    let (around, verdict) = examined(visit, &frame("", "sandbox=allow-scripts")).await?;
    same!(verdict, "closed", "the frame has no origin");
    if visit.browser.engine != Engine::WebKit {
        same!(says(visit, "forms").await?, in_report("refused")?, "no forms");
    }
    same!(says(visit, "storage").await?, in_report("refused")?, "nothing is kept");
    same!(says(visit, "origin").await?, in_report("origin-none")?, "it has no origin");
    same!(says(visit, "print").await?, in_report("unlikely")?, "what was not tried is only likely");
    is_copied(visit).await?;
    is_helped(visit, &around).await
}

async fn in_the_frame_of_wordpress_the_report_names_it(visit: &Visit) -> Result<()> {
    looks_into_a_sandbox(visit);
    let attributes = "class=wp-embedded-content sandbox=allow-scripts security=restricted data-secret=a1B2c3D4e5";
    let page = frame("", attributes).replace("doctor", "doctor#?secret=a1B2c3D4e5");
    let (_around, verdict) = examined(visit, &format!("{WORDPRESS}{page}")).await?;
    same!(verdict, "wordpress", "WordPress has made the frame");
    same!(says(visit, "height").await?, in_report("height-wordpress")?, "and gives it its height");
    Ok(())
}

async fn in_a_plain_frame_the_report_misses_the_script(visit: &Visit) -> Result<()> {
    let (around, verdict) = examined(visit, &frame("", "")).await?;
    same!(verdict, "height", "nobody gives the frame its height");
    same!(says(visit, "height").await?, in_report("height-nobody")?, "nobody does");
    same!(says(visit, "forms").await?, in_report("likely")?, "nothing speaks of a sandbox");
    same!(says(visit, "kind").await?, "application/wasm", "the program has its type");
    is_copied(visit).await?;
    is_helped(visit, &around).await
}

async fn beside_our_script_all_is_well(visit: &Visit) -> Result<()> {
    let page = format!("<script src={{course}}embed.js></script>{}", frame("parent={here}&", ""));
    let (_around, verdict) = examined(visit, &page).await?;
    same!(verdict, "fine", "all is well");
    same!(says(visit, "height").await?, in_report("height-ours")?, "by our script");
    fits(visit, Height::Follows).await
}

async fn beside_the_resizer_of_h5p_all_is_well(visit: &Visit) -> Result<()> {
    let (_around, verdict) = examined(visit, &format!("{H5P}{}", frame("", ""))).await?;
    same!(verdict, "fine", "all is well");
    same!(says(visit, "height").await?, in_report("height-h5p")?, "by H5P's script");
    fits(visit, Height::Follows).await
}

async fn in_a_sandbox_with_an_origin_the_report_finds_what_is_refused(visit: &Visit) -> Result<()> {
    looks_into_a_sandbox(visit);
    let page = frame("", "sandbox=\"allow-scripts allow-same-origin\"");
    let (_around, verdict) = examined(visit, &format!("<script src={{course}}embed.js></script>{page}")).await?;
    if visit.browser.engine == Engine::WebKit {
        same!(verdict, "fine", "WebKit does not let one know");
        return Ok(());
    }
    same!(verdict, "sandbox", "part of it is closed");
    same!(says(visit, "downloads").await?, in_report("unlikely")?, "files are probably not saved");
    Ok(())
}

async fn a_host_with_a_strict_policy_makes_no_difference(visit: &Visit) -> Result<()> {
    let policy = "default-src 'none'; script-src {course}embed.js; frame-src {course}; img-src data:";
    let page = format!(
        "<meta http-equiv=Content-Security-Policy content=\"{policy}\"><script src={{course}}embed.js></script>"
    );
    let (_around, verdict) = examined(visit, &format!("{page}{}", frame("", ""))).await?;
    same!(verdict, "fine", "all is well");
    Ok(())
}

async fn a_wrong_parent_is_named(visit: &Visit) -> Result<()> {
    visit.expect_complaint("postMessage");
    let page = format!("<script src={{course}}embed.js></script>{}", frame("parent=https://school.example&", ""));
    let (_around, verdict) = examined(visit, &page).await?;
    same!(verdict, "named", "the page around is another");
    let code: String = visit.script("return document.querySelector('.doctor textarea').value", []).await?;
    ensure!(code.contains("parent=http://localhost:") && !code.contains("school.example"), "{code}");
    Ok(())
}

async fn a_frame_of_a_fixed_height_is_no_fault(visit: &Visit) -> Result<()> {
    let (_around, verdict) = examined(visit, &frame("fit=height&", "")).await?;
    same!(verdict, "fixed", "it was asked for");
    Ok(())
}

async fn outside_of_a_frame_the_report_says_so(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    for path in ["en/nine-seats/?embed&doctor", "embed/?doctor&lang=en"] {
        visit.load(&format!("{}{path}", server.url())).await?;
        visit.until("it leads on", "return location.pathname.startsWith('/en/')").await?;
        visit.live().await?;
        same!(verdict(visit).await?, "alone", "{path}");
        ensure!(!visit.has(".frame-note").await?, "nothing else is said of frames");
    }
    visit.load(&format!("{}en/nine-seats/", server.url())).await?;
    visit.live().await?;
    ensure!(!visit.has(".doctor, script[src*='frame-']").await?, "nobody else pays for it");
    Ok(())
}

async fn the_report_is_accessible(visit: &Visit) -> Result<()> {
    looks_into_a_sandbox(visit);
    let axe = Axe::find()?;
    for language in ["kk", "ru", "en"] {
        for (attributes, theme) in
            [("width=320", "light"), ("width=320 sandbox=allow-scripts", "dark"), ("width=900", "dark")]
        {
            let page = format!(
                "<iframe title=A height=500 {attributes} src=\"{{course}}{language}/{LESSON}/?embed&doctor&theme={theme}\"></iframe>"
            );
            let (_around, _) = examined(visit, &page).await?;
            let found = axe.look(visit).await?;
            ensure!(found.is_empty(), "{language} {attributes}\n  {}", found.join("\n  "));
            let too_wide = "return document.documentElement.scrollWidth > innerWidth";
            same!(visit.script::<bool>(too_wide, []).await?, false, "nothing hangs over the edge");
        }
    }
    Ok(())
}
