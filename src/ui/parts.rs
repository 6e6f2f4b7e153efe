//! The parts of pages that are neither questions nor figures.

mod announcer;
mod claim_card;
mod masthead;
mod notices;
mod page_link;
mod prose_view;
mod settings;
mod source_list;
mod standing_line;
mod terms;

pub(super) use announcer::Announcer;
pub(super) use claim_card::{ClaimCard, ClaimCards};
pub(super) use masthead::Masthead;
pub(super) use notices::Notices;
pub(super) use page_link::PageLink;
pub(super) use prose_view::ProseView;
pub(super) use source_list::SourceList;
pub(super) use standing_line::StandingLine;
pub(super) use terms::Terms;
