//! A timeline to walk along: a line drawn to scale, and the events as cards in a row. The row scrolls by hand; the two
//! buttons are moved by the boot script (`static/boot.js`), which also keeps the mark where one is.

use yew::prelude::*;

use super::captioned::captioned;
use crate::course::{Date, EventKind, Timeline, TimelineEvent, Words, fill};
use crate::id::Text;
use crate::ui::figures::tenths;

/// A timeline.
pub(super) fn timeline(words: &Words, figure: &Timeline) -> Html {
    let total = figure.events.len();
    let button = |class: &'static str, label: &Text, is_at_end: bool| {
        html! {
            <button type="button" {class} aria-disabled={is_at_end.then_some("true")}>{ AttrValue::from(label.clone()) }</button>
        }
    };
    let card = |(n, event): (usize, &TimelineEvent)| {
        html! {
            <li key={event.id.as_str()} class={kind_class(event.kind, n == 0)} aria-current={(n == 0).then_some("step")}>
                <p class="when">{ AttrValue::from(event.when.clone()) }</p>
                <h3>{ AttrValue::from(event.label.clone()) }</h3>
                <p>{ AttrValue::from(event.text.clone()) }</p>
                <p class="kind">{ AttrValue::from(kind_words(words, event.kind).clone()) }</p>
            </li>
        }
    };
    let number = fill(&words.event_number, &[("n", &1), ("total", &total)]);
    // The boot script puts the number in place of the sign.
    let numbers = fill(&words.event_number, &[("n", &"#"), ("total", &total)]);
    let inner = html! {
        <>
            { line(&figure.events) }
            <ol tabindex="0" aria-label={AttrValue::from(figure.title.clone())}>{ for figure.events.iter().enumerate().map(card) }</ol>
            <div class="walk">
                { button("earlier", &words.earlier, true) }
                <span data-text={numbers}>{ number }</span>
                { button("later", &words.later, total < 2) }
            </div>
            <p class="announcer" role="status"></p>
        </>
    };
    captioned("timeline", &figure.id, &figure.title, &figure.alt, inner)
}

fn kind_class(kind: EventKind, is_current: bool) -> String {
    let class = kind_name(kind);
    if is_current { format!("{class} current") } else { class.to_owned() }
}

/// The class of a kind of event.
pub(super) fn kind_name(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Law => "law",
        EventKind::Institution => "institution",
        EventKind::Person => "person",
        EventKind::Event => "event",
    }
}

/// The outline of the mark of an event. Each kind has its own: colour alone tells nobody anything.
pub(super) fn shape(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Law => "M-8 -8h16v16h-16z",
        EventKind::Institution => "M0 -11l10 19h-20z",
        EventKind::Person => "M0 -11l10 11l-10 11l-10 -11z",
        EventKind::Event => "M-9 0a9 9 0 1 1 18 0a9 9 0 1 1 -18 0z",
    }
}

/// What a kind of event is called.
pub(super) fn kind_words(words: &Words, kind: EventKind) -> &Text {
    match kind {
        EventKind::Law => &words.event_law,
        EventKind::Institution => &words.event_institution,
        EventKind::Person => &words.event_person,
        EventKind::Event => &words.event_event,
    }
}

/// The ends of the line, in tenths of a unit of the drawing.
const LEFT: usize = 200;
const WIDTH: usize = 6000;

/// The line with its events, to scale. Decoration: the cards say the same.
fn line(events: &[TimelineEvent]) -> Html {
    let days: Vec<usize> = events.iter().map(|event| day(event.date)).collect();
    let first = days.first().copied().unwrap_or_default();
    let span = days.last().map_or(1, |last| last.saturating_sub(first)).max(1);
    let x = |n: usize| days.get(n).map_or(LEFT, |day| LEFT + WIDTH * day.saturating_sub(first) / span);
    let mark = |(n, event): (usize, &TimelineEvent)| {
        let class = kind_class(event.kind, n == 0);
        html! { <path key={n} {class} d={shape(event.kind)} transform={format!("translate({} 26)", tenths(x(n)))} /> }
    };
    let year_at = |n: usize, anchor: &'static str| {
        events
            .get(n)
            .map(|event| html! { <text x={tenths(x(n))} y="60" text-anchor={anchor}>{ event.date.year }</text> })
    };
    let last = events.len().saturating_sub(1);
    html! {
        <svg class="line" viewBox="0 0 640 68" aria-hidden="true" focusable="false">
            <path class="axis" d="M20 26H620" />
            { for events.iter().enumerate().map(mark) }
            { year_at(0, "start") }
            { year_at(last, "end") }
        </svg>
    }
}

/// A date as a point on the line: days of a calendar whose months have 31.
fn day(date: Date) -> usize {
    let from_one = |part: Option<u8>| usize::from(part.unwrap_or(1)).saturating_sub(1);
    (usize::from(date.year) * 12 + from_one(date.month)) * 31 + from_one(date.day)
}
