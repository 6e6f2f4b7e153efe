//! What is not kept, or could not be fetched: one line, said once, never in the way. And what is said to those who
//! listen rather than look: one live region for the whole page.

use yew::prelude::*;

use crate::ui::session::{Keeping, use_session};
use crate::ui::setting::use_setting;

/// The notices.
#[component]
pub(crate) fn Notices() -> Html {
    let setting = use_setting();
    let words = setting.words();
    let (keeping, fetch_failed, announcement) =
        use_session(|session| (session.keeping(), session.fetch_failed(), session.announcement()));
    let kept = match keeping {
        Keeping::Kept => None,
        Keeping::NoStorage => Some(&words.not_kept),
        Keeping::Full => Some(&words.not_kept_full),
        Keeping::Newer => Some(&words.not_kept_newer),
        Keeping::Damaged => Some(&words.kept_damaged),
    };
    let fetched = fetch_failed.then_some(&words.page_not_fetched);
    let line = |text: &crate::id::Text| html! { <p>{ AttrValue::from(text.clone()) }</p> };
    html! {
        <>
            <div class="notices" role="status">{ for kept.into_iter().chain(fetched).map(line) }</div>
            <p class="announcer" role="status">{ AttrValue::from(announcement) }</p>
        </>
    }
}
