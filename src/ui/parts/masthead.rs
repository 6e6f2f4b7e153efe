//! The top of every page: the way to the cover, the languages, the appearance.

use yew::prelude::*;

use super::settings::settings;
use crate::course::{LanguageChoice, Words};
use crate::id::LanguageId;
use crate::ui::figures::emblem;

/// Where the links at the top of a page lead.
pub(crate) struct Ways<'a> {
    /// The languages, each with the link to this page in it.
    pub(crate) languages: &'a [(&'a LanguageChoice, String)],
    /// The link to the cover.
    pub(crate) home: String,
}

/// The top of every page.
pub(crate) fn masthead(
    words: &Words,
    current: &LanguageId,
    ways: Ways<'_>,
    onclick: Option<Callback<MouseEvent>>,
) -> Html {
    let language = |(choice, href): &(&LanguageChoice, String)| {
        let current = (choice.id == *current).then_some("true");
        let lang = choice.id.to_string();
        html! {
            <li key={choice.id.as_str()}>
                <a href={href.clone()} lang={lang.clone()} hreflang={lang} aria-current={current}>
                    { AttrValue::from(choice.name.clone()) }
                </a>
            </li>
        }
    };
    html! {
        <header class="masthead" {onclick}>
            <a class="skip" href="#content">{ AttrValue::from(words.skip_to_content.clone()) }</a>
            <a class="home" href={ways.home}>{ emblem() }<span>{ AttrValue::from(words.course_title.clone()) }</span></a>
            <nav aria-label={AttrValue::from(words.language_label.clone())}>
                <ul>{ for ways.languages.iter().map(language) }</ul>
            </nav>
            { settings(words) }
        </header>
    }
}
