//! Pictures of every kind of page: `cargo run -p journeys --bin look -- DIST OUT_DIR [PART_OF_A_NAME]`.
//!
//! In Chromium, in three languages, two widths, light and dark: `LANG-PAGE-WIDTH-THEME.png`.
#![expect(clippy::print_stdout, reason = "a program that speaks to whoever started it")]

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};
use journeys::{Dist, Engine, LANGUAGES, Visit};
use serde_json::json;
use xtask::server::Options;

const WIDTHS: [u32; 2] = [360, 1280];
const THEMES: [&str; 2] = ["light", "dark"];

/// A page to be looked at, and what is done in it first.
struct Sight {
    name: String,
    path: String,
    /// Clicked before, in this order, all at once.
    clicks: &'static [&'static str],
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = env::args_os().skip(1);
    let dist = arguments.next().context("usage: look DIST OUT_DIR [PART_OF_A_NAME]")?;
    let folder = PathBuf::from(arguments.next().context("usage: look DIST OUT_DIR [PART_OF_A_NAME]")?);
    let part = arguments.next().map(|part| part.to_string_lossy().into_owned()).unwrap_or_default();
    fs::create_dir_all(&folder)?;
    let dist = Dist::at(PathBuf::from(dist))?;
    let server = dist.serve(Options::default())?;
    let visit = Visit::begin(Engine::Chromium).await?;
    for language in LANGUAGES {
        for sight in sights(&dist, language)? {
            let names = WIDTHS.iter().flat_map(|width| THEMES.map(|theme| (*width, theme)));
            let names = names.map(|(width, theme)| (width, theme, format!("{language}-{}-{width}-{theme}.png", sight.name)));
            let wanted: Vec<_> = names.filter(|(_, _, name)| name.contains(&part)).collect();
            if wanted.is_empty() {
                continue;
            }
            open(&visit, &format!("{}{}", server.url(), sight.path), &sight).await?;
            for (width, theme, name) in wanted {
                fs::write(folder.join(&name), picture(&visit, width, theme).await?)?;
                println!("{}", folder.join(name).display());
            }
        }
    }
    visit.browser.quit().await
}

fn sights(dist: &Dist, language: &str) -> Result<Vec<Sight>> {
    let sight = |name: String, path: String, clicks| Sight { name, path, clicks };
    let mut sights = vec![sight("cover".into(), format!("{language}/"), &[])];
    for lesson in dist.lessons()? {
        let path = format!("{language}/{lesson}/");
        sights.push(sight(format!("{lesson}-open"), path.clone(), &[]));
        sights.push(sight(format!("{lesson}-answered"), path.clone(), &["answer", "details.why:first > summary"]));
        sights.push(sight(format!("{lesson}-result"), format!("{path}result/"), &[]));
        sights.push(sight(format!("{lesson}-retry"), format!("{path}result/"), &["button.retry"]));
        sights.push(sight(format!("{lesson}-settings"), path, &["forget", ".settings > summary"]));
    }
    sights.push(sight("404".into(), format!("{language}/no-such-page/"), &[]));
    if language == "kk" {
        sights.insert(0, sight("root".into(), String::new(), &[]));
    }
    Ok(sights)
}

/// Answers the first question rightly, the second not, says “I don't know yet” to the third, and so on in turn;
/// opens the first ground of every answer.
const ANSWER: &str = r"
    const data = JSON.parse(document.getElementById('data').textContent);
    const questions = data.content.lesson.lesson.sections.flatMap((s) => s.blocks).filter((b) => b.block === 'question');
    questions.forEach((question, n) => {
      const card = document.getElementById(question.id);
      if (!card.querySelector('.check')) return;
      if (n % 3 === 2) return card.querySelector('.unsure').click();
      if (question.options) {
        const wanted = question.options.filter((o) => !!o.right === (n % 3 === 0));
        const all = question.kind === 'multiple' && n % 3 === 0 ? wanted : wanted.slice(0, 1);
        all.forEach((o) => card.querySelector(`input[value='${o.id}']`).click());
      } else {
        card.querySelector('button.down').click();
      }
    });
";
const CHECK: &str = "document.querySelectorAll('.question-card.open .check').forEach((b, n) => { if (n < 6) b.click(); });
    document.querySelectorAll('.feedback').forEach((f, n) => { if (n < 3) f.querySelector('.why').open = true; });";

async fn open(visit: &Visit, url: &str, sight: &Sight) -> Result<()> {
    visit.load(url).await?;
    if sight.path.is_empty() || sight.name == "404" {
        return Ok(());
    }
    visit.live().await?;
    for click in sight.clicks {
        match *click {
            "forget" => {
                visit.script::<()>("localStorage.clear()", []).await?;
                visit.open(url).await?;
            }
            "answer" => {
                visit.script::<()>(ANSWER, []).await?;
                settled(visit).await?;
                visit.script::<()>(CHECK, []).await?;
                settled(visit).await?;
                visit.script::<()>("document.querySelectorAll('.feedback .why').forEach((w, n) => { w.open = n < 3; })", []).await?;
            }
            selector => {
                let script = "document.querySelector(arguments[0].replace(':first', ''))?.click()";
                visit.script::<()>(script, [json!(selector)]).await?;
            }
        }
        settled(visit).await?;
    }
    Ok(())
}

/// Two frames later everything is drawn.
async fn settled(visit: &Visit) -> Result<()> {
    visit.script::<()>("window.drawn = false; requestAnimationFrame(() => requestAnimationFrame(() => { window.drawn = true; }))", []).await?;
    visit.until("it is drawn", "return window.drawn").await
}

async fn picture(visit: &Visit, width: u32, theme: &str) -> Result<Vec<u8>> {
    let metrics = |height: u64| json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    visit.browser.cdp("Emulation.setDeviceMetricsOverride", metrics(900)).await?;
    visit.script::<()>("document.documentElement.dataset.theme = arguments[0]; scrollTo(0, 0)", [json!(theme)]).await?;
    settled(visit).await?;
    let height: u64 = visit.script("return Math.min(16000, document.documentElement.scrollHeight)", []).await?;
    visit.browser.cdp("Emulation.setDeviceMetricsOverride", metrics(height)).await?;
    settled(visit).await?;
    let png = visit.browser.session().screenshot_as_png().await?;
    visit.browser.cdp("Emulation.clearDeviceMetricsOverride", json!({})).await?;
    Ok(png)
}
