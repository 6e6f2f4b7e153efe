//! The claims that a lesson rests on: all of them at its end, some at each answer.

use yew::prelude::*;

use crate::course::{Ground, LessonPage};
use crate::id::ClaimId;
use crate::ui::setting::Setting;

/// The claims behind an answer, folded away: one tap from an answer to its ground.
pub(crate) fn why(setting: &Setting, claims: &[ClaimId]) -> Html {
    let grounds = claims.iter().filter_map(|id| setting.ground(id));
    let cards: String = grounds.map(|ground| setting.card(ground).to_string()).collect();
    html! {
        <details class="why">
            <summary>{ AttrValue::from(setting.words().why.clone()) }</summary>
            { Html::from_html_unchecked(cards.into()) }
        </details>
    }
}

/// All claims of a lesson, folded away. Links lead here, to the claim by its name.
pub(crate) fn ledger(setting: &Setting, page: &LessonPage) -> Html {
    let words = setting.words();
    let card = |ground: &Ground| format!("<div id=\"claim-{}\">{}</div>", ground.id, setting.card(ground));
    let cards: String = page.grounds.iter().map(card).collect();
    html! {
        <details class="claims">
            <summary>{ AttrValue::from(words.claims_title.clone()) }</summary>
            <p>{ AttrValue::from(words.claims_about.clone()) }</p>
            { Html::from_html_unchecked(cards.into()) }
        </details>
    }
}
