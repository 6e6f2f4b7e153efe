//! Persons, places, bodies and acts are named in the same passages of every language. Their names differ from script to
//! script, so `names.toml` says how each language names them.

use std::collections::BTreeSet;

use super::translations::{Pair, report};
use crate::authoring::diagnostic::{Reports, Rule, SourceFile};
use crate::authoring::names::Names;
use crate::authoring::said::Passages;
use crate::id::LanguageId;

/// Reports a passage of a translation that does not name what the original names, or names what it does not.
pub(in crate::authoring) fn name_drift(pair: &Pair<'_>, names: &Names, reports: &Reports) {
    let (ours, theirs) = (names.named(pair.ours, pair.original), names.named(pair.theirs, pair.translation));
    for (n, (id, _)) in names.list.iter().enumerate() {
        let message = match (ours.contains_key(&n), theirs.contains_key(&n)) {
            (true, false) => format!("`{id}` is named in the original, and not here"),
            (false, true) => format!("`{id}` is named here, and not in the original"),
            (true, true) | (false, false) => continue,
        };
        report(pair, theirs.get(&n).copied(), &message, reports);
    }
}

/// Reports names that no passage of the original has.
pub(in crate::authoring) fn unused_names(
    file: &SourceFile<'_>,
    names: &Names,
    passages: &Passages<'_>,
    original: &LanguageId,
    reports: &Reports,
) {
    let used: BTreeSet<usize> =
        passages.values().flat_map(|passage| names.named(passage, original).into_keys()).collect();
    for (_, (id, at)) in names.list.iter().enumerate().filter(|(n, _)| !used.contains(n)) {
        let message = format!("nothing in `{original}` names `{id}`");
        let remedy = "mend its stems, or take it from the list: a name that never occurs guards nothing";
        file.error(reports, at, Rule::UnknownId, &message, remedy);
    }
}
