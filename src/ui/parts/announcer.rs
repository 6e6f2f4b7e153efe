//! What is said to those who listen: one live region for the whole page.

use yew::prelude::*;

use crate::ui::session::use_session;

/// The live region. It reads what [`crate::ui::Session::announce`] was given, once, politely.
#[component]
pub(crate) fn Announcer() -> Html {
    let text = use_session(crate::ui::Session::announcement);
    html! { <p class="announcer" role="status">{ AttrValue::from(text) }</p> }
}
