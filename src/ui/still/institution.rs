//! A body and those around it, tier by tier: each part as a card that says what it was when.

use yew::prelude::*;

use super::as_of::{Chooser, chooser};
use super::captioned::captioned;
use super::spans::span_list;
use crate::course::{Date, Institution, Span, Strand, Words};

/// An institution in the year of the figure; what was so in other years is folded away.
pub(super) fn institution(words: &Words, figure: &Institution) -> Html {
    let year = Date { year: figure.year, month: None, day: None };
    let part = |part: &Strand| {
        let (now, others): (Vec<&Span>, Vec<&Span>) = part.spans.iter().partition(|span| span.holds(year));
        html! {
            <>
                { span_list(words, now, |_| Html::default()) }
                if !others.is_empty() {
                    <details>
                        <summary>{ AttrValue::from(words.other_times.clone()) }</summary>
                        { span_list(words, others, |_| Html::default()) }
                    </details>
                }
            </>
        }
    };
    drawn(figure, "institution", html! { <p class="when">{ words.date(year) }</p> }, part)
}

/// An institution through all years, one of which can be chosen.
pub(super) fn institution_as_of(
    words: &Words,
    chosen: &Chooser<'_>,
    ways: impl Fn(&Span) -> Html,
    figure: &Institution,
) -> Html {
    let part = |part: &Strand| span_list(words, &part.spans, &ways);
    drawn(figure, "institution as-of", chooser(words, chosen), part)
}

fn drawn(figure: &Institution, class: &'static str, above: Html, spans: impl Fn(&Strand) -> Html) -> Html {
    let part = |part: &Strand| {
        html! {
            <section key={part.id.as_str()} class="part holder">
                <h3>{ AttrValue::from(part.label.clone()) }</h3>
                { spans(part) }
            </section>
        }
    };
    let inner = html! {
        <>
            { above }
            { for figure.tiers.iter().map(|tier| html! { <div class="tier holder">{ for tier.iter().map(part) }</div> }) }
        </>
    };
    captioned(class, &figure.id, &figure.title, &figure.alt, inner)
}
