//! A pupil at a lesson: answers its questions by mouse, as one does.

use anyhow::{Context, Result, bail};
use serde_json::json;
use shanyraq::{
    course::Words,
    id::OptionId,
    quiz::{Mark, Question, Response, Task},
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
        }
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
        let reasons = text(".reasons").await?;
        for because in reasons_of(question, response) {
            if !reasons.contains(because) {
                bail!("the reason “{because}” is not given, only: {reasons}");
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

/// The reasons that belong to a response: of what was chosen, and of what would have been right.
fn reasons_of<'a>(question: &'a Question, response: &Response) -> Vec<&'a str> {
    match &question.task {
        Task::Single(choice) | Task::Multiple(choice) => {
            let is_chosen = |id| response.chosen().contains(id);
            let named = choice.options.iter().filter(|option| option.right || is_chosen(&option.id));
            named.map(|option| &*option.because).collect()
        }
        Task::Ordering(ordering) => ordering.items.iter().map(|item| &*item.because).collect(),
    }
}

/// A response without a single point, to any kind of question.
pub fn wrong_response(question: &Question) -> Response {
    match &question.task {
        Task::Single(choice) | Task::Multiple(choice) => {
            let wrong = choice.options.iter().find(|option| !option.right);
            Response::choosing(wrong.map(|option| option.id.clone()))
        }
        Task::Ordering(ordering) => {
            Response::Ordered(ordering.items.iter().rev().map(|item| item.id.clone()).collect())
        }
    }
}

/// A response with some of the points; `None` where it is all or nothing.
pub fn half_response(question: &Question) -> Option<Response> {
    let response = match &question.task {
        Task::Single(_) => return None,
        Task::Multiple(choice) => {
            Response::choosing(choice.options.iter().find(|option| option.right).map(|option| option.id.clone()))
        }
        Task::Ordering(ordering) => {
            let mut order: Vec<OptionId> = ordering.items.iter().map(|item| item.id.clone()).collect();
            order.rotate_left(1);
            Response::Ordered(order)
        }
    };
    let is_half = matches!(question.mark(&response), Mark::Scored(score) if score.points() > 0 && !score.is_full());
    is_half.then_some(response)
}
