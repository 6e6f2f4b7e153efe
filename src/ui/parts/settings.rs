//! Theme and text size. Kept on the device; the boot script puts them on before the first paint.

use yew::prelude::*;

use crate::ui::LOOK_KEY;
use crate::ui::setting::use_setting;

const THEMES: [&str; 3] = ["system", "light", "dark"];
const SIZES: [&str; 3] = ["normal", "large", "largest"];

/// Theme and text size.
#[component]
pub(crate) fn Settings() -> Html {
    let setting = use_setting();
    let words = setting.words();
    let look = use_state(|| (0, 0));
    let host = setting.session.host().clone();
    use_effect_with((), {
        let (look, host) = (look.clone(), host.clone());
        move |()| {
            if let Ok(Some(kept)) = host.read(LOOK_KEY) {
                look.set(parse(&kept));
            }
        }
    });
    let put_on = Callback::from({
        let look = look.clone();
        move |(theme, size): (usize, usize)| {
            let names = (THEMES.get(theme).copied().unwrap_or_default(), SIZES.get(size).copied().unwrap_or_default());
            host.dress("data-theme", names.0);
            host.dress("data-size", names.1);
            // Refused storage was said already when progress was read; the look holds until the page is closed.
            let _ = host.write(LOOK_KEY, &format!("{} {}", names.0, names.1));
            look.set((theme, size));
        }
    });
    let (theme, size) = *look;
    let themes = [&words.theme_system, &words.theme_light, &words.theme_dark];
    let sizes = [&words.size_normal, &words.size_large, &words.size_largest];
    let choices = |name: &'static str, labels: [&crate::id::Text; 3], current: usize, of: fn((usize, usize), usize) -> (usize, usize)| -> Html {
        labels
            .into_iter()
            .enumerate()
            .map(|(n, label)| {
                let onchange = put_on.reform(move |_: Event| of((theme, size), n));
                html! {
                    <label key={n}>
                        <input type="radio" {name} checked={n == current} {onchange} autocomplete="off" />
                        <span>{ AttrValue::from(label.clone()) }</span>
                    </label>
                }
            })
            .collect()
    };
    html! {
        <details class="settings">
            <summary>{ AttrValue::from(words.settings.clone()) }</summary>
            <div>
                <fieldset>
                    <legend>{ AttrValue::from(words.theme_label.clone()) }</legend>
                    { choices("theme", themes, theme, |(_, size), n| (n, size)) }
                </fieldset>
                <fieldset>
                    <legend>{ AttrValue::from(words.size_label.clone()) }</legend>
                    { choices("size", sizes, size, |(theme, _), n| (theme, n)) }
                </fieldset>
            </div>
        </details>
    }
}

/// Theme and size as they were kept; what is not known is as the system says.
fn parse(kept: &str) -> (usize, usize) {
    let mut names = kept.split(' ');
    let place = |list: [&str; 3], name: Option<&str>| list.iter().position(|n| Some(*n) == name).unwrap_or_default();
    (place(THEMES, names.next()), place(SIZES, names.next()))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn an_unknown_look_is_as_the_system_says() {
        assert_eq!(parse("dark large"), (2, 1));
        assert_eq!(parse("light"), (1, 0));
        assert_eq!(parse("pink huge"), (0, 0));
        assert_eq!(parse(""), (0, 0));
    }
}
