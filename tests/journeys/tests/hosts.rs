//! In pages of somebody else: every way to embed a lesson, in hosts that behave as real ones do, each on an origin of its own.
//! One journey goes through all of them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use journeys::pupil::has_answered;
use journeys::{Axe, Dist, Engine, Lesson, Pupil, Temporary, Visit, free_port, journeys, same, word};
use serde_json::{Value, json};
use shanyraq::quiz::Response;
use tokio::time::sleep;
use xtask::server::{Host, Options, Server};

journeys!(
    in_the_frame_of_wordpress_one_learns
    in_a_sandbox_with_an_origin_one_learns
    in_a_plain_frame_one_learns
    beside_our_script_one_learns
    beside_our_script_that_comes_late_one_learns
    beside_our_script_twice_one_learns
    in_the_element_one_learns
    beside_the_resizer_of_h5p_one_learns
    in_a_host_of_320_px_one_learns
    in_a_host_with_a_strict_policy_one_learns
    two_frames_on_one_page_do_not_disturb_each_other
    only_the_named_origin_hears_of_answers
    what_a_hostile_host_says_changes_nothing
    in_a_frame_without_an_origin_practice_has_its_questions
    an_address_with_parameters_leads_to_its_page_and_names_what_it_cannot_read
    from_a_file_one_learns
    in_a_frame_of_a_file_one_learns
    a_change_of_height_is_said_once_and_within_two_frames
    a_frame_far_below_leaves_the_page_where_it_is
);
journeys!(behind_another_server_in_a_folder_that_is_read_only_one_learns in chromium);
journeys!(a_host_whose_scroll_bar_comes_and_goes_does_not_swing in chromium);
journeys!(framed_pages_are_accessible in chromium);

pub(crate) const LESSON: &str = "nine-seats";

/// Notes what the page hears, with the names of the frames it comes from.
pub(crate) const EAR: &str = "<script>
  self.heard = [];
  addEventListener('message', (event) => heard.push(event.data));
</script>";

/// What WordPress's `wp-embed` does, after its protocol: the frame is hidden until it has spoken; the height within bounds,
/// and the link that the host follows. As there, it comes after the frame, and says so.
pub(crate) const WORDPRESS: &str = "<script>
  setTimeout(() => {
    addEventListener('message', (event) => {
      const said = event.data;
      if (!said || !(said.secret || said.message || said.value) || /[^a-zA-Z0-9]/.test(said.secret)) return;
      for (const quote of document.querySelectorAll(`blockquote[data-secret='${said.secret}']`)) quote.style.display = 'none';
      for (const frame of document.querySelectorAll(`iframe[data-secret='${said.secret}']`)) {
        if (event.source !== frame.contentWindow) continue;
        frame.removeAttribute('style');
        if (said.message === 'height') frame.height = Math.max(200, Math.min(1000, parseInt(said.value, 10)));
        if (said.message === 'link' && new URL(said.value).host === new URL(frame.src).host && document.activeElement === frame) {
          top.location.href = said.value;
        }
      }
    });
    for (const frame of document.querySelectorAll('iframe.wp-embedded-content')) {
      frame.contentWindow.postMessage({ message: 'ready', secret: frame.dataset.secret }, '*');
    }
  }, 2500);
</script>
<blockquote class=wp-embedded-content data-secret=a1B2c3D4e5><a href={course}>A</a></blockquote>";

/// What H5P's resizer does, after its protocol, thrown errors included: it believes that every message is an object.
pub(crate) const H5P: &str = "<script>
  const acts = {
    hello(frame, said, answer) {
      frame.style.width = '100%';
      addEventListener('resize', () => answer('resize'));
      answer('hello');
    },
    prepareResize(frame, said, answer) {
      if (frame.clientHeight === said.scrollHeight && said.scrollHeight === said.clientHeight) return;
      frame.style.height = `${said.clientHeight}px`;
      answer('resizePrepared');
    },
    resize(frame, said) { frame.style.height = `${said.scrollHeight}px`; },
  };
  addEventListener('message', (event) => {
    if (event.data.context !== 'h5p') return;
    const frame = [...document.querySelectorAll('iframe')].find((one) => one.contentWindow === event.source);
    const answer = (action) => event.source.postMessage({ context: 'h5p', action }, event.origin);
    if (frame && acts[event.data.action]) acts[event.data.action](frame, event.data, answer);
  });
</script>";

