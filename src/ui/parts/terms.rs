//! The terms of a section, explained in place.

use yew::prelude::*;

use crate::course::Term;
use crate::ui::setting::use_setting;

/// What [`Terms`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TermsProps {
    /// The terms.
    pub terms: Vec<Term>,
}

/// The terms of a section; nothing where there are none.
#[component]
pub(crate) fn Terms(props: &TermsProps) -> Html {
    let setting = use_setting();
    if props.terms.is_empty() {
        return Html::default();
    }
    let term = |term: &Term| {
        html! {
            <div key={term.id.as_str()}>
                <dt id={format!("term-{}", term.id)} tabindex="-1">{ AttrValue::from(term.term.clone()) }</dt>
                <dd>{ AttrValue::from(term.definition.clone()) }</dd>
            </div>
        }
    };
    html! {
        <aside class="terms" aria-label={AttrValue::from(setting.words().terms_title.clone())}>
            <dl>{ for props.terms.iter().map(term) }</dl>
        </aside>
    }
}
