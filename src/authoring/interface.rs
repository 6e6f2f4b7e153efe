//! `interface.toml`: the words of the interface. Which words there are is decided by [`Words`] alone.

use super::diagnostic::{Reports, Rule, SourceFile};
use super::reader::{Reader, with_table};
use crate::course::{DeskWords, DoctorWords, FrameWords, OfflineWords, PluralRule, ReferenceWords, SitesWords, Words};
use crate::id::Text;

const RULES: &[(&str, PluralRule)] = &[("one-other", PluralRule::OneOther), ("one-few-many", PluralRule::OneFewMany)];

const REMEDY: &str = "translate it: a page cannot be shown without it";

/// All words of the interface, by who says them.
pub(super) struct Interface {
    pub(super) common: Words,
    pub(super) desk: DeskWords,
    pub(super) reference: ReferenceWords,
    pub(super) offline: OfflineWords,
    pub(super) frame: FrameWords,
    pub(super) sites: SitesWords,
    pub(super) doctor: DoctorWords,
}

pub(super) fn read(file: &SourceFile<'_>, reports: &Reports) -> Option<Interface> {
    with_table(*file, reports, file.text, 0, "the interface", |interface| {
        // Every key is read before any mistake ends the reading, so that all mistakes are reported.
        let rule = interface.one_of("plural-rule", RULES);
        let months: Vec<_> = ["months-in-date", "months"].map(|key| months(interface, key)).into();
        let texts: Vec<_> = kebab(Words::TEXTS).iter().map(|key| word(interface, key)).collect();
        let plurals: Vec<_> = kebab(Words::PLURALS).iter().map(|key| plural(interface, key, rule)).collect();
        let desk = table(interface, "desk", "the words of the desk", DeskWords::TEXTS);
        let reference = table(interface, "reference", "the words of the reference", ReferenceWords::TEXTS);
        let offline = table(interface, "offline", "the words of learning without a network", OfflineWords::TEXTS);
        let frame = table(interface, "frame", "the words of a page in a frame", FrameWords::TEXTS);
        let sites = table(interface, "for-sites", "the words of the page for other sites", SitesWords::TEXTS);
        let doctor = table(interface, "doctor", "the words of the report on a frame", DoctorWords::TEXTS);
        let mut list = vec![Text::from(rule?.name())];
        list.extend(months.into_iter().collect::<Option<Vec<_>>>()?.concat());
        list.extend(texts.into_iter().collect::<Option<Vec<_>>>()?);
        list.extend(plurals.into_iter().collect::<Option<Vec<_>>>()?.concat());
        Some(Interface {
            common: Words::from(list),
            desk: desk?.into(),
            reference: reference?.into(),
            offline: offline?.into(),
            frame: frame?.into(),
            sites: sites?.into(),
            doctor: doctor?.into(),
        })
    })
}

/// The keys as an author writes them.
fn kebab(fields: &[&str]) -> Vec<String> {
    fields.iter().map(|field| field.replace('_', "-")).collect()
}

fn word(interface: &Reader<'_>, key: &str) -> Option<Text> {
    interface.words_or(key, Rule::MissingTranslation, REMEDY)
}

fn months(interface: &Reader<'_>, key: &str) -> Option<Vec<Text>> {
    let months = interface.word_list(key);
    if months.len() != 12 {
        let message = format!("`{key}` must name twelve months");
        interface.error(key, Rule::MissingTranslation, &message, "list all twelve, from January");
        return None;
    }
    Some(months)
}

/// The forms one, few and other; few is other where the language does not tell them apart.
fn plural(interface: &Reader<'_>, key: &str, rule: Option<PluralRule>) -> Option<Vec<Text>> {
    let forms = interface.optional_table(key, "a word that counts", |forms| {
        let (one, other) = (word(forms, "one"), word(forms, "other"));
        let has_few = rule == Some(PluralRule::OneFewMany) || forms.has("few");
        let few = if has_few { word(forms, "few") } else { other.clone() };
        Some(vec![one?, few?, other?])
    });
    if forms.is_none() {
        let message = format!("the interface has no `[{key}]`");
        interface.error(key, Rule::MissingTranslation, &message, REMEDY);
    }
    forms?
}

/// The words of a table whose keys are known.
fn table(interface: &Reader<'_>, key: &str, what: &str, keys: &[&str]) -> Option<Vec<Text>> {
    let texts = interface.optional_table(key, what, |table| {
        let texts: Vec<_> = kebab(keys).iter().map(|key| word(table, key)).collect();
        texts.into_iter().collect::<Option<Vec<_>>>()
    });
    if texts.is_none() {
        interface.error(key, Rule::MissingTranslation, &format!("the interface has no `[{key}]`"), REMEDY);
    }
    texts?
}
