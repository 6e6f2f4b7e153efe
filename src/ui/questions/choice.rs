//! Choosing among options: native radio buttons or check boxes, so that a tap counts before the program runs.

use yew::prelude::*;

use crate::id::OptionId;
use crate::quiz::{Choice, ChoiceOption, Question, Response, Task};

/// The options of a question of one or of several right options; another choice goes to `on_change`.
pub(crate) fn choice(
    question: &Question,
    choice: &Choice,
    response: &Response,
    on_change: &Callback<Response>,
) -> Html {
    let is_single = matches!(question.task, Task::Single(_));
    let chosen = response.chosen().to_vec();
    let option = |option: &ChoiceOption| {
        let checked = chosen.contains(&option.id);
        let on_tap = on_change.reform({
            let (id, chosen) = (option.id.clone(), chosen.clone());
            move |_: Event| if is_single { Response::choosing([id.clone()]) } else { toggled(&chosen, &id) }
        });
        html! {
            <li key={option.id.as_str()}>
                <label>
                    <input type={if is_single { "radio" } else { "checkbox" }} name={question.id.to_string()}
                        value={option.id.to_string()} {checked} onchange={on_tap} autocomplete="off" />
                    <span>{ AttrValue::from(option.text.clone()) }</span>
                </label>
            </li>
        }
    };
    html! { <ul class="options">{ for choice.options.iter().map(option) }</ul> }
}

fn toggled(chosen: &[OptionId], id: &OptionId) -> Response {
    let added = (!chosen.contains(id)).then(|| id.clone());
    Response::choosing(chosen.iter().filter(|other| *other != id).cloned().chain(added))
}
