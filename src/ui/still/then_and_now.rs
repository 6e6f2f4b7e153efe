//! What the article described, and what is so today.

use yew::prelude::*;

use super::past_review::past_review;
use super::sources::source_list;
use crate::course::{ThenAndNow, Words, fill};

/// What the article described, and what is so today.
pub(super) fn then_and_now(words: &Words, change: &ThenAndNow) -> Html {
    html! {
        <aside class="then-and-now" id={change.id.to_string()} aria-labelledby={format!("title-{}", change.id)}>
            <h3 id={format!("title-{}", change.id)}>{ AttrValue::from(change.title.clone()) }</h3>
            <div class="then">
                <p><strong>{ AttrValue::from(words.then_label.clone()) }</strong>{ " " }<span>{ AttrValue::from(change.then_when.clone()) }</span></p>
                <p>{ AttrValue::from(change.then.clone()) }</p>
            </div>
            <div class="now">
                <p><strong>{ AttrValue::from(words.now_label.clone()) }</strong>{ " " }<span>{ AttrValue::from(change.now_when.clone()) }</span></p>
                <p>{ AttrValue::from(change.now.clone()) }</p>
            </div>
            <footer>
                <p>{ fill(&words.by_act, &[("act", &change.act)]) }</p>
                <p>{ fill(&words.checked_on, &[("date", &words.date(change.checked))]) }</p>
                { past_review(words, change.review_by) }
                { source_list(words, &change.sources) }
            </footer>
        </aside>
    }
}
