//! What only a browser can show: adoption of a rendered page, taps before it, storage, history.
#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test stops where something is not as it must be, and stands in the browser itself"
)]

mod adoption;
mod history;
mod lesson;
mod stage;
mod storage;
mod together;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
