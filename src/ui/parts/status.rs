//! How things stand: how far one has come in a lesson, what is not kept or could not be fetched (one line, never in the
//! way), and what is said to those who listen rather than look (one live region for the whole page).

use yew::prelude::*;

use crate::course::{Content, fill};
use crate::id::Text;
use crate::learner::standing;
use crate::ui::session::{Keeping, use_session_later};
use crate::ui::setting::use_setting;

/// How things stand.
#[component]
pub(crate) fn Status() -> Html {
    let setting = use_setting();
    let words = setting.words();
    let (keeping, fetch_failed, announcement, standing) = use_session_later({
        let page = setting.page.clone();
        move |session| {
            let standing = match &page.content {
                Content::Desk(_) => None,
                Content::Lesson(page) => Some(session.look(|progress| {
                    standing(progress, page.questions().map(|question| (&question.id, question.revision)))
                })),
            };
            (session.keeping(), session.fetch_failed(), session.announcement(), standing)
        }
    });
    let kept = match keeping {
        Keeping::Kept => None,
        Keeping::NoStorage => Some(&words.not_kept),
        Keeping::Full => Some(&words.not_kept_full),
        Keeping::Newer => Some(&words.not_kept_newer),
        Keeping::Damaged => Some(&words.kept_damaged),
    };
    let fetched = fetch_failed.then_some(&words.page_not_fetched);
    let line = |text: &Text| html! { <p>{ AttrValue::from(text.clone()) }</p> };
    let bar = standing.map(|standing| {
        let said = fill(&words.lesson_progress, &[("answered", &standing.answered), ("total", &standing.total)]);
        html! {
            <section class="standing" aria-label={AttrValue::from(words.progress_label.clone())}>
                <progress max={standing.total.to_string()} value={standing.answered.to_string()} aria-hidden="true"></progress>
                <span>{ said }</span>
            </section>
        }
    });
    html! {
        <>
            { bar }
            <div class="notices" role="status">{ for kept.into_iter().chain(fetched).map(line) }</div>
            <p class="announcer" role="status">{ AttrValue::from(announcement) }</p>
        </>
    }
}
