//! The top of every page: the way to the cover, the languages, the appearance.

use yew::prelude::*;

use super::PageLink;
use super::settings::Settings;
use crate::ui::View;
use crate::ui::figures::Emblem;
use crate::ui::setting::use_setting;

/// The top of every page.
#[component]
pub(crate) fn Masthead() -> Html {
    let setting = use_setting();
    let words = setting.words();
    let language = |choice: &crate::course::LanguageChoice| {
        let current = choice.id == setting.page.language;
        html! {
            <li key={choice.id.as_str()}>
                <PageLink to={setting.address.in_language(&choice.id)} lang={AttrValue::from(choice.id.to_string())} {current}>
                    { AttrValue::from(choice.name.clone()) }
                </PageLink>
            </li>
        }
    };
    html! {
        <header class="masthead">
            <a class="skip" href="#content">{ AttrValue::from(words.skip_to_content.clone()) }</a>
            <PageLink class="home" to={setting.address.with(View::Cover)}>
                <Emblem />
                <span>{ AttrValue::from(words.course_title.clone()) }</span>
            </PageLink>
            <nav aria-label={AttrValue::from(words.language_label.clone())}>
                <ul>{ for setting.page.languages.iter().map(language) }</ul>
            </nav>
            <Settings />
        </header>
    }
}
