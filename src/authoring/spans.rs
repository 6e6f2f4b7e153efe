//! The fences of what was so for a time: the chronicle of the course, and an institution through the years.

use super::diagnostic::Rule;
use super::fence::{self, alt};
use super::figures::event;
use super::lesson::Context;
use super::reader::Reader;
use crate::course::{Block, Chronicle, Institution, Span, Strand};
use crate::id::FigureId;

/// The years that can be chosen.
const YEARS: std::ops::RangeInclusive<u16> = 1..=9_999;

/// Tiers of an institution: as many as a phone shows at a glance.
const TIERS: std::ops::RangeInclusive<u16> = 1..=6;

pub(super) fn chronicle(figure: &Reader<'_>, context: &Context<'_>) -> Option<Block> {
    let (id, title, alt, year) = (figure.id("id"), figure.words("title"), alt(figure), figure.number("year", YEARS));
    let strands = figure.tables("strands", "a strand", |table| strand(table, "spans", context));
    let events: Vec<_> = figure.tables("events", "an event", |table| {
        fence::claims_needed(table);
        event(table, context)
    });
    let strands: Vec<_> = strands.into_iter().flatten().collect();
    if strands.is_empty() {
        figure.error("strands", Rule::OutOfBounds, "nothing is in force here", "write [[strands]] with their `spans`");
    }
    Some(Block::Chronicle(Chronicle {
        id: FigureId::from(id?),
        title: title.unwrap_or_default(),
        alt: alt.unwrap_or_default(),
        year: year?,
        strands,
        events: events.into_iter().flatten().collect(),
    }))
}

pub(super) fn institution(figure: &Reader<'_>, context: &Context<'_>) -> Option<Block> {
    let (id, title, alt, year) = (figure.id("id"), figure.words("title"), alt(figure), figure.number("year", YEARS));
    let claims = fence::claims(figure, context);
    let parts = figure.tables("parts", "a part of an institution", |table| {
        let tier = table.number("tier", TIERS);
        let strand = strand(table, "spans", context);
        Some((tier?, strand?))
    });
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    if parts.is_empty() || !parts.is_sorted_by_key(|(tier, _)| *tier) {
        let remedy = "write [[parts]] with their `tier`, the highest tier first";
        figure.error("parts", Rule::OutOfBounds, "these parts make no institution", remedy);
    }
    let tiers = parts.chunk_by(|(a, _), (b, _)| a == b);
    Some(Block::Institution(Institution {
        id: FigureId::from(id?),
        title: title.unwrap_or_default(),
        alt: alt.unwrap_or_default(),
        year: year?,
        claims,
        tiers: tiers.map(|tier| tier.iter().map(|(_, strand)| strand.clone()).collect()).collect(),
    }))
}

/// What followed one another.
fn strand(table: &Reader<'_>, key: &str, context: &Context<'_>) -> Option<Strand> {
    let (id, label) = (table.id("id"), table.words("label"));
    let spans = table.tables(key, "a span", |span| {
        let (id, from, until) = (span.id("id"), span.date("from"), span.optional_date("until"));
        let label = span.words("label");
        let (text, unsure) = (span.optional_words("text"), span.optional_words("unsure"));
        let claims = fence::claims(span, context);
        let sources = span.sources();
        Some(Span {
            id: FigureId::from(id?),
            from: from?,
            until,
            label: label.unwrap_or_default(),
            text: text.unwrap_or_default(),
            unsure,
            claims,
            sources,
        })
    });
    let spans: Vec<_> = spans.into_iter().flatten().collect();
    let is_forward = spans.iter().all(|span| span.until.is_none_or(|until| span.from < until));
    let follow = |pair: &[Span]| match pair {
        [before, after] => before.until.is_some_and(|until| until <= after.from),
        _ => true,
    };
    if spans.is_empty() || !is_forward || !spans.windows(2).all(follow) {
        let remedy = "write one after the other, the earliest first, each but the last with the `until` of its end";
        table.error(key, Rule::OutOfBounds, "these spans do not follow one another", remedy);
    }
    Some(Strand { id: FigureId::from(id?), label: label.unwrap_or_default(), spans })
}