/// A page of somebody else, with the course on another origin.
pub(crate) struct Around {
    dist: Dist,
    _course: Server,
    _page: Server,
    _folder: Temporary,
}

impl Around {
    /// Loads the page; `{course}` in it stands for the address of the course, `{here}` for its own origin.
    pub(crate) async fn load(visit: &Visit, page: &str) -> Result<Self> {
        let dist = visit.dist()?;
        let course = dist.serve(Options::default())?;
        let folder = Temporary::folder("host-page")?;
        let server = Server::start(folder.path(), Options { host: Host::Localhost, ..Options::default() })?;
        write_page(visit, folder.path(), &page.replace("{course}", &course.url()).replace("{here}", &server.origin()))?;
        visit.load(&server.url()).await?;
        Ok(Self { dist, _course: course, _page: server, _folder: folder })
    }

    pub(crate) fn lesson(&self) -> Result<Lesson> {
        self.dist.lesson("en", LESSON)
    }
}

/// Writes a page of somebody else into a folder.
fn write_page(visit: &Visit, folder: &Path, page: &str) -> Result<()> {
    let head = "<!doctype html><html lang=en><meta charset=utf-8>";
    let page = format!("{head}{page}").replace("<title", "<link rel=icon href=data:,><title");
    fs::write(folder.join("index.html"), page)?;
    visit.listen(folder)
}

/// What the frame does about its height.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Height {
    /// It becomes as tall as the page in it.
    Follows,
    /// It stays as it is, or stops half-way.
    Stays,
    /// There is no frame.
    OfWindow,
}

/// Whether answers outlast the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answers {
    Kept,
    Lost,
    /// As the engine likes it.
    Either,
}

pub(crate) fn frame(attributes: &str) -> String {
    format!("<iframe title=A width=640 height=500 src=\"{{course}}en/{LESSON}/?embed\" {attributes}></iframe>")
}

pub(crate) fn titled(body: &str) -> String {
    format!("<title>A page of somebody else</title>{body}")
}

/// The journey through all hosts: read, answer, see what is said, reload, finish.
async fn learns(visit: &Visit, page: &str, height: Height, answers: Answers) -> Result<Around> {
    let around = Around::load(visit, &titled(page)).await?;
    learns_here(visit, &around.lesson()?, height, answers).await?;
    Ok(around)
}

/// The same in a page that is loaded.
async fn learns_here(visit: &Visit, lesson: &Lesson, height: Height, answers: Answers) -> Result<()> {
    enter(visit, height).await?;
    // WebKit's driver itself gives the focus to a frame that it goes into; another journey looks before it does.
    if visit.browser.engine != Engine::WebKit {
        visit.browser.session().enter_default_frame().await?;
        let is_taken = "return document.activeElement !== document.body";
        same!(visit.script::<bool>(is_taken, []).await?, false, "the host keeps its focus");
        enter(visit, height).await?;
    }
    visit.reads("h1", &lesson.page.title).await?;
    fits(visit, height).await?;
    let (first, second) = (lesson.question(1)?, lesson.question(2)?);
    Pupil { visit, lesson }.answer(first, &first.right_response()).await?;
    fits(visit, height).await?;
    settles(visit, height).await?;
    let is_there = "try { return localStorage.getItem('shanyraq.progress') !== null } catch { return false }";
    let is_kept: bool = visit.script(is_there, []).await?;
    ensure!(answers == Answers::Either || is_kept == (answers == Answers::Kept), "is the answer kept? {is_kept}");

    visit.browser.session().enter_default_frame().await?;
    visit.browser.session().refresh().await?;
    enter(visit, height).await?;
    let kept = usize::from(is_kept);
    has_answered(visit, lesson, kept).await?;
    Pupil { visit, lesson }.answer(second, &second.right_response()).await?;
    has_answered(visit, lesson, kept + 1).await?;
    fits(visit, height).await?;

    visit.click("a.to-result").await?;
    visit.until("the result is shown", "return document.querySelector('.result') !== null").await?;
    visit.live().await?;
    // For Firefox each file is a site of its own.
    let is_kept = is_kept && (answers != Answers::Either || visit.script(is_there, []).await?);
    visit.reads(".score", &if is_kept { lesson.score(2) } else { lesson.words.result_none.to_string() }).await?;
    fits(visit, height).await
}

