//! The parts of pages that are neither questions nor figures. What keeps no state is a function, not a component:
//! each component costs the browser some kilobytes, and hydration some time.

mod foot;
mod grounds;
mod masthead;
mod page_link;
mod settings;
mod status;

pub(super) use foot::foot;
pub(super) use grounds::{ledger, why};
pub(super) use masthead::{Ways, masthead};
pub(super) use page_link::{follow, page_link};
pub(super) use status::Status;
