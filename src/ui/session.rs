//! The learner's session: progress, kept by the host after every event, and those who want to know of changes.
//!
//! A store with subscriptions and not a Yew context: an answer must redraw its own question and nothing else, within
//! one frame on a slow phone.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

use super::setting::{Setting, use_setting};
use crate::host::{Host, News, Refused, Signal};
use crate::id::Text;
use crate::learner::{Event, Loaded, Moment, Progress, load, save};

/// Where progress is stored.
pub const PROGRESS_KEY: &str = "shanyraq.progress";
/// Under this name, answers come that were given elsewhere and that the learner takes along. Nothing is stored there.
const ANSWERS_KEY: &str = "shanyraq.answers";
/// Where progress that could not be read is set aside.
const DAMAGED_KEY: &str = "shanyraq.progress.damaged";

/// Whether progress outlives the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeping {
    /// It does.
    Kept,
    /// The host refuses to store.
    NoStorage,
    /// There is no room.
    Full,
    /// What is stored comes from a newer version and is left alone.
    Newer,
    /// What was stored was damaged; it is set aside, and progress is kept again.
    Damaged,
}

/// What was kept on the device, read before all else: read while a page is adopted, on a device with few processors, it
/// would wait for the compilers that this sets to work.
#[derive(Clone, Default)]
pub struct Kept(Rc<Cell<Option<Read>>>);

/// What the host gave.
enum Read {
    Refused,
    Nothing,
    Something(Loaded, String),
}

impl Kept {
    /// Reads what is kept.
    pub fn read(host: &dyn Host) -> Self {
        Self(Rc::new(Cell::new(Some(Read::from(host)))))
    }
}

impl Read {
    /// Whether the host would give the same now: another tab may have written.
    fn still_holds(&self, host: &dyn Host) -> bool {
        match (self, host.read(PROGRESS_KEY)) {
            (Self::Refused, now) => now.is_err(),
            (Self::Nothing, now) => now == Ok(None),
            (Self::Something(_, text), now) => now.is_ok_and(|now| now.as_ref() == Some(text)),
        }
    }

    fn from(host: &dyn Host) -> Self {
        match host.read(PROGRESS_KEY) {
            Err(_) => Self::Refused,
            Ok(None) => Self::Nothing,
            Ok(Some(text)) => {
                host.mark("load");
                let loaded = load(&text);
                host.mark("loaded");
                Self::Something(loaded, text)
            }
        }
    }
}

type Listener = Rc<dyn Fn()>;
/// Looks something up in the session.
type Select<T> = Rc<dyn Fn(&Session) -> T>;

/// The learner's session.
pub struct Session {
    host: Rc<dyn Host>,
    kept: Kept,
    progress: RefCell<Progress>,
    keeping: Cell<Keeping>,
    /// Whether what happens in it is told to a page around this one.
    is_told: bool,
    fetch_failed: Cell<bool>,
    is_restored: Cell<bool>,
    announcement: RefCell<Text>,
    listeners: RefCell<Vec<(u32, Listener)>>,
    next_listener: Cell<u32>,
}

impl Session {
    /// A session that begins with what was tapped before the program ran. What was kept earlier comes by
    /// [`Session::restore`], after the first render.
    pub fn new(host: Rc<dyn Host>, tapped: Progress) -> Self {
        Self {
            host,
            kept: Kept::default(),
            progress: RefCell::new(tapped),
            keeping: Cell::new(Keeping::Kept),
            is_told: true,
            fetch_failed: Cell::new(false),
            is_restored: Cell::new(false),
            announcement: RefCell::new(Text::from("")),
            listeners: RefCell::default(),
            next_listener: Cell::new(0),
        }
    }

    /// The session, which restores what has been read already.
    pub(super) fn already_read(self, kept: Kept) -> Self {
        Self { kept, ..self }
    }

    /// A session that keeps and tells nothing, whatever happens in it.
    pub(super) fn kept_nowhere(host: Rc<dyn Host>) -> Self {
        let session = Self { is_told: false, ..Self::new(host, Progress::default()) };
        session.keeping.set(Keeping::Newer);
        session
    }

    /// The host.
    pub fn host(&self) -> &Rc<dyn Host> {
        &self.host
    }

    /// Whether what was kept on the device has been taken in.
    pub(super) fn is_restored(&self) -> bool {
        self.is_restored.get()
    }

    /// The time by the host's clock.
    pub(super) fn now(&self) -> Moment {
        self.host.now()
    }

    /// Looks at progress.
    pub fn look<T>(&self, look: impl FnOnce(&Progress) -> T) -> T {
        look(&self.progress.borrow())
    }

    pub(super) fn keeping(&self) -> Keeping {
        self.keeping.get()
    }

    pub(super) fn fetch_failed(&self) -> bool {
        self.fetch_failed.get()
    }

    pub(super) fn announcement(&self) -> Text {
        self.announcement.borrow().clone()
    }

