//! The file that holds the whole course. It fetches nothing: every page comes from its pack. Addresses stand after the
//! sign `#`, as `#/kk/nine-seats/`, with a query or an anchor after them. Where even that must not change (a frame made of
//! `srcdoc`), pages change all the same, and going back does not.
//!
//! Pages that no program draws are shown as they are, in an element of their own before that of the application.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlAnchorElement, HtmlElement, HtmlInputElement, MouseEvent, Window};
use yew::platform::spawn_local;
use yew::platform::time::sleep;

use super::BrowserHost;
use crate::course::{Page, StillPage, unsealed};
use crate::host::{Fetching, Host, Listening, News, Refused, Signal};
use crate::id::{LanguageId, QuestionId, Text};
use crate::learner::{Moment, Progress};
use crate::pack::Pack;
use crate::quiz::Response;
use crate::ui::{Address, App, AppProps, HostHandle, Kept, Links, Start, WHOLE, asked_page, head};

/// The element that holds the pack.
const PACK: &str = "pages";
/// The global variable that holds the scripts of pages without a program.
const SCRIPTS: &str = "shanyraqScripts";
/// The name of the build, and the questions of closing checks, in the pack.
const BUILD: &str = "build";
const CHECKS: &str = "checks";

/// Shows the page that the address names, and goes where links lead.
pub fn start_whole() {
    let Some(whole) = web_sys::window().and_then(Whole::read) else { return };
    let whole = Rc::new(whole);
    whole.listen_to_reader();
    whole.go_where_parameters_lead();
    // Without an address the file opens with the choice of language, which stands in it.
    if !whole.here.borrow().is_empty() {
        let anchor = Place::of(&whole.here.borrow()).anchor.to_owned();
        whole.show((!anchor.is_empty()).then_some(anchor));
    }
}

/// What stands after `#/`, taken apart.
struct Place<'a> {
    path: &'a str,
    query: &'a str,
    anchor: &'a str,
}

impl<'a> Place<'a> {
    fn of(here: &'a str) -> Self {
        let (rest, anchor) = here.split_once('#').unwrap_or((here, ""));
        let (path, query) = rest.split_at(rest.find('?').unwrap_or(rest.len()));
        // WordPress adds `#?secret=…` to the address of a frame.
        Self { path, query, anchor: if anchor.starts_with('?') { "" } else { anchor } }
    }
}

/// What the application does on a signal.
type OnSignal = Rc<dyn Fn(Signal)>;

/// The file as a [`Host`].
struct Whole {
    window: Window,
    document: Document,
    /// What is the same here as on a site.
    browser: BrowserHost,
    pack: Pack,
    build: Text,
    /// The address of the file with `#/`.
    root: String,
    /// What stands after `#/`. Kept here, for in some frames the address cannot be changed.
    here: RefCell<String>,
    /// The application, once it is there.
    on_signal: RefCell<Option<OnSignal>>,
    /// While a page without a program is shown: title and language of the application's page.
    behind: RefCell<Option<(String, String)>>,
}

impl Whole {
    fn read(window: Window) -> Option<Self> {
        let document = window.document()?;
        let packed = document.get_element_by_id(PACK)?;
        let pack = Pack::read(&packed.text_content()?)?;
        packed.remove();
        let build = pack.get(BUILD)?.into();
        let href = window.location().href().ok()?;
        let root = format!("{}#/", href.split('#').next().unwrap_or_default());
        let here = RefCell::new(after_root(&window));
        let browser = BrowserHost::new(window.clone(), document.clone(), root.clone(), String::new());
        let (on_signal, behind) = (RefCell::default(), RefCell::default());
        Some(Self { window, document, browser, pack, build, root, here, on_signal, behind })
    }

