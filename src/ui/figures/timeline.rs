//! A timeline to walk along: a line drawn to scale, and the events as cards in a row. The row scrolls by hand or by
//! the two buttons; without the program it scrolls all the same.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollBehavior, ScrollToOptions};
use yew::prelude::*;

use super::tenths;
use crate::course::{Date, EventKind, Timeline, TimelineEvent, Words, fill};
use crate::ui::setting::use_setting;
use crate::ui::shared::Shared;

/// What [`TimelineFigure`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TimelineFigureProps {
    /// The timeline.
    pub figure: Shared<Timeline>,
}

/// A timeline.
#[component]
pub(crate) fn TimelineFigure(props: &TimelineFigureProps) -> Html {
    let TimelineFigureProps { figure } = props;
    let setting = use_setting();
    let words = setting.words();
    let at = use_state(|| 0usize);
    let row = use_node_ref();
    let total = figure.events.len();
    let walk = {
        let (at, row, session) = (at.clone(), row.clone(), setting.session.clone());
        let spoken: Vec<String> =
            figure.events.iter().map(|event| format!("{}. {}. {}", event.when, event.label, event.text)).collect();
        move |to: usize| {
            at.set(to);
            bring_into_view(&row, to);
            if let Some(text) = spoken.get(to) {
                session.announce(text);
            }
        }
    };
    let earlier = at.checked_sub(1);
    let later = Some(*at + 1).filter(|later| *later < total);
    let button = |to: Option<usize>, label: &crate::id::Text, class: &'static str| {
        let walk = walk.clone();
        let onclick = Callback::from(move |_: MouseEvent| to.into_iter().for_each(&walk));
        html! {
            <button type="button" {class} aria-disabled={to.is_none().then_some("true")} {onclick}>
                { AttrValue::from(label.clone()) }
            </button>
        }
    };
    // Scrolling by hand moves the mark on the line too.
    let onscroll = {
        let (at, row) = (at.clone(), row.clone());
        Callback::from(move |_: Event| {
            if let Some(nearest) = nearest(&row).filter(|nearest| *nearest != *at) {
                at.set(nearest);
            }
        })
    };
    let card = |(n, event): (usize, &TimelineEvent)| {
        html! {
            <li key={event.id.as_str()} class={kind_class(event.kind, n == *at)} aria-current={(n == *at).then_some("step")}>
                <p class="when">{ AttrValue::from(event.when.clone()) }</p>
                <h3>{ AttrValue::from(event.label.clone()) }</h3>
                <p>{ AttrValue::from(event.text.clone()) }</p>
                <p class="kind">{ AttrValue::from(kind_words(words, event.kind).clone()) }</p>
            </li>
        }
    };
    html! {
        <figure class="timeline" id={figure.id.to_string()}>
            <figcaption><strong>{ AttrValue::from(figure.title.clone()) }</strong><span>{ AttrValue::from(figure.alt.clone()) }</span></figcaption>
            { line(&figure.events, *at) }
            <ol ref={row} tabindex="0" aria-label={AttrValue::from(figure.title.clone())} {onscroll}>{ for figure.events.iter().enumerate().map(card) }</ol>
            <div class="walk">
                { button(earlier, &words.earlier, "earlier") }
                <span>{ fill(&words.event_number, &[("n", &(*at + 1)), ("total", &total)]) }</span>
                { button(later, &words.later, "later") }
            </div>
        </figure>
    }
}

fn kind_class(kind: EventKind, is_current: bool) -> &'static str {
    match (kind, is_current) {
        (EventKind::Law, false) => "law",
        (EventKind::Law, true) => "law current",
        (EventKind::Institution, false) => "institution",
        (EventKind::Institution, true) => "institution current",
        (EventKind::Person, false) => "person",
        (EventKind::Person, true) => "person current",
        (EventKind::Event, false) => "event",
        (EventKind::Event, true) => "event current",
    }
}

fn kind_words(words: &Words, kind: EventKind) -> &crate::id::Text {
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
fn line(events: &[TimelineEvent], at: usize) -> Html {
    let days: Vec<usize> = events.iter().map(|event| day(event.date)).collect();
    let first = days.first().copied().unwrap_or_default();
    let span = days.last().map_or(1, |last| last.saturating_sub(first)).max(1);
    let x = |n: usize| days.get(n).map_or(LEFT, |day| LEFT + WIDTH * day.saturating_sub(first) / span);
    let mark = |(n, event): (usize, &TimelineEvent)| {
        let class = kind_class(event.kind, n == at);
        // Each kind has its own shape: colour alone tells nobody anything.
        let d = match event.kind {
            EventKind::Law => "M-8 -8h16v16h-16z",
            EventKind::Institution => "M0 -11l10 19h-20z",
            EventKind::Person => "M0 -11l10 11l-10 11l-10 -11z",
            EventKind::Event => "M-9 0a9 9 0 1 1 18 0a9 9 0 1 1 -18 0z",
        };
        html! { <path key={n} {class} {d} transform={format!("translate({} 26)", tenths(x(n)))} /> }
    };
    let year_at = |n: usize, anchor: &'static str| {
        events
            .get(n)
            .map(|event| html! { <text x={tenths(x(n))} y="60" text-anchor={anchor}>{ event.date.year }</text> })
    };
    let last = events.len().saturating_sub(1);
    let has_room = |n: usize| x(n) > LEFT + WIDTH / 8 && x(n) < LEFT + WIDTH * 7 / 8;
    html! {
        <svg class="line" viewBox="0 0 640 68" aria-hidden="true" focusable="false">
            <path class="axis" d="M20 26H620" />
            { for events.iter().enumerate().map(mark) }
            { year_at(0, "start") }
            { year_at(last, "end") }
            if has_room(at) { { year_at(at, "middle") } }
        </svg>
    }
}

/// A date as a point on the line: days of a calendar whose months have 31.
fn day(date: Date) -> usize {
    let from_one = |part: Option<u8>| usize::from(part.unwrap_or(1)).saturating_sub(1);
    (usize::from(date.year) * 12 + from_one(date.month)) * 31 + from_one(date.day)
}

/// The cards of the row, which is their offset parent, with how far each stands from its left edge, in CSS pixels.
fn cards(row: &NodeRef) -> Vec<i32> {
    let Some(row) = row.cast::<HtmlElement>() else { return Vec::new() };
    let children = row.children();
    let left =
        |n: u32| children.item(n).and_then(|card| card.dyn_into::<HtmlElement>().ok()).map(|card| card.offset_left());
    (0..children.length()).filter_map(left).collect()
}

fn bring_into_view(row: &NodeRef, card: usize) {
    let left = cards(row).get(card).copied();
    if let (Some(row), Some(left)) = (row.cast::<HtmlElement>(), left) {
        let options = ScrollToOptions::new();
        options.set_left(f64::from(left));
        options.set_behavior(ScrollBehavior::Auto);
        row.scroll_to_with_scroll_to_options(&options);
    }
}

/// The card nearest to the left edge; none while the row shows all cards at once, for then nothing was scrolled.
fn nearest(row: &NodeRef) -> Option<usize> {
    let element = row.cast::<HtmlElement>()?;
    let scrolled = element.scroll_left();
    let is_at_end = scrolled + element.client_width() >= element.scroll_width() - 1;
    let cards = cards(row);
    if is_at_end {
        return None;
    }
    let distances = cards.iter().enumerate().map(|(n, left)| (n, (left - scrolled).abs()));
    distances.min_by_key(|(_, distance)| *distance).map(|(n, _)| n)
}
