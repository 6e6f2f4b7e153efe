//! Pictures of every kind of page: `cargo run -p journeys --bin look -- DIST OUT_DIR [PART_OF_A_NAME]`.
//!
//! In Chromium, in three languages, two widths, light and dark, once in forced colours: `LANG-PAGE-WIDTH-THEME.png`. A page of several
//! screens comes in pieces as well: `LANG-PAGE-WIDTH-THEME.1.png` and so on.
#![expect(clippy::print_stdout, reason = "a program that speaks to whoever started it")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    rc::Rc,
};

use anyhow::{Context, Result};
use journeys::{Dist, Engine, LANGUAGES, Lesson, Visit, picture};
use serde_json::json;
use shanyraq::quiz::samples::wrong_response;
use shanyraq::quiz::{Question, Response};
use xtask::server::Options;

const WIDTHS: [u32; 2] = [360, 1280];
/// `forced` is the colours that a reader imposes.
const THEMES: [&str; 3] = ["light", "dark", "forced"];
/// The height of a piece in CSS pixels.
const PIECE: u64 = 1600;
/// Chromium draws no picture that is higher.
const HIGHEST: u64 = 16_000;

/// A page to be looked at.
struct Sight {
    name: String,
    path: String,
    /// What is done in it first, in this order; a page without the program has none of it.
    deeds: Option<Vec<String>>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let usage = "usage: look DIST OUT_DIR [PART_OF_A_NAME]";
    let dist = Dist::at(arguments.next().context(usage)?)?;
    let folder = arguments.next().context(usage)?;
    let part = arguments.next().map(|part| part.display().to_string()).unwrap_or_default();
    fs::create_dir_all(&folder)?;
    let visit = Visit::begin(Engine::Chromium).await?;
    for language in LANGUAGES {
        // Another port is another origin: nothing is answered there yet.
        let server = dist.serve(Options::default())?;
        for sight in sights(&dist, language)? {
            let kinds = WIDTHS.iter().flat_map(|width| THEMES.map(|theme| (*width, theme)));
            let named = kinds.map(|kind @ (width, theme)| (kind, format!("{language}-{}-{width}-{theme}", sight.name)));
            // Forced colours of every kind of page, but only once.
            let is_told = |width: u32, theme: &str| theme != "forced" || (language == "kk" && width == 360);
            let wanted = named.filter(|((width, theme), name)| is_told(*width, theme) && name.contains(&part));
            let wanted: Vec<_> = wanted.collect();
            if wanted.is_empty() {
                continue;
            }
            visit.load(&format!("{}{}", server.url(), sight.path)).await?;
            prepare(&visit, &sight).await?;
            for ((width, theme), name) in wanted {
                take(&visit, width, theme, &folder.join(&name)).await?;
                println!("{}", folder.join(name).with_extension("png").display());
            }
        }
    }
    visit.browser.quit().await
}

async fn prepare(visit: &Visit, sight: &Sight) -> Result<()> {
    let Some(deeds) = &sight.deeds else { return Ok(()) };
    visit.live().await?;
    for deed in deeds {
        visit.script::<()>(deed, []).await?;
        visit.drawn().await?;
    }
    Ok(())
}

/// In this order: what is answered in one is still answered in the next.
fn sights(dist: &Dist, language: &str) -> Result<Vec<Sight>> {
    let sight = |name: String, path: String, deeds: &[&str]| Sight {
        name,
        path,
        deeds: Some(deeds.iter().map(|&deed| deed.to_owned()).collect()),
    };
    let still = |name: &str, path: String| Sight { name: name.to_owned(), path, deeds: None };
    let mut sights = vec![sight("cover".into(), format!("{language}/"), &[])];
    for lesson in dist.lessons()? {
        let path = format!("{language}/{lesson}/");
        sights.push(sight(format!("{lesson}-open"), path.clone(), &[SETTINGS]));
        let choose = choose(&dist.lesson(language, &lesson)?);
        let other = if language == "ru" { "kk" } else { "ru" };
        sights.push(still(&format!("{lesson}-beside"), format!("{path}with-{other}/")));
        sights.push(sight(format!("{lesson}-answered"), path.clone(), &[&choose, CHECK, WHY]));
        sights.push(sight(format!("{lesson}-result"), format!("{path}result/"), &[]));
        sights.push(sight(format!("{lesson}-retry"), format!("{path}result/"), &[RETRY]));
    }
    sights.push(sight("cover-begun".into(), format!("{language}/"), &[]));
    sights.push(still("404", format!("{language}/no-such-page/")));
    if language == "kk" {
        sights.insert(0, still("root", String::new()));
    }
    Ok(sights)
}

