//! Items to be put in places: native selects for partners, native radio buttons for groups. Nothing needs dragging.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::sheet::Sheet;
use crate::id::Text;
use crate::quiz::{Outcome, Place, Placed, Placing};

/// The items, each with a select of the places.
pub(super) fn matching(sheet: &Sheet<'_>, placing: &Placing) -> Html {
    let item = |item: &Placed| {
        let choose = select(sheet, item, &placing.places);
        html! {
            <li key={item.id.as_str()} class={sheet.class(&item.id)}>
                <label><span>{ AttrValue::from(item.text.clone()) }</span>{ choose }</label>
                { sheet.said(&item.id) }
            </li>
        }
    };
    html! { <ul class="rows">{ for placing.items.iter().map(item) }</ul> }
}

fn select(sheet: &Sheet<'_>, item: &Placed, places: &[Place]) -> Html {
    let put = sheet.response.put(&item.id);
    let choices = places.iter().map(|place| (place.id.as_str(), &place.text));
    select_of(sheet, &sheet.name(&item.id), None, put, choices, &sheet.put(&item.id))
}

/// A select, with nothing chosen to begin with.
pub(super) fn select_of<'a>(
    sheet: &Sheet<'_>,
    name: &str,
    label: Option<String>,
    put: Option<&str>,
    choices: impl Iterator<Item = (&'a str, &'a Text)>,
    on_put: &Callback<Text>,
) -> Html {
    let onchange = on_put.reform(|event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        select.map(|select| Text::from(select.value())).unwrap_or_default()
    });
    let choice = |(id, text): (&str, &Text)| {
        html! { <option value={id.to_owned()} selected={put == Some(id)}>{ AttrValue::from(text.clone()) }</option> }
    };
    html! {
        <select name={name.to_owned()} aria-label={label} {onchange} autocomplete="off">
            <option value="" selected={put.is_none()}>{ AttrValue::from(sheet.words.not_chosen.clone()) }</option>
            { for choices.map(choice) }
        </select>
    }
}

/// The cards, each with the groups beside it.
pub(super) fn categorise(sheet: &Sheet<'_>, placing: &Placing) -> Html {
    let card = |card: &Placed| {
        let group = |place: &Place| {
            let onchange = sheet.put(&card.id).reform({
                let id = Text::from(place.id.as_str());
                move |_: Event| id.clone()
            });
            let checked = sheet.response.put(&card.id) == Some(place.id.as_str());
            html! {
                <label key={place.id.as_str()}>
                    <input type="radio" name={sheet.name(&card.id)} value={place.id.to_string()} {checked} {onchange} autocomplete="off" />
                    <span>{ AttrValue::from(place.text.clone()) }</span>
                </label>
            }
        };
        html! {
            <li key={card.id.as_str()} class={sheet.class(&card.id)}>
                <fieldset>
                    <legend>{ with_clue(sheet, card) }</legend>
                    <div class="groups">{ for placing.places.iter().map(group) }</div>
                </fieldset>
                { sheet.said(&card.id) }
            </li>
        }
    };
    html! { <ul class="rows cards">{ for placing.items.iter().map(card) }</ul> }
}

/// The text of a card; after the answer with the words marked that give it away.
fn with_clue(sheet: &Sheet<'_>, card: &Placed) -> Html {
    let is_shown = sheet.reason(&card.id).is_some_and(|reason| reason.outcome != Outcome::Aside);
    let clue = card.clue.as_ref().filter(|_| is_shown);
    match clue.and_then(|clue| Some((card.text.split_once(&**clue)?, clue))) {
        Some(((before, after), clue)) => {
            html! { <>{ before.to_owned() }<mark>{ AttrValue::from(clue.clone()) }</mark>{ after.to_owned() }</> }
        }
        None => html! { { AttrValue::from(card.text.clone()) } },
    }
}
