//! The foot of every page: the pages to look things up in.

use yew::prelude::*;

use crate::course::FootLink;
use crate::ui::Links;

/// The foot of every page.
pub(crate) fn foot(links: &Links, pages: &[FootLink]) -> Html {
    let page = |page: &FootLink| {
        html! { <li><a href={links.page(&page.path)}>{ AttrValue::from(page.label.clone()) }</a></li> }
    };
    html! { <footer class="foot"><ul>{ for pages.iter().map(page) }</ul></footer> }
}
