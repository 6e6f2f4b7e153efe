//! Going back and forward, and what another tab keeps.

use std::cell::RefCell;
use std::rc::Rc;

use shanyraq::host::{Host, Listening, Signal};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{browser, root, settle, until, window};

type Heard = Rc<RefCell<Vec<Signal>>>;

fn listen(host: &impl Host) -> (Heard, Listening) {
    let heard = Heard::default();
    let listening = host.listen(Rc::new({
        let heard = Rc::clone(&heard);
        move |signal| heard.borrow_mut().push(signal)
    }));
    (heard, listening)
}

/// Goes so many steps through the history, and waits until one is there and has been told.
async fn go(steps: i32, address: &str) {
    let address = format!("{}{address}", root());
    window().history().expect("a history").go_with_delta(steps).expect("a step");
    until(|| window().location().href().as_deref() == Ok(address.as_str())).await;
    settle().await;
}

fn moved(path: &str) -> Signal {
    Signal::Moved(path.to_owned())
}

#[wasm_bindgen_test]
async fn going_back_and_forward_is_told_with_the_path() {
    let host = browser();
    host.push("begun/");
    let (heard, listening) = listen(&host);
    host.push("first/");
    host.push("second/");
    go(-1, "first/").await;
    assert_eq!(heard.take(), [moved("first/")]);
    go(1, "second/").await;
    assert_eq!(heard.take(), [moved("second/")]);
    drop(listening);
    go(-1, "first/").await;
    assert_eq!(heard.take(), [], "who does not listen is not told");
}

#[wasm_bindgen_test]
async fn going_back_to_the_page_one_began_with_is_told() {
    let host = browser();
    host.push("begun/");
    let (heard, _listening) = listen(&host);
    host.push("first/");
    go(-1, "begun/").await;
    assert_eq!(heard.take(), [moved("begun/")]);
}

#[wasm_bindgen_test]
async fn a_link_within_the_page_moves_nobody() {
    let host = browser();
    host.push("begun/");
    let (heard, _listening) = listen(&host);
    for anchor in ["one", "two"] {
        window().location().set_hash(anchor).expect("an anchor");
        settle().await;
    }
    go(-1, "begun/#one").await;
    assert_eq!(heard.take(), []);
}

#[wasm_bindgen_test]
async fn what_another_tab_keeps_is_told() {
    let (heard, _listening) = listen(&browser());
    let event = "window.dispatchEvent(new StorageEvent('storage', { key: 'k', newValue: 'v' }))";
    js_sys::Function::new_no_args(event).call0(&wasm_bindgen::JsValue::NULL).expect("an event");
    assert_eq!(heard.take(), [Signal::Stored("k".to_owned(), Some("v".to_owned()))]);
}

#[wasm_bindgen_test]
fn pages_can_be_changed_without_loading_where_there_is_a_server() {
    assert!(browser().can_route());
}
