//! How far one has come in a lesson, drawn as a row of its questions.

use yew::prelude::*;

use crate::course::{LessonPage, fill};
use crate::learner::standing;
use crate::ui::session::use_session;
use crate::ui::setting::use_setting;
use crate::ui::shared::Shared;

/// What [`StandingLine`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct StandingLineProps {
    /// The lesson.
    pub page: Shared<LessonPage>,
}

/// How far one has come in a lesson.
#[component]
pub(crate) fn StandingLine(props: &StandingLineProps) -> Html {
    let setting = use_setting();
    let page = props.page.clone();
    let standing = use_session(move |session| {
        session.look(|progress| standing(progress, page.lesson.questions().map(|q| (&q.id, q.revision))))
    });
    html! {
        <p class="standing-line">
            <progress max={standing.total.to_string()} value={standing.answered.to_string()}
                aria-hidden="true"></progress>
            <span>{ fill(&setting.words().lesson_progress, &[("answered", &standing.answered), ("total", &standing.total)]) }</span>
        </p>
    }
}
