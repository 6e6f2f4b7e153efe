//! Options to choose from: native radio buttons or check boxes, so that a tap counts before the program runs.

use web_sys::HtmlInputElement;
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
        move |(id, is_checked): (OptionId, bool)| {
            let others = chosen.iter().filter(|other| !is_single && **other != id).cloned();
            Response::choosing(others.chain(is_checked.then(|| id.clone())))
        }
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
    /// The list; the id of an option goes to `on_choose`, and whether it is checked.
    pub(super) fn html(&self, choice: &Choice, on_choose: &Callback<(OptionId, bool)>) -> Html {
        let option = |option: &ChoiceOption| {
            let onchange = on_choose.reform({
                let id = option.id.clone();
                // As the input has it: it may have been changed and read before.
                move |event: Event| (id.clone(), event.target_unchecked_into::<HtmlInputElement>().checked())
            });
            html! {
                <li key={option.id.as_str()} class={self.sheet.class(&option.id)}>
                    <label>
                        <input type={if self.is_single { "radio" } else { "checkbox" }} name={self.name.clone()}
                            value={option.id.to_string()} checked={self.chosen.contains(&option.id)} {onchange} autocomplete="off" />
                        <span class="face">{ AttrValue::from(option.text.clone()) }</span>
                    </label>
                    { self.sheet.said(&option.id) }
                </li>
            }
        };
        html! { <ul class="options">{ for choice.options.iter().map(option) }</ul> }
    }
}
