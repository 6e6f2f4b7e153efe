//! Options to choose from: native radio buttons or check boxes, so that a tap counts before the program runs.

use yew::prelude::*;

use super::sheet::Sheet;
use crate::id::OptionId;
use crate::quiz::{Choice, ChoiceOption, Response, Task};

/// The options of a question, each with what is said of it.
pub(super) fn options(sheet: &Sheet<'_>, choice: &Choice) -> Html {
    let is_single = !matches!(sheet.question.task, Task::Multiple(_));
    let chosen = sheet.response.chosen().to_vec();
    let list = List { sheet, name: sheet.question.id.to_string(), is_single, chosen: &chosen };
    let on_choose = sheet.on_change.reform({
        let chosen = chosen.clone();
        move |id: OptionId| if is_single { Response::choosing([id]) } else { toggled(&chosen, &id) }
    });
    list.html(choice, &on_choose)
}

/// A list of options, drawn under a name.
pub(super) struct List<'a> {
    pub(super) sheet: &'a Sheet<'a>,
    /// The name of its inputs.
    pub(super) name: String,
    pub(super) is_single: bool,
    pub(super) chosen: &'a [OptionId],
}

impl List<'_> {
    /// The list; the id of an option goes to `on_choose`.
    pub(super) fn html(&self, choice: &Choice, on_choose: &Callback<OptionId>) -> Html {
        let option = |option: &ChoiceOption| {
            let onchange = on_choose.reform({
                let id = option.id.clone();
                move |_: Event| id.clone()
            });
            html! {
                <li key={option.id.as_str()} class={self.sheet.class(&option.id)}>
                    <label>
                        <input type={if self.is_single { "radio" } else { "checkbox" }} name={self.name.clone()}
                            value={option.id.to_string()} checked={self.chosen.contains(&option.id)} {onchange} autocomplete="off" />
                        <span>{ AttrValue::from(option.text.clone()) }</span>
                    </label>
                    { self.sheet.said(&option.id) }
                </li>
            }
        };
        html! { <ul class="options">{ for choice.options.iter().map(option) }</ul> }
    }
}

fn toggled(chosen: &[OptionId], id: &OptionId) -> Response {
    let added = (!chosen.contains(id)).then(|| id.clone());
    Response::choosing(chosen.iter().filter(|other| *other != id).cloned().chain(added))
}
