//! `interface.toml`: the words of the interface. Which words there are is decided by [`Words`] alone.

use serde_json::{Map, Value};

use super::diagnostic::{Reports, Rule, SourceFile};
use super::reader::{Reader, with_table};
use crate::course::{PluralRule, Words};

const RULES: &[(&str, PluralRule)] =
    &[("one-other", PluralRule::OneOther), ("one-few-many", PluralRule::OneFewMany)];

const REMEDY: &str = "translate it: a page cannot be shown without it";

pub(super) fn read(file: &SourceFile<'_>, reports: &Reports) -> Option<Words> {
    let texts = kebab(Words::TEXTS);
    let plurals = kebab(Words::PLURALS);
    with_table(*file, reports, file.text, 0, "the interface", |interface| {
        let mut words = Map::new();
        let rule = interface.one_of("plural-rule", RULES)?;
        words.insert("plural-rule".to_owned(), serde_json::to_value(rule).ok()?);
        for key in ["months", "months-in-date"] {
            words.insert(key.to_owned(), months(interface, key)?);
        }
        let mut complete = true;
        for key in &texts {
            let text = word(interface, key);
            complete &= text.is_some();
            words.insert(key.clone(), text.unwrap_or_default());
        }
        for key in &plurals {
            let forms = plural(interface, key, rule);
            complete &= forms.is_some();
            words.insert(key.clone(), forms.unwrap_or_default());
        }
        complete.then(|| serde_json::from_value(Value::Object(words)).ok())?
    })
}

/// The keys as an author writes them.
fn kebab(fields: &[&str]) -> Vec<String> {
    fields.iter().map(|field| field.replace('_', "-")).collect()
}

fn word(interface: &Reader<'_>, key: &str) -> Option<Value> {
    interface.words_or(key, Rule::MissingTranslation, REMEDY).map(|text| Value::from(&*text))
}

fn months(interface: &Reader<'_>, key: &str) -> Option<Value> {
    let months = interface.word_list(key);
    if months.len() != 12 {
        interface.error(key, Rule::MissingTranslation, &format!("`{key}` must name twelve months"), "list all twelve, from January");
        return None;
    }
    Some(months.iter().map(|month| Value::from(&**month)).collect())
}

fn plural(interface: &Reader<'_>, key: &str, rule: PluralRule) -> Option<Value> {
    let forms = interface.optional_table(key, "a word that counts", |forms| {
        let mut plural = Map::new();
        for form in ["one", "few", "other"] {
            let is_needed = form != "few" || rule == PluralRule::OneFewMany;
            if is_needed || forms.has(form) {
                plural.insert(form.to_owned(), word(forms, form)?);
            }
        }
        Some(Value::Object(plural))
    });
    if forms.is_none() {
        let message = format!("the interface has no `[{key}]`");
        interface.error(key, Rule::MissingTranslation, &message, REMEDY);
    }
    forms?
}
