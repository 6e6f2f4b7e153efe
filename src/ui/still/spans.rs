//! What was so when, as a list: each entry with its dates, and what of it could not be confirmed.

use yew::prelude::*;

use super::sources::source_list;
use crate::course::{Date, Span, Words};

/// Some spans as a list. `ways` leads from an entry to where it is taught.
pub(super) fn span_list<'a>(
    words: &Words,
    spans: impl IntoIterator<Item = &'a Span>,
    ways: impl Fn(&Span) -> Html,
) -> Html {
    let span = |span: &Span| {
        html! {
            <li data-from={span.from.days().start.to_string()} data-over={span.over().map(|over| over.to_string())}>
                <p><strong>{ AttrValue::from(span.label.clone()) }</strong>{ " " }<span class="when">{ dates(words, span) }</span></p>
                if !span.text.is_empty() { <p>{ AttrValue::from(span.text.clone()) }</p> }
                if let Some(unsure) = &span.unsure {
                    <p class="unsure"><strong>{ AttrValue::from(words.verified_not_found.clone()) }{ ":" }</strong>{ " " }{ AttrValue::from(unsure.clone()) }</p>
                }
                { source_list(words, &span.sources) }
                { ways(span) }
            </li>
        }
    };
    html! { <ul class="spans">{ for spans.into_iter().map(span) }</ul> }
}

/// “1 March 1995 – 21 May 2007”.
fn dates(words: &Words, span: &Span) -> String {
    let until = span.until.map(|until: Date| words.date(until)).unwrap_or_default();
    format!("{} – {until}", words.date(span.from)).trim_end().to_owned()
}
