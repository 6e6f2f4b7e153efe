//! Without a network: what was visited works, the whole course after one tap, and a new version is offered, taken when
//! the learner says so, and never mixed with the old one.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use journeys::pupil::has_answered;
use journeys::{Dist, LANGUAGES, Lesson, Pupil, Temporary, Visit, journeys, same, word};
use serde_json::json;
use xtask::server::{Options, Server};

journeys!(in_a_frame_no_worker_is_started);
journeys!(a_lesson_that_was_visited_works_without_a_network);
journeys!(the_whole_course_works_without_a_network_after_one_tap);
journeys!(a_course_that_comes_damaged_is_not_kept);
journeys!(a_new_version_is_offered_and_taken_by_a_tap);
journeys!(a_course_that_was_kept_whole_is_kept_in_the_new_version);
journeys!(an_update_cut_half_way_leaves_the_old_version_whole);
journeys!(the_icon_in_pixels_is_the_one_that_is_drawn in chromium);

/// In a folder, as schools have it.
fn folder() -> Options {
    Options { prefix: "/a/b/".to_owned(), ..Options::default() }
}

/// The course in a folder that may be altered, and its server.
fn copy(visit: &Visit) -> Result<(Temporary, Dist, Server)> {
    let place = Temporary::folder("offline")?;
    let dist = visit.dist()?.copy_to(place.path())?;
    let server = dist.serve(folder())?;
    Ok((place, dist, server))
}

/// The worker is there, has kept what it keeps at first, and answers for the page.
async fn has_worker(visit: &Visit) -> Result<()> {
    visit.until("a worker answers", "return navigator.serviceWorker.controller?.state === 'activated'").await
}

/// Whether an address, from the root of the course, is kept.
async fn is_kept(visit: &Visit, address: &str) -> Result<()> {
    let body = "const [path] = arguments; caches.match(new URL('/a/b/' + path, location)).then((kept) => { window.isKept = !!kept; });
        return window.isKept === true";
    visit.script::<()>("window.isKept = undefined", []).await?;
    visit.until_with(&format!("{address} is kept"), body, vec![address.into()]).await
}

/// Loads the page again as a learner does. Firefox's driver does it by force, which passes every worker by.
async fn reload(visit: &Visit) -> Result<()> {
    visit.script::<()>("window.isLeft = true; location.reload()", []).await?;
    visit.until("the page is loaded again", "return !window.isLeft && document.readyState === 'complete'").await
}

/// What is kept at an address, from the root of the course.
async fn kept(visit: &Visit, address: &str) -> Result<String> {
    let ask = "window.kept = undefined; const [path] = arguments; caches.match(new URL('/a/b/' + path, location))
        .then((kept) => kept.text()).then((text) => { window.kept = text; })";
    visit.script::<()>(ask, [address.into()]).await?;
    visit.until(&format!("{address} is kept"), "return window.kept !== undefined").await?;
    visit.script("return window.kept", []).await
}

/// From here on, the console may complain that the host is gone.
fn cut(visit: &Visit, server: &Server) {
    server.cut();
    for part in
        ["ERR_CONNECTION", "ERR_FAILED", "ERR_EMPTY_RESPONSE", "Failed to fetch", "NetworkError", "ServiceWorker"]
    {
        visit.expect_complaint(part);
    }
}

/// Answers the question of a number rightly.
async fn answers(visit: &Visit, lesson: &Lesson, number: usize) -> Result<()> {
    let question = lesson.question(number)?;
    Pupil { visit, lesson }.answer(question, &question.right_response()).await
}

