//! A lesson as served holds what never changes in it as HTML, and its data leave that out. Before the page gives way to
//! another, the pieces are read back from it: who comes back shall find them without a network.

use web_sys::Element;

use crate::course::{LessonPage, Piece};
use crate::id::Text;

/// The still pieces of a lesson, as they stand in the document below `main`: what opens it, then those of its sections.
pub(super) fn stills(lesson: &LessonPage, main: &Element) -> Option<Vec<Text>> {
    let mut next = main.first_element_child()?.first_element_child();
    let mut stills = vec![gather(&mut next, "section")];
    for section in &lesson.sections {
        let mut within = next.as_ref()?.first_element_child()?.next_element_sibling();
        for piece in &section.pieces {
            match piece {
                Piece::Still(_) => stills.push(gather(&mut within, "place")),
                Piece::Question(_) => within = within.and_then(|card| card.next_element_sibling()),
            }
        }
        next = next.and_then(|section| section.next_element_sibling());
    }
    Some(stills)
}

/// The elements from `next` up to one whose class begins so, as HTML.
fn gather(next: &mut Option<Element>, class: &str) -> Text {
    let mut html = String::new();
    while let Some(element) = next.take_if(|element| !element.class_name().starts_with(class)) {
        html.push_str(&element.outer_html());
        *next = element.next_element_sibling();
    }
    html.into()
}
