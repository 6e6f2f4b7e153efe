//! A place in the document where a page is put as the prerenderer writes it, and then adopted.

use std::rc::Rc;
use std::time::Duration;

use shanyraq::browser::BrowserHost;
use shanyraq::host::{Host, MemoryHost};
use shanyraq::id::Text;
use shanyraq::learner::Progress;
use shanyraq::ui::{Address, App, AppProps, HostHandle, Kept, LESSONS, Links, Start, rendered};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Window};
use yew::{AppHandle, Renderer};

use crate::lesson;

pub(crate) fn window() -> Window {
    web_sys::window().expect("a window")
}

pub(crate) fn document() -> Document {
    window().document().expect("a document")
}

/// The root of a course that would lie where the test page lies.
pub(crate) fn root() -> String {
    format!("{}/", window().location().origin().expect("an origin"))
}

/// The browser as the host.
pub(crate) fn browser() -> BrowserHost {
    BrowserHost::new(window(), document(), root(), "test".to_owned())
}

/// Lets effects run and what they changed be drawn.
pub(crate) async fn settle() {
    yew::platform::time::sleep(Duration::from_millis(20)).await;
}

/// Waits until something is so, as long as a slow machine may need.
pub(crate) async fn until(is_so: impl Fn() -> bool) {
    let mut patience = 250;
    while !is_so() && patience > 0 {
        settle().await;
        patience -= 1;
    }
}

/// The lesson in the document, not adopted yet; gone when it is dropped.
pub(crate) struct Stage {
    app: Element,
    handle: Option<AppHandle<App>>,
    is_marked_at_end: bool,
}

impl Stage {
    /// Puts the lesson into the document as it is rendered for nobody in particular.
    pub(crate) async fn prerendered() -> Self {
        Self::of(false).await
    }

    /// The same with its questions marked together.
    pub(crate) async fn together() -> Self {
        Self::of(true).await
    }

    async fn of(is_marked_at_end: bool) -> Self {
        let host = HostHandle(Rc::new(MemoryHost::default()));
        let html = rendered(props(host, true, is_marked_at_end), true).await;
        let app = document().create_element("div").expect("an element");
        app.set_inner_html(&html);
        document().body().expect("a body").append_child(&app).expect("a place in the body");
        Self { app, handle: None, is_marked_at_end }
    }

    /// Adopts the page as the program does.
    pub(crate) async fn adopt(&mut self, host: impl Host + 'static) {
        self.adopt_for(Rc::new(host)).await;
    }

    /// The same, for a host that the test looks at too.
    pub(crate) async fn adopt_for(&mut self, host: Rc<dyn Host>) {
        self.begin_to_adopt(host);
        until(|| self.find(".shown-answer").is_none()).await;
        settle().await;
    }

    /// The same, and does not wait for it.
    pub(crate) fn begin_to_adopt(&mut self, host: Rc<dyn Host>) {
        let props = props(HostHandle(host), false, self.is_marked_at_end);
        self.handle = Some(Renderer::<App>::with_root_and_props(self.app.clone(), props).hydrate());
    }

    /// The page as it is seen where the program runs: without the answers for readers without it, and without the
    /// marks by which the program finds its way.
    pub(crate) fn html(&self) -> String {
        let seen: Element = self.app.clone_node_with_deep(true).expect("a copy").unchecked_into();
        while let Ok(Some(answer)) = seen.query_selector(".shown-answer, .rehearsal") {
            answer.remove();
        }
        let html = seen.inner_html();
        let parts = html.split("<!--").map(|part| part.split_once("-->").map_or(part, |(_, rest)| rest));
        parts.collect()
    }

    pub(crate) fn find(&self, selector: &str) -> Option<Element> {
        self.app.query_selector(&format!("{selector}:not(.rehearsal *)")).expect("a selector")
    }

    /// What an element says; nothing if there is none.
    pub(crate) fn says(&self, selector: &str) -> String {
        self.find(selector).and_then(|element| element.text_content()).unwrap_or_default()
    }

    /// Asserts that an element says something, now or soon.
    pub(crate) async fn will_say(&self, selector: &str, text: &str) {
        until(|| self.says(selector) == text).await;
        assert_eq!(self.says(selector), text, "{selector}");
    }

    /// Asserts that such elements, all together, say these texts, now or soon.
    pub(crate) async fn will_say_all(&self, selector: &str, texts: &[&str]) {
        let all = || -> Vec<String> {
            let selector = format!("{selector}:not(.rehearsal *)");
            let found = self.app.query_selector_all(&selector).expect("a selector");
            (0..found.length()).filter_map(|n| found.item(n)?.text_content()).collect()
        };
        until(|| all() == texts).await;
        assert_eq!(all(), texts, "{selector}");
    }

    /// Asserts that an element has the focus, now or soon.
    pub(crate) async fn will_have_focus(&self, selector: &str) {
        until(|| self.find(selector).is_some() && document().active_element() == self.find(selector)).await;
        assert_eq!(document().active_element(), self.find(selector), "{selector}");
    }

    /// Clicks, and waits until what follows is drawn.
    pub(crate) async fn click(&self, selector: &str) {
        let element =
            self.find(selector).unwrap_or_else(|| wasm_bindgen::throw_str(&format!("there is no {selector}")));
        element.unchecked_into::<HtmlElement>().click();
        settle().await;
    }

    pub(crate) fn is_checked(&self, option: &str) -> bool {
        let input = self.find(&format!("input[value={option}]")).expect("an option");
        input.unchecked_into::<HtmlInputElement>().checked()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
        self.app.remove();
    }
}

fn props(host: HostHandle, still: bool, is_marked_at_end: bool) -> AppProps {
    let address = Address::parse("en/lesson/").expect("an address");
    let links = Links { root: root().into(), to_files: false };
    let page = lesson::page(is_marked_at_end);
    AppProps {
        host,
        program: LESSONS,
        start: Rc::new(Start {
            address,
            page: Rc::new(if still { page } else { page.without_stills() }),
            progress: Progress::default(),
            kept: Kept::default(),
            served: Text::from(""),
            links,
            still,
            build: "test".into(),
        }),
    }
}