/// Goes into the frame, once the host has been left as it was.
pub(crate) async fn enter(visit: &Visit, height: Height) -> Result<()> {
    if height == Height::OfWindow {
        return visit.live().await;
    }
    enter_at(visit, "iframe").await?;
    visit.until("the frame speaks", "return document.documentElement.classList.contains('framed')").await
}

async fn enter_at(visit: &Visit, selector: &str) -> Result<()> {
    // A frame that is loaded when it comes near must come near.
    visit
        .script::<()>(
            "document.querySelector(arguments[0]).scrollIntoView()",
            [json!(format!("{selector}, shanyraq-lesson"))],
        )
        .await
        .ok();
    let is_shown = "return document.querySelector(arguments[0])?.style.clip === ''";
    visit.until_with("the host shows the frame", is_shown, vec![json!(selector)]).await?;
    visit.enter_frame(selector).await?;
    visit.live().await?;
    let is_taken = "return document.activeElement !== document.body";
    same!(visit.script::<bool>(is_taken, []).await?, false, "no focus is taken on load");
    Ok(())
}

/// The frame is as tall as the page in it, without a scroll bar; or it has kept one.
pub(crate) async fn fits(visit: &Visit, height: Height) -> Result<()> {
    let body = match height {
        Height::Follows => {
            "const page = document.documentElement;
            return innerHeight === Math.ceil(page.getBoundingClientRect().height) && getComputedStyle(page).overflowY === 'hidden'
              || `${innerHeight} for ${page.getBoundingClientRect().height}, ${page.className}`"
        }
        Height::Stays => {
            "const page = document.documentElement;
            return innerHeight <= 1000 && page.scrollHeight > innerHeight && getComputedStyle(page).overflowY !== 'hidden'
              || page.scrollHeight <= innerHeight || `${innerHeight} for ${page.scrollHeight}, ${page.className}`"
        }
        Height::OfWindow => return Ok(()),
    };
    visit.until("the frame is as tall as it can be", body).await
}

/// The height comes to rest, and is said no more.
async fn settles(visit: &Visit, height: Height) -> Result<()> {
    if height == Height::OfWindow {
        return Ok(());
    }
    let of_page = "return document.documentElement.getBoundingClientRect().height";
    visit.drawn().await?;
    let before: f64 = visit.script(of_page, []).await?;
    visit.browser.session().enter_default_frame().await?;
    // Not by the page itself: its policy may forbid scripts of its own.
    let listen = "self.said = 0; addEventListener('message', ({ data }) => { if (data.type === 'height') said++; })";
    visit.script::<()>(listen, []).await?;
    sleep(Duration::from_millis(400)).await;
    same!(visit.script::<u32>("return self.said", []).await?, 0, "nothing more is said to the host");
    // Not by `enter`: by now there is a focus in it.
    visit.enter_frame("iframe").await?;
    let after: f64 = visit.script(of_page, []).await?;
    ensure!((before - after).abs() <= 1.0, "the page was {before} px tall, and later {after} px");
    Ok(())
}

async fn in_the_frame_of_wordpress_one_learns(visit: &Visit) -> Result<()> {
    let attributes = "class=wp-embedded-content sandbox=allow-scripts security=restricted data-secret=a1B2c3D4e5 \
                      style='position: absolute; clip: rect(1px, 1px, 1px, 1px)'";
    let frame = frame(attributes).replace("?embed", "?embed#?secret=a1B2c3D4e5");
    let page = format!("{WORDPRESS}{frame}");
    let _around = learns(visit, &page, Height::Stays, Answers::Lost).await?;
    visit.browser.session().enter_default_frame().await?;
    let is_hidden = "return [document.querySelector('iframe').hasAttribute('style'), document.querySelector('blockquote').style.display]";
    same!(visit.script::<(bool, String)>(is_hidden, []).await?, (false, "none".to_owned()), "the frame is shown");
    enter(visit, Height::Stays).await?;

    // The result came by a link within the frame, and is still as tall as WordPress lets it be.
    let tall = "return innerHeight > 500 || innerHeight";
    visit.until("the next page has the secret too", tall).await?;
    ensure!(visit.shows(".frame-note p").await?, "it is said what cannot be done here");
    visit.reads(".frame-note p", &word("en", "frame-limits")?).await?;
    visit.click(".full-version").await?;
    visit.browser.session().enter_default_frame().await?;
    let body = "return top === self && location.pathname === arguments[0] && location.search === '' && location.hash === '' || location.href";
    visit.until_with("the host has gone to the full version", body, vec![json!(format!("/en/{LESSON}/result/"))]).await
}

