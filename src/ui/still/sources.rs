//! Where something can be read up.

use yew::prelude::*;

use crate::course::{Source, Words};

/// Where something can be read up; nothing where there are no sources.
pub(super) fn source_list(words: &Words, sources: &[Source]) -> Html {
    if sources.is_empty() {
        return Html::default();
    }
    let source = |source: &Source| {
        let date = source.date.map(|date| format!(" ({})", words.date(date)));
        html! {
            <li><a href={AttrValue::from(source.url.clone())} rel="noopener noreferrer">{ AttrValue::from(source.title.clone()) }</a>{ date }</li>
        }
    };
    html! {
        <div class="sources">
            <p>{ AttrValue::from(words.sources_title.clone()) }</p>
            <ul>{ for sources.iter().map(source) }</ul>
        </div>
    }
}
