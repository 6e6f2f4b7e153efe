//! The same thing counted by several: a bar to scale for each, with who counted, and when.

use yew::prelude::*;

use super::captioned::captioned;
use super::sources::source_list;
use crate::course::{Count, Numbers, Words};

/// The length of the longest bar, in units of the drawing.
const LONGEST: u32 = 200;

/// The same thing counted by several.
pub(super) fn numbers(words: &Words, figure: &Numbers) -> Html {
    let row = |row: &Count| {
        // One number by itself is no picture.
        let alike = figure.rows.iter().filter(|other| other.unit == row.unit);
        let greatest = alike.clone().map(|other| u32::from(other.value)).max().unwrap_or_default().max(1);
        let length = u32::from(row.value) * LONGEST / greatest;
        html! {
            <li key={row.id.as_str()}>
                <p class="value"><strong>{ row.value }</strong>{ " " }<span>{ AttrValue::from(row.what.clone()) }</span></p>
                if alike.count() > 1 {
                    <svg viewBox={format!("0 0 {LONGEST} 6")} preserveAspectRatio="none" aria-hidden="true" focusable="false"><path d={format!("M0 0h{length}v6h-{length}z")} /></svg>
                }
                <p class="who">{ AttrValue::from(row.who.clone()) }{ " · " }{ AttrValue::from(row.when.clone()) }</p>
                <p>{ AttrValue::from(row.text.clone()) }</p>
                { source_list(words, &row.sources) }
            </li>
        }
    };
    let inner = html! { <ul>{ for figure.rows.iter().map(row) }</ul> };
    captioned("numbers", &figure.id, &figure.title, &figure.alt, inner)
}
