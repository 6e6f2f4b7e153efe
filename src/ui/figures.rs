//! Drawn figures: SVG made here, in the colours of the theme, each with a text that says the same.

mod emblem;
mod seats;
mod shanyraq;
mod then_and_now;
mod timeline;

pub(super) use emblem::Emblem;
pub(super) use seats::SeatsFigure;
pub(super) use shanyraq::Shanyraq;
pub(super) use then_and_now::ThenAndNowBox;
pub(super) use timeline::TimelineFigure;

/// A point on a circle around the origin; the angle in degrees, clockwise from the top. Rounded to a tenth, so that
/// the prerenderer and the browser write the same digits.
fn on_circle(radius: f64, degrees: f64) -> String {
    let (sin, cos) = degrees.to_radians().sin_cos();
    format!("{:.1} {:.1}", radius * sin, -radius * cos)
}
