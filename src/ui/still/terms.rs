//! The terms of a section, explained in place.

use yew::prelude::*;

use crate::course::{Term, Words};

/// The terms of a section; nothing where there are none.
pub(super) fn terms(words: &Words, terms: &[Term]) -> Html {
    if terms.is_empty() {
        return Html::default();
    }
    let term = |term: &Term| {
        html! {
            <div key={term.id.as_str()}>
                <dt id={format!("term-{}", term.id)}>{ AttrValue::from(term.term.clone()) }</dt>
                <dd>{ AttrValue::from(term.definition.clone()) }</dd>
            </div>
        }
    };
    html! {
        <div class="terms">
            <p>{ AttrValue::from(words.terms_title.clone()) }</p>
            <dl>{ for terms.iter().map(term) }</dl>
        </div>
    }
}
