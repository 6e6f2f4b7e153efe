//! The only code that touches window, document and storage. It answers [`Host`](crate::host::Host) and decides
//! nothing.
#![expect(clippy::disallowed_methods, reason = "this is the module through which everything else reaches the browser")]

mod host;
mod scroll;
mod start;
mod taps;
mod whole;

pub use host::BrowserHost;
pub use start::start;
pub use whole::start_whole;
