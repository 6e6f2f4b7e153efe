//! A component as HTML, and text as HTML.

use yew::BaseComponent;

/// A component as HTML for a page without the program.
pub(crate) async fn still<C: BaseComponent>(props: C::Properties) -> String {
    yew::LocalServerRenderer::<C>::with_props(props).hydratable(false).render().await
}

/// Text as it may stand in HTML, between tags or in an attribute.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Text that [`escape`] has made fit for HTML, as it was.
pub(crate) fn unescape(html: &str) -> String {
    html.replace("&quot;", "\"").replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")
}

/// What stands between two marks.
pub(crate) fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    Some(text.split_once(before)?.1.split_once(after)?.0)
}

/// JSON as it may stand in a `script` element, which ends at the first closing tag of a script, and takes a comment for
/// more than a text (HTML Standard, "Restrictions for contents of script elements"). No more is escaped than that: HTML
/// in the data then compresses with the same HTML in the page.
pub(crate) fn in_script(json: &str) -> String {
    json.replace("</", "<\\/").replace("<!--", "\\u003c!--")
}
