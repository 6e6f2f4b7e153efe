//! Every kind of page, in three languages, light and dark, narrow and with large text: axe-core finds nothing, nothing
//! hangs over the edge, and every target is large enough for a finger.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use journeys::axe::enlarge;
use journeys::{Axe, Dist, Pupil, Visit, journeys, picture};
use serde_json::json;
use shanyraq::quiz::Response;
use shanyraq::quiz::samples::wrong_response;
use xtask::server::Options;

journeys!(pages_in_kazakh_are_accessible in chromium);
journeys!(pages_in_russian_are_accessible in chromium);
journeys!(pages_in_english_are_accessible in chromium);
journeys!(with_forced_colours_pages_in_kazakh_are_accessible in chromium);
journeys!(with_forced_colours_pages_in_russian_are_accessible in chromium);
journeys!(with_forced_colours_pages_in_english_are_accessible in chromium);
journeys!(nothing_hangs_over_the_edge in firefox webkit);

async fn pages_in_kazakh_are_accessible(visit: &Visit) -> Result<()> {
    are_accessible(visit, "kk").await
}

async fn pages_in_russian_are_accessible(visit: &Visit) -> Result<()> {
    are_accessible(visit, "ru").await
}

async fn pages_in_english_are_accessible(visit: &Visit) -> Result<()> {
    are_accessible(visit, "en").await
}

/// Goes through all pages and looks at each in all guises; what is found is told all at once.
async fn are_accessible(visit: &Visit, language: &str) -> Result<()> {
    let (dist, axe) = (visit.dist()?, Axe::find()?);
    let server = dist.serve(Options::default())?;
    visit.expect_complaint("/no-such-page");
    let mut found = Findings::default();
    for sight in sights(&dist, language)? {
        visit.load(&format!("{}{}", server.url(), sight.path)).await?;
        sight.prepare(visit, &dist, language).await?;
        for guise in sight.guises {
            guise.put_on(visit).await?;
            let what = format!("{} {guise:?}", sight.name);
            let seen = match guise {
                Guise::Dark => axe.look_at_colours(visit).await?,
                Guise::Light | Guise::Narrow | Guise::LargeText => axe.look(visit).await?,
            };
            found.add(&what, seen);
            found.add(&what, fits(visit).await?);
        }
    }
    found.none()
}

async fn with_forced_colours_pages_in_kazakh_are_accessible(visit: &Visit) -> Result<()> {
    are_accessible_with_forced_colours(visit, "kk").await
}

async fn with_forced_colours_pages_in_russian_are_accessible(visit: &Visit) -> Result<()> {
    are_accessible_with_forced_colours(visit, "ru").await
}

async fn with_forced_colours_pages_in_english_are_accessible(visit: &Visit) -> Result<()> {
    are_accessible_with_forced_colours(visit, "en").await
}

async fn are_accessible_with_forced_colours(visit: &Visit, language: &str) -> Result<()> {
    let (dist, axe) = (visit.dist()?, Axe::find()?);
    let server = dist.serve(Options::default())?;
    visit.expect_complaint("/no-such-page");
    picture::force_colours(visit, true).await?;
    let mut found = Findings::default();
    for sight in sights(&dist, language)? {
        visit.load(&format!("{}{}", server.url(), sight.path)).await?;
        sight.prepare(visit, &dist, language).await?;
        found.add(sight.name, axe.look(visit).await?);
    }
    found.none()
}

async fn nothing_hangs_over_the_edge(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    visit.expect_complaint("/no-such-page");
    // On the longest of these pages the worker begins to answer; Firefox tells of each file that was on its way when the
    // next page was asked for.
    visit.expect_complaint("A ServiceWorker intercepted the request");
    // The report measures its frame as soon as the page is whole, and Firefox holds that for too soon.
    visit.expect_complaint("Layout was forced before the page was fully loaded");
    let mut found = Findings::default();
    for sight in sights(&dist, "ru")? {
        visit.load(&format!("{}{}", server.url(), sight.path)).await?;
        sight.prepare(visit, &dist, "ru").await?;
        for percent in [100, 200] {
            enlarge(visit, percent).await?;
            found.add(&format!("{} at {percent} %", sight.name), fits(visit).await?);
        }
    }
    found.none()
}

/// What was found, each once, with all the places where it was found.
#[derive(Default)]
struct Findings(BTreeMap<String, Vec<String>>);

impl Findings {
    fn add(&mut self, place: &str, findings: Vec<String>) {
        for finding in findings {
            self.0.entry(finding).or_default().push(place.to_owned());
        }
    }

