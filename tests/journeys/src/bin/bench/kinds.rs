//! An answer to a question of each kind, and how long it waits for its feedback: ours beside SurveyJS's nearest kinds.
//!
//! The pages answer without a finger, both in the same way: no one tap answers a question of every kind.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use shanyraq::quiz::Question;

use crate::{
    budget::{FRAME, Line},
    elements,
    figures::{Ratio, Spread},
    lesson::Lesson,
    phone::{Phone, Wait},
    sites::Site,
};

const ANSWER: &str = include_str!("../../../../bench/answer.js");

/// Answers in both pages, each time with a new phone, and prints how they compare.
pub(crate) async fn compare(lesson: &Lesson, ours: &Site, surveyjs: &Site, runs: usize) -> Result<()> {
    println!("Answer to feedback by kind: work, ms. {runs} runs of each in turn, after one that does not count.");
    println!("The right answer is made first; then our button is clicked by the page, SurveyJS is given the value.\n");
    let mut visits = [const { Vec::new() }; 2];
    for run in 0..=runs {
        for (site, visits) in [ours, surveyjs].into_iter().zip(&mut visits) {
            eprint!("\rkinds, run {run} of {runs}: {:<12}", site.name());
            let waits = pay(site, lesson).await.with_context(|| format!("answering {}", site.name()))?;
            if run > 0 {
                visits.push(waits);
            }
        }
    }
    eprintln!("\r{:<40}", "");
    print(lesson, &visits);
    Ok(())
}

/// The answers to all kinds in one visit.
async fn pay(site: &Site, lesson: &Lesson) -> Result<Vec<Wait>> {
    let phone = Phone::unpack().await?;
    let waits = give(&phone, site, lesson).await;
    phone.switch_off().await?;
    waits
}

async fn give(phone: &Phone, site: &Site, lesson: &Lesson) -> Result<Vec<Wait>> {
    phone.prepare_for(site).await?;
    phone.load(&site.url()).await?;
    phone.wait::<Value>("bench.settled", "waiting until the page is live").await?;
    let mut waits = Vec::new();
    for question in &lesson.kinds {
        let (kind, _) = elements::names(question);
        waits.push(answer(phone, site, question).await.with_context(|| format!("the question of kind {kind}"))?);
    }
    Ok(waits)
}

async fn answer(phone: &Phone, site: &Site, question: &Question) -> Result<Wait> {
    let (id, feedback) = (json!(question.id.as_str()), site.feedback(question));
    let Some(check) = site.check(question) else {
        let set = "survey.setValue(arguments[1], arguments[2])";
        let given = vec![id, elements::right_value(question)];
        return phone.act_for(&site.question(question), set, given, &feedback).await;
    };
    phone.run::<()>(ANSWER, vec![id, elements::right_response(question)]).await?;
    phone.wait::<Value>("bench.made", "making the response").await?;
    let click = "document.querySelector(arguments[1]).click()";
    // Only what is marked right has been taken in as it was made.
    phone.act_for(&check, click, vec![json!(check)], &format!("{feedback}.right")).await
}

/// A table, and whether each of our kinds stays within a frame.
fn print(lesson: &Lesson, [ours, surveyjs]: &[Vec<Vec<Wait>>; 2]) {
    println!("{:<14}{:<22}{:<22}{:>10}  SurveyJS's kind", "kind", "ours", "SurveyJS", ":SurveyJS");
    let show = |spread: Option<Spread>| spread.map_or_else(|| "–".to_owned(), |spread| spread.show(1));
    let mut lines = Vec::new();
    for (n, question) in lesson.kinds.iter().enumerate() {
        let (kind, theirs) = elements::names(question);
        let [ours, surveyjs] = [ours, surveyjs].map(|visits| spread(visits, n));
        let ratio = Ratio::between(ours, surveyjs);
        println!("{kind:<14}{:<22}{:<22}{ratio:>10}  {theirs}", show(ours), show(surveyjs));
        let work = ours.map(|spread| spread.median);
        lines.push(Line::new(format!("answer to feedback, {kind}: work, ms"), work, FRAME, false));
    }
    println!();
    for line in lines {
        println!("{line}");
    }
    println!();
}

/// The answers to the question at `n` in all visits.
fn spread(visits: &[Vec<Wait>], n: usize) -> Option<Spread> {
    Spread::of(visits.iter().filter_map(|waits| waits.get(n)).map(|wait| wait.work))
}
