//! The application: one page at a time, and the ways from page to page.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::head::head;
use super::pages::{Cover, LessonView, ResultView};
use super::parts::{Announcer, Masthead, Notices};
use super::setting::{HostHandle, Links, Setting, Way};
use super::{Address, Session, View};
use crate::course::{Content, Page};
use crate::host::Signal;
use crate::learner::Progress;

/// What the application begins with.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// The address of the first page.
    pub address: Address,
    /// The first page.
    pub page: Rc<Page>,
    /// What was tapped before the program ran.
    pub tapped: Progress,
    /// How links are written.
    pub links: Links,
}

/// What [`App`] needs.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The world around the program.
    pub host: HostHandle,
    /// What to begin with.
    pub start: Rc<Start>,
}

/// How a page came to be shown, and so what happens to focus and scrolling.
#[derive(Clone, Debug, PartialEq)]
enum Arrival {
    /// With the document.
    Loaded,
    /// By a link: focus on its target, or on the heading.
    Followed(Option<AttrValue>),
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

#[derive(Clone, Debug, PartialEq)]
struct Shown {
    address: Address,
    page: Rc<Page>,
    arrival: Arrival,
}

/// Pages seen so far, by the path of their data: going back needs no network.
type Seen = Rc<RefCell<BTreeMap<String, Rc<Page>>>>;

/// The application.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { host, start } = props;
    let session = use_memo((), |()| Session::new(Rc::clone(&host.0), start.tapped.clone()));
    let seen: Seen = use_memo((), |()| {
        RefCell::new(BTreeMap::from([(start.address.data_path(), Rc::clone(&start.page))]))
    });
    let shown = use_state(|| Shown {
        address: start.address.clone(),
        page: Rc::clone(&start.page),
        arrival: Arrival::Loaded,
    });
    let arrive = arriving(&session, &seen, &shown);

    use_effect_with((), {
        let (session, arrive) = (Rc::clone(&session), arrive.clone());
        move |()| {
            session.restore();
            let listening = session.host().listen(Rc::new({
                let session = Rc::clone(&session);
                move |signal| match &signal {
                    Signal::Stored(..) => session.hear(&signal),
                    Signal::Moved(path) => match Address::parse(path) {
                        Some(address) => arrive.emit((address, Arrival::Moved)),
                        None => session.host().visit(path),
                    },
                }
            }));
            move || drop(listening)
        }
    });
    use_effect_with((*shown).clone(), {
        let session = Rc::clone(&session);
        move |shown| settle(&session, shown)
    });

    let go = use_callback((shown.clone(), arrive), {
        let session = Rc::clone(&session);
        move |way: Way, (shown, arrive)| {
            let is_translation = way.to.language != shown.address.language;
            let place = || session.host().place().map(|(id, distance)| (id, Place(distance)));
            let arrival = if is_translation { Arrival::Translated(place()) } else { Arrival::Followed(way.anchor) };
            arrive.emit((way.to, arrival));
        }
    });
    let setting = Setting {
        page: Rc::clone(&shown.page),
        address: shown.address.clone(),
        links: start.links.clone(),
        session,
        go,
    };
    html! {
        <ContextProvider<Setting> context={setting}>
            <Masthead />
            <Notices />
            <main id="content" tabindex="-1" key={shown.address.view.key()}>{ view(&shown) }</main>
            <Announcer />
        </ContextProvider<Setting>>
    }
}

impl View {
    /// A name for the view, so that what a page remembers does not carry over to another.
    fn key(&self) -> String {
        match self {
            Self::Cover => String::new(),
            Self::Lesson(lesson) => lesson.to_string(),
            Self::Result(lesson) => format!("{lesson}/result"),
        }
    }
}

fn view(shown: &Shown) -> Html {
    match (&shown.page.content, &shown.address.view) {
        (Content::Lesson(page), View::Result(_)) => html! { <ResultView page={Rc::clone(page)} /> },
        (Content::Lesson(page), View::Lesson(_) | View::Cover) => html! { <LessonView page={Rc::clone(page)} /> },
        (Content::Cover(outline), View::Cover | View::Lesson(_) | View::Result(_)) => {
            html! { <Cover outline={Rc::clone(outline)} /> }
        }
    }
}

/// A callback that shows an address: at once if its page has been seen, else as soon as it is fetched. If it cannot
/// be fetched, the page stays, and says so.
fn arriving(session: &Rc<Session>, seen: &Seen, shown: &UseStateHandle<Shown>) -> Callback<(Address, Arrival)> {
    let (session, seen, shown) = (Rc::clone(session), Rc::clone(seen), shown.setter());
    Callback::from(move |(address, arrival): (Address, Arrival)| {
        let (session, seen, shown) = (Rc::clone(&session), Rc::clone(&seen), shown.clone());
        let path = address.data_path();
        let show = move |page: Rc<Page>, session: &Session| {
            if arrival != Arrival::Moved {
                session.host().push(&address.to_string());
            }
            session.set_fetch_failed(false);
            shown.set(Shown { address, page, arrival });
        };
        let known = seen.borrow().get(&path).cloned();
        if let Some(page) = known {
            show(page, &session);
            return;
        }
        spawn_local(async move {
            let fetched = session.host().fetch(&path).await.ok();
            match fetched.and_then(|text| serde_json::from_str::<Page>(&text).ok()) {
                Some(page) => {
                    let page = Rc::new(page);
                    seen.borrow_mut().insert(path, Rc::clone(&page));
                    show(page, &session);
                }
                None => session.set_fetch_failed(true),
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
        Arrival::Loaded | Arrival::Moved => {}
        Arrival::Followed(anchor) => host.reveal(anchor.as_deref()),
        Arrival::Translated(Some((id, place))) => host.keep_place(id, place.0),
        Arrival::Translated(None) => {}
    }
}
