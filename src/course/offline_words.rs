//! The words of learning without a network and of new versions. They stand in the table `[offline]` of
//! `interface.toml`. A script that loads last says them (`static/offline.js`), so they stand in no page.

use super::word_list::word_list;
use crate::id::Text;

word_list! {
    /// Every word on learning without a network, in one language. `{name}` stands for a value filled in later.
    OfflineWords
    /// Heading of the page that stands in for one that is not kept, without a network.
    no_network_title,
    /// What that page says.
    no_network_text,
    /// Heading of keeping the whole course.
    keep_title,
    /// What keeping it means.
    keep_about,
    /// Button: keep the whole course; `{kb}`.
    keep_button,
    /// How far keeping has come; `{percent}`.
    keeping,
    /// The whole course is kept.
    kept,
    /// Keeping stopped half-way.
    keep_failed,
    /// There is a new version.
    new_version,
    /// Button: load the new version.
    load_new,
}
