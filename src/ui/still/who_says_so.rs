//! A source, weighed: who, when, in what interest, what is missing, where to look further.

use yew::prelude::*;

use crate::course::{WhoSaysSo, Words};
use crate::id::Text;

/// A source, weighed.
pub(super) fn who_says_so(words: &Words, card: &WhoSaysSo) -> Html {
    let line = |(label, text): (&Text, &Text)| {
        html! { <div><dt>{ AttrValue::from(label.clone()) }</dt><dd>{ AttrValue::from(text.clone()) }</dd></div> }
    };
    let lines = [
        (&words.who_label, &card.who),
        (&words.when_label, &card.when),
        (&words.interest_label, &card.interest),
        (&words.missing_label, &card.missing),
        (&words.second_opinion_label, &card.second_opinion),
    ];
    html! {
        <aside class="who-says-so" id={card.id.to_string()} aria-labelledby={format!("title-{}", card.id)}>
            <h3 id={format!("title-{}", card.id)}>{ AttrValue::from(card.title.clone()) }</h3>
            <dl>{ for lines.into_iter().map(line) }</dl>
        </aside>
    }
}
