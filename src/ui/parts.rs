//! The parts of pages that are neither questions nor figures. What keeps no state is a function, not a component:
//! each component costs the browser some kilobytes, and hydration some time.

mod claim_card;
mod masthead;
mod page_link;
mod prose_view;
mod settings;
mod source_list;
mod status;
mod terms;

pub(super) use claim_card::{claim_card, claim_cards};
pub(super) use masthead::masthead;
pub(super) use page_link::{Way, page_link};
pub(super) use prose_view::prose_view;
pub(super) use source_list::source_list;
pub(super) use status::Status;
pub(super) use terms::terms;
