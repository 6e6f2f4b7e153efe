//! What a section is made of.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{Date, Prose, Source};
use crate::id::{ClaimId, FigureId, Text};
use crate::quiz::Question;

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "kebab-case")]
pub enum Block {
    /// Running text.
    Prose {
        /// The text.
        text: Prose,
    },
    /// A question, asked where it stands.
    Question(Rc<Question>),
    /// Events on a line.
    Timeline(Timeline),
    /// Seats of a chamber.
    Seats(Seats),
    /// What has changed since the article.
    ThenAndNow(ThenAndNow),
}

/// What kind of event a timeline shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// An act of law.
    Law,
    /// A body came into being, changed or ended.
    Institution,
    /// A person took or left an office, or spoke.
    Person,
    /// Something happened.
    Event,
}

/// An event on a timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineEvent {
    /// Its name.
    pub id: FigureId,
    /// Where it stands on the line.
    pub date: Date,
    /// The date as the reader sees it.
    pub when: Text,
    /// Two to four words.
    pub label: Text,
    /// What happened.
    pub text: Text,
    /// What kind of event it is.
    pub kind: EventKind,
    /// The claims it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<ClaimId>,
}

/// Events on a line, to walk along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    /// Its name.
    pub id: FigureId,
    /// What it shows.
    pub title: Text,
    /// What a reader who cannot see it should know of the drawing.
    pub alt: Text,
    /// The events, the earliest first.
    pub events: Vec<TimelineEvent>,
}

/// A group of seats filled in one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatPart {
    /// Its name.
    pub id: FigureId,
    /// How its seats were filled.
    pub label: Text,
    /// How many seats, 1 to 500.
    pub seats: u16,
    /// Whether it is picked out in the drawing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub marked: bool,
}

/// A chamber at one time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chamber {
    /// Its name.
    pub id: FigureId,
    /// When, or which chamber.
    pub label: Text,
    /// One sentence about it.
    pub text: Text,
    /// How its seats were filled.
    pub parts: Vec<SeatPart>,
}

impl Chamber {
    /// The number of its seats.
    pub fn total(&self) -> u32 {
        self.parts.iter().map(|part| u32::from(part.seats)).sum()
    }
}

/// Chambers, seat by seat, one beside the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seats {
    /// Its name.
    pub id: FigureId,
    /// What it shows.
    pub title: Text,
    /// What a reader who cannot see it should know of the drawing.
    pub alt: Text,
    /// The claims it rests on.
    pub claims: Vec<ClaimId>,
    /// The chambers, the earliest first.
    pub chambers: Vec<Chamber>,
}

/// What the article described, and what is so today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThenAndNow {
    /// Its name.
    pub id: FigureId,
    /// What it is about.
    pub title: Text,
    /// The time of “then”.
    pub then_when: Text,
    /// What was so.
    pub then: Text,
    /// Since when “now”.
    pub now_when: Text,
    /// What is so.
    pub now: Text,
    /// The act that changed it.
    pub act: Text,
    /// The claims it rests on.
    pub claims: Vec<ClaimId>,
    /// When “now” was last checked.
    pub checked: Date,
    /// Where it can be read up; at least one.
    pub sources: Vec<Source>,
}