async fn a_lesson_that_was_visited_works_without_a_network(visit: &Visit) -> Result<()> {
    let (_place, dist, server) = copy(visit)?;
    let (lesson, url) = (dist.lesson("kk", "nine-seats")?, server.url());
    visit.open(&format!("{url}kk/nine-seats/")).await?;
    has_worker(visit).await?;
    is_kept(visit, "kk/nine-seats/").await?;
    answers(visit, &lesson, 1).await?;

    cut(visit, &server);
    reload(visit).await?;
    visit.live().await?;
    has_answered(visit, &lesson, 1).await?;
    answers(visit, &lesson, 2).await?;
    // However its address is written.
    for written in ["kk/nine-seats/index.html", "kk/nine-seats/?x=1", "kk/nine-seats"] {
        visit.open(&format!("{url}{written}")).await.with_context(|| written.to_owned())?;
        has_answered(visit, &lesson, 2).await?;
        ensure!(visit.address().await?.starts_with("/a/b/kk/nine-seats/"), "{written} is tidied");
    }
    // Its result, opened by a link and loaded again; and back, for which the data are taken out of it.
    visit.click("a.to-result").await?;
    visit.find(".result").await?;
    reload(visit).await?;
    visit.live().await?;
    visit.reads(".score", &lesson.score(2)).await?;
    visit.click(".neighbours a.previous").await?;
    has_answered(visit, &lesson, 2).await?;
    // What was not visited is not there, and that is said.
    visit.load(&format!("{url}kk/idea-to-decree/")).await?;
    visit.reads("section[lang='kk'] h1", &word("kk", "no-network-title")?).await?;
    visit.load(&url).await?;
    visit.find("a[data-language='kk']").await?;

    server.restore();
    visit.open(&format!("{url}kk/idea-to-decree/")).await?;
    has_answered(visit, &dist.lesson("kk", "idea-to-decree")?, 0).await
}

async fn the_whole_course_works_without_a_network_after_one_tap(visit: &Visit) -> Result<()> {
    let (_place, dist, server) = copy(visit)?;
    let (lesson, url) = (dist.lesson("ru", "idea-to-decree")?, server.url());
    visit.open(&format!("{url}ru/")).await?;
    has_worker(visit).await?;
    visit.reads(".offline h2", &word("ru", "keep-title")?).await?;
    let button = visit.text(".offline button").await?;
    let number: String = button.chars().filter(char::is_ascii_digit).collect();
    let kilobytes: u32 = number.parse().with_context(|| format!("the button says {button}"))?;
    ensure!((300..1000).contains(&kilobytes), "the button says {button}");
    let before = server.log().len();
    visit.click(".offline button").await?;
    visit.reads(".offline [role='status']", &word("ru", "kept")?).await?;
    ensure!(!visit.shows(".offline button").await?, "there is nothing more to keep");
    let asked: Vec<String> = server.log().into_iter().skip(before).map(|hit| hit.path).collect();
    // Browsers send for icons when they like.
    let others = ["/lesson-", "/desk-", "/icons/"];
    let pages: Vec<_> = asked.iter().filter(|path| !others.iter().any(|other| path.contains(other))).collect();
    same!(pages, ["/a/b/ru/course.txt"], "all pages come as one file");
    // As it was built: the copy that is served may hold what hears the console.
    let built = Dist::find()?;
    for path in ["ru/claims/", "ru/dialogue/questions.json", "ru/nine-seats/result/"] {
        let file = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        let (kept, text) = (kept(visit, path).await?, fs::read_to_string(built.folder().join(file))?);
        ensure!(kept == text, "{path} is kept as {} letters, and has {}", kept.len(), text.len());
    }

    cut(visit, &server);
    for id in dist.lessons()? {
        visit.open(&format!("{url}ru/{id}/")).await?;
        visit.reads("h1", &dist.lesson("ru", &id)?.page.title).await?;
    }
    visit.open(&format!("{url}ru/idea-to-decree/")).await?;
    answers(visit, &lesson, 1).await?;
    visit.click(".neighbours a.next").await?;
    visit.until("another lesson is shown", "return !location.pathname.includes('idea-to-decree')").await?;
    visit.find(".lesson").await?;
    visit.open(&format!("{url}ru/practice/?mode=final&n=3&seed=7")).await?;
    visit.find(".question-card").await?;
    for path in ["ru/idea-to-decree/questions/", "ru/idea-to-decree/answers/", "ru/glossary/"] {
        if dist.folder().join(path).is_dir() {
            visit.load(&format!("{url}{path}")).await?;
            visit.until("the page is there", "return !document.querySelector('main.not-found')").await?;
        }
    }
    // It is still said to be here, and in the language that has not been kept it is not.
    visit.open(&format!("{url}ru/")).await?;
    visit.reads(".offline [role='status']", &word("ru", "kept")?).await
}