async fn in_a_sandbox_with_an_origin_one_learns(visit: &Visit) -> Result<()> {
    let page = frame("sandbox=\"allow-scripts allow-same-origin\"");
    visit.expect_complaint("allow-scripts");
    learns(visit, &page, Height::Stays, Answers::Kept).await.map(drop)
}

async fn in_a_plain_frame_one_learns(visit: &Visit) -> Result<()> {
    learns(visit, &frame(""), Height::Stays, Answers::Kept).await.map(drop)
}

async fn beside_our_script_one_learns(visit: &Visit) -> Result<()> {
    let page = format!(
        "<script src={{course}}embed.js></script>{}",
        frame("style=\"border:3px solid;box-sizing:border-box\"")
    );
    learns(visit, &page, Height::Follows, Answers::Kept).await.map(drop)
}

async fn beside_our_script_that_comes_late_one_learns(visit: &Visit) -> Result<()> {
    let late = "<script>setTimeout(() => {
        document.body.append(Object.assign(document.createElement('script'), { src: '{course}embed.js' }));
      }, 1500)</script>";
    learns(visit, &format!("{}{late}", frame("")), Height::Follows, Answers::Kept).await.map(drop)
}

async fn beside_our_script_twice_one_learns(visit: &Visit) -> Result<()> {
    let script = "<script src={course}embed.js></script>";
    learns(visit, &format!("{script}{H5P}{}{script}", frame("")), Height::Follows, Answers::Kept).await.map(drop)
}

async fn in_the_element_one_learns(visit: &Visit) -> Result<()> {
    let element = format!(
        "<script src={{course}}embed.js></script><shanyraq-lesson lesson={LESSON} lang=en title=A></shanyraq-lesson>"
    );
    learns(visit, &element, Height::Follows, Answers::Kept).await.map(drop)
}

async fn beside_the_resizer_of_h5p_one_learns(visit: &Visit) -> Result<()> {
    learns(visit, &format!("{H5P}{}", frame("")), Height::Follows, Answers::Kept).await.map(drop)
}

async fn in_a_host_of_320_px_one_learns(visit: &Visit) -> Result<()> {
    let frame = frame("").replace("width=640", "width=320");
    learns(visit, &format!("<script src={{course}}embed.js></script>{frame}"), Height::Follows, Answers::Kept).await?;
    let too_wide = "return document.documentElement.scrollWidth > innerWidth";
    same!(visit.script::<bool>(too_wide, []).await?, false, "nothing hangs over the edge");
    Ok(())
}

async fn in_a_host_with_a_strict_policy_one_learns(visit: &Visit) -> Result<()> {
    let policy = "default-src 'none'; script-src {course}embed.js; frame-src {course}; img-src data:";
    let page = format!(
        "<meta http-equiv=Content-Security-Policy content=\"{policy}\"><script src={{course}}embed.js></script>"
    );
    learns(visit, &format!("{page}{}", frame("")), Height::Follows, Answers::Kept).await.map(drop)
}

/// A double click on a page of the folder.
async fn from_a_file_one_learns(visit: &Visit) -> Result<()> {
    let folder = Temporary::folder("double-click")?;
    let dist = visit.dist()?.copy_to(folder.path())?;
    visit.load(&format!("file://{}/en/{LESSON}/index.html", folder.path().display())).await?;
    learns_here(visit, &dist.lesson("en", LESSON)?, Height::OfWindow, Answers::Either).await
}

async fn in_a_frame_of_a_file_one_learns(visit: &Visit) -> Result<()> {
    let folder = Temporary::folder("file-around")?;
    let page = frame("").replace("{course}", "course/").replace("?embed", "index.html?embed");
    write_page(visit, folder.path(), &titled(&format!("<script src=course/embed.js></script>{page}")))?;
    let dist = visit.dist()?.copy_to(&folder.path().join("course"))?;
    // Firefox, of a height that comes before the page around has all it needs.
    visit.expect_complaint("Layout was forced before the page was fully loaded");
    visit.load(&format!("file://{}/index.html", folder.path().display())).await?;
    learns_here(visit, &dist.lesson("en", LESSON)?, Height::Follows, Answers::Either).await
}

