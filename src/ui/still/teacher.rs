//! What is for the teacher, folded away.

use yew::prelude::*;

use crate::course::{Misconception, Teacher, Words};
use crate::id::Text;

/// What is for the teacher, folded away.
pub(super) fn teacher(words: &Words, plan: &Teacher) -> Html {
    let list = |steps: &[Text]| {
        steps.iter().map(|step| html! { <li>{ AttrValue::from(step.clone()) }</li> }).collect::<Html>()
    };
    let misconception = |misconception: &Misconception| {
        html! {
            <div><dt>{ AttrValue::from(misconception.belief.clone()) }</dt><dd>{ AttrValue::from(misconception.reply.clone()) }</dd></div>
        }
    };
    let title = |title: &Text| html! { <h3>{ AttrValue::from(title.clone()) }</h3> };
    html! {
        <details class="teacher" id={plan.id.to_string()}>
            <summary>{ AttrValue::from(words.for_teachers.clone()) }</summary>
            { title(&words.aims_title) }
            <ul>{ list(&plan.aims) }</ul>
            { title(&words.with_devices_title) }
            <ol>{ list(&plan.with_devices) }</ol>
            { title(&words.without_devices_title) }
            <ol>{ list(&plan.without_devices) }</ol>
            if !plan.misconceptions.is_empty() {
                { title(&words.misconceptions_title) }
                <dl>{ for plan.misconceptions.iter().map(misconception) }</dl>
            }
            <p>{ AttrValue::from(words.answers_are_here.clone()) }</p>
        </details>
    }
}
