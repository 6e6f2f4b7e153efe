//! What was chosen in the page before the program ran: read from the native inputs.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlInputElement};

use crate::id::{OptionId, QuestionId};
use crate::learner::Progress;
use crate::quiz::Response;
use crate::sorted::SortedMap;

/// Progress that holds as drafts what is checked in the page. To be read directly before hydration: afterwards the
/// inputs show what the program knows.
pub fn tapped(document: &Document) -> Progress {
    let mut drafts = SortedMap::<QuestionId, Response>::default();
    if let Ok(checked) = document.query_selector_all(".options input:checked") {
        for input in (0..checked.length()).filter_map(|n| checked.item(n)) {
            let Ok(input) = input.dyn_into::<HtmlInputElement>() else { continue };
            let (question, option) = (QuestionId::from(&*input.name()), OptionId::from(&*input.value()));
            let chosen = drafts.get(&question).map(Response::chosen).unwrap_or_default().to_vec();
            drafts.insert(question, Response::choosing(chosen.into_iter().chain([option])));
        }
    }
    Progress::new(SortedMap::default(), drafts, None)
}
