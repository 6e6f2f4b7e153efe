//! Journeys through the finished course, in real browsers.
//!
//! This library is what the journeys in `tests/` stand on: a browser of any engine ([`Browser`]), a visit to a site
//! with it ([`Visit`]), a pupil at a lesson ([`Pupil`]), the built course ([`Dist`]). It knows WebDriver and the pages;
//! what is to be seen there, the journeys say.

pub mod axe;
mod browser;
mod console;
mod dist;
mod driver;
mod engine;
mod journey;
pub mod picture;
pub mod pupil;
mod recorder;
mod temporary;
mod visit;

pub use axe::Axe;
pub use browser::Browser;
pub use dist::{Dist, LANGUAGES, Lesson, fill, in_brotli, word};
pub use driver::free_port;
pub use engine::Engine;
pub use journey::{Failure, travel};
pub use pupil::Pupil;
pub use temporary::Temporary;
pub use visit::{Told, Visit};
