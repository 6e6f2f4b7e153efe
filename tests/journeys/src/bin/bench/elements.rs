//! A question as the kind of SurveyJS that is nearest to its own.

use serde_json::{Map, Value, json};
use shanyraq::{
    id::OptionId,
    quiz::{Blank, Choice, Outcome, Pick, Picture, Place, Placing, Question, Response, Task},
};

/// The name of the kind of a question, and of SurveyJS's nearest.
pub(crate) fn names(question: &Question) -> (&'static str, &'static str) {
    match &question.task {
        Task::Single(_) => ("single", "radiogroup"),
        Task::Multiple(_) => ("multiple", "checkbox"),
        Task::Ordering(_) => ("ordering", "ranking"),
        Task::TrueFalse(_) => ("true-false", "boolean"),
        Task::Matching(_) => ("matching", "matrixdropdown"),
        Task::Categorise(_) => ("categorise", "matrix"),
        Task::Cloze(_) => ("cloze", "multipletext"),
        Task::Short(_) => ("short", "text"),
        Task::Pick(_) => ("pick", "imagemap"),
        Task::Evidence(_) => ("evidence", "radiogroup"),
    }
}

/// A question as `surveyjs-kinds.js` wants it.
pub(crate) fn asked(question: &Question) -> Value {
    let (_, kind) = names(question);
    let mut element = json!({
        "type": kind, "name": question.id.as_str(), "title": *question.prompt, "correctAnswer": right_value(question),
    });
    if let Value::Object(element) = &mut element {
        element.append(&mut parts(question));
    }
    let picture = match &question.task {
        Task::Pick(pick) => drawn(&pick.picture),
        Task::Single(_)
        | Task::Multiple(_)
        | Task::Ordering(_)
        | Task::TrueFalse(_)
        | Task::Matching(_)
        | Task::Categorise(_)
        | Task::Cloze(_)
        | Task::Short(_)
        | Task::Evidence(_) => Value::Null,
    };
    json!({ "element": element, "picture": picture, "said": said(question) })
}

/// The value that answers a question of SurveyJS rightly.
pub(crate) fn right_value(question: &Question) -> Value {
    match &question.task {
        Task::Single(choice) | Task::Evidence(choice) | Task::Pick(Pick { choice, .. }) => {
            json!(choice.right_response().chosen().first().map(OptionId::as_str))
        }
        Task::Multiple(choice) => {
            json!(choice.right_response().chosen().iter().map(OptionId::as_str).collect::<Vec<_>>())
        }
        Task::Ordering(ordering) => json!(ordering.items.iter().map(|item| item.id.as_str()).collect::<Vec<_>>()),
        Task::TrueFalse(statement) => json!(statement.is_true),
        Task::Matching(placing) => placed(placing, |place| json!({ "place": place })),
        Task::Categorise(placing) => placed(placing, |place| json!(place)),
        Task::Cloze(cloze) => {
            cloze.gaps.iter().map(|gap| (gap.id.to_string(), typed(gap))).collect::<Map<_, _>>().into()
        }
        Task::Short(blank) => typed(blank),
    }
}

/// Our right response, as `answer.js` wants it.
pub(crate) fn right_response(question: &Question) -> Value {
    match question.right_response() {
        Response::Chosen(options) => json!({ "chosen": options.iter().map(OptionId::as_str).collect::<Vec<_>>() }),
        Response::Ordered(items) => json!({ "order": items.iter().map(OptionId::as_str).collect::<Vec<_>>() }),
        Response::Filled(parts) => {
            json!({ "filled": parts.iter().map(|(part, what)| [part.as_str(), &**what]).collect::<Vec<_>>() })
        }
        Response::Unsure => json!({}),
    }
}

