//! The fences of things to look at: timelines, seats, ladders, numbers, and boxes “then and now”.
//!
//! Words that are missing are reported and left empty, so that nothing else is said of them.

use super::diagnostic::Rule;
use super::fence::{self, alt, known_claims};
use super::lesson::Context;
use super::reader::Reader;
use super::seating::drawings;
use crate::course::{
    Act, Block, Chamber, Count, EventKind, Ladder, Numbers, Rung, SeatPart, Seats, ThenAndNow, Timeline, TimelineEvent,
};
use crate::id::FigureId;

const EVENT_KINDS: &[(&str, EventKind)] = &[
    ("law", EventKind::Law),
    ("institution", EventKind::Institution),
    ("person", EventKind::Person),
    ("event", EventKind::Event),
];

pub(super) fn timeline(figure: &Reader<'_>, context: &Context<'_>) -> Option<Block> {
    let (id, title, alt) = (figure.id("id"), figure.words("title"), alt(figure));
    let events = figure.tables("events", "an event", |table| event(table, context));
    let events: Vec<_> = events.into_iter().flatten().collect();
    if events.len() < 2 || !events.is_sorted_by_key(|event| event.date) {
        let remedy = "write at least two [[events]], the earliest first";
        figure.error("events", Rule::OutOfBounds, "these events make no line", remedy);
    }
    let (title, alt) = (title.unwrap_or_default(), alt.unwrap_or_default());
    Some(Block::Timeline(Timeline { id: FigureId::from(id?), title, alt, events }))
}

/// An event of a timeline.
pub(super) fn event(event: &Reader<'_>, context: &Context<'_>) -> Option<TimelineEvent> {
    let (id, date, kind) = (event.id("id"), event.date("date"), event.one_of("kind", EVENT_KINDS));
    let (when, label, text) = (event.words("when"), event.words("label"), event.words("text"));
    let claims = known_claims(event.ids("claims"), event, context);
    Some(TimelineEvent {
        id: FigureId::from(id?),
        date: date?,
        when: when.unwrap_or_default(),
        label: label.unwrap_or_default(),
        text: text.unwrap_or_default(),
        kind: kind?,
        claims,
    })
}

pub(super) fn seats(figure: &Reader<'_>, context: &Context<'_>) -> Option<Block> {
    let (id, title, alt) = (figure.id("id"), figure.words("title"), alt(figure));
    let claims = fence::claims(figure, context);
    let chambers = figure.tables("chambers", "a chamber", |chamber| {
        let (id, label, text) = (chamber.id("id"), chamber.words("label"), chamber.words("text"));
        let parts = chamber.tables("parts", "a part of a chamber", |part| {
            let (id, label, seats) = (part.id("id"), part.words("label"), part.number("seats", 1..=500));
            let (label, marked) = (label.unwrap_or_default(), part.flag("marked"));
            Some(SeatPart { id: FigureId::from(id?), label, seats: seats?, drawing: "".into(), marked })
        });
        let mut parts: Vec<_> = parts.into_iter().flatten().collect();
        let counts: Vec<usize> = parts.iter().map(|part| usize::from(part.seats)).collect();
        for (part, drawing) in parts.iter_mut().zip(drawings(&counts)) {
            part.drawing = drawing.into();
        }
        let (label, text) = (label.unwrap_or_default(), text.unwrap_or_default());
        Some(Chamber { id: FigureId::from(id?), label, text, parts })
    });
    let chambers: Vec<_> = chambers.into_iter().flatten().collect();
    if chambers.is_empty() || chambers.iter().any(|chamber| chamber.parts.is_empty()) {
        figure.error("chambers", Rule::OutOfBounds, "there are no seats here", "write [[chambers]] with their `parts`");
    }
    let (title, alt) = (title.unwrap_or_default(), alt.unwrap_or_default());
    Some(Block::Seats(Seats { id: FigureId::from(id?), title, alt, claims, chambers }))
}

