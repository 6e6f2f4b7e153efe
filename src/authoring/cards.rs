//! The fences of cards: a source weighed, and a plan for the teacher.
//!
//! Words that are missing are reported and left empty, so that nothing else is said of them.

use super::diagnostic::Rule;
use super::fence;
use super::lesson::Context;
use super::reader::Reader;
use crate::course::{Block, Misconception, Teacher, WhoSaysSo};
use crate::id::{FigureId, Text};

pub(super) fn who_says_so(card: &Reader<'_>, context: &Context<'_>) -> Option<Block> {
    let (id, title) = (card.id("id"), card.words("title"));
    let (who, when, interest) = (card.words("who"), card.words("when"), card.words("interest"));
    let (missing, second_opinion) = (card.words("missing"), card.words("second-opinion"));
    let claims = fence::claims(card, context);
    Some(Block::WhoSaysSo(WhoSaysSo {
        id: FigureId::from(id?),
        title: title.unwrap_or_default(),
        who: who.unwrap_or_default(),
        when: when.unwrap_or_default(),
        interest: interest.unwrap_or_default(),
        missing: missing.unwrap_or_default(),
        second_opinion: second_opinion.unwrap_or_default(),
        claims,
    }))
}

pub(super) fn teacher(plan: &Reader<'_>, _: &Context<'_>) -> Option<Block> {
    let steps = |key: &str, remedy: &str| -> Vec<Text> {
        let steps = plan.word_list(key);
        if steps.is_empty() {
            plan.error(key, Rule::MissingKey, &format!("the plan has no `{key}`"), remedy);
        }
        steps
    };
    let id = plan.id("id");
    let aims = steps("aims", "write a list of sentences: what the lesson is for");
    let with_devices = steps("with-devices", "write the steps of 40 minutes in a class where pupils have devices");
    let without_devices = steps("without-devices", "write the steps of 40 minutes where only the teacher has a device");
    let misconceptions = plan.tables("misconceptions", "a misconception", |misconception| {
        let (belief, reply) = (misconception.words("belief"), misconception.words("reply"));
        Misconception { belief: belief.unwrap_or_default(), reply: reply.unwrap_or_default() }
    });
    Some(Block::Teacher(Teacher { id: FigureId::from(id?), aims, with_devices, without_devices, misconceptions }))
}
