//! A pupil at a lesson: answers its questions by mouse, as one does.

use anyhow::{Context, Result, bail};
use serde_json::json;
use shanyraq::{
    course::Words,
    id::OptionId,
    quiz::{Mark, Outcome, Question, Response},
};

use crate::{Lesson, Visit, dist::fill, same};

/// A pupil at a lesson that the visit has open.
#[derive(Clone, Copy, Debug)]
pub struct Pupil<'a> {
    /// The visit.
    pub visit: &'a Visit,
    /// The lesson, in the language that is shown.
    pub lesson: &'a Lesson,
}

impl Pupil<'_> {
    /// Makes a response, without giving it yet.
    ///
    /// # Errors
    /// The page does not let one.
    pub async fn choose(&self, question: &Question, response: &Response) -> Result<()> {
        let card = format!("#{}", question.id);
        match response {
            Response::Unsure => Ok(()),
            Response::Chosen(options) => {
                for option in options {
                    let input = format!("{card} input[value='{option}']");
                    self.visit.click(&format!("{card} label:has(input[value='{option}'])")).await?;
                    let checked = "return document.querySelector(arguments[0]).checked";
                    self.visit.until_with("the option is chosen", checked, vec![json!(input)]).await?;
                }
                Ok(())
            }
            Response::Ordered(order) => self.put_in_order(question, order).await,
            Response::Filled(parts) => {
                for (part, what) in parts {
                    self.put(question, part, what).await?;
                }
                Ok(())
            }
        }
    }

    /// Puts something into a part of the task, by whatever input is there for it.
    async fn put(&self, question: &Question, part: &OptionId, what: &str) -> Result<()> {
        let name = format!("[name='{}.{part}']", question.id);
        let named = format!("#{} {name}", question.id);
        let kind: String = self
            .visit
            .script("const e = document.querySelector(arguments[0]); return e.type", [json!(named)])
            .await
            .with_context(|| format!("there is no {named}"))?;
        match kind.as_str() {
            "radio" => self.visit.click(&format!("#{} label:has({name}[value='{what}'])", question.id)).await?,
            "select-one" => {
                let choose = "const e = document.querySelector(arguments[0]); e.value = arguments[1]; e.dispatchEvent(new Event('change', { bubbles: true }))";
                self.visit.script::<()>(choose, [json!(named), json!(what)]).await?;
            }
            _ => {
                self.visit.click(&named).await?;
                self.visit.type_into(&named, what).await?;
            }
        }
        self.holds(question, part, what).await
    }

    /// Sees that a part of a task holds something.
    ///
    /// # Errors
    /// It holds something else.
    pub async fn holds(&self, question: &Question, part: &OptionId, what: &str) -> Result<()> {
        let named = format!("#{} [name='{}.{part}']", question.id, question.id);
        let holds = "const all = [...document.querySelectorAll(arguments[0])];
            return all.some((e) => (e.type !== 'radio' || e.checked) && e.value === arguments[1])";
        self.visit.until_with("the part holds it", holds, vec![json!(named), json!(what)]).await
    }

    async fn put_in_order(&self, question: &Question, wanted: &[OptionId]) -> Result<()> {
        for (place, item) in wanted.iter().enumerate() {
            loop {
                let order = self.order(question).await?;
                let at = order.iter().position(|other| *other == item.as_str()).context("an item is missing")?;
                if at <= place {
                    break;
                }
                self.visit.click(&format!("#{} [data-item='{item}'] button.up", question.id)).await?;
                let order = self.order(question).await?;
                same!(order.get(at - 1).map(String::as_str), Some(item.as_str()), "one up");
            }
        }
        Ok(())
    }

    /// The items of a question of order, as they stand.
    ///
    /// # Errors
    /// The page is gone.
    pub async fn order(&self, question: &Question) -> Result<Vec<String>> {
        let items = "return [...document.getElementById(arguments[0]).querySelectorAll('.order > li')].map((li) => li.dataset.item)";
        self.visit.script(items, [json!(question.id.as_str())]).await
    }

    /// Gives the response that was made and waits for what is said.
    ///
    /// # Errors
    /// Nothing is said.
    pub async fn check(&self, question: &Question) -> Result<()> {
        self.visit.click(&format!("#{} button.check", question.id)).await?;
        self.visit.find(&format!("#{} .feedback .verdict", question.id)).await.map(drop)
    }

    /// Makes a response, gives it, and sees what is said.
    ///
    /// # Errors
    /// The page does not let one, or says something else than the lesson does.
    pub async fn answer(&self, question: &Question, response: &Response) -> Result<()> {
        self.choose(question, response).await.with_context(|| format!("answering {}", question.id))?;
        if matches!(response, Response::Unsure) {
            self.visit.click(&format!("#{} button.unsure", question.id)).await?;
        } else {
            self.check(question).await?;
        }
        self.is_told(question, response).await.with_context(|| format!("after the answer to {}", question.id))
    }

    /// Sees that the verdict, the reasons and the thing to remember are those of the lesson.
    ///
    /// # Errors
    /// They are not.
    pub async fn is_told(&self, question: &Question, response: &Response) -> Result<()> {
        let text = async |part: &str| self.visit.text(&format!("#{} .feedback {part}", question.id)).await;
        same!(text(".verdict").await?, verdict(&self.lesson.words, question.mark(response))?, "the verdict");
        same!(text(".remember span").await?, question.explanation.to_string(), "the thing to remember");
        let said = "return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility()).map((e) => e.textContent).join('\\n')";
        let said: String = self.visit.script(said, [json!(format!("#{} .because", question.id))]).await?;
        for reason in question.reasons(response).iter().filter(|reason| reason.outcome != Outcome::Aside) {
            if !said.contains(&*reason.because) {
                bail!("the reason “{}” is not given, only: {said}", reason.because);
            }
        }
        Ok(())
    }
}

/// Sees that the bar of the lesson tells of so many answers, on the lesson and on its result.
///
/// # Errors
/// It tells of another number.
pub async fn has_answered(visit: &Visit, lesson: &Lesson, answers: usize) -> Result<()> {
    visit.reads(".standing > span", &lesson.progress(answers)).await
}

/// What is said of a mark.
///
/// # Errors
/// The mark is of no answer.
pub fn verdict(words: &Words, mark: Mark) -> Result<String> {
    match mark {
        Mark::Unsure => Ok(words.verdict_unsure.to_string()),
        Mark::Scored(score) if score.is_full() => Ok(words.verdict_right.to_string()),
        Mark::Scored(score) if score.points() == 0 => Ok(words.verdict_wrong.to_string()),
        Mark::Scored(score) => {
            let (points, of) = (score.points().to_string(), score.of().to_string());
            Ok(fill(&words.verdict_part, &[("points", &points), ("of", &of)]))
        }
        Mark::Unanswered | Mark::Invalid(_) => bail!("{mark:?} is no answer"),
    }
}
