//! The emblem: a shanyraq, very small.

use yew::prelude::*;

/// The emblem; says nothing to those who listen, for its neighbour says the name.
pub(crate) fn emblem() -> Html {
    html! {
        <svg class="emblem" viewBox="-50 -50 100 100" aria-hidden="true" focusable="false">
            <circle class="ring" r="42" />
            <g class="lattice">
                <path d="M-40 -14H40M-42 0H42M-40 14H40" />
                <path d="M-14 -40V40M0 -42V42M14 -40V40" />
            </g>
        </svg>
    }
}
