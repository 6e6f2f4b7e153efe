//! Spots on a figure, and a list with the same names: either picks.

use yew::prelude::*;

use super::options::options;
use super::sheet::Sheet;
use crate::id::OptionId;
use crate::quiz::{Pick, Response, Spot};

/// The figure and the list. The figure is for those who point at it; the list is for everyone, so the figure is not
/// announced a second time.
pub(super) fn pick(sheet: &Sheet<'_>, pick: &Pick) -> Html {
    let spot = |spot: &Spot| {
        let onclick = if sheet.is_answered() { Callback::noop() } else { choosing(sheet, &spot.option) };
        let is_chosen = sheet.response.chosen().contains(&spot.option);
        let class = sheet.class_with(if is_chosen { "spot chosen" } else { "spot" }, &spot.option);
        html! { <path key={spot.option.as_str()} {class} d={AttrValue::from(spot.path.clone())} {onclick} /> }
    };
    html! {
        <>
            <svg class="picture" viewBox={AttrValue::from(pick.picture.bounds.clone())} aria-hidden="true" focusable="false">
                <path class="ground" d={AttrValue::from(pick.picture.ground.clone())} />
                { for pick.picture.spots.iter().map(spot) }
            </svg>
            { options(sheet, &pick.choice) }
        </>
    }
}

fn choosing(sheet: &Sheet<'_>, option: &OptionId) -> Callback<MouseEvent> {
    let option = option.clone();
    sheet.on_change.reform(move |_: MouseEvent| Response::choosing([option.clone()]))
}