    /// Takes in what was kept on the device.
    pub fn restore(&self) {
        let kept = self.kept.0.take().filter(|kept| kept.still_holds(&*self.host));
        match kept.unwrap_or_else(|| Read::from(&*self.host)) {
            Read::Refused => self.keeping.set(Keeping::NoStorage),
            Read::Nothing => {}
            Read::Something(Loaded::Progress(kept), _) => self.change(Event::Restored(kept)),
            Read::Something(Loaded::Newer, _) => self.keeping.set(Keeping::Newer),
            Read::Something(Loaded::Corrupt, text) => {
                // Set aside before anything is written over it; if even that is refused, nothing is written at all.
                let set_aside = self.host.write(DAMAGED_KEY, &text);
                self.keeping.set(set_aside.map_or(Keeping::Full, |()| Keeping::Damaged));
            }
        }
        self.is_restored.set(true);
        self.notify();
    }

    /// Something happened: progress changes, all who want to know are told, and it is kept.
    pub fn dispatch(&self, events: impl IntoIterator<Item = Event>) {
        events.into_iter().for_each(|event| self.change(event));
        self.notify();
        self.keep();
    }

    /// Another tab changed what is stored. What it wrote is taken in; what it spoiled is mended at the next answer. What
    /// the learner takes along is taken in the same way, and kept: no other tab has.
    pub(super) fn hear(&self, signal: &Signal) {
        if let Signal::Stored(key, Some(text)) = signal
            && (key == PROGRESS_KEY || key == ANSWERS_KEY)
        {
            match load(text) {
                Loaded::Progress(theirs) => self.change(Event::HeardOf(theirs)),
                Loaded::Newer => self.keeping.set(Keeping::Newer),
                Loaded::Corrupt => {}
            }
            self.notify();
            if key == ANSWERS_KEY {
                self.keep();
            }
        }
    }

    /// Says something to those who listen rather than look.
    pub(super) fn announce(&self, text: &str) {
        // A text that stays the same is not read again: a no-break space makes it another.
        let same = **self.announcement.borrow() == *text;
        *self.announcement.borrow_mut() =
            if same { Text::from(format!("{text}\u{a0}").as_str()) } else { Text::from(text) };
        self.notify();
    }

    /// Tells a page around this one.
    pub(super) fn tell(&self, news: News<'_>) {
        if self.is_told {
            self.host.tell(news);
        }
    }

    pub(super) fn set_fetch_failed(&self, failed: bool) {
        self.fetch_failed.set(failed);
        self.notify();
    }

    fn change(&self, event: Event) {
        let progress = self.progress.take();
        self.progress.replace(progress.apply(event));
    }

    fn keep(&self) {
        // Written down even where it is not kept: the rehearsal goes the same way as an answer.
        let text = save(&self.progress.borrow());
        let before = self.keeping.get();
        if before == Keeping::Newer {
            return;
        }
        let kept = match self.host.write(PROGRESS_KEY, &text) {
            Ok(()) if before == Keeping::Damaged => Keeping::Damaged,
            Ok(()) => Keeping::Kept,
            Err(Refused::Full) => Keeping::Full,
            Err(Refused::NoStorage | Refused::NotFetched) => Keeping::NoStorage,
        };
        self.keeping.set(kept);
        if kept != before {
            self.notify();
        }
    }

    fn notify(&self) {
        let listeners: Vec<Listener> =
            self.listeners.borrow().iter().map(|(_, listener)| Rc::clone(listener)).collect();
        for listener in listeners {
            listener();
        }
    }

    fn subscribe(&self, listener: Listener) -> u32 {
        let id = self.next_listener.get();
        self.next_listener.set(id.wrapping_add(1));
        self.listeners.borrow_mut().push((id, listener));
        id
    }

    fn unsubscribe(&self, id: u32) {
        self.listeners.borrow_mut().retain(|(listener, _)| *listener != id);
    }
}

/// What `select` finds in the session; the component is drawn again when it finds something else.
#[hook]
pub(super) fn use_session<T, F>(select: F) -> T
where
    T: Clone + PartialEq + 'static,
    F: Fn(&Session) -> T + 'static,
{
    use_session_at(select, Pace::AtOnce)
}

/// The same for what may come a frame later: it leaves the first frame to the question that was answered.
#[hook]
pub(super) fn use_session_later<T, F>(select: F) -> T
where
    T: Clone + PartialEq + 'static,
    F: Fn(&Session) -> T + 'static,
{
    use_session_at(select, Pace::AfterTheFrame)
}

/// When a component is drawn again.
#[derive(Clone, Copy)]
enum Pace {
    AtOnce,
    AfterTheFrame,
}

