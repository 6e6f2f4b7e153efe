//! The application: one page at a time, and the ways from page to page.

use std::cell::RefCell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::adoption::Served;
use super::head::head;
use super::pages::{Cover, Practice, ProgressView, ResultView, Search, cards, is_served, lesson};
use super::parts::{Status, Ways, follow, foot, masthead};
use super::questions::QuestionCardProps;
use super::rehearsal::Rehearsal;
use super::served::stills;
use super::setting::{HostHandle, Links, Setting};
use super::shared::Shared;
use super::{Address, Kept, Session, View};
use crate::course::{Content, Page, unsealed};
use crate::host::Signal;
use crate::id::{LanguageId, Text};
use crate::learner::Progress;

/// What the application begins with. Given once: two are equal if they are one and the same.
#[derive(Clone)]
pub struct Start {
    /// The address of the first page.
    pub address: Address,
    /// The first page.
    pub page: Rc<Page>,
    /// What is known of the learner before anything is read back.
    pub progress: Progress,
    /// What was kept of the learner, if it has been read already.
    pub kept: Kept,
    /// What stands in a lesson as it is served; nothing where the lesson is drawn.
    pub served: Text,
    /// How links are written.
    pub links: Links,
    /// Whether the page is also for readers without the program: then answers stand in it, folded away.
    pub still: bool,
    /// The build to which program and pages belong.
    pub build: Text,
}

impl Start {
    fn session(&self, host: &HostHandle) -> Session {
        Session::new(Rc::clone(&host.0), self.progress.clone()).already_read(self.kept.clone())
    }
}

impl PartialEq for Start {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
    }
}

/// A program: which pages it shows, and how. The others are loaded, with the program that shows them.
///
/// There are two, so that a lesson need not wait for what only the pages around it need: see [`LESSONS`] and [`DESK`].
#[derive(Clone, Copy, Debug)]
pub struct Program {
    /// Its name, and the beginning of the name of its files.
    pub name: &'static str,
    /// Whether it shows a view.
    pub shows: fn(&View) -> bool,
    /// Draws a view.
    view: fn(&Setting, &Address, &Content) -> Html,
    /// The cards of the questions that stand in a page as served, and are adopted one after the other.
    served: fn(&Setting, &Address, &Content) -> Vec<QuestionCardProps>,
}

/// Lessons and their results.
pub const LESSONS: Program = Program {
    name: "lesson",
    shows: |view| matches!(view, View::Lesson(_) | View::Result(_)),
    view: |setting, address, content| match (content, &address.view) {
        (Content::Lesson(page), View::Result(_)) => html! { <ResultView page={Shared::of(page)} /> },
        (Content::Lesson(page), View::Cover | View::Practice | View::Progress | View::Search | View::Lesson(_)) => {
            lesson(setting, page)
        }
        (Content::Desk(_), _) => Html::default(),
    },
    served: |setting, address, content| match (content, &address.view) {
        (Content::Lesson(page), View::Lesson(_)) if is_served(setting, page) => cards(page),
        (Content::Lesson(_) | Content::Desk(_), _) => Vec::new(),
    },
};

/// The pages around the lessons.
pub const DESK: Program = Program {
    name: "desk",
    shows: |view| matches!(view, View::Cover | View::Practice | View::Progress | View::Search),
    view: |_, address, content| {
        let Content::Desk(outline) = content else { return Html::default() };
        let outline = Shared::of(outline);
        match address.view {
            View::Practice => html! { <Practice {outline} /> },
            View::Progress => html! { <ProgressView {outline} /> },
            // In another language other things are found.
            View::Search => html! { <Search key={address.language.as_str()} {outline} /> },
            View::Cover | View::Lesson(_) | View::Result(_) => html! { <Cover {outline} /> },
        }
    },
    served: |_, _, _| Vec::new(),
};

/// All of them: for the file that holds the whole course.
pub const WHOLE: Program = Program {
    name: "whole",
    shows: |_| true,
    view: |setting, address, content| match content {
        Content::Lesson(_) => (LESSONS.view)(setting, address, content),
        Content::Desk(_) => (DESK.view)(setting, address, content),
    },
    // Nothing is served in it.
    served: |_, _, _| Vec::new(),
};

/// The program that shows a view.
pub fn program_of(view: &View) -> Program {
    if (LESSONS.shows)(view) { LESSONS } else { DESK }
}

/// What [`App`] needs.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The world around the program.
    pub host: HostHandle,
    /// What to begin with.
    pub start: Rc<Start>,
    /// The program that runs.
    pub program: Program,
}

