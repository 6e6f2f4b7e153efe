//! The terms of a section, explained in place.

use yew::prelude::*;

use crate::course::{Edition, Reference, Term};

/// The terms of a section, each with a link to the glossary, which lies below `root`; nothing where there are none.
pub(super) fn terms(root: &str, edition: &Edition, terms: &[Term]) -> Html {
    if terms.is_empty() {
        return Html::default();
    }
    let term = |term: &Term| {
        let glossary = format!("{root}{}/{}/#{}", edition.language, Reference::Glossary.path(), term.id);
        html! {
            <div key={term.id.as_str()}>
                <dt id={format!("term-{}", term.id)}><a href={glossary}>{ AttrValue::from(term.term.clone()) }</a></dt>
                <dd>{ AttrValue::from(term.definition.clone()) }</dd>
            </div>
        }
    };
    html! {
        <div class="terms">
            <p>{ AttrValue::from(edition.words.terms_title.clone()) }</p>
            <dl>{ for terms.iter().map(term) }</dl>
        </div>
    }
}
