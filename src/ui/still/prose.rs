//! Prose as elements.

use yew::prelude::*;

use crate::course::{Inline, Prose};

/// Prose as elements.
pub(super) fn prose(text: &Prose) -> Html {
    match text {
        Prose::Paragraph(run) => html! { <p>{ inline(run) }</p> },
        Prose::Heading(run) => html! { <h3>{ inline(run) }</h3> },
        Prose::Quote(run) => html! { <blockquote><p>{ inline(run) }</p></blockquote> },
        Prose::Steps(items) => html! { <ol>{ for items.iter().map(|run| html! { <li>{ inline(run) }</li> }) }</ol> },
        Prose::Bullets(items) => html! { <ul>{ for items.iter().map(|run| html! { <li>{ inline(run) }</li> }) }</ul> },
    }
}

fn inline(run: &[Inline]) -> Html {
    run.iter()
        .map(|part| match part {
            Inline::Text(text) => html! { { AttrValue::from(text.clone()) } },
            Inline::Strong(run) => html! { <strong>{ inline(run) }</strong> },
            Inline::Emphasis(run) => html! { <em>{ inline(run) }</em> },
            Inline::Term((id, run)) => html! { <a class="term" href={format!("#term-{id}")}>{ inline(run) }</a> },
            Inline::Link((to, run)) => {
                html! { <a href={AttrValue::from(to.clone())} rel="noopener">{ inline(run) }</a> }
            }
        })
        .collect()
}
