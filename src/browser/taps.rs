//! What was chosen and typed in the page before the program ran: read from the native inputs.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlInputElement, HtmlSelectElement};

use crate::id::{OptionId, QuestionId, Text};
use crate::quiz::Response;

/// What is filled in in a question. To be read directly before its adoption: afterwards the inputs show what the program
/// knows.
pub(super) fn tapped(document: &Document, question: &QuestionId) -> Option<Response> {
    let inputs = format!("#{question}.question-card :is(input:checked, .typed, select)");
    let found = document.query_selector_all(&inputs).ok()?;
    let mut response = None;
    for element in (0..found.length()).filter_map(|n| found.item(n)?.dyn_into::<Element>().ok()) {
        let Some((name, value)) = named_value(&element).filter(|(_, value)| !value.is_empty()) else { continue };
        let before = response.take().unwrap_or_else(Response::nothing);
        // The input of a part is named after its question and the part; the inputs of a choice after the question.
        response = Some(match name.split_once('.') {
            Some((_, part)) => before.putting(&OptionId::from(part), Text::from(value)),
            None => Response::choosing(before.chosen().iter().cloned().chain([OptionId::from(&*value)])),
        });
    }
    response
}

fn named_value(element: &Element) -> Option<(String, String)> {
    if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
        return Some((select.name(), select.value()));
    }
    element.dyn_ref::<HtmlInputElement>().map(|input| (input.name(), input.value()))
}
