//! What a section is made of.

use std::rc::Rc;

use super::{Chronicle, Date, Institution, Prose, Source, Strand, Word};
use crate::id::{ClaimId, FigureId, LessonId, Text};
use crate::quiz::Question;

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Prose(Prose),
    /// A question, asked where it stands.
    Question(Rc<Question>),
    /// Events on a line.
    Timeline(Timeline),
    /// Seats of a chamber.
    Seats(Seats),
    /// What has changed since the article.
    ThenAndNow(ThenAndNow),
    /// Legal acts, the highest first.
    Ladder(Ladder),
    /// The same thing counted by several.
    Numbers(Numbers),
    /// A body and those around it.
    Institution(Institution),
    /// A word that changed.
    Word(Word),
    /// All events of the course, and what was so when. On the page of figures alone.
    Chronicle(Chronicle),
    /// A figure of a lesson, shown again. On the page of figures alone.
    Again(Again),
    /// A source, weighed.
    WhoSaysSo(WhoSaysSo),
    /// A plan for the teacher.
    Teacher(Teacher),
}

impl Block {
    /// The running text, if it is that.
    pub fn prose(&self) -> Option<&Prose> {
        if let Self::Prose(text) = self { Some(text) } else { None }
    }

    /// Its name; prose has none.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Prose(_) => None,
            Self::Question(question) => Some(question.id.as_str()),
            Self::Timeline(figure) => Some(figure.id.as_str()),
            Self::Seats(figure) => Some(figure.id.as_str()),
            Self::ThenAndNow(change) => Some(change.id.as_str()),
            Self::Ladder(figure) => Some(figure.id.as_str()),
            Self::Numbers(figure) => Some(figure.id.as_str()),
            Self::Institution(figure) => Some(figure.id.as_str()),
            Self::Word(figure) => Some(figure.id.as_str()),
            Self::Chronicle(figure) => Some(figure.id.as_str()),
            Self::Again(again) => Some(again.figure.as_str()),
            Self::WhoSaysSo(card) => Some(card.id.as_str()),
            Self::Teacher(plan) => Some(plan.id.as_str()),
        }
    }

    /// The question, if it is one.
    pub fn question(&self) -> Option<&Rc<Question>> {
        match self {
            Self::Question(question) => Some(question),
            Self::Prose(_)
            | Self::Timeline(_)
            | Self::Seats(_)
            | Self::ThenAndNow(_)
            | Self::Ladder(_)
            | Self::Numbers(_)
            | Self::Institution(_)
            | Self::Word(_)
            | Self::Chronicle(_)
            | Self::Again(_)
            | Self::WhoSaysSo(_)
            | Self::Teacher(_) => None,
        }
    }

    /// The claims that it names.
    pub fn claims(&self) -> Vec<&ClaimId> {
        match self {
            Self::Prose(_) | Self::Again(_) | Self::Teacher(_) => Vec::new(),
            Self::Question(question) => question.claims.iter().collect(),
            Self::Timeline(timeline) => timeline.events.iter().flat_map(|event| &event.claims).collect(),
            Self::Seats(seats) => seats.claims.iter().collect(),
            Self::ThenAndNow(change) => change.claims.iter().collect(),
            Self::Ladder(ladder) => {
                let acts = ladder.rungs.iter().flat_map(|rung| &rung.acts);
                ladder.claims.iter().chain(acts.flat_map(|act| &act.claims)).collect()
            }
            Self::Numbers(numbers) => {
                numbers.claims.iter().chain(numbers.rows.iter().flat_map(|row| &row.claims)).collect()
            }
            Self::Institution(figure) => figure.claims.iter().chain(of_spans(figure.parts())).collect(),
            Self::Word(figure) => figure.claims.iter().collect(),
            Self::Chronicle(figure) => {
                let events = figure.events.iter().flat_map(|event| &event.claims);
                of_spans(figure.strands.iter()).chain(events).collect()
            }
            Self::WhoSaysSo(card) => card.claims.iter().collect(),
        }
    }
}

fn of_spans<'a>(strands: impl Iterator<Item = &'a Strand>) -> impl Iterator<Item = &'a ClaimId> {
    strands.flat_map(|strand| &strand.spans).flat_map(|span| &span.claims)
}

/// A figure of a lesson, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// The lesson.
    pub lesson: LessonId,
    /// The figure.
    pub figure: FigureId,
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
    /// When it wants checking again.
    pub review_by: Option<Date>,
    /// Where it can be read up; at least one.
    pub sources: Vec<Source>,
}

/// A legal act on its rung.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// Its name.
    pub id: FigureId,
    /// What it is called.
    pub label: Text,
    /// What became of it.
    pub fate: Text,
    /// The claims it rests on.
    pub claims: Vec<ClaimId>,
}

/// A rung of the ladder: acts of equal force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// Its name.
    pub id: FigureId,
    /// What such acts are called.
    pub label: Text,
    /// One sentence about them.
    pub text: Text,
    /// The acts that stand on it.
    pub acts: Vec<Act>,
}

/// Legal acts by their force, the highest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// Its name.
    pub id: FigureId,
    /// What it shows.
    pub title: Text,
    /// What a reader who cannot see it should know of the drawing.
    pub alt: Text,
    /// The claims it rests on.
    pub claims: Vec<ClaimId>,
    /// The rungs, the highest first.
    pub rungs: Vec<Rung>,
}

/// What someone counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Its name.
    pub id: FigureId,
    /// How many.
    pub value: u16,
    /// Of what.
    pub what: Text,
    /// The name of what is counted: numbers of the same are drawn to one scale.
    pub unit: FigureId,
    /// Who counted.
    pub who: Text,
    /// When, as the reader sees it.
    pub when: Text,
    /// One sentence about it.
    pub text: Text,
    /// The claims it rests on.
    pub claims: Vec<ClaimId>,
    /// Where it can be read up.
    pub sources: Vec<Source>,
}

/// The same thing counted by several, side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// Its name.
    pub id: FigureId,
    /// What it shows.
    pub title: Text,
    /// What a reader who cannot see it should know of the drawing.
    pub alt: Text,
    /// The claims it rests on.
    pub claims: Vec<ClaimId>,
    /// Who counted what.
    pub rows: Vec<Count>,
}

/// A source, weighed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhoSaysSo {
    /// Its name.
    pub id: FigureId,
    /// What it is about.
    pub title: Text,
    /// Who wrote or said it.
    pub who: Text,
    /// When.
    pub when: Text,
    /// In what interest.
    pub interest: Text,
    /// What is left out.
    pub missing: Text,
    /// Where to look for a second opinion.
    pub second_opinion: Text,
    /// The claims it rests on.
    pub claims: Vec<ClaimId>,
}

/// What pupils often believe, and what to say to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misconception {
    /// The belief.
    pub belief: Text,
    /// The reply.
    pub reply: Text,
}

/// A lesson of 40 minutes, planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Teacher {
    /// Its name.
    pub id: FigureId,
    /// What the lesson is for.
    pub aims: Vec<Text>,
    /// Step by step, where pupils have devices.
    pub with_devices: Vec<Text>,
    /// Step by step, where they have none.
    pub without_devices: Vec<Text>,
    /// Beliefs to reckon with.
    pub misconceptions: Vec<Misconception>,
}