/// What an element has by its kind.
fn parts(question: &Question) -> Map<String, Value> {
    let parts = match &question.task {
        Task::Single(choice) | Task::Multiple(choice) | Task::Evidence(choice) => json!({ "choices": choices(choice) }),
        Task::Pick(pick) => {
            let areas = choices(&pick.choice);
            json!({ "multiSelect": false, "shape": "poly", "areas": areas })
        }
        Task::Ordering(ordering) => {
            let shown = ordering.shown.iter().filter_map(|id| ordering.item(id));
            json!({ "choices": shown.map(|item| named(item.id.as_str(), &item.text)).collect::<Vec<_>>() })
        }
        Task::TrueFalse(_) | Task::Short(_) => json!({}),
        Task::Matching(placing) => json!({
            "showHeader": false, "columns": [{ "name": "place", "cellType": "dropdown" }],
            "choices": places(placing), "rows": rows(placing),
        }),
        Task::Categorise(placing) => json!({ "columns": places(placing), "rows": rows(placing) }),
        Task::Cloze(cloze) => {
            let gaps = cloze.gaps.iter().zip(&cloze.text);
            json!({ "items": gaps.map(|(gap, before)| json!({ "name": gap.id.as_str(), "title": **before })).collect::<Vec<_>>() })
        }
    };
    match parts {
        Value::Object(parts) => parts,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => Map::new(),
    }
}

fn named(value: &str, text: &str) -> Value {
    json!({ "value": value, "text": text })
}

fn choices(choice: &Choice) -> Vec<Value> {
    choice.options.iter().map(|option| named(option.id.as_str(), &option.text)).collect()
}

fn places(placing: &Placing) -> Vec<Value> {
    placing.places.iter().map(|Place { id, text }| named(id.as_str(), text)).collect()
}

fn rows(placing: &Placing) -> Vec<Value> {
    placing.items.iter().map(|item| named(item.id.as_str(), &item.text)).collect()
}

/// Each item with the place where it belongs.
fn placed(placing: &Placing, place: impl Fn(&str) -> Value) -> Value {
    placing.items.iter().map(|item| (item.id.to_string(), place(item.place.as_str()))).collect::<Map<_, _>>().into()
}

/// What belongs in a blank, as it reads: SurveyJS has no text with selects in it.
fn typed(blank: &Blank) -> Value {
    json!(blank.reason(None).right.as_deref())
}

fn drawn(picture: &Picture) -> Value {
    let spots = picture.spots.iter().map(|spot| (spot.option.to_string(), json!(*spot.path)));
    json!({ "bounds": *picture.bounds, "ground": *picture.ground, "spots": spots.collect::<Map<_, _>>() })
}

/// All that is said of the right answer: the reasons of its parts, and the thing to remember.
fn said(question: &Question) -> String {
    let reasons = question.reasons(&question.right_response());
    let told = reasons.iter().filter(|reason| reason.outcome != Outcome::Aside).map(|reason| &*reason.because);
    told.chain([&*question.explanation]).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use shanyraq::{
        id::QuestionId,
        quiz::{Asks, Placed},
    };

    use super::*;

    fn question(task: Task) -> Question {
        Question {
            id: QuestionId::from("q"),
            revision: 1,
            goal: "goal".into(),
            asks: Asks::Recall,
            claims: Vec::new(),
            prompt: "prompt".into(),
            sibling_of: None,
            hint: None,
            explanation: "explanation".into(),
            task,
        }
    }

    fn placing() -> Placing {
        let item = Placed {
            id: OptionId::from("i"),
            text: "item".into(),
            place: OptionId::from("p"),
            clue: None,
            because: "because".into(),
        };
        Placing { items: vec![item], places: vec![Place { id: OptionId::from("p"), text: "place".into() }] }
    }

    #[test]
    fn a_question_is_asked_with_its_parts_and_all_that_is_said_of_it() {
        let asked = asked(&question(Task::Categorise(placing())));
        let element = json!({
            "type": "matrix", "name": "q", "title": "prompt", "correctAnswer": { "i": "p" },
            "columns": [{ "value": "p", "text": "place" }], "rows": [{ "value": "i", "text": "item" }],
        });
        assert_eq!(asked, json!({ "element": element, "picture": null, "said": "because explanation" }));
    }

    #[test]
    fn both_answers_are_the_right_one() {
        let question = question(Task::Matching(placing()));
        assert_eq!(right_value(&question), json!({ "i": { "place": "p" } }));
        assert_eq!(right_response(&question), json!({ "filled": [["i", "p"]] }));
    }
}
