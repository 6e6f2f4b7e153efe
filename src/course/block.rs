//! What a section is made of.

use std::rc::Rc;

use super::{Date, Prose, Source};
use crate::id::{ClaimId, FigureId, Text};
use crate::quiz::Question;
use crate::wire::{wire_names, wire_struct};

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Prose(Prose),
    /// A question, asked where it stands.
    Question(Rc<Question>),
    /// Events on a line.
    Timeline(Rc<Timeline>),
    /// Seats of a chamber.
    Seats(Seats),
    /// What has changed since the article.
    ThenAndNow(ThenAndNow),
}

/// What kind of event a timeline shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub claims: Vec<ClaimId>,
}

/// Events on a line, to walk along.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatPart {
    /// Its name.
    pub id: FigureId,
    /// How its seats were filled.
    pub label: Text,
    /// How many seats, 1 to 500.
    pub seats: u16,
    /// The SVG path of its seats, in a half circle of radius 100 around the origin.
    pub drawing: Text,
    /// Whether it is picked out in the drawing.
    pub marked: bool,
}

/// A chamber at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
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

wire_names!(EventKind { Law, Institution, Person, Event });
wire_struct!(TimelineEvent { id, date, when, label, text, kind, claims });
wire_struct!(Timeline { id, title, alt, events });
