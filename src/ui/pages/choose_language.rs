//! The root of the course: the languages. A page without the program: three links need none.

use std::rc::Rc;

use yew::prelude::*;

use crate::course::Words;
use crate::id::LanguageId;
use crate::ui::figures::emblem;

/// What [`ChooseLanguage`] needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ChooseLanguageProps {
    /// The languages with their words, the original first.
    pub languages: Vec<(LanguageId, Rc<Words>)>,
}

/// The languages of the course.
#[component]
pub fn ChooseLanguage(props: &ChooseLanguageProps) -> Html {
    let choice = |(id, words): &(LanguageId, Rc<Words>)| {
        let lang = id.to_string();
        html! {
            <li {lang}>
                <a href={format!("{id}/")} hreflang={id.to_string()} data-language={id.to_string()}>
                    <strong>{ AttrValue::from(words.course_title.clone()) }</strong>
                    <span>{ AttrValue::from(words.course_tagline.clone()) }</span>
                    <em>{ AttrValue::from(words.language_name.clone()) }</em>
                </a>
            </li>
        }
    };
    let first = props.languages.first();
    html! {
        <main class="choose-language" id="content">
            { emblem() }
            { for first.map(|(_, words)| html! { <h1>{ AttrValue::from(words.course_title.clone()) }</h1> }) }
            <ul>{ for props.languages.iter().map(choice) }</ul>
        </main>
    }
}
