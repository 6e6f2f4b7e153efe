//! Being asked a set of questions at a time: what a link asks for, which questions that makes, and how far it has come.
//!
//! Nothing here knows the time or throws a die. A [`Seed`] stands for chance, so that one link is one paper on every
//! machine, for ever; minutes are passed in.

mod bank;
mod draw;
mod paper;
mod request;
mod seed;
mod state;

pub use bank::{Bank, BankEntry, GoalKey};
pub use draw::LastAsked;
pub use paper::{Paper, check, final_check, review, starter};
#[cfg(feature = "ui")]
pub(crate) use request::decoded;
pub use request::{MOST_QUESTIONS, Mode, Order, Problem, Request};
pub use seed::{Generator, Seed};
pub use state::Sitting;
