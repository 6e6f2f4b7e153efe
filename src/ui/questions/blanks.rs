//! Blanks to be filled: typed, with the letters at hand that a keyboard may lack, or chosen from a native select.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, InputEventInit, SelectionMode};
use yew::prelude::*;

use super::placing::select_of;
use super::sheet::Sheet;
use crate::course::{Words, fill};
use crate::id::Text;
use crate::quiz::letters::{is_letter, is_space};
use crate::quiz::{Blank, Cloze, Expected};

/// A text with its gaps.
pub(super) fn cloze(sheet: &Sheet<'_>, cloze: &Cloze) -> Html {
    let gap = |(n, gap): (usize, &Blank)| {
        let label = fill(&sheet.words.gap_number, &[("n", &(n + 1))]);
        html! { <span key={gap.id.as_str()} class={sheet.class_with("gap", &gap.id)}>{ field(sheet, gap, label) }</span> }
    };
    let mut gaps = cloze.gaps.iter().enumerate().map(gap);
    let pieces = cloze.text.iter().map(|piece| html! { <>{ AttrValue::from(piece.clone()) }{ for gaps.next() }</> });
    let said =
        |gap: &Blank| html! { <li key={gap.id.as_str()} class={sheet.class(&gap.id)}>{ sheet.said(&gap.id) }</li> };
    let has_typed = cloze.gaps.iter().any(|gap| matches!(gap.expected, Expected::Words(_)));
    html! {
        <>
            <p class="cloze">{ for pieces }</p>
            if has_typed { { letter_keys(sheet.words) } }
            if sheet.is_answered() { <ol class="rows">{ for cloze.gaps.iter().map(said) }</ol> }
        </>
    }
}

/// A box for a short answer.
pub(super) fn short(sheet: &Sheet<'_>, blank: &Blank) -> Html {
    html! {
        <div class={sheet.class_with("short", &blank.id)}>
            { field(sheet, blank, sheet.words.your_answer.to_string()) }
            if let Expected::Words(_) = blank.expected { { letter_keys(sheet.words) } }
            { sheet.said(&blank.id) }
        </div>
    }
}

fn field(sheet: &Sheet<'_>, blank: &Blank, label: String) -> Html {
    let put = sheet.response.put(&blank.id);
    if let Expected::OneOf(choice) = &blank.expected {
        let choices = choice.options.iter().map(|option| (option.id.as_str(), &option.text));
        return select_of(sheet, &sheet.name(&blank.id), Some(label), put, choices, &sheet.put(&blank.id));
    }
    let is_number = matches!(blank.expected, Expected::Number(_));
    let oninput = sheet.put(&blank.id).reform(|event: InputEvent| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        input.map(|input| Text::from(input.value())).unwrap_or_default()
    });
    html! {
        <input type="text" class={if is_number { "typed number" } else { "typed" }} name={sheet.name(&blank.id)} aria-label={label}
            value={put.unwrap_or_default().to_owned()} {oninput} inputmode={is_number.then_some("numeric")}
            autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="80" />
    }
}

/// The letters that a keyboard may lack; none where the language needs none. They type into a box of the same `fieldset`,
/// or of the same `search`.
pub(crate) fn letter_keys(words: &Words) -> Html {
    let keys = words.typing_keys.split(is_space);
    let letters = keys.filter(|key| !key.is_empty() && key.chars().all(is_letter));
    let letters: Vec<&str> = letters.collect();
    if letters.is_empty() {
        return Html::default();
    }
    // The box keeps the focus while a key is pressed by mouse or finger.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let onclick = Callback::from(|event: MouseEvent| {
        let key = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if let Some(key) = key.filter(|key| key.tag_name() == "BUTTON") {
            // The event reaches the box like any other, and so the response.
            let _ = type_letter(&key);
        }
    });
    let key = |letter: &&str| html! { <button type="button">{ (*letter).to_owned() }</button> };
    html! {
        <div class="keys" role="group" aria-label={AttrValue::from(words.keys_label.clone())} {onmousedown} {onclick}>
            { for letters.iter().map(key) }
        </div>
    }
}

/// Types the letter of a key into the box that has the focus, or had it last: else into the first one.
fn type_letter(key: &HtmlElement) -> Option<()> {
    let task = key.closest("fieldset, search").ok()??;
    let find = |selector: &str| task.query_selector(selector).ok().flatten();
    let field = find(".typed:focus").or_else(|| find(".typed[data-last]")).or_else(|| find(".typed"))?;
    if let Some(last) = find(".typed[data-last]") {
        let _ = last.remove_attribute("data-last");
    }
    let _ = Element::set_attribute(&field, "data-last", "");
    let input: HtmlInputElement = field.dyn_into().ok()?;
    let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or_default();
    let (from, to) = (input.selection_start().ok()?.unwrap_or(end), input.selection_end().ok()?.unwrap_or(end));
    let letter = key.text_content()?;
    input.set_range_text_with_start_and_end_and_selection_mode(&letter, from, to, SelectionMode::End).ok()?;
    let options = InputEventInit::new();
    options.set_bubbles(true);
    let typed = InputEvent::new_with_event_init_dict("input", &options).ok()?;
    input.dispatch_event(&typed).ok().map(|_| ())
}
