//! A passage in two languages, side by side.

use crate::authoring::Files;
use crate::authoring::diagnostic::{Reports, Rule, SourceFile};
use crate::authoring::said::{Passages, Said};
use crate::id::LanguageId;

/// A passage of the original and the same of a translation.
pub(in crate::authoring) struct Pair<'a> {
    pub(super) files: &'a Files,
    pub(super) original: &'a LanguageId,
    pub(super) translation: &'a LanguageId,
    pub(super) ours: &'a [&'a Said],
    pub(super) theirs: &'a [&'a Said],
}

/// The passages that both have, in both languages.
pub(in crate::authoring) fn pairs<'a>(
    files: &'a Files,
    (original, ours): (&'a LanguageId, &'a Passages<'a>),
    (translation, theirs): (&'a LanguageId, &'a Passages<'a>),
) -> impl Iterator<Item = Pair<'a>> {
    ours.iter().filter_map(move |(key, ours)| {
        let theirs = theirs.get(key)?;
        Some(Pair { files, original, translation, ours, theirs })
    })
}

/// Reports what differs, at a place of the translation; at its beginning if there is none to point at.
pub(super) fn report(pair: &Pair<'_>, at: Option<(&Said, usize)>, message: &str, reports: &Reports) {
    let begins = |passage: &'_ [&Said]| passage.first().map(|said| said.path.clone()).unwrap_or_default();
    let Some((said, at)) = at.or(pair.theirs.first().map(|said| (*said, 0))) else { return };
    let Some((path, text)) = pair.files.get_key_value(&said.path) else { return };
    let remedy = format!(
        "compare `{}` in {}: a pupil who changes the language must not meet other facts",
        pair.original,
        begins(pair.ours)
    );
    SourceFile { path, text }.error(reports, &said.place(at), Rule::LanguageDrift, message, &remedy);
}
