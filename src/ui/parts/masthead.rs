//! The top of every page: the way to the cover, the languages, the appearance.

use yew::prelude::*;

use super::page_link::page_link;
use super::settings::settings;
use crate::course::LanguageChoice;
use crate::ui::View;
use crate::ui::figures::emblem;
use crate::ui::setting::Setting;

/// The top of every page.
pub(crate) fn masthead(setting: &Setting, onclick: Callback<MouseEvent>) -> Html {
    let words = setting.words();
    let language = |choice: &LanguageChoice| {
        let href = setting.links.to(&setting.address.in_language(&choice.id));
        let current = (choice.id == setting.page.language).then_some("true");
        let lang = choice.id.to_string();
        html! {
            <li key={choice.id.as_str()}>
                <a {href} lang={lang.clone()} hreflang={lang} aria-current={current}>
                    { AttrValue::from(choice.name.clone()) }
                </a>
            </li>
        }
    };
    let home = html! { <>{ emblem() }<span>{ AttrValue::from(words.course_title.clone()) }</span></> };
    html! {
        <header class="masthead" {onclick}>
            <a class="skip" href="#content">{ AttrValue::from(words.skip_to_content.clone()) }</a>
            { page_link(setting, "home", &setting.address.with(View::Cover), None, home) }
            <nav aria-label={AttrValue::from(words.language_label.clone())}>
                <ul>{ for setting.page.languages.iter().map(language) }</ul>
            </nav>
            { settings(words) }
        </header>
    }
}
