//! Theme and text size: plain inputs. The boot script keeps and applies them, so that they work in every page and
//! before the program runs; it finds them by their names and values.

use yew::prelude::*;

use crate::course::Words;
use crate::id::Text;

/// Theme and text size.
pub(super) fn settings(words: &Words) -> Html {
    let themes = [("system", &words.theme_system), ("light", &words.theme_light), ("dark", &words.theme_dark)];
    let sizes = [("normal", &words.size_normal), ("large", &words.size_large), ("largest", &words.size_largest)];
    html! {
        <details class="settings">
            <summary>{ AttrValue::from(words.settings.clone()) }</summary>
            <div>
                { choice("theme", &words.theme_label, themes) }
                { choice("size", &words.size_label, sizes) }
            </div>
        </details>
    }
}

fn choice(name: &'static str, label: &Text, values: [(&'static str, &Text); 3]) -> Html {
    let value = |(value, label): (&'static str, &Text)| {
        html! {
            <label>
                <input type="radio" {name} {value} autocomplete="off" />
                <span>{ AttrValue::from(label.clone()) }</span>
            </label>
        }
    };
    html! {
        <fieldset>
            <legend>{ AttrValue::from(label.clone()) }</legend>
            { for values.into_iter().map(value) }
        </fieldset>
    }
}