async fn a_course_that_comes_damaged_is_not_kept(visit: &Visit) -> Result<()> {
    let (_place, dist, server) = copy(visit)?;
    let file = dist.folder().join("kk/course.txt");
    let whole = fs::read_to_string(&file)?;
    let half: String = whole.chars().take(whole.chars().count() / 2).collect();
    visit.open(&format!("{}kk/", server.url())).await?;
    has_worker(visit).await?;
    for damaged in [half.as_str(), "", "<!doctype html><title>A login</title>", &whole.replace(&dist.build()?, NEXT)] {
        fs::write(&file, damaged)?;
        visit.click(".offline button").await?;
        visit.reads(".offline [role='status']", &word("kk", "keep-failed")?).await?;
        ensure!(visit.shows(".offline button").await?, "one may try again");
        // So that it is seen that it is said anew.
        visit.script::<()>("document.querySelector(\".offline [role='status']\").textContent = ''", []).await?;
    }
    fs::write(&file, &whole)?;
    visit.click(".offline button").await?;
    visit.reads(".offline [role='status']", &word("kk", "kept")?).await
}

/// Slow lines are shared: so many bytes in brotli, beside the programs.
const LIMIT: usize = 250_000;

#[test]
fn the_course_in_one_language_is_small() -> Result<()> {
    let dist = Dist::find()?;
    for language in LANGUAGES {
        let path = format!("{language}/course.txt");
        let packed = dist.brotli(&path)?;
        ensure!(
            packed <= LIMIT,
            "{path} has {packed} bytes in brotli, and may have {LIMIT}: it is the whole course of a language, and slow lines \
             are shared; see src/bin/prerender/offline.rs, `belongs`, for what is in it"
        );
    }
    Ok(())
}

/// Makes another version of a course in its place: of another build, with other programs and another title in every page.
fn update(dist: &Dist) -> Result<()> {
    let build = dist.build()?;
    let mut names = fs::read_dir(dist.folder())?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let programs = names
        .find_map(|name| name.strip_prefix("lesson")?.strip_suffix("-rest.wasm").map(str::to_owned))
        .context("no program")?;
    rewrite(dist.folder(), &[(&build, NEXT), (&programs, "-ba9876543210")])
}

/// Replaces words in the names and in the texts of all files.
fn rewrite(folder: &Path, words: &[(&str, &str)]) -> Result<()> {
    let changed = |text: &str| words.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new));
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).context("files have names")?;
        if path.is_dir() {
            rewrite(&path, words)?;
        } else if name.starts_with("lesson-") || name.starts_with("desk-") {
            fs::rename(&path, path.with_file_name(changed(name)))?;
        } else if [".html", ".json", ".js"].iter().any(|end| name.ends_with(end)) {
            let text = changed(&fs::read_to_string(&path)?);
            fs::write(&path, text.replace("</title>", &format!(" {NEXT}</title>")))?;
        } else if name == "course.txt" {
            // Places in it are counted in bytes, so nothing may become longer.
            fs::write(&path, changed(&fs::read_to_string(&path)?))?;
        }
    }
    Ok(())
}

const NEXT: &str = "0123456789ab";

/// Page, program and data are all of one build.
async fn is_of(visit: &Visit, build: &str) -> Result<()> {
    let body = "const html = document.documentElement, data = document.getElementById('data').textContent;
        return html.dataset.build === arguments[0] && data.startsWith(`[\"${arguments[0]}\"`)
            || `${html.dataset.build} with ${data.slice(0, 20)}`";
    visit.until_with(&format!("all is of {build}"), body, vec![build.into()]).await
}

