//! A word that changed: the parts of it as tiles, before and after, in each language.

use yew::prelude::*;

use super::captioned::captioned;
use crate::course::{Word, WordChange, WordForm, WordPart};
use crate::id::Text;

/// A word that changed.
pub(super) fn word(figure: &Word) -> Html {
    let language = |change: &WordChange| {
        html! {
            <li>
                <h3>{ AttrValue::from(change.label.clone()) }</h3>
                <div class="change">
                    { form(change, &figure.before_when, &change.before) }
                    <span class="arrow" aria-hidden="true">{ "→" }</span>
                    { form(change, &figure.after_when, &change.after) }
                </div>
            </li>
        }
    };
    let inner = html! { <ul>{ for figure.languages.iter().map(language) }</ul> };
    captioned("word", &figure.id, &figure.title, &figure.alt, inner)
}

fn form(change: &WordChange, when: &Text, form: &WordForm) -> Html {
    let lang = change.language.to_string();
    let part = |part: &WordPart| {
        html! {
            <li class={part.marked.then_some("marked")}>
                <b lang={lang.clone()}>{ AttrValue::from(part.text.clone()) }</b>{ " " }<small>{ AttrValue::from(part.means.clone()) }</small>
            </li>
        }
    };
    html! {
        <div>
            <p class="when">{ AttrValue::from(when.clone()) }</p>
            <p lang={lang.clone()}>{ AttrValue::from(form.name.clone()) }</p>
            <ol>{ for form.parts.iter().map(part) }</ol>
        </div>
    }
}