    fn none(&self) -> Result<()> {
        let told: Vec<_> =
            self.0.iter().map(|(finding, places)| format!("{finding}\n    on: {}", places.join(", "))).collect();
        ensure!(told.is_empty(), "{} findings\n  {}", told.len(), told.join("\n  "));
        Ok(())
    }
}

/// How a page is looked at.
#[derive(Clone, Copy, Debug)]
enum Guise {
    Light,
    Dark,
    /// 320 px wide: a small telephone, or a desk at 400 %.
    Narrow,
    LargeText,
}

const GUISES: [Guise; 4] = [Guise::Light, Guise::Dark, Guise::Narrow, Guise::LargeText];

impl Guise {
    async fn put_on(self, visit: &Visit) -> Result<()> {
        let (width, theme, percent) = match self {
            Self::Light => (1280, "light", 100),
            Self::Dark => (1280, "dark", 100),
            Self::Narrow => (320, "light", 100),
            Self::LargeText => (1280, "light", 200),
        };
        picture::frame(visit, width, 900).await?;
        visit.script::<()>("document.documentElement.dataset.theme = arguments[0]", [json!(theme)]).await?;
        enlarge(visit, percent).await?;
        visit.drawn().await
    }
}

/// A page, and what is done in it before it is looked at.
struct Sight {
    name: &'static str,
    path: String,
    deeds: Deeds,
    /// How it is looked at.
    guises: &'static [Guise],
}

/// The lesson that is answered: it has every kind of question.
const ANSWERED: &str = "idea-to-decree";

