//! Responses to any question, for tests of whatever marks, shows or keeps them.

use super::{Blank, Choice, Expected, Mark, Pick, Question, Response, STEPS, TRUTHS, Task};
use crate::id::{OptionId, Text};

/// A response that earns nothing: a wrong one, if the question has any.
pub fn wrong_response(question: &Question) -> Response {
    wrong(question).unwrap_or(Response::Unsure)
}

fn wrong(question: &Question) -> Option<Response> {
    match &question.task {
        Task::Single(choice) | Task::Multiple(choice) | Task::Evidence(choice) | Task::Pick(Pick { choice, .. }) => {
            Some(Response::choosing([wrong_option(choice)?]))
        }
        Task::Ordering(ordering) => {
            Some(Response::Ordered(ordering.items.iter().rev().map(|item| item.id.clone()).collect()))
        }
        Task::TrueFalse(statement) => {
            let [truth, reason] = STEPS.map(OptionId::from);
            let [yes, no] = TRUTHS;
            let untrue = if statement.is_true { no } else { yes };
            let bad = wrong_option(&statement.reasons)?;
            Some(Response::nothing().putting(&truth, untrue.into()).putting(&reason, bad.as_str().into()))
        }
        Task::Matching(placing) | Task::Categorise(placing) => {
            placing.items.iter().try_fold(Response::nothing(), |response, item| {
                let elsewhere = placing.places.iter().find(|place| place.id != item.place)?;
                Some(response.putting(&item.id, elsewhere.id.as_str().into()))
            })
        }
        Task::Cloze(cloze) => {
            cloze.gaps.iter().try_fold(Response::nothing(), |response, gap| fill_wrongly(&response, gap))
        }
        Task::Short(blank) => fill_wrongly(&Response::nothing(), blank),
    }
}

fn wrong_option(choice: &Choice) -> Option<OptionId> {
    choice.options.iter().find(|option| !option.right).map(|option| option.id.clone())
}

fn fill_wrongly(response: &Response, blank: &Blank) -> Option<Response> {
    let answer = match &blank.expected {
        Expected::OneOf(choice) => wrong_option(choice)?.as_str().into(),
        Expected::Words(_) | Expected::Number(_) => {
            blank.rejected.first().map_or_else(|| Text::from("77"), |rejected| rejected.text.clone())
        }
    };
    Some(response.putting(&blank.id, answer))
}

/// A response that earns some of the points; `None` where it is all or nothing.
pub fn partial_response(question: &Question) -> Option<Response> {
    let right = question.right_response();
    let without = |part: Option<&OptionId>| part.map(|part| right.putting(part, "".into()));
    let response = match &question.task {
        Task::Single(_) | Task::Evidence(_) | Task::Pick(_) | Task::Short(_) => None,
        Task::Multiple(_) => Some(Response::choosing(right.chosen().iter().take(1).cloned())),
        Task::Ordering(ordering) => {
            let mut order: Vec<OptionId> = ordering.items.iter().map(|item| item.id.clone()).collect();
            order.rotate_right(1);
            Some(Response::Ordered(order))
        }
        Task::TrueFalse(statement) => {
            let [_, reason] = STEPS.map(OptionId::from);
            wrong_option(&statement.reasons).map(|bad| right.putting(&reason, bad.as_str().into()))
        }
        Task::Matching(placing) | Task::Categorise(placing) => without(placing.items.first().map(|item| &item.id)),
        Task::Cloze(cloze) => without(cloze.gaps.first().map(|gap| &gap.id)),
    };
    let is_partial = |mark: Mark| mark.score().is_some_and(|score| score.points() > 0 && !score.is_full());
    response.filter(|response| is_partial(question.mark(response)))
}
