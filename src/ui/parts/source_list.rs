//! Where something can be read up.

use yew::prelude::*;

use crate::course::Source;
use crate::ui::setting::use_setting;

/// What [`SourceList`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SourceListProps {
    /// The sources.
    pub sources: Vec<Source>,
}

/// Where something can be read up; nothing where there are no sources.
#[component]
pub(crate) fn SourceList(props: &SourceListProps) -> Html {
    let setting = use_setting();
    if props.sources.is_empty() {
        return Html::default();
    }
    let words = setting.words();
    let source = |source: &Source| {
        let date = source.date.map(|date| format!(" ({})", words.date(date)));
        html! {
            <li><a href={AttrValue::from(source.url.clone())} rel="noopener noreferrer">{ AttrValue::from(source.title.clone()) }</a>{ date }</li>
        }
    };
    html! {
        <div class="sources">
            <p>{ AttrValue::from(words.sources_title.clone()) }</p>
            <ul>{ for props.sources.iter().map(source) }</ul>
        </div>
    }
}
