//! The chronicle: events and what was in force, drawn along the years, and as lists. `static/figures.js` shows in it the
//! time that was chosen.

use yew::prelude::*;

use super::as_of::{Chooser, chooser, percent, share, years};
use super::captioned::captioned;
use super::figures::Ways;
use super::spans::span_list;
use super::timeline::{kind_name, kind_words, shape};
use crate::course::{Chronicle, Date, Edition, EventKind, Happening, Span, Strand, fill};
use crate::id::Text;

const KINDS: [EventKind; 4] = [EventKind::Law, EventKind::Institution, EventKind::Person, EventKind::Event];

/// The chronicle.
pub(super) fn chronicle(ways: &Ways<'_>, figure: &Chronicle) -> Html {
    let Edition { words, reference_words: own, .. } = ways.edition;
    let happenings = ways.edition.happenings(figure);
    let years = span_of(figure, &happenings);
    let chosen = Chooser {
        words: own,
        years,
        year: figure.year,
        to_the_day: true,
        said: &own.chronicle_chosen,
        nothing: &own.nothing_in_force,
    };
    let strand = |strand: &Strand| {
        html! {
            <section key={strand.id.as_str()} class="holder">
                <h4>{ AttrValue::from(strand.label.clone()) }</h4>
                { span_list(words, &strand.spans, |span| ways.of_claims(&span.claims)) }
            </section>
        }
    };
    let inner = html! {
        <>
            { chooser(words, &chosen) }
            { drawing(ways.edition, figure, &happenings, years) }
            <h3>{ AttrValue::from(own.in_force_title.clone()) }</h3>
            <div class="in-force">{ for figure.strands.iter().map(strand) }</div>
            <h3>{ AttrValue::from(own.happened_title.clone()) }</h3>
            <p class="no-event" hidden=true>{ AttrValue::from(own.nothing_happened.clone()) }</p>
            <ol class="happenings">{ for by_day(&happenings).into_iter().map(|day| happened(ways, day)) }</ol>
        </>
    };
    captioned("chronicle as-of", &figure.id, &figure.title, &figure.alt, inner)
}

/// The first and the last year of all that is shown.
fn span_of(figure: &Chronicle, happenings: &[Happening<'_>]) -> (u16, u16) {
    let spans = figure.strands.iter().flat_map(|strand| &strand.spans);
    let of_spans = spans.flat_map(|span| [Some(span.from), span.until]).flatten();
    years(of_spans.chain(happenings.iter().map(|happening| happening.event.date)))
}

/// What happened on one day, or in one month or year.
fn by_day<'h, 'a>(happenings: &'h [Happening<'a>]) -> Vec<&'h [Happening<'a>]> {
    happenings.chunk_by(|a, b| a.event.when == b.event.when).collect()
}

fn happened(ways: &Ways<'_>, day: &[Happening<'_>]) -> Html {
    let words = &*ways.edition.words;
    let Some(first) = day.first().map(|happening| happening.event) else { return Html::default() };
    let event = |happening: &Happening<'_>| {
        let event = happening.event;
        html! {
            <div class="told">
                <p><strong>{ AttrValue::from(event.label.clone()) }</strong>{ " " }<span class="kind">{ sign(event.kind) }{ AttrValue::from(kind_words(words, event.kind).clone()) }</span></p>
                <p>{ AttrValue::from(event.text.clone()) }</p>
                { ways.links(&happening.told, &event.claims) }
            </div>
        }
    };
    let days = first.date.days();
    html! {
        <li data-from={days.start.to_string()} data-over={days.end.to_string()}>
            <h4>{ AttrValue::from(first.when.clone()) }</h4>
            { for day.iter().map(event) }
        </li>
    }
}

/// The mark of a kind of event, by itself.
fn sign(kind: EventKind) -> Html {
    html! { <svg class="sign" viewBox="-12 -12 24 24" aria-hidden="true" focusable="false"><path class={kind_name(kind)} d={shape(kind)} /></svg> }
}

/// Marks and bars along the years. Places are shares of the width, so that letters are as large on every screen, and the
/// script moves them when another time is drawn. Decoration: the lists say the same.
fn drawing(edition: &Edition, figure: &Chronicle, happenings: &[Happening<'_>], years: (u16, u16)) -> Html {
    let words = &*edition.words;
    let row = |key: &str, label: Html, inside: Html| {
        html! {
            <div key={key.to_owned()} class="row">
                <span>{ label }</span>
                <svg aria-hidden="true" focusable="false"><rect class="chosen" y="0" width="0" height="100%" />{ inside }</svg>
            </div>
        }
    };
    let place = |number: u32| percent(share(number, years));
    let mark = |event: (usize, &Happening<'_>)| {
        let (n, Happening { event, .. }) = event;
        let days = event.date.days();
        html! {
            <svg key={n} class="mark" x={place(days.start)} y="50%" aria-hidden="true" data-from={days.start.to_string()} data-over={days.end.to_string()}>
                <path class={kind_name(event.kind)} d={shape(event.kind)} transform="scale(.62)" />
            </svg>
        }
    };
    let of_kind = |kind: EventKind| {
        let marks = happenings.iter().filter(|happening| happening.event.kind == kind).enumerate();
        let label = html! { <>{ sign(kind) }{ AttrValue::from(kind_words(words, kind).clone()) }</> };
        row(kind_name(kind), label, marks.map(mark).collect())
    };
    let bar = |(n, span): (usize, &Span)| {
        let (from, over) =
            (share(span.from.days().start, years), span.over().map_or(10_000, |over| share(over, years)));
        let class = if span.unsure.is_some() { "bar unsure".to_owned() } else { format!("bar tone-{}", n % 2 + 1) };
        html! {
            <rect key={n} {class} x={percent(from)} width={percent(over.saturating_sub(from))} y="20%" height="60%"
                data-from={span.from.days().start.to_string()} data-over={span.over().map(|over| over.to_string())} />
        }
    };
    let strand = |strand: &Strand| {
        let bars = strand.spans.iter().enumerate().map(bar).collect();
        row(strand.id.as_str(), html! { { AttrValue::from(strand.label.clone()) } }, bars)
    };
    let own = &edition.reference_words;
    let scale = |(value, label, checked): (&'static str, &Text, bool)| {
        html! { <label><input type="radio" name="scale" {value} {checked} /><span>{ AttrValue::from(label.clone()) }</span></label> }
    };
    let scales = [("all", &own.scale_all, true), ("ten", &own.scale_decade, false), ("one", &own.scale_year, false)];
    html! {
        <>
            <fieldset class="scale"><legend>{ AttrValue::from(own.scale_label.clone()) }</legend>{ for scales.into_iter().map(scale) }</fieldset>
            <div class="drawing" aria-hidden="true">
                <div class="row axis"><span></span><svg aria-hidden="true" focusable="false">{ ticks(years) }</svg></div>
                { for KINDS.into_iter().map(of_kind) }
                { for figure.strands.iter().map(strand) }
            </div>
        </>
    }
}

/// Every fifth year. The script writes others when it draws another time.
fn ticks(years: (u16, u16)) -> Html {
    let tick = |year: u16| {
        let at = share(Date { year, month: None, day: None }.days().start, years);
        // At the end there is no room to the right.
        html! { <text key={year} x={percent(at)} y="75%">{ year }</text> }
    };
    (years.0..=years.1).filter(|year| year.is_multiple_of(5)).map(tick).collect()
}

/// The name of a lesson, with its number.
pub(super) fn lesson_name(edition: &Edition, title: &Text, number: usize) -> String {
    format!("{}. {title}", fill(&edition.words.lesson_number, &[("n", &number)]))
}
