//! Journeys through the finished course, in real browsers.
//!
//! This library is what the journeys in `tests/` stand on: a browser of any engine ([`Browser`]), a visit to a site
//! with it ([`Visit`]), the built course ([`Dist`]). It knows WebDriver and the pages; it decides nothing.

mod browser;
mod dist;
mod driver;
mod engine;
mod visit;

pub use browser::Browser;
pub use dist::{Dist, LANGUAGES, Lesson};
pub use driver::temporary;
pub use engine::Engine;
pub use visit::Visit;
