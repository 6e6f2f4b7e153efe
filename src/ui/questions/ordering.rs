//! Putting items in order: two buttons each, first; dragging as an extra.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::sheet::Sheet;
use crate::course::fill;
use crate::id::OptionId;
use crate::quiz::{Ordering, Response};
use crate::ui::setting::Setting;

/// Where a move came from, so that the focus follows the item.
#[derive(Clone, PartialEq)]
pub(super) struct Moved {
    item: OptionId,
    up: bool,
}

/// What the hands remember while items are moved.
#[derive(Clone)]
pub(super) struct Hands {
    list: NodeRef,
    moved: Rc<RefCell<Option<Moved>>>,
    dragged: Rc<Cell<Option<usize>>>,
}

/// Hands, for as long as a question is shown: after each move the focus follows the item.
#[hook]
pub(super) fn use_hands(response: &Response) -> Hands {
    let (list, moved) = (use_node_ref(), use_mut_ref(|| None::<Moved>));
    let dragged = use_memo((), |()| Cell::new(None));
    use_effect_with(response.clone(), {
        let (list, moved) = (list.clone(), Rc::clone(&moved));
        move |_| {
            if let Some(moved) = moved.take() {
                focus_on(&list, &moved);
            }
        }
    });
    Hands { list, moved, dragged }
}

/// The items of a question of order.
pub(super) fn order(setting: &Setting, sheet: &Sheet<'_>, ordering: &Ordering, hands: &Hands) -> Html {
    let Hands { list, moved, dragged } = hands;
    let on_change = &sheet.on_change;
    let order = match sheet.response {
        Response::Ordered(order) if ordering.is_permutation(order) => order.clone(),
        Response::Ordered(_) | Response::Chosen(_) | Response::Filled(_) | Response::Unsure => ordering.shown.clone(),
    };
    let total = order.len();
    let place = {
        let (order, on_change, moved, setting) = (order.clone(), on_change.clone(), Rc::clone(moved), setting.clone());
        let ordering = ordering.clone();
        move |from: usize, to: usize, by_button: bool| {
            let Some(item) = order.get(from).and_then(|id| ordering.item(id)) else { return };
            if by_button {
                *moved.borrow_mut() = Some(Moved { item: item.id.clone(), up: to < from });
            }
            on_change.emit(Response::Ordered(Ordering::moved(&order, from, to)));
            let place = to + 1;
            let said =
                fill(&setting.words().moved_to, &[("item", &item.text), ("place", &place), ("total", &order.len())]);
            setting.session.announce(&said);
        }
    };
    let item = |(n, id): (usize, &OptionId)| {
        let item = ordering.item(id)?;
        let button = |up: bool| {
            let words = setting.words();
            let name = fill(if up { &words.move_up } else { &words.move_down }, &[("item", &item.text)]);
            let to = if up { n.checked_sub(1) } else { Some(n + 1).filter(|to| *to < total) };
            let onclick = {
                let place = place.clone();
                Callback::from(move |_: MouseEvent| to.into_iter().for_each(|to| place(n, to, true)))
            };
            html! {
                <button type="button" class={if up { "up" } else { "down" }}
                    aria-label={name} aria-disabled={to.is_none().then_some("true")} {onclick}></button>
            }
        };
        let ondragstart = {
            let dragged = Rc::clone(dragged);
            Callback::from(move |event: DragEvent| {
                dragged.set(Some(n));
                if let Some(transfer) = event.data_transfer() {
                    // Firefox begins no drag without data. That it is refused elsewhere does no harm.
                    let _ = transfer.set_data("text/plain", "");
                }
            })
        };
        let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
        let ondrop = {
            let (dragged, place) = (Rc::clone(dragged), place.clone());
            Callback::from(move |event: DragEvent| {
                event.prevent_default();
                let from = dragged.take();
                from.filter(|from| *from != n).into_iter().for_each(|from| place(from, n, false));
            })
        };
        Some(html! {
            <li key={id.as_str()} data-item={id.to_string()} draggable="true" {ondragstart} {ondragover} {ondrop}>
                <span>{ AttrValue::from(item.text.clone()) }</span>
                { button(true) }
                { button(false) }
            </li>
        })
    };
    html! { <ol class="order" ref={list.clone()}>{ for order.iter().enumerate().filter_map(item) }</ol> }
}

/// Puts the focus on the button of the moved item that was pressed, or on its other one at the end of the list.
fn focus_on(list: &NodeRef, moved: &Moved) {
    let Some(list) = list.cast::<HtmlElement>() else { return };
    let Ok(Some(item)) = list.query_selector(&format!("[data-item={}]", moved.item)) else { return };
    let (first, second) = if moved.up { (".up", ".down") } else { (".down", ".up") };
    let free = |class: &str| item.query_selector(&format!("{class}:not([aria-disabled])")).ok().flatten();
    let button = free(first).or_else(|| free(second)).and_then(|button| button.dyn_into::<HtmlElement>().ok());
    if let Some(button) = button {
        // An item that moved may have left the window, and a focus that stayed on it does not bring it back.
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        button.scroll_into_view_with_scroll_into_view_options(&nearest);
        let _ = button.focus();
    }
}
