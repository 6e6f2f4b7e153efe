//! The words that a pupil reads, one by one, for spelling.

use std::collections::BTreeMap;

use super::said::Said;
use super::{Files, Reports, read_course};
use crate::course::Date;

/// A word of the content, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it is written; hyphens divide words.
    pub text: String,
    /// The languages in one of whose dictionaries it should be: mostly one of `kk`, `ru` and `en`.
    pub languages: &'static [&'static str],
    /// The file, from the root of the content folder.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
}

/// Every word that a pupil reads, in the order of reading. Left out is what is no word – numbers with their endings,
/// numerals, single letters, addresses, places for values – and the wrong answers that a question expects.
pub fn words(files: &Files) -> Vec<Word> {
    let reports = Reports::default();
    // What is stale makes no difference to its words.
    read_course(files, Date { year: 1, month: None, day: None }, &reports);
    let mut lines: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut words = Vec::new();
    for said in reports.said().iter().filter(|said| !is_wrong_answer(said)) {
        let Some((path, text)) = files.get_key_value(&said.path) else { continue };
        let lines = lines.entry(path).or_insert_with(|| line_starts(text));
        let script = Script::of(said);
        for (at, word) in words_of(&said.text) {
            let place = said.place(at).start;
            words.push(Word {
                text: word.to_owned(),
                languages: script.languages_of(word),
                path: path.clone(),
                line: lines.partition_point(|start| *start <= place),
            });
        }
    }
    words
}

fn is_wrong_answer(said: &Said) -> bool {
    let mut trail = said.trail.iter().rev();
    trail.next().is_some_and(|key| key == "text") && trail.any(|key| key == "wrong")
}

fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

/// In which languages Cyrillic letters are to be read, where the word itself does not tell.
struct Script {
    cyrillic: &'static [&'static str],
}

impl Script {
    /// Kazakh and Russian texts are what their folder says; in English ones, and in the titles of sources, either may
    /// stand.
    fn of(said: &Said) -> Self {
        let is_title = said.trail.iter().any(|key| key == "sources");
        let cyrillic: &[&str] = match said.language() {
            "kk" if !is_title => &["kk"],
            "ru" if !is_title => &["ru"],
            _ => &["kk", "ru"],
        };
        Self { cyrillic }
    }

    fn languages_of(&self, word: &str) -> &'static [&'static str] {
        if word.chars().all(|c| c.is_ascii() || c == '’') {
            &["en"]
        } else if word.contains(is_kazakh) {
            &["kk"]
        } else {
            self.cyrillic
        }
    }
}

/// Whether it is a Cyrillic letter that Russian does not have.
fn is_kazakh(c: char) -> bool {
    "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(c)
}

/// The words of a text, each with its place in bytes.
fn words_of(text: &str) -> Vec<(usize, &str)> {
    let is_in_word = |c: char| c.is_alphabetic() || c == '’';
    let mut words = Vec::new();
    let mut at = 0;
    for run in text.split_inclusive(char::is_whitespace) {
        // A digit makes the whole run a number, a full stop within it an address, a brace a place for a value.
        let is_one = run.contains(|c: char| c.is_ascii_digit()) || is_address(run);
        let mut within = at;
        for piece in run.split_inclusive(|c: char| !is_in_word(c)).filter(|_| !is_one) {
            let word = piece.trim_end_matches(|c: char| !is_in_word(c)).trim_end_matches('’');
            let is_value = text.get(..within).is_some_and(|before| before.ends_with('{'));
            if word.chars().nth(1).is_some() && !is_numeral(word) && !is_value {
                words.push((within, word));
            }
            within += piece.len();
        }
        at += run.len();
    }
    words
}

fn is_address(run: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    run.match_indices('.').any(|(at, _)| {
        let (before, after) = run.split_at(at);
        is_letter(before.chars().next_back()) && is_letter(after.chars().nth(1))
    })
}

/// Whether it is a Roman number.
fn is_numeral(word: &str) -> bool {
    word.chars().all(|c| "IVXLC".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = words_of(text);
        assert!(found.iter().all(|(at, word)| text[*at..].starts_with(word)), "{text}");
        assert_eq!(found.into_iter().map(|(_, word)| word).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn words_are_told_from_what_is_none() {
        check("«Бір-екі» сөз, а.", &["Бір", "екі", "сөз"]);
        check("107-ге № 70-IV XXIX сессия (2008)", &["сессия"]);
        check("{total} сұрақтан {n}-сабақ", &["сұрақтан", "сабақ"]);
        check("The Assembly’s pupils’ adilet.zan.kz", &["The", "Assembly’s", "pupils"]);
    }

    #[test]
    fn a_word_is_looked_up_in_the_language_of_its_letters() {
        let script = Script { cyrillic: &["ru"] };
        for (word, language) in [("Times", "en"), ("people’s", "en"), ("Кеңес", "kk"), ("совет", "ru")] {
            assert_eq!(script.languages_of(word), [language], "{word}");
        }
    }
}