/// Python's server, a sub-folder, and nothing that may be written. (To root nothing is read-only: there it is seen that
/// nothing was written.)
async fn behind_another_server_in_a_folder_that_is_read_only_one_learns(visit: &Visit) -> Result<()> {
    let folder = Temporary::folder("read-only")?;
    let course = folder.path().join("school/course");
    let dist = visit.dist()?.copy_to(&course)?;
    let may_write = |mode: &str| Command::new("chmod").args(["-R", mode]).arg(&course).status();
    ensure!(may_write("a-w")?.success(), "the folder cannot be made read-only");
    let before = files(&course)?;
    let port = free_port()?.to_string();
    let mut server = Command::new("python3");
    server.args(["-m", "http.server", "--bind", "127.0.0.1", "--directory"]).arg(folder.path()).arg(&port);
    let mut server = server.stdout(Stdio::null()).stderr(Stdio::null()).spawn().context("cannot start python3")?;
    let page = Temporary::folder("host-page")?;
    let host = Server::start(page.path(), Options { host: Host::Localhost, ..Options::default() })?;
    let frame = frame("").replace("{course}", &format!("http://127.0.0.1:{port}/school/course/"));
    let went = async {
        while std::net::TcpStream::connect(format!("127.0.0.1:{port}")).is_err() {
            ensure!(server.try_wait()?.is_none(), "Python's server has ended");
            sleep(Duration::from_millis(50)).await;
        }
        write_page(visit, page.path(), &titled(&frame))?;
        visit.load(&host.url()).await?;
        learns_here(visit, &dist.lesson("en", LESSON)?, Height::Stays, Answers::Kept).await
    }
    .await;
    let after = files(&course);
    may_write("u+w")?;
    server.kill()?;
    server.wait()?;
    went?;
    same!(after?, before, "nothing was written");
    Ok(())
}

/// All files of a folder, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            all.extend(files(&path)?);
        }
        all.push(path);
    }
    all.sort();
    Ok(all)
}

/// Numbers of frames of the screen, with the heights then.
type Heights = Vec<(u32, f64)>;

/// What is said is counted where it is said from, in frames of that page's screen.
async fn a_change_of_height_is_said_once_and_within_two_frames(visit: &Visit) -> Result<()> {
    let page = format!("<script src={{course}}embed.js></script>{}", frame(""));
    let around = Around::load(visit, &titled(&page)).await?;
    let lesson = around.lesson()?;
    enter(visit, Height::Follows).await?;
    fits(visit, Height::Follows).await?;
    let (first, second) = (lesson.question(1)?, lesson.question(2)?);
    let pupil = Pupil { visit, lesson: &lesson };
    pupil.answer(first, &Response::Unsure).await?;
    pupil.choose(second, &second.right_response()).await?;
    visit.until("all is rehearsed", "return performance.now() > 6000 && !document.querySelector('.rehearsal')").await?;
    fits(visit, Height::Follows).await?;
    // `parent` may be replaced, and what stands in its place hears as well and passes on.
    let watch = "
        const real = parent, page = document.documentElement;
        let frame = 0, last = page.getBoundingClientRect().height;
        self.said = [], self.changes = [], self.frames = () => frame;
        self.parent = { postMessage(message, target) {
          if (message.ns === 'shanyraq' && message.type === 'height') said.push([frame, message.height]);
          real.postMessage(message, target);
        } };
        requestAnimationFrame(function next() {
          frame++;
          const height = page.getBoundingClientRect().height;
          if (height !== last) changes.push([frame, last = height]);
          requestAnimationFrame(next);
        });";
    visit.script::<()>(watch, []).await?;
    let script = "document.querySelector(arguments[0]).click()";
    visit.script::<()>(script, [json!(format!("#{} button.check", second.id))]).await?;
    visit.until("sixty frames have passed", "return frames() > 60").await?;
    let (said, changes): (Heights, Heights) = visit.script("return [said, changes]", []).await?;
    let (Some(last), Some(last_said)) = (changes.last(), said.last()) else {
        anyhow::bail!("changes {changes:?}, said {said:?}");
    };
    ensure!(said.len() <= changes.len(), "a change is said once: {changes:?}, said {said:?}");
    ensure!(last_said.0 <= last.0 + 2, "it is said within two frames: {changes:?}, said {said:?}");
    ensure!((last_said.1 - last.1.ceil()).abs() < 0.5, "the last height is said: {changes:?}, said {said:?}");
    ensure!(changes.len() <= 4, "heights do not swing: {changes:?}");
    Ok(())
}

