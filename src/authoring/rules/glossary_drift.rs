//! The glossary shows its languages side by side: the same terms in all. Numbers: see `number_drift`.

use crate::authoring::diagnostic::{Reports, Rule, SourceFile};
use crate::authoring::{Files, Written};
use crate::course::Term;

/// Reports terms that a translation lacks, or has alone.
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
        if find(&theirs.glossary, term).is_none() {
            report(term, Rule::MissingTranslation, format!("the term `{}` is missing or has a mistake", term.id));
        }
    }
    for term in theirs.glossary.iter().filter(|term| find(&ours.glossary, term).is_none()) {
        report(term, Rule::MissingTranslation, format!("the original has no term `{}`", term.id));
    }
}