const SETTINGS: &str = "document.querySelector('.settings').open = true";
/// Clicks: for the first question rightly, for the second not, “I don't know yet” for the third, and so on in turn.
fn choose(lesson: &Lesson) -> String {
    let click = |(n, question): (usize, &Rc<Question>)| {
        let response = match n % 3 {
            0 => question.right_response(),
            1 => wrong_response(question),
            _ => Response::Unsure,
        };
        let targets: Vec<String> = match response {
            Response::Chosen(options) => options.iter().map(|option| format!("input[value='{option}']")).collect(),
            Response::Ordered(_) => vec!["li:first-child button.down".to_owned()],
            Response::Filled(parts) => {
                let put = |(part, what): &(_, _)| format!("[name='{}.{part}']={what}", question.id);
                parts.iter().map(put).collect()
            }
            Response::Unsure => vec!["button.unsure".to_owned()],
        };
        targets.into_iter().map(|target| format!("#{} {target}", question.id)).collect::<Vec<_>>()
    };
    let targets: Vec<_> = lesson.page.questions().enumerate().flat_map(click).collect();
    // One after another: what follows from a click is drawn before the next.
    format!(
        "const put = (all, what) => {{
             const radio = all.find((input) => input.type === 'radio' && input.value === what);
             if (radio) return radio.click();
             all[0].value = what;
             for (const type of ['input', 'change']) all[0].dispatchEvent(new InputEvent(type, {{ bubbles: true }}));
         }};
         const click = (target) => {{
             const [, selector, what] = target.match(/^(.*\\])=(.*)$/) ?? [, target];
             if (what) put([...document.querySelectorAll(selector)], what);
             else document.querySelector(selector)?.click();
             return new Promise(setTimeout);
         }};
         return {targets:?}.reduce((before, target) => before.then(() => click(target)), Promise.resolve())"
    )
}

/// Six of them: a choice that waits for its check is to be seen as well.
const CHECK: &str =
    "[...document.querySelectorAll('.question-card.open .check')].slice(0, 6).forEach((b) => b.click())";
const WHY: &str = "[...document.querySelectorAll('.feedback .why')].slice(0, 3).forEach((why) => { why.open = true; })";
const RETRY: &str = "document.querySelector('button.retry')?.click()";

async fn take(visit: &Visit, width: u32, theme: &str, file: &Path) -> Result<()> {
    picture::frame(visit, width, 900).await?;
    picture::force_colours(visit, theme == "forced").await?;
    visit.script::<()>("document.documentElement.dataset.theme = arguments[0]; scrollTo(0, 0)", [json!(theme)]).await?;
    visit.drawn().await?;
    let height: u64 = visit.script("return document.documentElement.scrollHeight", []).await?;
    let name = file.display();
    fs::write(format!("{name}.png"), picture::piece(visit, width, 0, height.min(HIGHEST)).await?)?;
    for (n, top) in (0..height).step_by(usize::try_from(PIECE)?).enumerate().filter(|_| height > 2 * PIECE) {
        let png = picture::piece(visit, width, top, PIECE.min(height - top)).await?;
        fs::write(format!("{name}.{}.png", n + 1), png)?;
    }
    picture::unframe(visit).await
}
