//! Starting in a page: what the page holds, how its links are written, and adoption.

use std::rc::Rc;
use std::time::Duration;

use wasm_bindgen::JsValue;
use web_sys::{Document, Url, Window};
use yew::platform::spawn_local;
use yew::platform::time::sleep;

use super::BrowserHost;
use crate::course::{Page, unsealed};
use crate::host::Host;
use crate::id::Text;
use crate::learner::Progress;
use crate::ui::{Address, App, AppProps, HostHandle, Kept, Links, Program, Start};

/// Adopts the page with a program. Leaves it as it is if it was not made for that one.
pub fn start(program: Program) {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    let Some(props) = read(&window, &document, program) else { return };
    let Some(app) = document.get_element_by_id("app") else { return };
    // In a task of its own: reading the page and adopting it at a stretch would hold up a slow phone for twice as long.
    // `static/boot.js` waits for it.
    spawn_local(async move {
        sleep(Duration::ZERO).await;
        yew::Renderer::<App>::with_root_and_props(app, props).hydrate();
    });
}

fn read(window: &Window, document: &Document, program: Program) -> Option<AppProps> {
    let html = document.document_element()?;
    let path = html.get_attribute("data-path")?;
    let address = Address::parse(&path)?;
    // Once, before any change of the address: a relative root would go stale.
    let root = Url::new_with_base(&html.get_attribute("data-root")?, &document.base_uri().ok()??).ok()?.href();
    let build = html.get_attribute("data-build")?;
    let host = BrowserHost::new(window.clone(), document.clone(), root.clone(), build.clone());
    let kept = Kept::read(&host);
    let data = document.get_element_by_id("data")?.text_content()?;
    let page = unsealed::<Page>(&data, &build)?;
    if host.can_route() {
        tidy_address(window, &root, &path);
    }
    let to_files = window.location().protocol().is_ok_and(|protocol| protocol == "file:");
    let links = Links { root: root.into(), to_files };
    Some(AppProps {
        host: HostHandle(Rc::new(host)),
        program,
        start: Rc::new(Start {
            address,
            page: Rc::new(page),
            progress: Progress::default(),
            kept,
            served: Text::from(""),
            links,
            still: false,
            build: build.into(),
        }),
    })
}

/// `…/index.html` and `…/` are one page: the address shows the latter, with what was asked and the anchor.
fn tidy_address(window: &Window, root: &str, path: &str) {
    let location = window.location();
    let rest = format!("{}{}", location.search().unwrap_or_default(), location.hash().unwrap_or_default());
    let tidy = format!("{root}{path}{rest}");
    if location.href().is_ok_and(|href| href != tidy)
        && let Ok(history) = window.history()
    {
        // Refused in some frames: then the address stays as it was written.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&tidy));
    }
}
