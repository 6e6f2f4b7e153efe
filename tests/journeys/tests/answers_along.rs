//! From a frame to the full version: the answers go along in the address, and are taken in if the learner says so.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use journeys::pupil::has_answered;
use journeys::{Lesson, Pupil, Visit, journeys, same, word};
use serde_json::{Value, json};
use shanyraq::quiz::Response;
use tokio::time::sleep;

use crate::hosts::{Around, Height, LESSON, enter, frame, titled};

journeys!(
    from_a_frame_without_an_origin_answers_go_along
    from_a_frame_of_wordpress_answers_go_along_by_the_address_and_not_by_the_host
    from_a_frame_that_keeps_answers_they_go_along_by_the_link
    answers_join_what_is_known_and_stay_away_if_they_are_refused
    what_is_no_answers_changes_nothing
);
journeys!(too_many_answers_for_an_address_stay in chromium);

const LINE: &str = ".offer.answers";
const PROGRESS: &str = "shanyraq.progress";

/// Answers the first question right in the frame, and gives the address that takes the answer along.
async fn address_after_an_answer(visit: &Visit, lesson: &Lesson) -> Result<String> {
    let question = lesson.question(1)?;
    Pupil { visit, lesson }.answer(question, &question.right_response()).await?;
    let link = "return document.querySelector('.full-version').href";
    let brings = format!("{link}.includes('?answers=')");
    visit.until("the link brings the answer", &brings).await?;
    visit.script(link, []).await
}

/// Takes the answer along on the full version, and sees that it is kept there.
async fn takes(visit: &Visit, lesson: &Lesson) -> Result<()> {
    let question = lesson.question(1)?;
    visit.live().await?;
    visit.reads(&format!("{LINE} p"), &word("en", "take-answers")?).await?;
    has_answered(visit, lesson, 0).await?;
    visit.click(&format!("{LINE} .yes")).await?;
    has_answered(visit, lesson, 1).await?;
    visit.reads(&format!("{LINE} p"), &word("en", "answers-taken")?).await?;
    Pupil { visit, lesson }.is_told(question, &question.right_response()).await?;
    same!(visit.address().await?, format!("/en/{LESSON}/"), "the address holds no answers any more");
    visit.browser.session().refresh().await?;
    visit.live().await?;
    has_answered(visit, lesson, 1).await?;
    ensure!(!visit.has(LINE).await?, "it is not asked again");
    Ok(())
}

async fn from_a_frame_without_an_origin_answers_go_along(visit: &Visit) -> Result<()> {
    let around = Around::load(visit, &titled(&frame("sandbox=allow-scripts"))).await?;
    let lesson = around.lesson()?;
    enter(visit, Height::Stays).await?;
    visit.reads(".frame-note label span", &word("en", "full-version-at")?).await?;
    let address = address_after_an_answer(visit, &lesson).await?;
    visit.reads(".frame-note label span", &word("en", "full-version-with-answers")?).await?;
    let shown: String = visit.script("return document.querySelector('.frame-note .address').value", []).await?;
    same!(shown, address, "the address to copy brings the answer too");
    visit.browser.session().enter_default_frame().await?;
    visit.load(&address).await?;
    takes(visit, &lesson).await
}

async fn from_a_frame_of_wordpress_answers_go_along_by_the_address_and_not_by_the_host(visit: &Visit) -> Result<()> {
    let frame = frame("sandbox=allow-scripts data-secret=a1B2c3D4e5").replace("?embed", "?embed#?secret=a1B2c3D4e5");
    let ear = "<script>self.heard = []; addEventListener('message', (event) => heard.push(event.data));</script>";
    let around = Around::load(visit, &titled(&format!("{ear}{frame}"))).await?;
    let lesson = around.lesson()?;
    enter(visit, Height::Stays).await?;
    ensure!(!visit.shows(".without").await?, "without answers there is nothing to say of them");
    let address = address_after_an_answer(visit, &lesson).await?;
    visit.reads(".without", &word("en", "link-without-answers")?).await?;
    ensure!(visit.shows(".without").await?, "it is said that the link leaves answers behind");
    visit.click(".full-version").await?;
    visit.browser.session().enter_default_frame().await?;
    visit.until("the host hears where to go", "return heard.some((said) => said.message === 'link')").await?;
    let heard: String = visit.script("return JSON.stringify(heard)", []).await?;
    let start = address.split('?').next().context("an address")?;
    ensure!(
        heard.contains(start.trim_end_matches('#')) && !heard.contains("answers"),
        "the host hears no answer: {heard}"
    );
    visit.load(&address).await?;
    takes(visit, &lesson).await
}

