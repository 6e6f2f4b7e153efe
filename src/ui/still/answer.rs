//! The answer, for pages where the program does not run: folded away, with every reason and the way to its ground.
//! Where the program runs, it is hidden, and taken out before the program adopts the page.

use yew::prelude::*;

use crate::id::Text;
use crate::quiz::{Question, Task};
use crate::ui::setting::Setting;

/// The answer, folded away.
pub(crate) fn shown_answer(setting: &Setting, question: &Question) -> Html {
    let words = setting.words();
    let reason = |text: &Text, mark: Option<&Text>, because: &Text| {
        let mark = mark.map(|mark| format!(" ({mark})"));
        html! { <li>{ AttrValue::from(text.clone()) }{ mark }{ ". " }{ AttrValue::from(because.clone()) }</li> }
    };
    let answer = match &question.task {
        Task::Single(choice) | Task::Multiple(choice) => {
            let mark = |right: bool| if right { &words.right_option } else { &words.wrong_option };
            html! { <ul>{ for choice.options.iter().map(|option| reason(&option.text, Some(mark(option.right)), &option.because)) }</ul> }
        }
        Task::Ordering(ordering) => {
            html! { <ol>{ for ordering.items.iter().map(|item| reason(&item.text, None, &item.because)) }</ol> }
        }
    };
    let grounds = question.claims.iter().filter_map(|id| setting.ground(id)).map(|ground| {
        let name = fill_paragraph(&words.claim_paragraph, ground.paragraph);
        html! { <>{ " " }<a href={format!("#claim-{}", ground.id)}>{ name }</a></> }
    });
    html! {
        <details class="shown-answer">
            <summary>{ AttrValue::from(words.show_answer.clone()) }</summary>
            { answer }
            <p>{ AttrValue::from(question.explanation.clone()) }{ for grounds }</p>
        </details>
    }
}

fn fill_paragraph(template: &str, paragraph: u8) -> String {
    crate::course::fill(template, &[("n", &paragraph)])
}
