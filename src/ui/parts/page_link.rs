//! A link to a page of the course: a real link, followed without loading where that works.

use yew::prelude::*;

use crate::ui::Address;
use crate::ui::setting::Setting;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Way {
    /// The page.
    pub(crate) to: Address,
    /// The id of an element of that page.
    pub(crate) anchor: Option<AttrValue>,
}

impl Way {
    /// The way to a page.
    pub(crate) fn to(to: Address) -> Self {
        Self { to, anchor: None }
    }
}

/// A link to a page of the course.
pub(crate) fn page_link(setting: &Setting, class: &'static str, way: Way, says: Html) -> Html {
    let href = href(setting, &way);
    let onclick = follow(setting, way);
    html! { <a class={(!class.is_empty()).then_some(class)} {href} {onclick}>{ says }</a> }
}

/// The address of a way, as an attribute.
pub(super) fn href(setting: &Setting, way: &Way) -> String {
    let page = setting.links.to(&way.to);
    way.anchor.as_ref().map_or(page.clone(), |anchor| format!("{page}#{anchor}"))
}

/// Follows a link that was plainly clicked, without loading; leaves all else to the browser.
pub(super) fn follow(setting: &Setting, way: Way) -> Callback<MouseEvent> {
    let (go, host) = (setting.go.clone(), setting.session.host().clone());
    Callback::from(move |event: MouseEvent| {
        let has_modifier = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.button() == 0 && !has_modifier && host.can_route() {
            event.prevent_default();
            go.emit(way.clone());
        }
    })
}
