//! The glossary: all terms of the course.

use yew::prelude::*;

use crate::course::{Edition, Term};

/// The glossary.
pub(super) fn glossary(edition: &Edition) -> Html {
    let term = |term: &Term| {
        html! {
            <div id={term.id.to_string()}>
                <dt>{ AttrValue::from(term.term.clone()) }</dt>
                <dd>{ AttrValue::from(term.definition.clone()) }</dd>
            </div>
        }
    };
    html! { <dl>{ for edition.glossary.iter().map(term) }</dl> }
}
