//! What is said of a fact past its review date.

use yew::prelude::*;

use crate::course::{Date, Words, fill};

/// A line that is hidden until the day after a review date. The element is one of our own: the boot script defines it,
/// so it looks at the calendar wherever it comes to stand, in a page as it was written or in what a program inserts.
pub(super) fn past_review(words: &Words, review_by: Option<Date>) -> Html {
    let Some(date) = review_by else { return Html::default() };
    let last_day = Date::of_day(date.last_day()).to_string();
    html! {
        <past-review data-by={last_day} hidden=true>{ fill(&words.past_review, &[("date", &words.date(date))]) }</past-review>
    }
}
