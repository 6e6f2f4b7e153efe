//! `glossary.toml`: the terms and what they mean.

use std::collections::BTreeMap;

use super::diagnostic::{Reports, Rule, SourceFile};
use super::reader::with_table;
use crate::course::Term;
use crate::id::{LanguageId, TermId, is_kebab_case};

pub(super) fn read(file: &SourceFile<'_>, _language: &LanguageId, reports: &Reports) -> BTreeMap<TermId, Term> {
    with_table(*file, reports, file.text, 0, "the glossary", |glossary| {
        let keys = glossary.own_keys();
        let terms = keys.iter().filter_map(|(key, at)| {
            if !is_kebab_case(key) {
                file.error(
                    reports,
                    at,
                    Rule::WrongValue,
                    &format!("`{key}` cannot be an id"),
                    "write kebab-case words",
                );
            }
            let term = glossary.optional_table(key, "a term", |term| {
                let (word, definition) = (term.words("term"), term.words("definition"));
                Some(Term { id: TermId::from(*key), term: word?, definition: definition? })
            });
            term.flatten().map(|term| (term.id.clone(), term))
        });
        terms.collect()
    })
}