async fn from_a_frame_that_keeps_answers_they_go_along_by_the_link(visit: &Visit) -> Result<()> {
    let around = Around::load(visit, &titled(&frame(""))).await?;
    let lesson = around.lesson()?;
    enter(visit, Height::Stays).await?;
    address_after_an_answer(visit, &lesson).await?;
    let session = visit.browser.session();
    let before = session.windows().await?;
    visit.click(".full-version").await?;
    let opened = loop {
        let windows = session.windows().await?;
        if let Some(opened) = windows.into_iter().find(|window| !before.contains(window)) {
            break opened;
        }
    };
    session.switch_to_window(opened).await?;
    visit.live().await?;
    takes(visit, &lesson).await
}

async fn answers_join_what_is_known_and_stay_away_if_they_are_refused(visit: &Visit) -> Result<()> {
    let around = Around::load(visit, &titled(&frame("sandbox=allow-scripts"))).await?;
    let lesson = around.lesson()?;
    enter(visit, Height::Stays).await?;
    let address = address_after_an_answer(visit, &lesson).await?;
    visit.browser.session().enter_default_frame().await?;
    let home = address.split('#').next().context("an address")?;
    visit.open(home).await?;
    let second = lesson.question(2)?;
    Pupil { visit, lesson: &lesson }.answer(second, &Response::Unsure).await?;
    let before = visit.stored(PROGRESS).await?;
    // Another anchor is no other page: it must be loaded anew.
    visit.load("about:blank").await?;
    visit.open(&address).await?;
    visit.click(&format!("{LINE} .no")).await?;
    ensure!(!visit.has(LINE).await?, "the line is gone");
    same!(visit.address().await?, format!("/en/{LESSON}/"), "the address holds no answers any more");
    same!(visit.stored(PROGRESS).await?, before, "nothing was taken");
    has_answered(visit, &lesson, 1).await?;

    visit.load("about:blank").await?;
    visit.open(&address).await?;
    visit.click(&format!("{LINE} .yes")).await?;
    has_answered(visit, &lesson, 2).await?;
    visit.browser.session().refresh().await?;
    visit.live().await?;
    has_answered(visit, &lesson, 2).await?;
    visit.load("about:blank").await?;
    visit.open(&address).await?;
    visit.until("what is known is not offered", "return location.hash === '' || location.hash").await?;
    ensure!(!visit.has(LINE).await?, "what is known is not offered");
    Ok(())
}

/// Loads the script that takes answers in for one text after another, in one page, and counts the lines that it offers.
/// Every offer is taken.
const ATTACK: &str = "
    const [script, address] = arguments;
    let seed = 20130107;
    const chance = () => { seed = seed + 0x6D2B79F5 | 0; let t = Math.imul(seed ^ seed >>> 15, 1 | seed); t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t; return ((t ^ t >>> 14) >>> 0) / 4294967296; };
    const below = (n) => Math.floor(chance() * n);
    const coded = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
    const plain = (text) => 't' + coded(new TextEncoder().encode(text));
    const whole = address.split('?answers=')[1];
    const texts = ['', 'z', 't', '%', 'ы', 'z====', 'x' + whole.slice(1), whole.repeat(90), '?secret=abc'];
    for (let n = 0; n < 140; n++) {
      const letters = [...whole];
      for (let times = 1 + below(3); times > 0; times--) letters[below(letters.length)] = 'AZaz09-_%#é'[below(11)];
      texts.push(letters.join(''), whole.slice(0, below(whole.length)));
    }
    for (const saved of ['', 'null', '7', '[]', '{}', '{', '{\"questions\":7}', '{\"questions\":{\"q\":null}}',
      '{\"questions\":{\"q\":{\"at\":1}}}', '{\"questions\":{\"q\":{\"at\":[]}}}', '{\"questions\":{\"q\":{\"rev\":1,\"said\":\"unsure\",\"at\":[1,1,1]}}}',
      '{\"questions\":{\"__proto__\":{\"rev\":1,\"said\":{},\"at\":[1,1,1,1]},\"constructor\":{\"at\":[1]}}}',
      '{\"questions\":{\"q\":{\"rev\":-1,\"said\":\"unsure\",\"at\":[1,1,1,1]}}}', '{\"questions\":{\"<img src=x onerror=alert(1)>\":{\"rev\":1e99,\"said\":\"unsure\",\"at\":[1,1,1,1]}}}',
      '{\"version\":99,\"questions\":{\"q\":{\"rev\":1,\"said\":7,\"at\":[1,1,1,1]}}}', '{\"questions\":{\"q\":{\"gone\":9}},\"place\":[1,[\"a\",\"b\"]]}',
      '{\"questions\":' + '['.repeat(3000)]) texts.push(plain(saved));
    // Browsers let an address change a hundred times in ten seconds: that it is tidied is counted and not done.
    const change = history.replaceState.bind(history);
    let offers = 0, tidied = 0;
    history.replaceState = () => { tidied++; };
    const load = () => new Promise((loaded, failed) => {
      const element = document.createElement('script');
      Object.assign(element, { src: script, onload: loaded, onerror: failed });
      document.head.append(element);
    });
    (async () => {
      // A small text that unpacks to a very large one.
      const bomb = new Response(new Blob([new Uint8Array(6e6)]).stream().pipeThrough(new CompressionStream('deflate-raw')));
      texts.push('z' + coded(new Uint8Array(await bomb.arrayBuffer())));
      for (const text of texts) {
        change(null, '', location.pathname + '#?answers=' + text);
        await load();
        await new Promise((then) => setTimeout(then, 160));
        // What was changed into other answers is refused, as a learner would who did not give them; the rest is read.
        for (const line of document.querySelectorAll('.offer.answers')) {
          offers++;
          line.querySelector(text[0] === 't' ? '.yes' : '.no').click();
          line.remove();
        }
      }
      change(null, '', location.pathname);
      self.ended = [texts.length, offers, tidied];
    })().catch((error) => { self.ended = String(error); });";

