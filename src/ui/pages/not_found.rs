//! There is no such page: said in every language, in a page that needs nothing beside itself.

use std::rc::Rc;

use yew::prelude::*;

use crate::course::Words;
use crate::id::LanguageId;
use crate::ui::figures::emblem;

/// What [`NotFound`] needs.
#[derive(Clone, PartialEq, Properties)]
pub struct NotFoundProps {
    /// The languages with their words, the original first.
    pub languages: Vec<(LanguageId, Rc<Words>)>,
}

/// There is no such page.
#[component]
pub fn NotFound(props: &NotFoundProps) -> Html {
    let words = |n: usize, (id, words): &(LanguageId, Rc<Words>)| {
        let title = AttrValue::from(words.not_found_title.clone());
        html! {
            <section lang={id.to_string()}>
                if n == 0 { <h1>{ title }</h1> } else { <h2>{ title }</h2> }
                <p>{ AttrValue::from(words.not_found_text.clone()) }</p>
                <p><a href={format!("{id}/")} hreflang={id.to_string()} data-language={id.to_string()}>{ AttrValue::from(words.to_cover.clone()) }</a></p>
            </section>
        }
    };
    html! {
        <main class="not-found" id="content">
            { emblem() }
            { for props.languages.iter().enumerate().map(|(n, language)| words(n, language)) }
        </main>
    }
}
