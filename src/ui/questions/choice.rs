//! Choosing among options: native radio buttons or check boxes, so that a tap counts before the program runs.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::id::OptionId;
use crate::quiz::{ChoiceOption, Question, Response, Task};

/// What [`ChoiceTask`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ChoiceTaskProps {
    /// A question of one or of several right options.
    pub question: Rc<Question>,
    /// What is chosen so far.
    pub response: Response,
    /// Another choice was made.
    pub on_change: Callback<Response>,
}

/// The options of a question.
#[component]
pub(crate) fn ChoiceTask(props: &ChoiceTaskProps) -> Html {
    let ChoiceTaskProps { question, response, on_change } = props;
    let (choice, is_single) = match &question.task {
        Task::Single(choice) => (choice, true),
        Task::Multiple(choice) => (choice, false),
        Task::Ordering(_) => return Html::default(),
    };
    let chosen = response.chosen().cloned().unwrap_or_default();
    let option = |option: &ChoiceOption| {
        let checked = chosen.contains(&option.id);
        let onchange = on_change.reform({
            let (id, chosen) = (option.id.clone(), chosen.clone());
            move |_: Event| if is_single { Response::one(id.clone()) } else { toggled(&chosen, &id) }
        });
        html! {
            <li key={option.id.as_str()}>
                <label>
                    <input type={if is_single { "radio" } else { "checkbox" }} name={question.id.to_string()}
                        value={option.id.to_string()} {checked} {onchange} autocomplete="off" />
                    <span>{ AttrValue::from(option.text.clone()) }</span>
                </label>
            </li>
        }
    };
    html! { <ul class="options">{ for choice.options.iter().map(option) }</ul> }
}

fn toggled(chosen: &BTreeSet<OptionId>, id: &OptionId) -> Response {
    let mut chosen = chosen.clone();
    if !chosen.remove(id) {
        chosen.insert(id.clone());
    }
    Response::Chosen(chosen)
}