async fn what_is_no_answers_changes_nothing(visit: &Visit) -> Result<()> {
    let around = Around::load(visit, &titled(&frame("sandbox=allow-scripts"))).await?;
    let lesson = around.lesson()?;
    enter(visit, Height::Stays).await?;
    let address = address_after_an_answer(visit, &lesson).await?;
    visit.browser.session().enter_default_frame().await?;
    visit.open(address.split('#').next().context("an address")?).await?;
    let second = lesson.question(2)?;
    Pupil { visit, lesson: &lesson }.answer(second, &Response::Unsure).await?;
    visit.until("all is rehearsed", "return performance.now() > 6000 && !document.querySelector('.rehearsal')").await?;
    let state = "return JSON.stringify([localStorage.getItem('shanyraq.progress'), document.querySelector('#app').innerHTML, document.title, scrollY])";
    let before: String = visit.script(state, []).await?;
    let script = script_of(visit).await?;
    visit.script::<()>(ATTACK, [json!(script), json!(address)]).await?;
    // Longer than the patience with any page.
    while visit.script::<Value>("return self.ended ?? null", []).await?.is_null() {
        sleep(Duration::from_secs(1)).await;
    }
    let ended: Value = visit.script("return self.ended", []).await?;
    let ran: (u32, u32, u32) =
        serde_json::from_value(ended.clone()).with_context(|| format!("it ended with {ended}"))?;
    let (texts, offers, tidied) = ran;
    ensure!(texts > 300 && offers < texts / 2, "{texts} texts, {offers} of them offered");
    same!(tidied, texts, "each is taken out of the address");
    visit.drawn().await?;
    same!(visit.script::<String>(state, []).await?, before, "nothing has changed");
    Ok(())
}

/// The address of the script that takes answers in, as the boot script names it, which has taken itself out of the page.
async fn script_of(visit: &Visit) -> Result<String> {
    let find = "const done = arguments[arguments.length - 1];
        fetch(location.pathname).then((page) => page.text()).then((page) => {
          done(new URL(document.documentElement.dataset.root + page.match(/frame-answers-\\w+\\.js/)[0], location.href).href);
        })";
    let found = visit.browser.session().execute_async(find, Vec::new()).await?;
    Ok(serde_json::from_value(found.json().clone())?)
}

async fn too_many_answers_for_an_address_stay(visit: &Visit) -> Result<()> {
    let around = Around::load(visit, &titled(&frame(""))).await?;
    let lesson = around.lesson()?;
    enter(visit, Height::Stays).await?;
    let fill = "
        const questions = {};
        for (let n = 0; n < 400; n++) {
          const name = [...crypto.getRandomValues(new Uint8Array(20))].map((byte) => byte.toString(16)).join('');
          questions[`q${name}`] = { rev: 1, said: 'unsure', at: [29800000 + n, 0, 0, 0] };
        }
        localStorage.setItem('shanyraq.progress', JSON.stringify({ version: 2, questions }));
        location.reload();";
    visit.script::<()>(fill, []).await?;
    visit.browser.session().enter_default_frame().await?;
    enter(visit, Height::Stays).await?;
    visit.reads(".too-long", &word("en", "answers-too-long")?).await?;
    ensure!(visit.shows(".too-long").await?, "it is said");
    let question = lesson.question(1)?;
    Pupil { visit, lesson: &lesson }.answer(question, &Response::Unsure).await?;
    let link = "return document.querySelector('.full-version').href.includes('answers')";
    same!(visit.script::<bool>(link, []).await?, false, "the link brings none");
    Ok(())
}
