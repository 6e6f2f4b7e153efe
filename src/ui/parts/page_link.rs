//! Links to pages of the course: real links, written into the page like any other. Where the program can change pages
//! without loading, it hears of every click on one: see [`follow`].

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement};
use yew::prelude::*;

use crate::ui::Address;
use crate::ui::setting::{Links, Setting};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Way {
    /// The page.
    pub(crate) to: Address,
    /// The id of an element of that page.
    pub(crate) anchor: Option<String>,
}

/// A link to a page of the course, or to an element of it.
pub(crate) fn page_link(
    setting: &Setting,
    class: &'static str,
    to: &Address,
    anchor: Option<&str>,
    says: Html,
) -> Html {
    let mut href = setting.start.links.to(to);
    if let Some(anchor) = anchor {
        href.extend(["#", anchor]);
    }
    html! { <a class={(!class.is_empty()).then_some(class)} {href}>{ says }</a> }
}

/// Where a click leads, if it was a plain click on a link to another page of the course.
pub(crate) fn follow(event: &MouseEvent, links: &Links, here: &Address) -> Option<Way> {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    let clicked = event.target()?.dyn_into::<Element>().ok()?;
    let link = clicked.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?.href();
    let (path, anchor) = link.strip_prefix(&*links.root)?.split_once('#').map_or_else(
        || (link.strip_prefix(&*links.root).unwrap_or_default(), None),
        |(path, anchor)| (path, Some(anchor.to_owned())),
    );
    let to = Address::parse(path).filter(|to| event.button() == 0 && !has_modifier && to != here)?;
    Some(Way { to, anchor })
}
