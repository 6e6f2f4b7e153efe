//! The browser as a [`Host`].

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CustomEvent, CustomEventInit, Document, HtmlAnchorElement, Response, Storage, StorageEvent, Url, Window,
};

use super::scroll;
use super::taps::tapped;
use crate::host::{Fetching, Host, Listening, News, Refused, Signal};
use crate::id::QuestionId;
use crate::learner::Moment;
use crate::quiz;

/// The browser.
pub struct BrowserHost {
    window: Window,
    document: Document,
    /// The root of the course, an absolute address that ends with a slash.
    root: String,
    /// The build that the page is of: data are asked for by it, so that those of another are never taken for them.
    build: String,
    /// The path that is shown; a popstate for the same path is a link within the page.
    shown: Rc<RefCell<Option<String>>>,
}

impl BrowserHost {
    /// The browser, for a course that lies at `root`, an absolute address that ends with a slash, and a page of `build`.
    pub fn new(window: Window, document: Document, root: String, build: String) -> Self {
        let shown = Rc::new(RefCell::new(path_in(&window, &root)));
        Self { window, document, root, build, shown }
    }

    /// Storage; refused in frames without an origin, where even asking throws.
    fn storage(&self) -> Result<Storage, Refused> {
        self.window.local_storage().ok().flatten().ok_or(Refused::NoStorage)
    }

    /// An event of the document.
    fn send(&self, name: &str, text: &str) {
        let about = CustomEventInit::new();
        about.set_detail(&JsValue::from_str(text));
        if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &about) {
            // Fails only for an event that is under way already.
            let _ = self.document.dispatch_event(&event);
        }
    }
}

/// The path from the root of the course, if the page lies in the course.
fn path_in(window: &Window, root: &str) -> Option<String> {
    let href = window.location().href().ok()?;
    let page = href.split(['?', '#']).next().unwrap_or_default();
    page.strip_prefix(root).map(str::to_owned)
}

impl Host for BrowserHost {
    fn now(&self) -> Moment {
        let date = js_sys::Date::new_0();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "milliseconds since 1970 fit, and a clock before 1970 counts as 1970; a time zone is some hundred minutes"
        )]
        let (milliseconds, behind_utc) = (date.get_time().max(0.0) as u64, date.get_timezone_offset() as i32);
        Moment::of_clock(milliseconds, -behind_utc)
    }

    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        self.storage()?.get_item(key).map_err(|_| Refused::NoStorage)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Refused> {
        let written = self.storage().and_then(|storage| {
            storage.set_item(key, text).map_err(|error| {
                let name =
                    js_sys::Reflect::get(&error, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
                if name.is_some_and(|name| name.contains("Quota")) { Refused::Full } else { Refused::NoStorage }
            })
        });
        if written.is_err() {
            // In a frame, `static/frame.js` hears it.
            self.send("shanyraq-unkept", text);
        }
        written
    }

    fn fetch(&self, path: &str) -> Fetching {
        let (window, url) = (self.window.clone(), format!("{}{path}?{}", self.root, self.build));
        Box::pin(async move {
            let text = async {
                let response: Response = JsFuture::from(window.fetch_with_str(&url)).await?.dyn_into()?;
                if response.ok() { JsFuture::from(response.text()?).await } else { Err(JsValue::NULL) }
            };
            text.await.ok().and_then(|text| text.as_string()).ok_or(Refused::NotFetched)
        })
    }

    fn can_route(&self) -> bool {
        let is_http = self.window.location().protocol().is_ok_and(|protocol| protocol.starts_with("http"));
        is_http && self.window.origin() != "null"
    }

    fn push(&self, path: &str) {
        self.shown.replace(Some(path.to_owned()));
        if let Ok(history) = self.window.history() {
            // Refused only where `can_route` is false; the page is shown all the same.
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&format!("{}{path}", self.root)));
        }
    }

    fn visit(&self, path: &str) {
        let _ = self.window.location().assign(&format!("{}{path}", self.root));
    }

    fn show_title(&self, title: &str, language: &str) {
        self.document.set_title(title);
        if let Some(root) = self.document.document_element() {
            // Fails only for names that no attribute can have.
            let _ = root.set_attribute("lang", language);
        }
    }

    fn reveal(&self, id: Option<&str>) {
        scroll::reveal(&self.window, &self.document, id);
    }

    fn place(&self) -> Option<(String, f64)> {
        scroll::nearest_place(&self.document)
    }

    fn keep_place(&self, id: &str, distance: f64) {
        scroll::keep_place(&self.window, &self.document, id, distance);
    }

    fn tapped(&self, question: &QuestionId) -> Option<quiz::Response> {
        tapped(&self.document, question)
    }

    fn query(&self) -> String {
        self.window.location().search().unwrap_or_default()
    }

    fn fragment(&self) -> String {
        let hash = self.window.location().hash().unwrap_or_default();
        // WordPress puts its secret at the end of the address of every frame, and a frame the answers given in it.
        hash.trim_start_matches('#').split('?').next().unwrap_or_default().to_owned()
    }

    fn offer_file(&self, name: &str, text: &str) {
        // Refused in some frames: then there is nothing to save.
        let _ = offer(&self.document, name, text);
    }

    fn print(&self) {
        let _ = self.window.print();
    }

    fn mark(&self, name: &str) {
        if let Some(timings) = self.window.performance() {
            // Fails only for names that browsers keep for themselves.
            let _ = timings.mark(name);
        }
    }

    fn is_whole(&self) -> bool {
        // `static/boot.js` puts it there.
        self.document.document_element().is_some_and(|html| html.class_list().contains("whole"))
    }

    fn tell(&self, news: News<'_>) {
        self.send("shanyraq", &news.to_text());
    }

    fn listen(&self, on_signal: Rc<dyn Fn(Signal)>) -> Listening {
        let moved = EventListener::new(&self.window, "popstate", {
            let (on_signal, window, root) = (Rc::clone(&on_signal), self.window.clone(), self.root.clone());
            let shown = Rc::clone(&self.shown);
            move |_| {
                let path = path_in(&window, &root);
                let before = shown.replace(path.clone());
                if let Some(path) = path.filter(|path| before.as_ref() != Some(path)) {
                    on_signal(Signal::Moved(path));
                }
            }
        });
        let stored = EventListener::new(&self.window, "storage", move |event| {
            if let Some(event) = event.dyn_ref::<StorageEvent>()
                && let Some(key) = event.key()
            {
                on_signal(Signal::Stored(key, event.new_value()));
            }
        });
        Listening(Box::new((moved, stored)))
    }
}

/// Clicks a link to a file made of a text.
fn offer(document: &Document, name: &str, text: &str) -> Result<(), JsValue> {
    let blob = Blob::new_with_str_sequence(&js_sys::Array::of1(&JsValue::from_str(text)))?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}
