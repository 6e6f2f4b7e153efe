//! A link to a page of the course: a real link, followed without loading where that works.

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::ui::Address;
use crate::ui::setting::{Way, use_setting};

/// What [`PageLink`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PageLinkProps {
    /// Where it leads.
    pub to: Address,
    /// Its class.
    #[prop_or_default]
    pub class: Classes,
    /// Its language, if it is not the page's.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// Whether it leads to the page that is shown.
    #[prop_or_default]
    pub current: bool,
    /// The id of the element of that page to go to.
    #[prop_or_default]
    pub anchor: Option<AttrValue>,
    /// What it says.
    #[prop_or_default]
    pub children: Html,
}

/// A link to a page of the course.
#[component]
pub(crate) fn PageLink(props: &PageLinkProps) -> Html {
    let setting = use_setting();
    let way = Way { to: props.to.clone(), anchor: props.anchor.clone() };
    let href = setting.links.way(&way);
    let onclick = {
        let (go, host) = (setting.go.clone(), setting.session.host().clone());
        Callback::from(move |event: MouseEvent| {
            let is_plain = event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
            let is_event: &Event = event.unchecked_ref();
            if is_plain && host.can_route() && !is_event.default_prevented() {
                event.prevent_default();
                go.emit(way.clone());
            }
        })
    };
    html! {
        <a class={props.class.clone()} {href} {onclick} lang={props.lang.clone()} hreflang={props.lang.clone()}
            aria-current={props.current.then_some("true")}>
            { props.children.clone() }
        </a>
    }
}
