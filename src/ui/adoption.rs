//! Questions as served are adopted one after the other. Each is an application of its own in an element of its own: so
//! a page is live as soon as what stands around its questions is, a slow phone is never held up by all of them at a
//! stretch. A button that is clicked meanwhile is clicked again.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

use super::questions::{QuestionCard, QuestionCardProps};
use super::session::Session;
use super::setting::Setting;
use crate::course::LessonPage;
use crate::id::{ClaimId, Text};
use crate::learner::{Event, Progress};

/// The class of the element in which a question is served.
const PLACE: &str = "place";

/// A question as an application of its own: what it finds around it, and its card. That this is a component already, and
/// weighs nothing, is why it is none of ours.
type Question = ContextProvider<Setting>;

fn question(context: Setting, card: QuestionCardProps) -> yew::context::ContextProviderProps<Setting> {
    yew::context::ContextProviderProps { context, children: html! { <QuestionCard ..card /> } }
}

/// The place of a question, with the question as it is served.
#[cfg(feature = "ssr")]
pub(super) async fn served(setting: &Setting, card: QuestionCardProps, adoptable: bool) -> String {
    let renderer = yew::LocalServerRenderer::<Question>::with_props(question(setting.clone(), card));
    format!("<div class=\"{PLACE}\">{}</div>", renderer.hydratable(adoptable).render().await)
}

/// A question that waits to be adopted.
struct Waiting {
    place: Element,
    card: QuestionCardProps,
}

/// The page as served.
#[derive(Default)]
pub(super) struct Served {
    /// What stands around its questions.
    pub(super) around: NodeRef,
    /// What its data leave out, read back from it when it gives way to another.
    pub(super) stills: RefCell<Vec<Text>>,
    /// The cards of its claims, which its data leave out too, read back with the stills.
    pub(super) cards: RefCell<Vec<Text>>,
    setting: RefCell<Option<Setting>>,
    waiting: RefCell<Vec<Waiting>>,
    /// Buttons that were clicked before they could be heard.
    clicked: RefCell<Vec<HtmlElement>>,
    #[cfg(feature = "browser")]
    adopted: RefCell<Vec<AppHandle<Question>>>,
}

impl Served {
    /// Adopts questions, which stand in the page in this order, each in a task of its own.
    pub(super) fn adopt(self: &Rc<Self>, setting: Setting, cards: Vec<QuestionCardProps>) {
        let Some(around) = self.around.cast::<Element>() else { return };
        let Ok(places) = around.query_selector_all(&format!(".{PLACE}")) else { return };
        let place = |n: usize| places.item(u32::try_from(n).ok()?)?.dyn_into::<Element>().ok();
        let waiting = cards.into_iter().enumerate().filter_map(|(n, card)| Some(Waiting { place: place(n)?, card }));
        *self.waiting.borrow_mut() = waiting.collect();
        *self.setting.borrow_mut() = Some(setting);
        let waiting = Rc::downgrade(self);
        spawn_local(async move {
            // The first, too, comes in a task of its own, after the one in which the page becomes live.
            sleep(Duration::ZERO).await;
            while waiting.upgrade().is_some_and(|served| served.adopt_next()) {
                sleep(Duration::ZERO).await;
            }
        });
    }

    /// Adopts the first of those that wait; `false` if none does.
    fn adopt_next(&self) -> bool {
        let next = {
            let mut waiting = self.waiting.borrow_mut();
            (!waiting.is_empty()).then(|| waiting.remove(0))
        };
        next.map(|next| self.adopt_one(next)).is_some()
    }

    /// Hears of a click on a button of a question that waits. What is chosen or typed needs not be heard: it is read when
    /// the question is adopted.
    pub(super) fn hear(&self, event: &MouseEvent) {
        let clicked = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = clicked.and_then(|clicked| clicked.closest(&format!(".{PLACE} button")).ok()?);
        if let Some(button) = button.and_then(|button| button.dyn_into().ok()) {
            self.clicked.borrow_mut().push(button);
        }
    }

    /// A question stands. With the last of them, what was clicked in any is clicked again.
    pub(super) fn stands(&self) {
        if self.waiting.borrow().is_empty() {
            let clicked = self.clicked.take();
            spawn_local(async move {
                for button in clicked {
                    button.click();
                    // What one click changes is there for the next.
                    sleep(Duration::ZERO).await;
                }
            });
        }
    }

    fn adopt_one(&self, Waiting { place, card }: Waiting) {
        // For readers without the program: a fifth of the page, which would be adopted node by node.
        if let Ok(Some(answer)) = place.query_selector(".shown-answer") {
            answer.remove();
        }
        let Some(setting) = self.setting.borrow().clone() else { return };
        let (host, id) = (setting.session.host(), &card.question.id);
        // As it is served, nothing is known of it but what is filled in.
        let mut known = Progress::default();
        if let Some(response) = host.tapped(id) {
            let tapped = Event::Drafted(id.clone(), response);
            known = known.apply(tapped.clone());
            setting.session.dispatch([tapped]);
        }
        let as_served = Some(Rc::new(Session::new(Rc::clone(host), known)));
        self.hydrate(place, Setting { as_served, ..setting }, card);
    }

    #[cfg(feature = "browser")]
    fn hydrate(&self, place: Element, setting: Setting, card: QuestionCardProps) {
        let adopted = yew::Renderer::<Question>::with_root_and_props(place, question(setting, card)).hydrate();
        self.adopted.borrow_mut().push(adopted);
    }

    /// Where there is no browser there is nothing to adopt.
    #[cfg(not(feature = "browser"))]
    fn hydrate(&self, _: Element, _: Setting, _: QuestionCardProps) {
        self.waiting.borrow_mut().clear();
    }

    /// The card of a claim of `lesson`, the lesson as served: from its page, or as it was read back from it.
    pub(super) fn card(&self, lesson: Option<&LessonPage>, claim: &ClaimId) -> Text {
        let place = lesson.and_then(|lesson| lesson.grounds.iter().position(|ground| ground.id == *claim));
        let kept = place.and_then(|place| self.cards.borrow().get(place).cloned());
        kept.unwrap_or_else(|| self.card_in_page(claim))
    }

    /// The card of a claim as it stands in the page.
    pub(super) fn card_in_page(&self, claim: &ClaimId) -> Text {
        let around = self.around.cast::<Element>();
        let card = around.and_then(|around| around.query_selector(&format!("#claim-{claim}")).ok()?);
        card.map(|card| card.inner_html().into()).unwrap_or_default()
    }

    /// The page gives way to another.
    pub(super) fn end(&self) {
        self.waiting.borrow_mut().clear();
        self.setting.take();
        #[cfg(feature = "browser")]
        for question in self.adopted.take() {
            question.destroy();
        }
    }
}
