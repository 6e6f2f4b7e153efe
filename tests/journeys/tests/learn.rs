//! A pupil learns a lesson in Kazakh and finishes its check: mostly right, sometimes not, once not sure.

use std::rc::Rc;

use anyhow::{Context, Result, ensure};
use journeys::pupil::has_answered;
use journeys::{Lesson, Pupil, Visit, fill, journeys, same};
use shanyraq::quiz::samples::{partial_response, wrong_response};
use shanyraq::quiz::{Question, Response};
use xtask::server::Options;

journeys!(a_pupil_learns_a_lesson_and_finishes_its_check);

async fn a_pupil_learns_a_lesson_and_finishes_its_check(visit: &Visit) -> Result<()> {
    let dist = visit.dist()?;
    let server = dist.serve(Options::default())?;
    let lesson = dist.lesson("kk", "idea-to-decree")?;
    visit.open(&format!("{}kk/idea-to-decree/", server.url())).await?;
    let pupil = Pupil { visit, lesson: &lesson };

    let mut not_right = Vec::new();
    for (question, response) in responses(&lesson)? {
        pupil.answer(question, &response).await?;
        if response != question.right_response() {
            not_right.push(Rc::clone(question));
        }
    }
    sees_the_ground(&pupil).await?;

    let total = lesson.total();
    has_answered(visit, &lesson, total).await?;
    visit.click("a.to-result").await?;
    sees_the_result(&pupil, total - not_right.len(), &not_right).await?;
    retries(&pupil, &not_right).await?;
    sees_the_result(&pupil, total, &[]).await
}

/// Right everywhere, except: the first single choice wrong, one question half right, one “I don't know yet”.
fn responses(lesson: &Lesson) -> Result<Vec<(&Rc<Question>, Response)>> {
    let mut all: Vec<_> = lesson.page.questions().map(|question| (question, question.right_response())).collect();
    let first = all.first_mut().context("a lesson has questions")?;
    first.1 = wrong_response(first.0);
    let half = all.iter_mut().skip(1).find_map(|(question, response)| Some((response, partial_response(question)?)));
    let (response, half) = half.context("a lesson has a question with partial credit")?;
    *response = half;
    let last = all.last_mut().context("a lesson has questions")?;
    last.1 = Response::Unsure;
    Ok(all)
}

async fn sees_the_ground(pupil: &Pupil<'_>) -> Result<()> {
    let question = pupil.lesson.page.questions().next().context("a lesson has questions")?;
    let ground =
        question.claims.first().and_then(|id| pupil.lesson.page.ground(id)).context("a question has a claim")?;
    let why = format!("#{} details.why", question.id);
    ensure!(!pupil.visit.shows(&format!("{why} .says")).await?, "the ground is folded away at first");
    pupil.visit.click(&format!("{why} > summary")).await?;
    ensure!(pupil.visit.shows(&format!("{why} .says")).await?, "one tap shows the ground");
    let says = pupil.visit.text(&format!("{why} .says")).await?;
    ensure!(ground.card.contains(&says), "the card of the claim says something else than: {says}");
    let paragraph = fill(&pupil.lesson.words.claim_paragraph, &[("n", &ground.paragraph.to_string())]);
    let kind = pupil.visit.text(&format!("{why} .kind")).await?;
    ensure!(kind.contains(&paragraph), "the paragraph {paragraph} is not named in: {kind}");
    Ok(())
}

async fn sees_the_result(pupil: &Pupil<'_>, right: usize, not_right: &[Rc<Question>]) -> Result<()> {
    let Pupil { visit, lesson } = pupil;
    visit.reads(".score", &lesson.score(right)).await?;
    same!(visit.has("button.retry").await?, !not_right.is_empty(), "one may retry what was not right");
    let goals: usize = visit.script("return document.querySelectorAll('.by-goal li').length", []).await?;
    same!(goals, lesson.page.goals.len(), "the result is by goal");
    Ok(())
}

async fn retries(pupil: &Pupil<'_>, not_right: &[Rc<Question>]) -> Result<()> {
    let visit = pupil.visit;
    visit.click("button.retry").await?;
    visit.find(".retried .question-card").await?;
    let asked = "return [...document.querySelectorAll('.retried .question-card')].map((card) => card.id)";
    let asked: Vec<String> = visit.script(asked, []).await?;
    let wanted: Vec<String> = not_right.iter().map(|question| question.id.to_string()).collect();
    same!(asked, wanted, "only what was not right is asked again");
    for question in not_right {
        pupil.answer(question, &question.right_response()).await?;
    }
    Ok(())
}
