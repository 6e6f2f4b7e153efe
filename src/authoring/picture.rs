//! The pictures of questions that are answered by picking a spot: drawn from the figures of the same lesson, once all of
//! them have been read.

use std::ops::Range;
use std::rc::Rc;

use super::diagnostic::{Reports, Rule, SourceFile};
use super::seating;
use crate::course::{Block, Ladder, Lesson, Seats, Timeline};
use crate::id::{OptionId, QuestionId};
use crate::quiz::{Picture, Spot, Task};

/// A spot as the author named it.
pub(super) struct WantedSpot {
    pub(super) option: OptionId,
    pub(super) name: String,
    pub(super) at: Range<usize>,
}

/// A picture as the author named it.
pub(super) struct WantedPicture {
    pub(super) question: QuestionId,
    pub(super) figure: String,
    pub(super) at: Range<usize>,
    pub(super) spots: Vec<WantedSpot>,
}

/// A figure as a picture: its bounds, what lies behind, and the outline of each of its spots by name.
struct Drawn {
    bounds: String,
    ground: String,
    spots: Vec<(String, String)>,
}

/// Draws the pictures of a lesson into its questions. A figure or a spot that is not there is reported.
pub(super) fn draw_pictures(lesson: &mut Lesson, wanted: &[WantedPicture], file: SourceFile<'_>, reports: &Reports) {
    for wanted in wanted {
        let figure = lesson.sections.iter().flat_map(|section| &section.blocks);
        let Some(drawn) = figure.filter(|block| block.id() == Some(&*wanted.figure)).find_map(draw) else {
            let message = format!("the lesson has no figure `{}` with spots", wanted.figure);
            let remedy = "name a timeline, seats or a ladder that stands in the same lesson";
            file.error(reports, &wanted.at, Rule::UnknownId, &message, remedy);
            continue;
        };
        let mut spots = Vec::new();
        for spot in &wanted.spots {
            if let Some((_, path)) = drawn.spots.iter().find(|(name, _)| *name == spot.name) {
                spots.push(Spot { option: spot.option.clone(), path: path.as_str().into() });
            } else {
                let names: Vec<&str> = drawn.spots.iter().map(|(name, _)| &**name).collect();
                let message = format!("the figure has no spot `{}`", spot.name);
                file.error(
                    reports,
                    &spot.at,
                    Rule::UnknownId,
                    &message,
                    &format!("write one of: {}", names.join(", ")),
                );
            }
        }
        let picture = Picture { bounds: drawn.bounds.into(), ground: drawn.ground.into(), spots };
        put(lesson, &wanted.question, &picture);
    }
}

fn put(lesson: &mut Lesson, question: &QuestionId, picture: &Picture) {
    for block in lesson.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        if let Block::Question(shared) = block
            && shared.id == *question
        {
            let mut changed = (**shared).clone();
            if let Task::Pick(pick) = &mut changed.task {
                pick.picture = picture.clone();
            }
            *shared = Rc::new(changed);
        }
    }
}

fn draw(block: &Block) -> Option<Drawn> {
    match block {
        Block::Timeline(timeline) => Some(timeline_spots(timeline)),
        Block::Seats(seats) => Some(seat_spots(seats)),
        Block::Ladder(ladder) => Some(ladder_spots(ladder)),
        Block::Prose(_)
        | Block::Question(_)
        | Block::ThenAndNow(_)
        | Block::Numbers(_)
        | Block::Institution(_)
        | Block::Word(_)
        | Block::Chronicle(_)
        | Block::Again(_)
        | Block::WhoSaysSo(_)
        | Block::Teacher(_) => None,
    }
}

/// The least distance between two points of a line, centre to centre: a finger must hit one and not the other.
const LINE_STEP: usize = 48;

/// A line with a round point for each event, in even steps: what counts here is the order.
fn timeline_spots(timeline: &Timeline) -> Drawn {
    let point = |(n, event): (usize, &crate::course::TimelineEvent)| {
        let left = 8 + n * LINE_STEP;
        (event.id.to_string(), format!("M{left} 28a16 16 0 1 1 32 0a16 16 0 1 1 -32 0z"))
    };
    let width = 8 + timeline.events.len() * LINE_STEP;
    let tick = |n: usize| format!("M{} 20v16", 24 + n * LINE_STEP);
    Drawn {
        bounds: format!("0 0 {width} 56"),
        // A tick for each event, also for those that are no option.
        ground: format!("M0 28H{width}{}", (0..timeline.events.len()).map(tick).collect::<String>()),
        spots: timeline.events.iter().enumerate().map(point).collect(),
    }
}

/// How far apart two chambers stand, centre to centre.
const CHAMBER_STEP: f64 = 224.0;

fn seat_spots(seats: &Seats) -> Drawn {
    let mut spots = Vec::new();
    let mut across = 0.0;
    for chamber in &seats.chambers {
        let counts: Vec<usize> = chamber.parts.iter().map(|part| usize::from(part.seats)).collect();
        for (part, path) in chamber.parts.iter().zip(seating::drawings_at(&counts, across)) {
            spots.push((format!("{}.{}", chamber.id, part.id), path));
        }
        across += CHAMBER_STEP;
    }
    Drawn { bounds: format!("-110 -106 {} 116", across - 4.0), ground: String::new(), spots }
}

const RUNG_HEIGHT: usize = 48;

fn ladder_spots(ladder: &Ladder) -> Drawn {
    let rung = |(n, rung): (usize, &crate::course::Rung)| {
        let top = 8 + n * RUNG_HEIGHT;
        (rung.id.to_string(), format!("M24 {top}h192v32h-192z"))
    };
    let height = 8 + ladder.rungs.len() * RUNG_HEIGHT;
    Drawn {
        bounds: format!("0 0 240 {height}"),
        ground: format!("M16 0V{height}M224 0V{height}"),
        spots: ladder.rungs.iter().enumerate().map(rung).collect(),
    }
}
