//! A component as HTML, and text as HTML.

use shanyraq::course::sealed;
use shanyraq::wire::Wire;
use yew::BaseComponent;

/// A component as HTML that the program can adopt.
pub(crate) async fn adoptable<C: BaseComponent>(props: C::Properties) -> String {
    yew::LocalServerRenderer::<C>::with_props(props).render().await
}

/// A component as HTML for a page without the program.
pub(crate) async fn still<C: BaseComponent>(props: C::Properties) -> String {
    yew::LocalServerRenderer::<C>::with_props(props).hydratable(false).render().await
}

/// Text as it may stand in HTML, between tags or in an attribute.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A thing as JSON that may stand in a `script` element.
pub(crate) fn json<T: Wire>(thing: &T, build: &str) -> String {
    sealed(thing, build).replace('<', "\\u003c")
}
