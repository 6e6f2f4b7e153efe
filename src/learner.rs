//! What a learner did, and what follows from it.
//!
//! [`Event`]s are the only thing that changes [`Progress`]. Pure: the time of an event is part of the event.

mod completion;
mod event;
mod progress;
mod saved;
mod time;

pub use completion::{Standing, standing};
pub use event::Event;
pub use progress::{Answer, Progress, Verdict};
pub use saved::{Loaded, load, save};
pub use time::Timestamp;
