//! Places in the page: what stands at the top of the window, and going there.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement, Window};

/// The id of the first named place that is not above the window, with its distance from the top in CSS pixels.
pub(super) fn nearest_place(document: &Document) -> Option<(String, f64)> {
    let places = document.query_selector_all(".section > h2, .question-card").ok()?;
    let places = (0..places.length()).filter_map(|n| places.item(n)?.dyn_into::<Element>().ok());
    let mut with_distance = places.map(|place| (place.id(), place.get_bounding_client_rect()));
    let place = with_distance.find(|(_, rect)| rect.bottom() > 0.0)?;
    Some((place.0, place.1.top()))
}

/// Scrolls so that an element stands again at this distance from the top, in CSS pixels.
pub(super) fn keep_place(window: &Window, document: &Document, id: &str, distance: f64) {
    if let Some(place) = document.get_element_by_id(id) {
        window.scroll_by_with_x_and_y(0.0, place.get_bounding_client_rect().top() - distance);
    }
}

/// Shows an element and gives it the focus; without an id, the heading of the page.
pub(super) fn reveal(window: &Window, document: &Document, id: Option<&str>) {
    let target = id.and_then(|id| document.get_element_by_id(id));
    match &target {
        Some(element) => element.scroll_into_view(),
        None => window.scroll_to_with_x_and_y(0.0, 0.0),
    }
    let heading = || document.query_selector("main h1").ok().flatten();
    if let Some(element) = target.or_else(heading).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let focusable = element.has_attribute("tabindex");
        if !focusable {
            // Setting an attribute of an own element cannot fail; a focus refused is a focus not taken.
            let _ = element.set_attribute("tabindex", "-1");
        }
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}
