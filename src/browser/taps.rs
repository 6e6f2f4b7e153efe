//! What was chosen in the page before the program ran: read from the native inputs.

use std::collections::BTreeMap;

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlInputElement};

use crate::id::{OptionId, QuestionId};
use crate::learner::{Event, Progress};
use crate::quiz::Response;

/// Progress that holds as drafts what is checked in the page. To be read directly before hydration: afterwards the
/// inputs show what the program knows.
pub fn tapped(document: &Document) -> Progress {
    let mut drafts: BTreeMap<QuestionId, Response> = BTreeMap::new();
    if let Ok(checked) = document.query_selector_all(".options input:checked") {
        for input in (0..checked.length()).filter_map(|n| checked.item(n)) {
            let Ok(input) = input.dyn_into::<HtmlInputElement>() else { continue };
            let draft = drafts.entry(QuestionId::from(&*input.name())).or_insert_with(Response::nothing);
            if let Response::Chosen(options) = draft {
                options.insert(OptionId::from(&*input.value()));
            }
        }
    }
    let draft = |progress: Progress, (id, response)| progress.apply(Event::Drafted(id, response));
    drafts.into_iter().fold(Progress::default(), draft)
}