async fn a_frame_far_below_leaves_the_page_where_it_is(visit: &Visit) -> Result<()> {
    let page = format!(
        "{EAR}<script src={{course}}embed.js></script><p>A page</p><div style=height:3000px></div>{}",
        frame("").replace("?embed", "?embed&parent={here}")
    );
    let around = Around::load(visit, &titled(&page)).await?;
    // Chromium does not draw it, so of its height nothing is heard yet.
    visit.until("it is ready", "return heard.some((said) => said.type === 'ready')").await?;
    let place = "return [scrollY, document.activeElement === document.body]";
    same!(visit.script::<(f64, bool)>(place, []).await?, (0.0, true), "the page around");
    visit.enter_frame("iframe").await?;
    visit.reads("h1", &around.lesson()?.page.title).await?;
    same!(visit.script::<(f64, bool)>(place, []).await?, (0.0, true), "the frame");
    Ok(())
}

async fn two_frames_on_one_page_do_not_disturb_each_other(visit: &Visit) -> Result<()> {
    let other = frame("").replace(LESSON, "idea-to-decree").replace("<iframe", "<iframe id=other");
    let page = format!("{EAR}<script src={{course}}embed.js></script>{}{other}", frame(""));
    let around = Around::load(visit, &titled(&page)).await?;
    let lesson = around.lesson()?;
    for selector in ["iframe", "#other"] {
        enter_at(visit, selector).await?;
        fits(visit, Height::Follows).await?;
        visit.browser.session().enter_default_frame().await?;
    }
    let height = "return document.getElementById('other').offsetHeight";
    let before: u32 = visit.script(height, []).await?;
    enter(visit, Height::Stays).await?;
    let first = lesson.question(1)?;
    Pupil { visit, lesson: &lesson }.answer(first, &first.right_response()).await?;
    fits(visit, Height::Follows).await?;
    visit.browser.session().enter_default_frame().await?;
    same!(visit.script::<u32>(height, []).await?, before, "the other frame stays as it was");
    Ok(())
}

/// The types of what the host has heard of us, heights left out.
const EVENTS: &str = "return heard.filter((said) => said.ns === 'shanyraq' && said.type !== 'height')";

async fn only_the_named_origin_hears_of_answers(visit: &Visit) -> Result<()> {
    let named = frame("").replace("?embed", "?embed&parent={here}");
    let around = Around::load(visit, &titled(&format!("{EAR}{named}"))).await?;
    let lesson = around.lesson()?;
    enter(visit, Height::Stays).await?;
    let question = lesson.question(1)?;
    Pupil { visit, lesson: &lesson }.answer(question, &question.right_response()).await?;
    for question in lesson.page.questions().skip(1) {
        Pupil { visit, lesson: &lesson }.answer(question, &Response::Unsure).await?;
    }
    visit.browser.session().enter_default_frame().await?;
    visit.until("it is finished", "return heard.some((said) => said.type === 'completed')").await?;
    let heard: Vec<Value> = visit.script(EVENTS, []).await?;
    let total = lesson.total();
    let ours = |more: Value| {
        let mut all = json!({ "ns": "shanyraq", "v": 1 });
        if let (Some(all), Value::Object(more)) = (all.as_object_mut(), more) {
            all.extend(more);
        }
        all
    };
    let mark = question.mark(&question.right_response());
    let shanyraq::quiz::Mark::Scored(score) = mark else { anyhow::bail!("{mark:?} is no score") };
    let points = score.of();
    same!(heard.first(), Some(&ours(json!({ "type": "ready" }))), "first it is ready");
    let answered = ours(json!({ "type": "answered", "id": question.id.as_str(), "points": points, "of": points }));
    same!(heard.get(1), Some(&answered), "then an answer");
    let progress = ours(json!({ "type": "progress", "id": LESSON, "right": 1, "answered": 1, "total": total }));
    same!(heard.get(2), Some(&progress), "and how far it leads");
    same!(heard.len(), 2 * total + 2, "each answer is told once");
    same!(
        heard.last(),
        Some(&ours(json!({ "type": "completed", "id": LESSON, "right": 1, "total": total }))),
        "at last the end"
    );

    // Another origin, or none: heights and no more.
    visit.expect_complaint("postMessage");
    for other in ["?embed", "?embed&parent=https://school.example"] {
        let around = Around::load(visit, &titled(&format!("{EAR}{}", frame("").replace("?embed", other)))).await?;
        enter(visit, Height::Stays).await?;
        let lesson = around.lesson()?;
        Pupil { visit, lesson: &lesson }.answer(question, &Response::Unsure).await?;
        visit.browser.session().enter_default_frame().await?;
        visit.until("heights are heard", "return heard.some((said) => said.type === 'height')").await?;
        same!(visit.script::<Vec<Value>>(EVENTS, []).await?, Vec::<Value>::new(), "no more than heights");
    }
    Ok(())
}

