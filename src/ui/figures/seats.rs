//! A chamber, seat by seat, in a half circle: one path for each way in which seats were filled.

use yew::prelude::*;

use crate::course::{Chamber, Seats};
use crate::ui::setting::use_setting;

/// What [`SeatsFigure`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SeatsFigureProps {
    /// The chambers.
    pub figure: Seats,
}

/// Chambers, one beside the other.
#[component]
pub(crate) fn SeatsFigure(props: &SeatsFigureProps) -> Html {
    let SeatsFigureProps { figure } = props;
    let setting = use_setting();
    let words = setting.words();
    let chamber = |chamber: &Chamber| {
        let counts: Vec<usize> = chamber.parts.iter().map(|part| usize::from(part.seats)).collect();
        let total: usize = counts.iter().sum();
        let drawn = paths(&counts);
        let label: Vec<String> = chamber.parts.iter().map(|part| format!("{}: {}", part.label, part.seats)).collect();
        let class = |n: usize, marked: bool| if marked { "part marked".to_owned() } else { format!("part tone-{}", n % 3 + 1) };
        html! {
            <div key={chamber.id.as_str()} class="chamber">
                <h4>{ AttrValue::from(chamber.label.clone()) }</h4>
                <svg viewBox="-110 -106 220 116" role="img" aria-label={format!("{}. {}", chamber.label, label.join("; "))} focusable="false">
                    { for drawn.into_iter().zip(&chamber.parts).enumerate().map(|(n, (d, part))| html! { <path key={n} class={class(n, part.marked)} {d} /> }) }
                    <text y="2" text-anchor="middle">{ total }</text>
                </svg>
                <ul>
                    { for chamber.parts.iter().enumerate().map(|(n, part)| html! {
                        <li key={n}>
                            <svg class="swatch" viewBox="-6 -6 12 12" aria-hidden="true" focusable="false"><path class={class(n, part.marked)} d={seat(0.0, 0.0, 4.6)} /></svg>
                            <span>{ AttrValue::from(part.label.clone()) }{ " – " }<strong>{ words.count(&words.seats, part.seats.into()) }</strong></span>
                        </li>
                    }) }
                </ul>
                <p>{ AttrValue::from(chamber.text.clone()) }</p>
            </div>
        }
    };
    html! {
        <figure class="seats" id={figure.id.to_string()}>
            <figcaption><strong>{ AttrValue::from(figure.title.clone()) }</strong><span>{ AttrValue::from(figure.alt.clone()) }</span></figcaption>
            <div class="chambers">{ for figure.chambers.iter().map(chamber) }</div>
        </figure>
    }
}

const OUTER: f64 = 100.0;
const INNER: f64 = 46.0;
/// The size of a seat against the distance between rows: a little air stays.
const FILL: f64 = 0.4;

/// One path for each part, its seats side by side from left to right.
fn paths(counts: &[usize]) -> Vec<String> {
    let total = counts.iter().sum();
    let (places, radius) = places(total);
    let mut places = places.into_iter();
    counts.iter().map(|count| places.by_ref().take(*count).map(|(x, y)| seat(x, y, radius)).collect()).collect()
}

/// A seat as a closed path, a circle in two arcs.
fn seat(x: f64, y: f64, radius: f64) -> String {
    format!("M{:.1} {y:.1}a{radius:.1} {radius:.1} 0 1 1 {:.1} 0a{radius:.1} {radius:.1} 0 1 1 {:.1} 0z", x - radius, radius * 2.0, -radius * 2.0)
}

/// Where the seats stand, from left to right, and their radius. As few rows as give room to all.
#[expect(clippy::cast_precision_loss, reason = "a chamber has at most some thousand seats")]
fn places(total: usize) -> (Vec<(f64, f64)>, f64) {
    let rows = (2..12).find(|rows| capacity(*rows) >= total).unwrap_or(12);
    let gap = gap(rows);
    let radii: Vec<f64> = (0..rows).map(|row| INNER + row as f64 * gap).collect();
    let length: f64 = radii.iter().sum();
    let mut left = total;
    let mut seats: Vec<(f64, f64)> = Vec::with_capacity(total);
    for (row, radius) in radii.iter().enumerate() {
        let is_last = row + 1 == rows;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of the seats, at least nought")]
        let share = if is_last { left } else { ((total as f64 * radius / length).round() as usize).min(left) };
        left -= share;
        let step = std::f64::consts::PI / (share.max(2) - 1) as f64;
        seats.extend((0..share).map(|n| (std::f64::consts::PI - step * n as f64, *radius)));
    }
    // From left to right by angle, the outer row first where two stand at one angle.
    seats.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1)));
    (seats.into_iter().map(|(angle, radius)| (radius * angle.cos(), -radius * angle.sin())).collect(), gap * FILL)
}

#[expect(clippy::cast_precision_loss, reason = "a dozen rows")]
fn gap(rows: usize) -> f64 {
    (OUTER - INNER) / (rows.max(2) - 1) as f64
}

/// How many seats fit into so many rows.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small, and at least nought")]
fn capacity(rows: usize) -> usize {
    let gap = gap(rows);
    (0..rows).map(|row| (std::f64::consts::PI * (INNER + row as f64 * gap) / gap) as usize + 1).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_seat_is_drawn_once() {
        for counts in [vec![67, 10], vec![98, 9], vec![1], vec![145], vec![500]] {
            let drawn: Vec<usize> = paths(&counts).iter().map(|path| path.matches('M').count()).collect();
            assert_eq!(drawn, counts);
        }
    }

    #[test]
    fn seats_do_not_overlap() {
        for total in [9, 77, 107, 145] {
            let (places, radius) = places(total);
            for (n, a) in places.iter().enumerate() {
                for b in &places[n + 1..] {
                    let distance = (a.0 - b.0).hypot(a.1 - b.1);
                    assert!(distance > radius * 1.9, "{total} seats: {distance:.1} apart, radius {radius:.1}");
                }
            }
        }
    }
}
