//! The map of the course: a shanyraq seen from below. A lesson is a sector that fills, a section a pole that lights up.

use yew::prelude::*;

use super::on_circle;
use crate::learner::Standing;

/// What [`Shanyraq`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ShanyraqProps {
    /// How far one has come: section by section, lesson by lesson.
    pub standings: Vec<Vec<Standing>>,
    /// What it shows, for those who cannot see it.
    pub label: String,
}

const CROWN: f64 = 62.0;
const RIM: f64 = 96.0;
const POLE_START: f64 = 108.0;
const POLE_END: f64 = 186.0;

/// The map of the course, drawn. The list of lessons beside it says the same and leads there.
#[component]
pub(crate) fn Shanyraq(props: &ShanyraqProps) -> Html {
    let lessons = props.standings.len().max(1);
    let poles: usize = props.standings.iter().map(Vec::len).sum::<usize>().max(1);
    #[expect(clippy::cast_precision_loss, reason = "a course has far fewer than 2^52 lessons")]
    let (sector_width, pole_width) = (360.0 / lessons as f64, 360.0 / poles as f64);
    #[expect(clippy::cast_precision_loss, reason = "a course has far fewer than 2^52 sections")]
    let start_of = |n: usize, width: f64| n as f64 * width;
    let sector = |(n, sections): (usize, &Vec<Standing>)| {
        let (right, total) = sections.iter().fold((0, 0), |(right, total), s| (right + s.right, total + s.total));
        let start = start_of(n, sector_width);
        html! {
            <g key={n} class="sector">
                <path class="ground" d={ring(CROWN, RIM, start + 1.0, start + sector_width - 1.0)} />
                if right > 0 {
                    <path class="filled" d={ring(CROWN, filled_to(right, total), start + 1.0, start + sector_width - 1.0)} />
                }
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
        let degrees = start_of(n, pole_width) + pole_width / 2.0;
        let d = format!("M{}L{}", on_circle(POLE_START, degrees), on_circle(POLE_END, degrees));
        html! { <path key={n} {class} {d} /> }
    };
    html! {
        <svg class="shanyraq" viewBox="-200 -200 400 400" role="img" aria-label={props.label.clone()} focusable="false">
            <circle class="sky" r="192" />
            <g class="poles">{ for props.standings.iter().flatten().enumerate().map(pole) }</g>
            <circle class="rim" r="102" />
            { for props.standings.iter().enumerate().map(sector) }
            <circle class="crown" r="56" />
            <g class="lattice">
                <path d="M-50 -22Q0 -44 50 -22M-55 -5Q0 -17 55 -5M-55 5Q0 17 55 5M-50 22Q0 44 50 22" />
                <path d="M-22 -50Q-44 0 -22 50M-5 -55Q-17 0 -5 55M5 -55Q17 0 5 55M22 -50Q44 0 22 50" />
            </g>
        </svg>
    }
}

/// How far out a sector is filled.
fn filled_to(right: usize, total: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a lesson has far fewer than 2^52 questions")]
    let share = right as f64 / total.max(1) as f64;
    CROWN + (RIM - CROWN) * share
}

/// A part of a ring between two radii and two angles. A whole turn is drawn as two halves: an arc that ends where it
/// begins is not drawn at all.
fn ring(inner: f64, outer: f64, from: f64, to: f64) -> String {
    let middle = f64::midpoint(from, to);
    let arc = |radius: f64, sweep: u8, through: f64, end: f64| {
        format!("A{radius:.1} {radius:.1} 0 0 {sweep} {}A{radius:.1} {radius:.1} 0 0 {sweep} {}", on_circle(radius, through), on_circle(radius, end))
    };
    format!("M{}{}L{}{}Z", on_circle(outer, from), arc(outer, 1, middle, to), on_circle(inner, to), arc(inner, 0, middle, from))
}