impl PartialEq for Program {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// How a page came to be shown, and so what happens to focus and scrolling.
#[derive(Clone, Debug, PartialEq)]
enum Arrival {
    /// With the document.
    Loaded,
    /// By a link: focus on its target, or on the heading.
    Followed(Option<String>),
    /// By a change of language: the place is kept.
    Translated(Option<(String, Place)>),
    /// By going back or forward: the browser restores the place.
    Moved,
}

/// A distance from the top of the window, in CSS pixels; compared by its bits, for Yew.
#[derive(Clone, Copy, Debug)]
struct Place(f64);

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_bits() == other.0.to_bits()
    }
}

#[derive(Clone, PartialEq)]
struct Shown {
    address: Address,
    page: Shared<Page>,
    arrival: Arrival,
}

impl Shown {
    fn first(start: &Start) -> Self {
        Self { address: start.address.clone(), page: Shared::of(&start.page), arrival: Arrival::Loaded }
    }
}

/// Pages seen so far, by the path of their data: going back needs no network.
type Seen = Rc<RefCell<Vec<(String, Shared<Page>)>>>;

/// The application.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { host, start, program } = props;
    let program = *program;
    let session = use_memo((), |()| start.session(host));
    let seen: Seen = use_memo((), |()| RefCell::new(vec![(start.address.data_path(), Shared::of(&start.page))]));
    let shown = use_state(|| Shown::first(start));
    let main = use_node_ref();
    let served = use_memo((), |()| Served::default());
    let arrive = arriving(&session, &seen, &shown, start, (&main, &served));

    use_effect_with((), {
        let (session, arrive) = (Rc::clone(&session), arrive.clone());
        move |()| {
            session.restore();
            let listening = session.host().listen(Rc::new({
                let session = Rc::clone(&session);
                move |signal| match &signal {
                    Signal::Stored(..) => session.hear(&signal),
                    Signal::Moved(path) => {
                        match Address::parse(path).filter(|address| (program.shows)(&address.view)) {
                            Some(address) => arrive.emit((address, Arrival::Moved)),
                            None => session.host().visit(path),
                        }
                    }
                }
            }));
            move || drop(listening)
        }
    });
    let onclick = use_callback((shown.clone(), arrive), {
        let (session, links) = (Rc::clone(&session), start.links.clone());
        move |event: MouseEvent, (shown, arrive)| {
            let way = follow(&event, &links, &shown.address);
            let way = way.filter(|way| (program.shows)(&way.to.view) && session.host().can_route());
            let Some(way) = way else { return };
            event.prevent_default();
            let is_translation = way.to.language != shown.address.language;
            let place = || session.host().place().map(|(id, distance)| (id, Place(distance)));
            let arrival = if is_translation { Arrival::Translated(place()) } else { Arrival::Followed(way.anchor) };
            arrive.emit((way.to, arrival));
        }
    });
    let setting = Setting { served: Rc::clone(&served), ..setting(start, &shown, session) };
    use_effect_with((*shown).clone(), {
        let setting = setting.clone();
        move |shown| {
            settle(&setting.session, shown);
            let served = Rc::clone(&setting.served);
            let cards = (program.served)(&setting, &shown.address, &shown.page.content);
            served.adopt(setting, cards);
            move || served.end()
        }
    });
    let to_language = |choice: &LanguageId| start.links.to(&shown.address.in_language(choice));
    let languages: Vec<_> = shown.page.languages.iter().map(|choice| (choice, to_language(&choice.id))).collect();
    let ways = Ways { languages: &languages, home: start.links.to(&shown.address.with(View::Cover)) };
    let top = masthead(setting.words(), &shown.page.language, ways, Some(onclick.clone()));
    // Drawn again for another page, and not for everything that happens in this one.
    let view = use_memo((*shown).clone(), |shown| (program.view)(&setting, &shown.address, &shown.page.content));
    // With what the address asks for: in the file that holds the whole course it changes without loading.
    let key = shown.address.view.key() + &host.0.query();
    html! {
        <ContextProvider<Setting> context={setting}>
            { top }
            <Status />
            <main id="content" tabindex="-1" ref={main} key={key} {onclick}>{ (*view).clone() }</main>
            <Rehearsal />
            { foot(&start.links, &shown.page.foot) }
        </ContextProvider<Setting>>
    }
}

