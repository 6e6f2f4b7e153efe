//! A chamber, seat by seat, in a half circle: one path for each way in which seats were filled.

use yew::prelude::*;

use super::captioned::captioned;
use crate::course::{Chamber, Seats, Words};

/// Chambers, one beside the other.
pub(super) fn seats(words: &Words, figure: &Seats) -> Html {
    let chamber = |chamber: &Chamber| {
        let label: Vec<String> = chamber.parts.iter().map(|part| format!("{}: {}", part.label, part.seats)).collect();
        let class =
            |n: usize, marked: bool| if marked { "part marked".to_owned() } else { format!("part tone-{}", n % 3 + 1) };
        html! {
            <div key={chamber.id.as_str()} class="chamber">
                <h3>{ AttrValue::from(chamber.label.clone()) }</h3>
                <svg viewBox="-110 -106 220 116" role="img" aria-label={format!("{}. {}", chamber.label, label.join("; "))} focusable="false">
                    { for chamber.parts.iter().enumerate().map(|(n, part)| html! { <path key={n} class={class(n, part.marked)} d={AttrValue::from(part.drawing.clone())} /> }) }
                    <text y="2" text-anchor="middle">{ chamber.total() }</text>
                </svg>
                <ul>
                    { for chamber.parts.iter().enumerate().map(|(n, part)| html! {
                        <li key={n}>
                            <svg class="swatch" viewBox="-6 -6 12 12" aria-hidden="true" focusable="false"><path class={class(n, part.marked)} d="M-4.6 0a4.6 4.6 0 1 1 9.2 0a4.6 4.6 0 1 1 -9.2 0z" /></svg>
                            <span>{ AttrValue::from(part.label.clone()) }{ " – " }<strong>{ words.count(&words.seats, part.seats.into()) }</strong></span>
                        </li>
                    }) }
                </ul>
                <p>{ AttrValue::from(chamber.text.clone()) }</p>
            </div>
        }
    };
    let inner = html! { <div class="chambers">{ for figure.chambers.iter().map(chamber) }</div> };
    captioned("seats", &figure.id, &figure.title, &figure.alt, inner)
}