pub(super) fn then_and_now(figure: &Reader<'_>, context: &Context<'_>) -> Option<Block> {
    let (id, title) = (figure.id("id"), figure.words("title"));
    let (then_when, then) = (figure.words("then-when"), figure.words("then"));
    let (now_when, now) = (figure.words("now-when"), figure.words("now"));
    let act = figure.words("act");
    let claims = fence::claims(figure, context);
    let checked = figure.date("checked");
    let review_by = figure.review_by(context.today);
    let sources = figure.sources();
    if sources.is_empty() {
        let remedy = "write sources = [ { title = …, url = … } ]: a pupil may want to look it up";
        figure.error("sources", Rule::MissingKey, "what is so today needs a source", remedy);
    }
    Some(Block::ThenAndNow(ThenAndNow {
        id: FigureId::from(id?),
        title: title.unwrap_or_default(),
        then_when: then_when.unwrap_or_default(),
        then: then.unwrap_or_default(),
        now_when: now_when.unwrap_or_default(),
        now: now.unwrap_or_default(),
        act: act.unwrap_or_default(),
        claims,
        checked: checked?,
        review_by,
        sources,
    }))
}

pub(super) fn ladder(figure: &Reader<'_>, context: &Context<'_>) -> Option<Block> {
    let (id, title, alt) = (figure.id("id"), figure.words("title"), alt(figure));
    let claims = fence::claims(figure, context);
    let rungs = figure.tables("rungs", "a rung", |rung| {
        let (id, label, text) = (rung.id("id"), rung.words("label"), rung.words("text"));
        let acts = rung.tables("acts", "an act", |act| {
            let (id, label, fate) = (act.id("id"), act.words("label"), act.words("fate"));
            let claims = known_claims(act.ids("claims"), act, context);
            let (label, fate) = (label.unwrap_or_default(), fate.unwrap_or_default());
            Some(Act { id: FigureId::from(id?), label, fate, claims })
        });
        let (label, text) = (label.unwrap_or_default(), text.unwrap_or_default());
        Some(Rung { id: FigureId::from(id?), label, text, acts: acts.into_iter().flatten().collect() })
    });
    let rungs: Vec<_> = rungs.into_iter().flatten().collect();
    if rungs.len() < 2 {
        figure.error(
            "rungs",
            Rule::OutOfBounds,
            "this is no ladder",
            "write at least two [[rungs]], the highest first",
        );
    }
    let (title, alt) = (title.unwrap_or_default(), alt.unwrap_or_default());
    Some(Block::Ladder(Ladder { id: FigureId::from(id?), title, alt, claims, rungs }))
}

pub(super) fn numbers(figure: &Reader<'_>, context: &Context<'_>) -> Option<Block> {
    let (id, title, alt) = (figure.id("id"), figure.words("title"), alt(figure));
    let claims = fence::claims(figure, context);
    let rows = figure.tables("rows", "a number", |row| {
        let (id, value, what) = (row.id("id"), row.number("value", 0..=u16::MAX), row.words("what"));
        let unit = if row.has("unit") { row.id("unit") } else { None };
        row.ask("unit");
        let (who, when, text) = (row.words("who"), row.words("when"), row.words("text"));
        let claims = known_claims(row.ids("claims"), row, context);
        let sources = row.sources();
        Some(Count {
            id: FigureId::from(id?),
            value: value?,
            what: what.unwrap_or_default(),
            unit: FigureId::from(unit.unwrap_or_default()),
            who: who.unwrap_or_default(),
            when: when.unwrap_or_default(),
            text: text.unwrap_or_default(),
            claims,
            sources,
        })
    });
    let rows: Vec<_> = rows.into_iter().flatten().collect();
    if rows.len() < 2 {
        figure.error("rows", Rule::OutOfBounds, "there is nothing to compare", "write at least two [[rows]]");
    }
    let (title, alt) = (title.unwrap_or_default(), alt.unwrap_or_default());
    Some(Block::Numbers(Numbers { id: FigureId::from(id?), title, alt, claims, rows }))
}
