//! Ten answers, half of them wrong, and how long each waits for its feedback.

use anyhow::Result;

use crate::{
    lesson::{Lesson, option},
    phone::{Phone, Wait},
    sites::Site,
};

/// Answers every question; returns how long each answer waits.
pub(crate) async fn give(phone: &Phone, site: &Site, lesson: &Lesson) -> Result<Vec<Wait>> {
    let mut waits = Vec::new();
    for (n, question) in lesson.questions.iter().enumerate() {
        let choice = site.option(question, &option(question, n % 2 == 0)?.id);
        let feedback = site.feedback(question);
        waits.push(match site.check(question) {
            None => phone.tap_for(&choice, &feedback).await?,
            Some(check) => {
                phone.tap(&choice).await?;
                phone.tap_for(&check, &feedback).await?
            }
        });
    }
    Ok(waits)
}
