//! Pictures of every kind of page: `cargo run -p journeys --bin look -- DIST OUT_DIR [PART_OF_A_NAME]`.
//!
//! In Chromium, in three languages, two widths, light and dark: `LANG-PAGE-WIDTH-THEME.png`. A page of several
//! screens comes in pieces as well: `LANG-PAGE-WIDTH-THEME.1.png` and so on.
#![expect(clippy::print_stdout, reason = "a program that speaks to whoever started it")]

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use journeys::{Dist, Engine, LANGUAGES, Visit, picture};
use serde_json::json;
use xtask::server::Options;

const WIDTHS: [u32; 2] = [360, 1280];
const THEMES: [&str; 2] = ["light", "dark"];
/// The height of a piece in CSS pixels.
const PIECE: u64 = 1600;
/// Chromium draws no picture that is higher.
const HIGHEST: u64 = 16_000;

/// A page to be looked at.
struct Sight {
    name: String,
    path: String,
    /// What is done in it first, in this order; a page without the program has none of it.
    deeds: Option<&'static [&'static str]>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let usage = "usage: look DIST OUT_DIR [PART_OF_A_NAME]";
    let dist = Dist::at(arguments.next().context(usage)?)?;
    let folder = arguments.next().context(usage)?;
    let part = arguments.next().map(|part| part.display().to_string()).unwrap_or_default();
    fs::create_dir_all(&folder)?;
    let server = dist.serve(Options::default())?;
    let visit = Visit::begin(Engine::Chromium).await?;
    for language in LANGUAGES {
        for sight in sights(&dist, language)? {
            let kinds = WIDTHS.iter().flat_map(|width| THEMES.map(|theme| (*width, theme)));
            let named = kinds.map(|kind @ (width, theme)| (kind, format!("{language}-{}-{width}-{theme}", sight.name)));
            let wanted: Vec<_> = named.filter(|(_, name)| name.contains(&part)).collect();
            if wanted.is_empty() {
                continue;
            }
            visit.load(&format!("{}{}", server.url(), sight.path)).await?;
            for deed in prepared(&visit, &sight).await? {
                visit.script::<()>(deed, []).await?;
                visit.drawn().await?;
            }
            for ((width, theme), name) in wanted {
                take(&visit, width, theme, &folder.join(&name)).await?;
                println!("{}", folder.join(name).with_extension("png").display());
            }
        }
    }
    visit.browser.quit().await
}

async fn prepared<'a>(visit: &Visit, sight: &Sight) -> Result<&'a [&'static str]> {
    let Some(deeds) = sight.deeds else { return Ok(&[]) };
    visit.live().await?;
    Ok(deeds)
}

/// In this order: what is answered in one is still answered in the next.
fn sights(dist: &Dist, language: &str) -> Result<Vec<Sight>> {
    let sight = |name: String, path: String, deeds| Sight { name, path, deeds: Some(deeds) };
    let still = |name: &str, path: String| Sight { name: name.to_owned(), path, deeds: None };
    let mut sights = vec![sight("cover".into(), format!("{language}/"), &[])];
    for lesson in dist.lessons()? {
        let path = format!("{language}/{lesson}/");
        sights.push(sight(format!("{lesson}-open"), path.clone(), &[SETTINGS]));
        sights.push(sight(format!("{lesson}-answered"), path.clone(), &[CHOOSE, CHECK, WHY]));
        sights.push(sight(format!("{lesson}-result"), format!("{path}result/"), &[]));
        sights.push(sight(format!("{lesson}-retry"), format!("{path}result/"), &[RETRY]));
    }
    sights.push(sight("cover-begun".into(), format!("{language}/"), &[]));
    sights.push(sight("forget".into(), format!("{language}/"), &[FORGET]));
    sights.push(still("404", format!("{language}/no-such-page/")));
    if language == "kk" {
        sights.insert(0, still("root", String::new()));
    }
    Ok(sights)
}

const SETTINGS: &str = "document.querySelector('.settings').open = true";
/// The first question rightly, the second not, “I don't know yet” to the third, and so on in turn.
const CHOOSE: &str = r"
    const data = JSON.parse(document.getElementById('data').textContent);
    const blocks = data.content.lesson.lesson.sections.flatMap((section) => section.blocks);
    blocks.filter((block) => block.block === 'question').forEach((question, n) => {
      const card = document.getElementById(question.id);
      if (!card.querySelector('.check')) return;
      if (n % 3 === 2) return card.querySelector('.unsure').click();
      if (!question.options) return card.querySelector('button.down').click();
      const wanted = question.options.filter((option) => !!option.right === (n % 3 === 0));
      const all = question.kind === 'multiple' && n % 3 === 0 ? wanted : wanted.slice(0, 1);
      all.forEach((option) => card.querySelector(`input[value='${option.id}']`).click());
    });";
/// Six of them: a choice that waits for its check is to be seen as well.
const CHECK: &str =
    "[...document.querySelectorAll('.question-card.open .check')].slice(0, 6).forEach((b) => b.click())";
const WHY: &str = "[...document.querySelectorAll('.feedback .why')].slice(0, 3).forEach((why) => { why.open = true; })";
const RETRY: &str = "document.querySelector('button.retry')?.click()";
const FORGET: &str = "localStorage.clear()";

async fn take(visit: &Visit, width: u32, theme: &str, file: &Path) -> Result<()> {
    picture::frame(visit, width, 900).await?;
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