#[derive(Clone, Copy)]
enum Deeds {
    /// The page runs no program.
    Still,
    /// Nor does this: something in it is tapped.
    Tapped(&'static str),
    /// The same, with all that is folded away.
    Unfolded,
    None,
    /// Answers rightly, wrongly, not at all, and opens the grounds.
    Answers,
    Settings,
    Retry,
    /// Waits for the report.
    Examined,
    /// Waits for the questions.
    Paper,
    /// Waits for what was found.
    Found,
    /// Shows all years of every figure, in a page that runs no program.
    AllYears,
    /// Walks through the paper to its result.
    Finished,
}

fn sights(dist: &Dist, language: &str) -> Result<Vec<Sight>> {
    let sight = |name, path: String, deeds| Sight { name, path: format!("{language}/{path}"), deeds, guises: &GUISES };
    let mut sights = vec![sight("the cover", String::new(), Deeds::Settings)];
    for lesson in dist.lessons()? {
        let guises: &[Guise] = if lesson == ANSWERED { &GUISES } else { &[Guise::Light, Guise::Narrow] };
        sights.push(Sight { guises, ..sight("a lesson", format!("{lesson}/"), Deeds::None) });
    }
    let lesson = ANSWERED;
    sights.push(sight("a result of nothing", format!("{lesson}/result/"), Deeds::None));
    sights.push(sight("an answered lesson", format!("{lesson}/"), Deeds::Answers));
    sights.push(sight("a result", format!("{lesson}/result/"), Deeds::Retry));
    sights.push(sight("a sheet to print", format!("{lesson}/sheet/"), Deeds::Still));
    sights.push(sight("a key to print", format!("{lesson}/key/"), Deeds::Still));
    let other = if language == "ru" { "kk" } else { "ru" };
    sights.push(sight("a lesson in two languages", format!("{lesson}/with-{other}/"), Deeds::Unfolded));
    sights.push(sight("the figures", "figures/".to_owned(), Deeds::Still));
    sights.push(Sight {
        guises: &[Guise::Narrow],
        ..sight("the figures of all years", "figures/".to_owned(), Deeds::AllYears)
    });
    sights.push(sight("the cover, begun", String::new(), Deeds::None));
    sights.push(sight("practice", "practice/".to_owned(), Deeds::None));
    sights.push(sight("a starter", "practice/?mode=starter&seed=7".to_owned(), Deeds::Paper));
    sights.push(sight("a final check, marked", "practice/?mode=final&seed=7&n=3".to_owned(), Deeds::Finished));
    sights.push(sight("search", "search/".to_owned(), Deeds::None));
    sights.push(sight("search with results", "search/?query=2007".to_owned(), Deeds::Found));
    sights.push(sight("progress", "progress/".to_owned(), Deeds::None));
    sights.push(sight("the glossary", "glossary/".to_owned(), Deeds::Still));
    sights.push(sight("the glossary in all languages", "glossary/".to_owned(), Deeds::Tapped("[for='all-languages']")));
    sights.push(sight("the claims", "claims/".to_owned(), Deeds::Tapped(".uses > summary")));
    sights.push(sight("about the course", "about/".to_owned(), Deeds::Still));
    sights.push(sight("for other sites", "for-sites/".to_owned(), Deeds::Unfolded));
    sights.push(sight("for other sites, shown", "for-sites/".to_owned(), Deeds::Tapped("button.show")));
    sights.push(sight("the report on a frame", format!("{lesson}/?embed&doctor"), Deeds::Examined));
    sights.push(sight("an unknown page", "no-such-page".to_owned(), Deeds::Still));
    sights.push(Sight { name: "the languages", path: String::new(), deeds: Deeds::Still, guises: &GUISES });
    Ok(sights)
}

impl Sight {
    async fn prepare(&self, visit: &Visit, dist: &Dist, language: &str) -> Result<()> {
        if let Deeds::Tapped(selector) = self.deeds {
            visit.click(selector).await?;
        }
        if let Deeds::Unfolded = self.deeds {
            let unfold = "document.querySelectorAll('main details').forEach((d) => { d.open = true; })";
            visit.script::<()>(unfold, []).await?;
        }
        if matches!(self.deeds, Deeds::Still | Deeds::Tapped(_) | Deeds::Unfolded) {
            return Ok(());
        }
        if matches!(self.deeds, Deeds::AllYears) {
            let press = "document.querySelectorAll('button.all').forEach((button) => button.click())";
            return visit.script(press, []).await;
        }
        visit.live().await?;
        match self.deeds {
            Deeds::Still | Deeds::Tapped(_) | Deeds::Unfolded | Deeds::None | Deeds::AllYears => {}
            Deeds::Settings => visit.click(".settings > summary").await?,
            Deeds::Examined => visit.find(".doctor dl").await.map(drop)?,
            Deeds::Paper => visit.find(".turns button").await.map(drop)?,
            Deeds::Found => visit.find(".found a").await.map(drop)?,
            Deeds::Finished => {
                visit.find(".turns button").await?;
                while !visit.has(".turns .finish").await? {
                    visit.click(".turns button:last-child").await?;
                    visit.drawn().await?;
                }
                visit.click(".turns .finish").await?;
                visit.find(".result").await.map(drop)?;
            }
            Deeds::Retry => visit.click("button.retry").await?,
            Deeds::Answers => {
                let name = self.path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
                let lesson = dist.lesson(language, name)?;
                let pupil = Pupil { visit, lesson: &lesson };
                for (number, question) in lesson.page.questions().enumerate() {
                    let response = match number {
                        n if n % 3 == 1 => wrong_response(question),
                        n if n % 7 == 2 => Response::Unsure,
                        _ => question.right_response(),
                    };
                    pupil.answer(question, &response).await?;
                }
                visit
                    .script::<()>(
                        "document.querySelectorAll('.feedback details, .claims').forEach((d) => { d.open = true; })",
                        [],
                    )
                    .await?;
            }
        }
        visit.drawn().await
    }
}

/// Nothing scrolls sideways, and no target is smaller than 24 px, links within sentences excepted.
async fn fits(visit: &Visit) -> Result<Vec<String>> {
    let body = "
        const faults = [];
        const page = document.documentElement;
        if (page.scrollWidth > page.clientWidth) {
          const scrolls = (e) => e.parentElement && (getComputedStyle(e.parentElement).overflowX !== 'visible' || scrolls(e.parentElement));
          const right = (e) => Math.round(e.getBoundingClientRect().right);
          const over = [...document.querySelectorAll('body *')].filter((e) => right(e) > page.clientWidth && e.checkVisibility() && !scrolls(e));
          // What hangs out of an element without being one: a text that does not break, something drawn.
          const reach = (e) => Math.round(e.getBoundingClientRect().left + e.scrollWidth);
          if (!over.length) over.push(...[...document.querySelectorAll('body *')].filter((e) => e.scrollWidth > e.clientWidth && reach(e) > page.clientWidth));
          const inner = over.filter((e) => !over.some((other) => e !== other && e.contains(other))).slice(0, 3);
          faults.push(`the page is wider than ${page.clientWidth} px, for: ${inner.map((e) => `${e.outerHTML.slice(0, 80)} up to ${right(e)} px`)}`);
        }
        for (const target of document.querySelectorAll('button, summary, label, nav a, a.start, a.to-result, .choose-language a')) {
          const { width, height } = target.getBoundingClientRect();
          if (target.checkVisibility() && width > 1 && (width < 24 || height < 24)) {
            faults.push(`a target of ${width.toFixed(1)} by ${height.toFixed(1)} px: ${target.outerHTML.slice(0, 80)}`);
          }
        }
        return [...new Set(faults)];
    ";
    visit.script(body, []).await
}