/// The only caches are those of one build.
async fn has_cache_of(visit: &Visit, build: &str) -> Result<()> {
    let body = "caches.keys().then((names) => { window.names = names; });
        return window.names?.length === 1 && window.names[0].endsWith('/a/b/#' + arguments[0]) || String(window.names)";
    visit.until_with(&format!("what is kept is of {build}"), body, vec![build.into()]).await
}

async fn a_new_version_is_offered_and_taken_by_a_tap(visit: &Visit) -> Result<()> {
    let (_place, dist, server) = copy(visit)?;
    let (build, url) = (dist.build()?, server.url());
    let (lesson, other) = (dist.lesson("en", "nine-seats")?, dist.lesson("en", "idea-to-decree")?);
    let address = format!("{url}en/nine-seats/");
    visit.open(&address).await?;
    has_worker(visit).await?;
    is_kept(visit, "en/nine-seats/").await?;
    answers(visit, &lesson, 1).await?;
    let second = lesson.question(2)?;
    Pupil { visit, lesson: &lesson }.choose(second, &second.right_response()).await?;

    update(&dist)?;
    reload(visit).await?;
    visit.live().await?;
    is_of(visit, &build).await?;
    visit.reads(".offer p", &word("en", "new-version")?).await?;
    // Not taken: the old version goes on, with the network and without, and nothing of the new gets into it.
    Pupil { visit, lesson: &lesson }.check(second).await?;
    is_of(visit, &build).await?;
    cut(visit, &server);
    reload(visit).await?;
    visit.live().await?;
    is_of(visit, &build).await?;
    has_answered(visit, &lesson, 2).await?;
    server.restore();
    // A page that was never visited can only be the new one, and then it is so as a whole, data fetched in it too.
    visit.open(&format!("{url}en/idea-to-decree/")).await?;
    is_of(visit, NEXT).await?;
    answers(visit, &other, 1).await?;
    visit.open(&address).await?;
    is_of(visit, &build).await?;

    visit.reads(".offer button", &word("en", "load-new")?).await?;
    visit.click(".offer button").await?;
    is_of(visit, NEXT).await?;
    visit.live().await?;
    has_answered(visit, &lesson, 2).await?;
    has_cache_of(visit, NEXT).await?;
    ensure!(!visit.has(".offer").await?, "nothing more is offered");

    // What was kept of the old version is kept of the new one.
    server.cut();
    reload(visit).await?;
    visit.live().await?;
    is_of(visit, NEXT).await?;
    has_answered(visit, &lesson, 2).await?;
    answers(visit, &lesson, 3).await
}

async fn a_course_that_was_kept_whole_is_kept_in_the_new_version(visit: &Visit) -> Result<()> {
    let (_place, dist, server) = copy(visit)?;
    let url = server.url();
    visit.open(&format!("{url}en/")).await?;
    has_worker(visit).await?;
    visit.click(".offline button").await?;
    visit.reads(".offline [role='status']", &word("en", "kept")?).await?;

    update(&dist)?;
    let before = server.log().len();
    reload(visit).await?;
    visit.live().await?;
    visit.click(".offer button").await?;
    is_of(visit, NEXT).await?;
    visit.live().await?;
    has_cache_of(visit, NEXT).await?;
    visit.reads(".offline [role='status']", &word("en", "kept")?).await?;
    let lessons: Vec<String> = server
        .log()
        .into_iter()
        .skip(before)
        .map(|hit| hit.path)
        .filter(|path| path.contains("/en/nine-seats/"))
        .collect();
    ensure!(lessons.is_empty(), "what comes as one file is not fetched page by page: {lessons:?}");

    cut(visit, &server);
    visit.open(&format!("{url}en/nine-seats/")).await?;
    is_of(visit, NEXT).await?;
    visit.live().await
}

