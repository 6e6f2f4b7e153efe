//! A figure under its title, and what it shows in words.

use std::fmt::Display;

use yew::prelude::*;

use crate::id::Text;

/// A figure. It is called as its title says: two engines of three take no name from a `figcaption`.
pub(super) fn captioned(class: impl Into<Classes>, id: &impl Display, title: &Text, alt: &Text, inner: Html) -> Html {
    let title = AttrValue::from(title.clone());
    html! {
        <figure class={class.into()} id={id.to_string()} aria-label={title.clone()}>
            <figcaption><strong>{ title }</strong><span>{ AttrValue::from(alt.clone()) }</span></figcaption>
            { inner }
        </figure>
    }
}