    /// Where nothing stands after the sign `#`, the query before it may say which page is meant.
    fn go_where_parameters_lead(&self) {
        let html = self.document.document_element();
        let first = html.and_then(|html| html.get_attribute("lang")).unwrap_or_default();
        let checks = self.pack.get(CHECKS).and_then(|checks| unsealed::<Vec<(Text, Text)>>(&checks, &self.build));
        let query = self.window.location().search().unwrap_or_default();
        let has = |address: &Address| self.pack.has(&address.data_path());
        let here = self.here.borrow().clone();
        let asked = asked_page(&query, &LanguageId::from(&*first), has, &checks.unwrap_or_default());
        let asked = asked.filter(|_| here.is_empty());
        if let (Some(asked), Ok(history)) = (&asked, self.window.history()) {
            // Refused in some frames; the page is shown all the same.
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("{}{asked}", self.root)));
        }
        self.be_at(asked.unwrap_or(here));
    }

    /// Notes where one is: for this host, and in the page for the script of frames.
    fn be_at(&self, here: String) {
        if let Some(html) = self.document.document_element() {
            // Fails only for names that no attribute can have.
            let _ = html.set_attribute("data-path", Place::of(&here).path);
        }
        self.here.replace(here);
    }

    /// Hears of going back and forward, and of every click on a link that the application has left alone.
    fn listen_to_reader(self: &Rc<Self>) {
        let moved = EventListener::new(&self.window, "popstate", {
            let whole = Rc::clone(self);
            move |_| {
                let here = after_root(&whole.window);
                if *whole.here.borrow() != here {
                    whole.be_at(here);
                    whole.show(None);
                }
            }
        });
        let may_prevent = EventListenerOptions::enable_prevent_default();
        let clicked = EventListener::new_with_options(&self.document, "click", may_prevent, {
            let whole = Rc::clone(self);
            move |event| {
                if let Some(event) = event.dyn_ref::<MouseEvent>() {
                    // A click that leads nowhere is the browser's.
                    let _ = whole.follow(event);
                }
            }
        });
        moved.forget();
        clicked.forget();
    }

    fn follow(self: &Rc<Self>, event: &MouseEvent) -> Option<()> {
        let has_modifier = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || has_modifier {
            return None;
        }
        let clicked = event.target()?.dyn_into::<Element>().ok()?;
        let link = clicked.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
        let (href, written) = (link.href(), link.get_attribute("href")?);
        let to = href.strip_prefix(&*self.root).or_else(|| written.strip_prefix("#/")).map(str::to_owned);
        let to = to.or_else(|| {
            let here = self.here.borrow();
            written.starts_with('?').then(|| format!("{}{written}", Place::of(&here).path))
        });
        if let Some(to) = to {
            event.prevent_default();
            let anchor = Place::of(&to).anchor.to_owned();
            self.push(&to);
            self.show(Some(anchor));
        } else {
            // Within the page. The browser would put it in the place of the address.
            let id = written.strip_prefix('#')?;
            event.prevent_default();
            self.unfold(id);
            self.reveal(Some(id));
        }
        Some(())
    }

    /// Opens whatever an element is folded away in.
    fn unfold(&self, id: &str) {
        let mut element = self.document.get_element_by_id(id);
        while let Some(around) = element {
            if around.tag_name() == "DETAILS" {
                // Setting an attribute of that name cannot fail.
                let _ = around.set_attribute("open", "");
            }
            element = around.parent_element();
        }
    }

    /// Shows what the address names; then an element of it, or its heading, if a link was followed.
    fn show(self: &Rc<Self>, reveal: Option<String>) {
        let here = self.here.borrow().clone();
        let path = Place::of(&here).path;
        let address = Address::parse(path).filter(|address| self.pack.has(&address.data_path()));
        if let Some(address) = address {
            self.leave_still();
            let on_signal = self.on_signal.borrow().clone();
            match on_signal {
                Some(on_signal) => on_signal(Signal::Moved(path.to_owned())),
                None => self.begin(address),
            }
        } else {
            self.show_still(path);
        }
        let whole = Rc::clone(self);
        spawn_local(async move {
            // Once it is drawn.
            sleep(Duration::ZERO).await;
            whole.show_look();
            if let Some(anchor) = reveal {
                let anchor = (!anchor.is_empty()).then_some(&*anchor);
                if let Some(anchor) = anchor {
                    whole.unfold(anchor);
                }
                whole.reveal(anchor);
            }
        });
    }

    /// Puts the application into the page.
    fn begin(self: &Rc<Self>, address: Address) {
        let page = self.pack.get(&address.data_path()).and_then(|data| unsealed::<Page>(&data, &self.build));
        let (Some(page), Some(app)) = (page, self.document.get_element_by_id("app")) else { return };
        self.show_title(&head(&page, &address).title, page.language.as_str());
        let start = Start {
            address,
            page: Rc::new(page),
            progress: Progress::default(),
            kept: Kept::default(),
            served: Text::from(""),
            links: Links { root: self.root.clone().into(), to_files: false },
            still: false,
            build: self.build.clone(),
        };
        let host = HostHandle(Rc::<Self>::clone(self));
        let props = AppProps { host, start: Rc::new(start), program: WHOLE };
        yew::Renderer::<App>::with_root_and_props(app, props).render();
    }

    /// Shows a page that no program draws; the choice of language, if there is none of that path.
    fn show_still(&self, path: &str) {
        let page = self.pack.get(path).or_else(|| self.pack.get(""));
        let page = page.and_then(|page| unsealed::<StillPage>(&page, &self.build));
        let app = self.document.get_element_by_id("app").and_then(|app| app.dyn_into::<HtmlElement>().ok());
        let (Some(app), Some(page)) = (app, page) else { return };
        if self.behind.borrow().is_none() {
            let kept = self.document.document_element().and_then(|html| html.get_attribute("lang"));
            self.behind.replace(Some((self.document.title(), kept.unwrap_or_default())));
        }
        app.set_hidden(true);
        let still = self.document.get_element_by_id("still").or_else(|| {
            let still = self.document.create_element("div").ok()?;
            still.set_id("still");
            app.insert_adjacent_element("beforebegin", &still).ok()?
        });
        if let Some(still) = still {
            still.set_inner_html(&page.body);
            // A page without a program may have a script of its own; the file holds them all.
            let scripts = Reflect::get(&self.window, &JsValue::from_str(SCRIPTS)).unwrap_or_default();
            let own = page.script.and_then(|number| Reflect::get_u32(&scripts, number).ok());
            if let Some(own) = own.and_then(|own| own.dyn_into::<Function>().ok()) {
                // A script that fails leaves its page as it is.
                let _ = own.call0(&self.window);
            }
        }
        self.show_title(&page.title, &page.language);
    }

    /// Shows the application again, if a page without a program stands before it.
    fn leave_still(&self) {
        let Some((title, language)) = self.behind.take() else { return };
        if let Some(still) = self.document.get_element_by_id("still") {
            still.remove();
        }
        if let Some(app) = self.document.get_element_by_id("app").and_then(|app| app.dyn_into::<HtmlElement>().ok()) {
            app.set_hidden(false);
        }
        self.show_title(&title, &language);
    }

    /// The settings in the page show the look that it has: the script of the head has put it on before they were there.
    fn show_look(&self) {
        let html = self.document.document_element().and_then(|html| html.dyn_into::<HtmlElement>().ok());
        let Ok(found) = self.document.query_selector_all(".settings input") else { return };
        for input in (0..found.length()).filter_map(|n| found.item(n)?.dyn_into::<HtmlInputElement>().ok()) {
            let look = html.as_ref().and_then(|html| html.get_attribute(&format!("data-{}", input.name())));
            input.set_checked(look == Some(input.value()));
        }
    }
}

