//! What a learner did, and what follows from it.
//!
//! [`Event`]s are the only thing that changes [`Progress`]. Pure: the time of an event is part of the event.

mod aim;
mod attempt;
mod completion;
mod event;
mod held;
#[cfg(test)]
mod laws;
mod mastery;
pub mod passport;
mod progress;
mod record;
#[cfg(test)]
mod samples;
mod saved;
mod schedule;
mod time;

pub use aim::{Aim, Probe};
pub use attempt::{Attempt, Certainty, Verdict};
pub use completion::{Standing, standing};
pub use event::{Answer, Event};
pub use mastery::{Mastery, mastery};
pub use progress::Progress;
pub use record::Record;
pub use saved::{Loaded, load, save};
pub use schedule::Schedule;
pub use time::{Day, Minute, Moment};