async fn what_a_hostile_host_says_changes_nothing(visit: &Visit) -> Result<()> {
    // A hundred thousand messages of a seed: near to what the frame knows, far from it, and nothing at all.
    let attack = "<script>
      let seed = 20130107;
      const chance = () => { seed = seed + 0x6D2B79F5 | 0; let t = Math.imul(seed ^ seed >>> 15, 1 | seed); t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t; return ((t ^ t >>> 14) >>> 0) / 4294967296; };
      const one = (list) => list[Math.floor(chance() * list.length)];
      const keys = ['ns', 'v', 'type', 'context', 'action', 'message', 'value', 'secret', 'height', 'scrollHeight', 'clientHeight', 'lang', 'theme', 'id', '__proto__', 'constructor', 'toString', 'href', 'src'];
      const values = ['shanyraq', 1, 2, 'hello', 'ready', 'h5p', 'resize', 'resizePrepared', 'prepareResize', 'height', 'link', 'answered', 'completed', 'javascript:document.body.remove()', 'https://evil.example/', '<img src=x onerror=alert(1)>', null, undefined, true, NaN, Infinity, -1, 1e300, '', [], {}, new Date(0), /x/, new Uint8Array(9), 'x'.repeat(999)];
      const message = () => {
        if (chance() < 0.1) return one(values);
        const made = chance() < 0.3 ? { context: 'h5p' } : chance() < 0.5 ? { ns: 'shanyraq', v: 1 } : {};
        for (let n = chance() * 5; n > 0; n--) made[one(keys)] = chance() < 0.2 ? { [one(keys)]: one(values) } : one(values);
        return made;
      };
      self.attack = () => {
        const frame = document.querySelector('iframe').contentWindow;
        for (let n = 0; n < 100000; n++) frame.postMessage(message(), '*');
        frame.postMessage({ last: true }, '*');
      };
    </script>";
    let page = format!("{EAR}{attack}{}", frame("").replace("?embed", "?embed&parent={here}"));
    let around = Around::load(visit, &titled(&page)).await?;
    let lesson = around.lesson()?;
    enter(visit, Height::Stays).await?;
    let first = lesson.question(1)?;
    Pupil { visit, lesson: &lesson }.answer(first, &first.right_response()).await?;
    visit.drawn().await?;
    // What is rehearsed where nobody sees it comes and goes by itself.
    visit.until("all is rehearsed", "return performance.now() > 6000 && !document.querySelector('.rehearsal')").await?;
    let state = "return JSON.stringify([location.href, document.body.innerHTML, document.title, { ...localStorage }, scrollY, history.length])";
    let before: String = visit.script(state, []).await?;
    visit
        .script::<()>("addEventListener('message', (event) => { if (event.data?.last) self.isOver = true; })", [])
        .await?;
    visit.browser.session().enter_default_frame().await?;
    visit.script::<()>("heard.length = 0; attack()", []).await?;
    visit.enter_frame("iframe").await?;
    visit.until("all has been heard", "return self.isOver === true").await?;
    visit.drawn().await?;
    same!(visit.script::<String>(state, []).await?, before, "nothing has changed");
    visit.browser.session().enter_default_frame().await?;
    let told: Vec<Value> = visit.script(EVENTS, []).await?;
    same!(told, Vec::<Value>::new(), "nothing was told");
    let answers: u32 = visit.script("return heard.length", []).await?;
    ensure!(answers < 5_000, "a hundred thousand messages were answered by {answers}");
    ensure!(visit.script::<bool>("return !heard.includes(null)", []).await?, "nothing is never said");
    Ok(())
}