/// What components find around them at the beginning.
fn setting(start: &Rc<Start>, shown: &Shown, session: Rc<Session>) -> Setting {
    Setting {
        page: shown.page.clone(),
        address: shown.address.clone(),
        start: Rc::clone(start),
        is_paper: false,
        served: Rc::default(),
        session,
        as_served: None,
    }
}

/// The page as HTML: such that the program can adopt it, or for good.
#[cfg(feature = "ssr")]
pub async fn rendered(props: AppProps, adoptable: bool) -> String {
    use super::pages::inside;
    use yew::context::ContextProviderProps;

    let AppProps { host, start, program } = props;
    let mut start = start;
    if let (Content::Lesson(page), View::Lesson(_)) = (&start.page.content, &start.address.view) {
        let session = Rc::new(start.session(&host));
        let shown = Shown::first(&start);
        let setting = setting(&start, &shown, session);
        let mut questions = Vec::new();
        for card in cards(page) {
            questions.push(super::adoption::served(&setting, card, adoptable).await.into());
        }
        let inside = inside(&setting, page, &questions);
        let context = ContextProviderProps { context: setting, children: inside };
        let inside = yew::LocalServerRenderer::<ContextProvider<Setting>>::with_props(context).hydratable(false);
        start = Rc::new(Start { served: inside.render().await.into(), ..(*start).clone() });
    }
    let props = AppProps { host, start, program };
    yew::LocalServerRenderer::<App>::with_props(props).hydratable(adoptable).render().await
}

impl View {
    /// A name for the view, so that what a page remembers does not carry over to another.
    fn key(&self) -> String {
        match self {
            Self::Cover => String::new(),
            Self::Practice => "practice".to_owned(),
            Self::Progress => "progress".to_owned(),
            Self::Search => "search".to_owned(),
            Self::Lesson(lesson) => lesson.to_string(),
            Self::Result(lesson) => format!("{lesson}/result"),
        }
    }
}

/// A callback that shows an address: at once if its page has been seen, else as soon as it is fetched. If it cannot
/// be fetched, the page stays, and says so.
fn arriving(
    session: &Rc<Session>,
    seen: &Seen,
    shown: &UseStateHandle<Shown>,
    start: &Rc<Start>,
    (main, served): (&NodeRef, &Rc<Served>),
) -> Callback<(Address, Arrival)> {
    let (session, seen, shown, build) = (Rc::clone(session), Rc::clone(seen), shown.setter(), start.build.clone());
    let (first, main, served) = (Rc::clone(&start.page), main.clone(), Rc::clone(served));
    Callback::from(move |(address, arrival): (Address, Arrival)| {
        let is_first = served.stills.borrow().is_empty();
        if let (Content::Lesson(lesson), true, Some(main)) = (&first.content, is_first, main.cast()) {
            served.stills.replace(stills(lesson, &main).unwrap_or_default());
            served.cards.replace(lesson.grounds.iter().map(|ground| served.card_in_page(&ground.id)).collect());
        }
        let (session, seen, shown, build) = (Rc::clone(&session), Rc::clone(&seen), shown.clone(), build.clone());
        let path = address.data_path();
        let show = {
            let address = address.clone();
            move |page: Shared<Page>, session: &Session| {
                if arrival != Arrival::Moved {
                    session.host().push(&address.to_string());
                }
                session.set_fetch_failed(false);
                shown.set(Shown { address, page, arrival });
            }
        };
        let known = seen.borrow().iter().find(|(known, _)| *known == path).map(|(_, page)| page.clone());
        if let Some(page) = known {
            show(page, &session);
            return;
        }
        spawn_local(async move {
            let Ok(text) = session.host().fetch(&path).await else {
                session.set_fetch_failed(true);
                return;
            };
            match unsealed::<Page>(&text, &build) {
                Some(page) => {
                    let page = Shared::of(&Rc::new(page));
                    seen.borrow_mut().push((path, page.clone()));
                    show(page, &session);
                }
                // The course was updated while this page was open: its program is fetched with the page.
                None => session.host().visit(&address.to_string()),
            }
        });
    })
}

/// Once a page stands: title, focus and place.
fn settle(session: &Session, shown: &Shown) {
    let host = session.host();
    if shown.arrival != Arrival::Loaded {
        host.show_title(&head(&shown.page, &shown.address).title, shown.address.language.as_str());
    }
    match &shown.arrival {
        Arrival::Loaded | Arrival::Moved | Arrival::Translated(None) => {}
        Arrival::Followed(anchor) => host.reveal(anchor.as_deref()),
        Arrival::Translated(Some((id, place))) => host.keep_place(id, place.0),
    }
}
