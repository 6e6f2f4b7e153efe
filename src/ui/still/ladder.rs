//! Legal acts on the rungs of a ladder, the highest first.

use yew::prelude::*;

use super::captioned::captioned;
use crate::course::{Act, Ladder, Rung};

/// Legal acts on the rungs of a ladder.
pub(super) fn ladder(figure: &Ladder) -> Html {
    let act = |act: &Act| {
        html! {
            <li key={act.id.as_str()}><strong>{ AttrValue::from(act.label.clone()) }</strong>{ " " }<span>{ AttrValue::from(act.fate.clone()) }</span></li>
        }
    };
    let rung = |rung: &Rung| {
        html! {
            <li key={rung.id.as_str()} class="rung">
                <h3>{ AttrValue::from(rung.label.clone()) }</h3>
                <p>{ AttrValue::from(rung.text.clone()) }</p>
                if !rung.acts.is_empty() { <ul>{ for rung.acts.iter().map(act) }</ul> }
            </li>
        }
    };
    let inner = html! { <ol>{ for figure.rungs.iter().map(rung) }</ol> };
    captioned("ladder", &figure.id, &figure.title, &figure.alt, inner)
}
