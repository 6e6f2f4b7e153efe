//! Prose as elements.

use yew::prelude::*;

use crate::course::{Inline, Prose};

/// Prose as elements; `terms` is the address of terms, but for their names.
pub(super) fn prose(text: &Prose, terms: &str) -> Html {
    let inline = |run| inline(run, terms);
    match text {
        Prose::Paragraph(run) => html! { <p>{ inline(run) }</p> },
        Prose::Heading(run) => html! { <h3>{ inline(run) }</h3> },
        Prose::Quote(run) => html! { <blockquote><p>{ inline(run) }</p></blockquote> },
        Prose::Steps(items) => html! { <ol>{ for items.iter().map(|run| html! { <li>{ inline(run) }</li> }) }</ol> },
        Prose::Bullets(items) => html! { <ul>{ for items.iter().map(|run| html! { <li>{ inline(run) }</li> }) }</ul> },
    }
}

fn inline(run: &[Inline], terms: &str) -> Html {
    run.iter()
        .map(|part| match part {
            Inline::Text(text) => html! { { AttrValue::from(text.clone()) } },
            Inline::Strong(run) => html! { <strong>{ inline(run, terms) }</strong> },
            Inline::Emphasis(run) => html! { <em>{ inline(run, terms) }</em> },
            Inline::Term((id, run)) => {
                html! { <a class="term" href={format!("{terms}{id}")}>{ inline(run, terms) }</a> }
            }
            Inline::Link((to, run)) => {
                html! { <a href={AttrValue::from(to.clone())} rel="noopener">{ inline(run, terms) }</a> }
            }
        })
        .collect()
}