#[hook]
fn use_session_at<T, F>(select: F, pace: Pace) -> T
where
    T: Clone + PartialEq + 'static,
    F: Fn(&Session) -> T + 'static,
{
    let Setting { session, as_served, .. } = use_setting();
    let update = use_force_update();
    let shown = use_mut_ref(|| None::<T>);
    let first = as_served.filter(|_| shown.borrow().is_none());
    let found = select(first.as_ref().unwrap_or(&session));
    *shown.borrow_mut() = Some(found.clone());
    let newest = use_mut_ref(|| None::<Select<T>>);
    *newest.borrow_mut() = Some(Rc::new(select));
    use_effect_with(Rc::as_ptr(&session).addr(), move |_| {
        let listener = {
            let session = Rc::downgrade(&session);
            Rc::new(move || {
                let select = newest.borrow().clone();
                let found = session.upgrade().zip(select).map(|(session, select)| select(&session));
                let changed = *shown.borrow() != found;
                match pace {
                    _ if !changed => {}
                    Pace::AtOnce => update.force_update(),
                    Pace::AfterTheFrame => {
                        let update = update.clone();
                        spawn_local(async move {
                            sleep(Duration::ZERO).await;
                            update.force_update();
                        });
                    }
                }
            })
        };
        // What changed between the render and this effect would otherwise be missed.
        listener();
        let id = session.subscribe(listener);
        move || session.unsubscribe(id)
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::MemoryHost;
    use crate::id::QuestionId;
    use crate::learner::{Answer, Verdict};
    use crate::quiz::Response;

    fn session(refuses: Option<Refused>) -> (Rc<MemoryHost>, Session) {
        let host = Rc::new(MemoryHost { refuses, ..MemoryHost::default() });
        let session = Session::new(Rc::<MemoryHost>::clone(&host), Progress::default());
        (host, session)
    }

    fn draft() -> Event {
        Event::Drafted(QuestionId::from("q"), Response::Unsure)
    }

    #[test]
    fn every_event_is_kept() {
        let (host, session) = session(None);
        session.restore();
        session.dispatch([draft()]);
        let kept = host.read(PROGRESS_KEY).unwrap().unwrap();
        assert_eq!(load(&kept), Loaded::Progress(session.look(Clone::clone)));
        assert_eq!(session.keeping(), Keeping::Kept);
    }

    #[test]
    fn what_is_kept_nowhere_is_told_to_nobody() {
        let (host, session) = session(None);
        let news = News::Answered("q", 1, 2);
        Session::kept_nowhere(Rc::<MemoryHost>::clone(&host)).tell(news);
        assert!(host.told.borrow().is_empty());
        session.tell(news);
        assert_eq!(*host.told.borrow(), ["answered q 1 2"]);
    }

    #[test]
    fn refused_storage_is_said_and_loses_nothing() {
        for (refused, keeping) in [(Refused::NoStorage, Keeping::NoStorage), (Refused::Full, Keeping::Full)] {
            let (_, session) = session(Some(refused));
            session.restore();
            session.dispatch([draft()]);
            assert_eq!(session.keeping(), keeping);
            assert!(session.look(|progress| progress.draft(&QuestionId::from("q")).is_some()));
        }
    }

    #[test]
    fn what_has_been_read_already_is_taken_in_unless_another_tab_has_written() {
        let (host, session) = session(None);
        session.dispatch([draft()]);
        let again = |kept| Session::new(Rc::<MemoryHost>::clone(&host), Progress::default()).already_read(kept);
        let restored = again(Kept::read(&*host));
        restored.restore();
        assert_eq!(restored.look(Clone::clone), session.look(Clone::clone));
        let before = again(Kept::read(&*host));
        session.dispatch([Event::Drafted(QuestionId::from("r"), Response::Unsure)]);
        before.restore();
        assert_eq!(before.look(Clone::clone), session.look(Clone::clone));
        assert_ne!(before.look(Clone::clone), restored.look(Clone::clone));
    }

    #[test]
    fn what_a_newer_version_wrote_is_never_overwritten() {
        let (host, session) = session(None);
        host.write(PROGRESS_KEY, r#"{"version":99}"#).unwrap();
        session.restore();
        session.dispatch([draft()]);
        assert_eq!(host.read(PROGRESS_KEY).unwrap().unwrap(), r#"{"version":99}"#);
        assert_eq!(session.keeping(), Keeping::Newer);
    }

    #[test]
    fn what_is_damaged_is_set_aside_and_keeping_goes_on() {
        let (host, session) = session(None);
        host.write(PROGRESS_KEY, "{damaged").unwrap();
        session.restore();
        session.dispatch([draft()]);
        assert_eq!(host.read(DAMAGED_KEY).unwrap().unwrap(), "{damaged");
        assert!(matches!(load(&host.read(PROGRESS_KEY).unwrap().unwrap()), Loaded::Progress(_)));
        assert_eq!(session.keeping(), Keeping::Damaged);
    }

    #[test]
    fn another_tab_is_heard_and_its_rubbish_is_not() {
        let (_, session) = session(None);
        let (_, other) = self::session(None);
        let (response, verdict) = (Response::Unsure, Verdict::Unsure);
        let answer = Answer { revision: 1, response, verdict, moment: Moment::default(), certainty: None };
        other.dispatch([Event::Answered(QuestionId::from("q"), answer)]);
        session.hear(&Signal::Stored(PROGRESS_KEY.to_owned(), Some(save(&other.look(Clone::clone)))));
        session.hear(&Signal::Stored(PROGRESS_KEY.to_owned(), Some("rubbish".to_owned())));
        session.hear(&Signal::Stored(PROGRESS_KEY.to_owned(), None));
        assert_eq!(session.look(Clone::clone), other.look(Clone::clone));
    }
}