async fn a_host_whose_scroll_bar_comes_and_goes_does_not_swing(visit: &Visit) -> Result<()> {
    // The wider the frame, the taller it is made; the taller, the narrower: without a brake that never ends.
    let page = format!(
        "{EAR}{}<script>
          addEventListener('message', ({{ data }}) => {{
            if (data.type !== 'height') return;
            const frame = document.querySelector('iframe');
            self.swing = !self.swing;
            frame.style.height = `${{data.height}}px`;
            frame.style.width = self.swing ? '600px' : '560px';
          }});
        </script>",
        frame("")
    );
    let _around = Around::load(visit, &titled(&page)).await?;
    enter(visit, Height::Stays).await?;
    sleep(Duration::from_secs(2)).await;
    visit.browser.session().enter_default_frame().await?;
    let said: usize = visit.script("return heard.filter((said) => said.type === 'height').length", []).await?;
    sleep(Duration::from_secs(1)).await;
    let later: usize = visit.script("return heard.filter((said) => said.type === 'height').length", []).await?;
    ensure!(later <= said + 1 && later < 20, "{said} heights, and {later} a second later");
    Ok(())
}

async fn in_a_frame_without_an_origin_practice_has_its_questions(visit: &Visit) -> Result<()> {
    let page =
        frame("sandbox=allow-scripts").replace(&format!("{LESSON}/?embed"), "practice/?embed&mode=final&seed=7&n=3");
    let _around = Around::load(visit, &titled(&page)).await?;
    enter(visit, Height::Stays).await?;
    visit.find(".question-card").await?;
    Ok(())
}

async fn an_address_with_parameters_leads_to_its_page_and_names_what_it_cannot_read(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    for (asked, path) in [
        ("lang=ru&lesson=nine-seats", "/ru/nine-seats/"),
        ("lang=en", "/en/"),
        ("", "/kk/"),
        ("lang=xx&lesson=yy", "/kk/"),
        ("lang=en&lesson=nine-seats&mode=check", "/en/practice/"),
        ("lang=en&mode=final&seed=7", "/en/practice/"),
    ] {
        visit.load(&format!("{}embed/?{asked}", server.url())).await?;
        let body = "return location.pathname === arguments[0] || location.href";
        visit.until_with(&format!("{asked} leads to {path}"), body, vec![json!(path)]).await?;
        visit.live().await?;
        if path.ends_with("practice/") {
            visit.find(".question-card").await?;
        }
    }
    let asked = "lang=xx&lesson=nine-seats&theme=pink&size=largest&header=0&parent=javascript:1&foo=1";
    let _around =
        Around::load(visit, &titled(&format!("<iframe title=A src=\"{{course}}embed/?{asked}\"></iframe>"))).await?;
    enter(visit, Height::Stays).await?;
    visit.reads("h1", &dist.lesson("kk", LESSON)?.page.title).await?;
    let told = "return [...document.querySelectorAll('.frame-problem')].map((line) => line.textContent.match(/«(.*)»/)[1]).sort()";
    let told: Vec<String> = visit.script(told, []).await?;
    same!(told, ["lang=xx", "parent=javascript:1", "theme=pink"], "what cannot be read is named");
    let look = "return [document.documentElement.dataset.size, localStorage.getItem('shanyraq.look')]";
    same!(visit.script::<Value>(look, []).await?, json!(["largest", null]), "the size is put on and not kept");
    ensure!(!visit.shows(".masthead").await?, "there is no masthead");
    Ok(())
}

async fn framed_pages_are_accessible(visit: &Visit) -> Result<()> {
    let axe = Axe::find()?;
    let lesson = visit.dist()?.lesson("en", LESSON)?;
    for theme in ["light", "dark"] {
        for (path, width) in [
            (format!("en/{LESSON}/?embed"), 320),
            (format!("kk/{LESSON}/?embed&header=0&lang=pink"), 320),
            ("ru/practice/?embed".to_owned(), 320),
            (format!("ru/{LESSON}/?embed&header=0"), 768),
        ] {
            for sandbox in ["", "sandbox=allow-scripts"] {
                let source = format!("{{course}}{path}&theme={theme}");
                let page = format!("<iframe title=A width={width} height=500 {sandbox} src=\"{source}\"></iframe>");
                let _around = Around::load(visit, &titled(&page)).await?;
                enter(visit, Height::Stays).await?;
                visit.find(".frame-note a").await?;
                if path.starts_with("en/") {
                    Pupil { visit, lesson: &lesson }.answer(lesson.question(1)?, &Response::Unsure).await?;
                }
                let found = axe.look(visit).await?;
                ensure!(found.is_empty(), "{path} {theme} {sandbox}\n  {}", found.join("\n  "));
            }
        }
    }
    Ok(())
}
