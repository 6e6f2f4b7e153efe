//! The glossary shows its languages side by side: the same terms, and in their definitions the same numbers.

use super::language_drift::numbers_in;
use crate::authoring::diagnostic::{Reports, Rule, SourceFile};
use crate::authoring::{Files, Written};
use crate::course::Term;

/// Reports terms that a translation lacks or defines by other numbers.
pub(in crate::authoring) fn glossary_drift(
    files: &Files,
    original: &Written<'_>,
    translation: &Written<'_>,
    reports: &Reports,
) {
    let path = format!("{}/glossary.toml", translation.language);
    let (Some((path, text)), Some(ours), Some(theirs)) =
        (files.get_key_value(&path), &original.edition, &translation.edition)
    else {
        return;
    };
    let file = SourceFile { path, text };
    let remedy = format!("compare {}/glossary.toml: a reader sees the languages side by side", original.language);
    let find = |terms: &[Term], term: &Term| terms.iter().find(|other| other.id == term.id).cloned();
    let report = |term: &Term, rule, message: String| {
        let at = text.find(&format!("[{}]", term.id)).unwrap_or_default();
        file.error(reports, &(at..at), rule, &message, &remedy);
    };
    for term in &ours.glossary {
        match find(&theirs.glossary, term) {
            None => {
                report(term, Rule::MissingTranslation, format!("the term `{}` is missing or has a mistake", term.id));
            }
            Some(other) if numbers_in(&other.definition) != numbers_in(&term.definition) => {
                report(
                    term,
                    Rule::LanguageDrift,
                    format!("a number or date of `{}` differs from the original", term.id),
                );
            }
            Some(_) => {}
        }
    }
    for term in theirs.glossary.iter().filter(|term| find(&ours.glossary, term).is_none()) {
        report(term, Rule::MissingTranslation, format!("the original has no term `{}`", term.id));
    }
}
