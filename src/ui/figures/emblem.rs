//! The emblem: a shanyraq, very small.

use yew::prelude::*;

/// The emblem; says nothing to those who listen, for its neighbour says the name.
pub(crate) fn emblem() -> Html {
    html! {
        <svg class="emblem" viewBox="-50 -50 100 100" aria-hidden="true" focusable="false">
            <circle class="ring" r="42" />
            <g class="lattice">
                <path d="M-38 -16Q0 -3 38 -16M-42 0H42M-38 16Q0 3 38 16" />
                <path d="M-16 -38Q-3 0 -16 38M0 -42V42M16 -38Q3 0 16 38" />
            </g>
        </svg>
    }
}
