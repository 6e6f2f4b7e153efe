//! The map of the course: a shanyraq seen from below. A lesson is a sector that fills, a section a pole that lights up.
//!
//! Drawn with turned and dashed strokes, in whole numbers: no trigonometry weighs on the program.

use yew::prelude::*;

use super::tenths;
use crate::learner::Standing;

/// From the crown to the rim, in units of the drawing.
const CROWN: usize = 66;
const RIM: usize = 100;
/// A whole turn in tenths of a degree.
const TURN: usize = 3600;
/// So many poles leave no room between them.
const MANY: usize = 30;
/// Air between neighbouring sectors, in tenths of a degree.
const AIR: usize = 20;

/// How well the goals of a lesson are known: steps of mastery reached, and in all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) steps: usize,
    pub(crate) of: usize,
}

/// The map of the course, drawn: how well each lesson is known, and how its sections stand. The list of lessons beside
/// it says the same and leads there.
pub(crate) fn shanyraq(known: &[Known], standings: &[Vec<Standing>], label: String) -> Html {
    let lessons = known.len().max(1);
    let poles: usize = standings.iter().map(Vec::len).sum::<usize>().max(1);
    let sector = |(n, known): (usize, &Known)| {
        let (from, width) = (TURN * n / lessons, TURN / lessons);
        html! {
            <g key={n} transform={turned(from + AIR / 2)}>
                { ring("ground", 10 * (RIM - CROWN), width - AIR) }
                if known.steps > 0 { { ring("filled", 10 * (RIM - CROWN) * known.steps / known.of.max(1), width - AIR) } }
            </g>
        }
    };
    let pole = |(n, standing): (usize, &Standing)| {
        let class = if standing.is_learned() {
            "pole learned"
        } else if standing.answered > 0 {
            "pole begun"
        } else {
            "pole"
        };
        html! { <path key={n} {class} transform={turned(TURN * n / poles + TURN / poles / 2)} d="M112 0H184" /> }
    };
    // Two thin poles between neighbours, for the look of a yurt: they stand for nothing.
    let thin_pole = |n: usize| html! { <path key={n} transform={turned(TURN * n / (poles * 6))} d="M116 0H182" /> };
    html! {
        <svg class={if poles > MANY { "shanyraq many" } else { "shanyraq" }} viewBox="-200 -200 400 400" role="img" aria-label={label} focusable="false">
            <circle class="sky" r="194" />
            <g class="thin">{ for (0..poles * 6).filter(|n| poles <= MANY && matches!(n % 6, 1 | 5)).map(thin_pole) }</g>
            <g class="poles">{ for standings.iter().flatten().enumerate().map(pole) }</g>
            <circle class="rim" r="105" />
            { for known.iter().enumerate().map(sector) }
            <circle class="crown" r="62" />
            <g class="lattice">
                <path d="M-59 -19H59M-62 0H62M-59 19H59" />
                <path d="M-19 -59V59M0 -62V62M19 -59V59" />
            </g>
        </svg>
    }
}

/// A turn clockwise from the top, in tenths of a degree.
fn turned(tenths_of_degree: usize) -> String {
    let from_the_right = (tenths_of_degree + TURN * 3 / 4) % TURN;
    format!("rotate({})", tenths(from_the_right))
}

/// A piece of a ring around the crown, so thick (in tenths of a unit) and so wide (in tenths of a degree).
fn ring(class: &'static str, thick: usize, wide: usize) -> Html {
    let radius = 10 * CROWN + thick / 2;
    html! {
        <circle {class} r={tenths(radius)} stroke-width={tenths(thick)} pathLength="360" stroke-dasharray={format!("{} 360", tenths(wide))} />
    }
}
