//! What every component finds around it: the page, its words, the links, and the session.

use std::rc::Rc;

use yew::prelude::*;

use super::adoption::Served;
use super::app::Start;
use super::shared::Shared;
use super::{Address, Session};
use crate::course::{Content, Ground, LessonPage, Page, Words};
use crate::host::Host;
use crate::id::{ClaimId, QuestionId, Text};
use crate::learner::Event;

/// A host that can be handed to components: two handles are equal if they lead to the same host.
#[derive(Clone)]
pub struct HostHandle(pub Rc<dyn Host>);

impl PartialEq for HostHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// How links are written: from where, and whether folders need their `index.html`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    /// What stands before a path: `../../` in a page as served, an absolute address in the browser.
    pub root: AttrValue,
    /// Whether pages are files: a browser shows a listing for a folder of a file system.
    pub to_files: bool,
}

impl Links {
    /// The link to an address.
    pub fn to(&self, address: &Address) -> String {
        self.page(&address.to_string())
    }

    /// The link to a page that no program shows, by its path from the root of the course.
    pub fn page(&self, path: &str) -> String {
        let file = if self.to_files { "index.html" } else { "" };
        format!("{}{path}{file}", self.root)
    }

    /// The link to a page that lies below an address, and that no program shows.
    pub fn below(&self, address: &Address, path: &str) -> String {
        self.page(&format!("{address}{path}/"))
    }
}

/// What every component finds around it.
#[derive(Clone)]
pub(super) struct Setting {
    pub(super) page: Shared<Page>,
    pub(super) address: Address,
    /// What the application began with.
    pub(super) start: Rc<Start>,
    /// Whether its questions are a paper, apart from their lessons.
    pub(super) is_paper: bool,
    /// The first page, as it was served.
    pub(super) served: Rc<Served>,
    pub(super) session: Rc<Session>,
    /// What a question as served shows while it is adopted: what is known of it comes right after.
    pub(super) as_served: Option<Rc<Session>>,
}

impl PartialEq for Setting {
    fn eq(&self, other: &Self) -> bool {
        self.page == other.page && self.address == other.address && Rc::ptr_eq(&self.session, &other.session)
    }
}

impl Setting {
    pub(super) fn words(&self) -> &Words {
        &self.page.words
    }

    /// The lesson that the page shows.
    pub(super) fn lesson(&self) -> Option<&LessonPage> {
        match &self.page.content {
            Content::Lesson(page) => Some(page),
            Content::Desk(_) => None,
        }
    }

    /// The event of having come to the section of a question; none on a paper, which is no place to go back to.
    pub(super) fn reached(&self, question: &QuestionId) -> Option<Event> {
        let page = self.lesson().filter(|_| !self.is_paper)?;
        let section = page.section_of(question)?;
        Some(Event::Reached(page.id.clone(), section.id.clone(), self.session.now().minute))
    }

    /// The claim of that name, on the page of a lesson.
    pub(super) fn ground(&self, id: &ClaimId) -> Option<&Ground> {
        self.lesson()?.ground(id)
    }

    /// The card of a claim. The data of a lesson as served leave it out, for it stands in the page.
    pub(super) fn card(&self, ground: &Ground) -> Text {
        if ground.card.is_empty() { self.served.card(self.lesson(), &ground.id) } else { ground.card.clone() }
    }
}

/// The setting of the component.
#[hook]
#[expect(clippy::expect_used, reason = "App provides the setting around every component that is ever rendered")]
pub(super) fn use_setting() -> Setting {
    use_context::<Setting>().expect("a component stands outside of App")
}