/// What stands after `#/` in the address.
fn after_root(window: &Window) -> String {
    let hash = window.location().hash().unwrap_or_default();
    hash.strip_prefix("#/").unwrap_or_default().to_owned()
}

impl Host for Whole {
    fn now(&self) -> Moment {
        self.browser.now()
    }

    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        self.browser.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Refused> {
        self.browser.write(key, text)
    }

    fn fetch(&self, path: &str) -> Fetching {
        let text = self.pack.get(path).ok_or(Refused::NotFetched);
        Box::pin(async move { text })
    }

    fn can_route(&self) -> bool {
        true
    }

    fn push(&self, path: &str) {
        self.be_at(path.to_owned());
        if let Ok(history) = self.window.history() {
            // Refused in some frames; the page is shown all the same.
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&format!("{}{path}", self.root)));
        }
    }

    fn visit(&self, path: &str) {
        self.push(path);
        self.show_still(path);
    }

    fn show_title(&self, title: &str, language: &str) {
        self.browser.show_title(title, language);
    }

    fn reveal(&self, id: Option<&str>) {
        self.browser.reveal(id);
    }

    fn place(&self) -> Option<(String, f64)> {
        self.browser.place()
    }

    fn keep_place(&self, id: &str, distance: f64) {
        self.browser.keep_place(id, distance);
    }

    fn tapped(&self, question: &QuestionId) -> Option<Response> {
        self.browser.tapped(question)
    }

    fn query(&self) -> String {
        Place::of(&self.here.borrow()).query.to_owned()
    }

    fn fragment(&self) -> String {
        Place::of(&self.here.borrow()).anchor.to_owned()
    }

    fn offer_file(&self, name: &str, text: &str) {
        self.browser.offer_file(name, text);
    }

    fn print(&self) {
        self.browser.print();
    }

    fn mark(&self, name: &str) {
        self.browser.mark(name);
    }

    fn is_whole(&self) -> bool {
        self.browser.is_whole()
    }

    fn tell(&self, news: News<'_>) {
        self.browser.tell(news);
    }

    fn listen(&self, on_signal: Rc<dyn Fn(Signal)>) -> Listening {
        self.on_signal.replace(Some(Rc::clone(&on_signal)));
        // It hears of what other tabs store; of addresses it hears nothing, for none of them lies below a path.
        self.browser.listen(on_signal)
    }
}
