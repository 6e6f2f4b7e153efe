//! `names.toml`: persons, places, bodies and acts, and by which words each language names them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::diagnostic::{Reports, Rule, SourceFile};
use super::reader::with_table;
use super::said::Said;
use crate::id::{LanguageId, is_kebab_case};

/// The names that are kept the same in all languages.
#[derive(Default)]
pub(super) struct Names {
    /// Each with its place in `names.toml`.
    pub(super) list: Vec<(String, Range<usize>)>,
    stems: BTreeMap<LanguageId, Stems>,
}

/// How the words begin by which a language names them, by their first letter; each with the place of its name in the
/// list.
type Stems = BTreeMap<char, Vec<(String, usize)>>;

/// What a passage names, and where it does so first.
pub(super) type Named<'a> = BTreeMap<usize, (&'a Said, usize)>;

pub(super) fn read(file: &SourceFile<'_>, languages: &[LanguageId], reports: &Reports) -> Names {
    with_table(*file, reports, file.text, 0, "the list of names", |list| {
        let mut names = Names::default();
        for (id, at) in list.own_keys() {
            if !is_kebab_case(id) {
                let message = format!("`{id}` cannot be an id");
                file.error(reports, &at, Rule::WrongValue, &message, "write kebab-case words");
            }
            let stems = list.optional_table(id, "a name", |name| {
                let stems = languages.iter().map(|language| (language, name.strings(language.as_str())));
                let stems: Vec<_> = stems.collect();
                for (language, _) in stems.iter().filter(|(_, stems)| stems.is_empty()) {
                    let message = format!("`{id}` has no name in `{language}`");
                    let remedy = "list how the words begin by which this language names it";
                    name.error(language.as_str(), Rule::MissingTranslation, &message, remedy);
                }
                stems
            });
            let stems = stems.unwrap_or_default();
            // What is not known in every language would be missed everywhere.
            if stems.iter().all(|(_, stems)| !stems.is_empty()) {
                for (language, stem) in stems.iter().flat_map(|(l, stems)| stems.iter().map(move |stem| (*l, stem))) {
                    names.add(language, stem);
                }
                names.list.push((id.to_owned(), at));
            }
        }
        names
    })
}

impl Names {
    /// Adds a stem of the name that comes next; one that begins small also with a capital, as at the beginning of a
    /// sentence.
    fn add(&mut self, language: &LanguageId, stem: &str) {
        let Some(first) = stem.chars().next() else { return };
        let stems = self.stems.entry(language.clone()).or_default();
        let capital: String = first.to_uppercase().chain(stem.chars().skip(1)).collect();
        stems.entry(first).or_default().push((stem.to_owned(), self.list.len()));
        if capital != stem {
            let head = capital.chars().next().unwrap_or(first);
            stems.entry(head).or_default().push((capital, self.list.len()));
        }
    }

    /// What a passage in a language names.
    pub(super) fn named<'a>(&self, passage: &[&'a Said], language: &LanguageId) -> Named<'a> {
        let mut named = Named::new();
        let Some(stems) = self.stems.get(language) else { return named };
        for said in passage {
            for (at, name) in find(&said.text, stems) {
                named.entry(name).or_insert((said, at));
            }
        }
        named
    }
}

/// The names in a text, each with its place in bytes. After a stem of capitals alone, such as UN, the word ends: UNESCO
/// is another name.
fn find<'a>(text: &'a str, stems: &'a Stems) -> impl Iterator<Item = (usize, usize)> + 'a {
    let mut before = ' ';
    let begins = text.char_indices().filter(move |(_, c)| {
        let begins = !before.is_alphabetic() && !c.is_whitespace();
        before = *c;
        begins
    });
    begins.flat_map(move |(at, first)| {
        let rest = text.get(at..).unwrap_or_default();
        let fits = move |stem: &str| {
            rest.strip_prefix(stem)
                .is_some_and(|after| !(after.starts_with(char::is_alphabetic) && stem.chars().all(char::is_uppercase)))
        };
        let candidates = stems.get(&first).map_or(&[][..], Vec::as_slice);
        candidates.iter().filter(move |(stem, _)| fits(stem)).map(move |(_, name)| (at, *name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the text names it, in a word that begins like `found`.
    #[track_caller]
    fn check(text: &str, stem: &str, found: Option<&str>) {
        let language = LanguageId::from("kk");
        let mut names = Names::default();
        names.add(&language, stem);
        let at = find(text, &names.stems[&language]).next().map(|(at, _)| at);
        assert_eq!(at.is_some(), found.is_some(), "{text}");
        assert!(at.is_none_or(|at| text[at..].starts_with(found.unwrap_or_default())), "{text}");
    }

    #[test]
    fn a_name_may_have_an_ending_and_no_other_beginning() {
        check("сөзі Назарбаевтың еді", "Назарбаев", Some("Назарбаевтың"));
        check("Неназарбаев, НеНазарбаев", "Назарбаев", None);
        check("«БҰҰ-ның»", "БҰҰ", Some("БҰҰ"));
        check("UNESCO and the UN.", "UN", Some("UN."));
        check("UNESCO", "UN", None);
        check("Ата Заңда", "Ата Заң", Some("Ата Заңда"));
    }

    #[test]
    fn a_small_letter_may_be_a_capital_and_not_the_other_way_round() {
        check("Наурызда болды", "наурыз", Some("Наурызда"));
        check("in may", "May", None);
    }
}
