//! A rehearsal. Browsers compile a program piece by piece, as each is first used, and look up letter forms as they are
//! first shown: on a slow phone that makes the first answer three times as slow as the second. So once the page stands
//! and the program has come whole, a question of each kind that the page has is answered where nobody sees, hears or
//! counts it.

use std::rc::Rc;
use std::time::Duration;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

use super::questions::QuestionCard;
use super::session::Session;
use super::setting::{Setting, use_setting};
use super::shared::Shared;
use crate::course::LessonPage;
use crate::learner::Event;
use crate::quiz::Question;

/// Before the first step: whoever taps at once is served first. And between two looks whether the program is whole.
const BEFORE: Duration = Duration::from_secs(1);
/// Between two steps, so that a tap does not wait for more than one of them.
const PAUSE: Duration = Duration::from_millis(60);

/// Rehearses the questions of the lesson, once.
#[component]
pub(super) fn Rehearsal() -> Html {
    let setting = use_setting();
    let scene = use_state(|| None::<Shared<Question>>);
    let stage = use_node_ref();
    // Once; where the first page is the cover, when it gives way to a lesson.
    use_effect_with(setting.lesson().is_some(), {
        let (setting, scene, stage) = (setting.clone(), scene.setter(), stage.clone());
        move |_| {
            spawn_local(async move {
                sleep(BEFORE).await;
                while !setting.session.host().is_whole() {
                    sleep(BEFORE).await;
                }
                for question in setting.lesson().map(one_of_each_kind).unwrap_or_default() {
                    sleep(PAUSE).await;
                    scene.set(Some(Shared::of(&question)));
                    sleep(PAUSE).await;
                    let button = stage.cast::<Element>().and_then(|stage| stage.query_selector("button.check").ok()?);
                    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                        button.click();
                    }
                }
                sleep(PAUSE).await;
                scene.set(None);
            });
        }
    });
    match &*scene {
        Some(question) => filled_in(&setting, question, &stage),
        None => Html::default(),
    }
}

/// The question with its right response filled in, for a session of its own that keeps nothing. Apart from the rest of
/// the component, for it comes with the second part of the program.
#[inline(never)]
fn filled_in(setting: &Setting, question: &Shared<Question>, stage: &NodeRef) -> Html {
    let session = Rc::new(Session::kept_nowhere(Rc::clone(setting.session.host())));
    session.dispatch([Event::Drafted(question.id.clone(), question.right_response())]);
    let number = question.task.number();
    html! {
        <ContextProvider<Setting> context={Setting { session, ..setting.clone() }}>
            // A form, so that its inputs are of no group with those of the same names in the page. Nothing submits it.
            <form class="rehearsal" inert=true aria-hidden="true" ref={stage}>
                <QuestionCard key={number} question={question.clone()} number=1 total=1 />
            </form>
        </ContextProvider<Setting>>
    }
}

fn one_of_each_kind(lesson: &LessonPage) -> Vec<Rc<Question>> {
    let mut found: Vec<Rc<Question>> = Vec::new();
    for question in lesson.questions() {
        if found.iter().all(|known| known.task.number() != question.task.number()) {
            found.push(Rc::clone(question));
        }
    }
    found
}
