//! True or false, then why: two lists of options, one after the other.

use yew::prelude::*;

use super::options::List;
use super::sheet::{Sheet, said};
use crate::id::{OptionId, Text};
use crate::quiz::{Reason, STEPS, TRUTHS, TrueFalse};

/// Both steps.
pub(super) fn true_false(sheet: &Sheet<'_>, statement: &TrueFalse) -> Html {
    let [truth, reason] = STEPS.map(OptionId::from);
    let words = sheet.words;
    let [yes, no] = TRUTHS;
    let put = sheet.put(&truth);
    let side = |(value, label): (&'static str, &Text)| {
        let onchange = put.reform(move |_: Event| Text::from(value));
        html! {
            <li key={value}>
                <label>
                    <input type="radio" name={sheet.name(&truth)} {value} checked={sheet.response.put(&truth) == Some(value)} {onchange} autocomplete="off" />
                    <span class="face">{ AttrValue::from(label.clone()) }</span>
                </label>
            </li>
        }
    };
    let in_words = |truth: &Text| if **truth == *yes { words.yes_true.clone() } else { words.no_false.clone() };
    let said_of_truth = sheet.reason(&truth).map(|reason| {
        let reason = Reason {
            given: reason.given.as_ref().map(in_words),
            right: reason.right.as_ref().map(in_words),
            ..reason.clone()
        };
        said(words, &reason)
    });
    let chosen: Vec<OptionId> = sheet.response.put(&reason).map(OptionId::from).into_iter().collect();
    let on_choose = sheet.put(&reason).reform(|(id, _): (OptionId, bool)| Text::from(id.as_str()));
    let reasons = List { sheet, name: sheet.name(&reason), is_single: true, chosen: &chosen };
    html! {
        <>
            <ul class={sheet.class_with("options sides", &truth)}>{ side((yes, &words.yes_true)) }{ side((no, &words.no_false)) }</ul>
            // Always a node, if an empty one: the list before it would be drawn anew if the number of nodes changed.
            { said_of_truth.unwrap_or_default() }
            <fieldset class="step">
                <legend>{ AttrValue::from(words.choose_reason.clone()) }</legend>
                { reasons.html(&statement.reasons, &on_choose) }
            </fieldset>
        </>
    }
}
