//! The network: cut after the page, and never asked for anything that is not ours.

use anyhow::{Result, ensure};
use journeys::pupil::has_answered;
use journeys::{Pupil, Visit, journeys, same};
use shanyraq::quiz::Task;
use xtask::server::Options;

journeys!(
    with_the_network_cut_answering_goes_on_and_nothing_is_lost
    only_our_own_files_are_asked_for_and_few_of_them
);

/// What never changes in a lesson: its data leave it out in the page as served.
const STILLS: &str = "return Array.from(document.querySelectorAll('.lesson > header, .section > :not(.place, .question-card)'), \
                      (one) => one.textContent).join('|')";

async fn with_the_network_cut_answering_goes_on_and_nothing_is_lost(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let (kk, ru) = (dist.lesson("kk", "idea-to-decree")?, dist.lesson("ru", "idea-to-decree")?);
    let pupil = Pupil { visit, lesson: &kk };
    let (first, second) = (kk.question(1)?, kk.question(2)?);
    let third = kk.first(|question| {
        matches!(question.task, Task::Single(_)) && question.id != first.id && question.id != second.id
    })?;
    // It comes last of all, and may find the network cut.
    visit.expect_complaint("/offline.js");
    visit.open(&format!("{}kk/idea-to-decree/", server.url())).await?;
    pupil.answer(first, &first.right_response()).await?;

    let stills = visit.script::<String>(STILLS, []).await?;

    server.cut();
    visit.expect_complaint("/ru/idea-to-decree/data.json");
    visit.expect_complaint("icon.svg");
    pupil.answer(second, &second.right_response()).await?;
    pupil.choose(third, &third.right_response()).await?;
    visit.click(".masthead nav a[lang='ru']").await?;
    visit.reads(".notices p", &kk.words.page_not_fetched).await?;
    same!(visit.address().await?, "/kk/idea-to-decree/", "one stays where one was");
    visit.reads("h1", &kk.page.title).await?;
    has_answered(visit, &kk, 2).await?;
    ensure!(visit.has(&format!("#{} input:checked", third.id)).await?, "the draft is kept");
    pupil.check(third).await?;
    pupil.is_told(third, &third.right_response()).await?;

    // What has been seen needs no network.
    visit.click("a.to-result").await?;
    visit.reads(".score", &kk.score(3)).await?;
    visit.click(".neighbours a.previous").await?;
    has_answered(visit, &kk, 3).await?;
    same!(visit.script::<String>(STILLS, []).await?, stills, "the lesson is as whole as it was served");

    server.restore();
    visit.click(".masthead nav a[lang='ru']").await?;
    visit.reads("h1", &ru.page.title).await?;
    has_answered(visit, &ru, 3).await?;
    ensure!(!visit.has(".notices p").await?, "the notice is gone");
    Ok(())
}

async fn only_our_own_files_are_asked_for_and_few_of_them(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let lesson = dist.lesson("kk", "idea-to-decree")?;
    visit.open(&format!("{}kk/idea-to-decree/", server.url())).await?;
    visit.drawn().await?;
    let log = server.log();
    let paths: Vec<_> = log.iter().map(|hit| hit.path.as_str()).collect();
    ensure!(log.len() <= 8, "the first page needs {} requests: {paths:?}", log.len());
    ensure!(log.iter().all(|hit| hit.status == 200), "not all was found: {log:?}");
    let mut once = paths.clone();
    once.sort_unstable();
    once.dedup();
    same!(once.len(), paths.len(), "nothing is fetched twice: {paths:?}");

    let first = lesson.question(1)?;
    Pupil { visit, lesson: &lesson }.answer(first, &first.right_response()).await?;
    visit.click(&format!("#{} .why > summary", first.id)).await?;
    visit.click("a.to-result").await?;
    visit.click(".masthead nav a[lang='en']").await?;
    visit.find("html[lang='en'] .result").await?;
    let foreign = "return performance.getEntriesByType('resource').map((e) => e.name).filter((name) => !name.startsWith(location.origin))";
    same!(visit.script::<Vec<String>>(foreign, []).await?, Vec::<String>::new(), "nothing is asked of anybody else");
    Ok(())
}