async fn an_update_cut_half_way_leaves_the_old_version_whole(visit: &Visit) -> Result<()> {
    let (place, dist, server) = copy(visit)?;
    let (build, url) = (dist.build()?, server.url());
    let lesson = dist.lesson("en", "nine-seats")?;
    let address = format!("{url}en/nine-seats/");
    visit.open(&address).await?;
    has_worker(visit).await?;
    is_kept(visit, "en/nine-seats/").await?;
    answers(visit, &lesson, 1).await?;

    // Half of the new version is on the host: the worker, but pages of the old one beside it.
    let page = place.path().join("en/nine-seats/index.html");
    let old = fs::read_to_string(&page)?;
    update(&dist)?;
    let new = fs::read_to_string(&page)?;
    fs::write(&page, old)?;
    let refused = "window.refused = false; navigator.serviceWorker.ready.then((course) => {
        course.addEventListener('updatefound', () => {
            const coming = course.installing;
            coming.addEventListener('statechange', () => { window.refused = coming.state === 'redundant'; });
        });
        course.update().catch(() => { window.refused = true; });
    })";
    visit.script::<()>(refused, []).await?;
    visit.until("the half version is refused", "return window.refused").await?;
    has_cache_of(visit, &build).await?;
    ensure!(!visit.has(".offer").await?, "half a version is not offered");

    // The network is cut in the middle of fetching it.
    fs::write(&page, new)?;
    cut(visit, &server);
    visit.expect_complaint("sw.js");
    visit.script::<()>("window.refused = false; navigator.serviceWorker.ready.then((course) => course.update()).catch(() => { window.refused = true; })", []).await?;
    visit.until("an update without a network is none", "return window.refused").await?;
    reload(visit).await?;
    visit.live().await?;
    is_of(visit, &build).await?;
    has_answered(visit, &lesson, 1).await?;
    server.restore();

    // And then it comes as a whole.
    reload(visit).await?;
    visit.live().await?;
    visit.click(".offer button").await?;
    is_of(visit, NEXT).await?;
    visit.live().await?;
    has_answered(visit, &lesson, 1).await?;
    has_cache_of(visit, NEXT).await
}

/// A page that embeds a lesson is not there without a network: its frame need not be.
async fn in_a_frame_no_worker_is_started(visit: &Visit) -> Result<()> {
    let (place, _, server) = copy(visit)?;
    let page = "<!doctype html><title>Around</title><link rel=icon href=data:,><iframe width=1000 height=650 src=kk/nine-seats/></iframe>";
    fs::write(place.path().join("around.html"), page)?;
    visit.load(&format!("{}around.html", server.url())).await?;
    visit.enter_frame("iframe").await?;
    visit.live().await?;
    let later = "window.since ??= performance.now(); return performance.now() - window.since > 4000";
    visit.until("four seconds have gone by", later).await?;
    let asked: Vec<_> = server.log().into_iter().filter(|hit| hit.path.ends_with("offline.js")).collect();
    same!(asked.len(), 0, "the script is not asked for");
    Ok(())
}

/// Whoever draws a new icon draws it in pixels too.
async fn the_icon_in_pixels_is_the_one_that_is_drawn(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(folder())?;
    visit.load(&server.url()).await?;
    // Of all colours of all pixels, how far the two are apart on average, in 255ths.
    let compare = "
        const [side] = arguments;
        const drawn = (name) => new Promise((done, failed) => {
            const image = new Image(), canvas = document.createElement('canvas').getContext('2d');
            canvas.canvas.width = canvas.canvas.height = side;
            image.onload = () => {
                if (name !== 'icon.svg' && image.naturalWidth !== side) return failed(name + ' is ' + image.naturalWidth + ' wide');
                canvas.drawImage(image, 0, 0, side, side);
                done(canvas.getImageData(0, 0, side, side).data);
            };
            image.onerror = () => failed(name);
            image.src = 'icons/' + name;
        });
        window.apart = undefined;
        Promise.all([drawn('icon.svg'), drawn(side + '.png')]).then(([one, other]) => {
            window.apart = one.reduce((sum, colour, n) => sum + Math.abs(colour - other[n]), 0) / one.length;
        }, (why) => { window.apart = why; });";
    for side in [180, 192, 512] {
        visit.script::<()>(compare, [json!(side)]).await?;
        visit
            .until(
                &format!("static/icons/{side}.png shows what icon.svg shows: draw it anew"),
                "return window.apart < 2 || window.apart",
            )
            .await?;
    }
    Ok(())
}
