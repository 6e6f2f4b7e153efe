//! What was chosen and typed in the page before the program ran: read from the native inputs.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlInputElement, HtmlSelectElement};

use crate::id::{OptionId, QuestionId, Text};
use crate::learner::{Event, Progress};
use crate::quiz::Response;

/// Progress that holds as drafts what is filled in in the page. To be read directly before hydration: afterwards the
/// inputs show what the program knows.
pub fn tapped(document: &Document) -> Progress {
    let mut progress = Progress::default();
    let inputs = ".question-card :is(input:checked, .typed, select)";
    if let Ok(found) = document.query_selector_all(inputs) {
        for element in (0..found.length()).filter_map(|n| found.item(n)?.dyn_into::<Element>().ok()) {
            let Some((name, value)) = named_value(&element).filter(|(_, value)| !value.is_empty()) else { continue };
            // The input of a part is named after its question and the part; the inputs of a choice after the question.
            let (question, part) =
                name.split_once('.').map_or((&*name, None), |(question, part)| (question, Some(part)));
            let question = QuestionId::from(question);
            let before = progress.draft(&question).cloned().unwrap_or_else(Response::nothing);
            let response = match part {
                Some(part) => before.putting(&OptionId::from(part), Text::from(value)),
                None => Response::choosing(before.chosen().iter().cloned().chain([OptionId::from(&*value)])),
            };
            progress = progress.apply(Event::Drafted(question, response));
        }
    }
    progress
}

fn named_value(element: &Element) -> Option<(String, String)> {
    if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
        return Some((select.name(), select.value()));
    }
    element.dyn_ref::<HtmlInputElement>().map(|input| (input.name(), input.value()))
}
