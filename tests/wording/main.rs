//! Every word that a pupil reads is in a dictionary or in the course's own list. `cargo xtask test --filter spelling` gets
//! hunspell and runs this.
#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where something is not as it must be")]

mod endings;
mod hunspell;
mod own_words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use endings::Endings;
use own_words::OwnWords;
use shanyraq::authoring::{Word, read_folder, words};

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// The words of a language: those that stand in the content, and those that are known.
struct Spelling {
    own: OwnWords,
    /// Each word that may be one of this language, with all that it may be a form of.
    forms: BTreeMap<String, BTreeSet<String>>,
    /// Those of the forms that hunspell does not have.
    unknown: BTreeSet<String>,
}

impl Spelling {
    fn of(language: &str, words: &[Word]) -> Self {
        let folder = content().join("words");
        let endings = Endings::read(&folder, language);
        let words = words.iter().filter(|word| word.languages.contains(&language));
        let forms: BTreeMap<_, _> = words.map(|word| (word.text.clone(), forms_of(&word.text, &endings))).collect();
        let asked: BTreeSet<&str> = forms.values().flatten().map(String::as_str).collect();
        let unknown = hunspell::unknown(language, &asked).into_iter().map(str::to_owned).collect();
        Self { own: OwnWords::read(&folder, language), forms, unknown }
    }

    fn knows(&self, word: &str) -> bool {
        let is_known = |form: &String| self.own.has(form) || !self.unknown.contains(form);
        self.forms.get(word).is_some_and(|forms| forms.iter().any(is_known))
    }
}

/// The word, what it is without its endings, and all of these in small letters.
fn forms_of(word: &str, endings: &Endings) -> BTreeSet<String> {
    let small = word.to_lowercase();
    let both = [word, &small].into_iter();
    both.flat_map(|word| endings.without(word).into_iter().chain([word.to_owned()])).collect()
}

#[test]
fn every_word_is_spelled_rightly() {
    let words = words(&read_folder(&content()).expect("the content can be read"));
    let spellings: Vec<Spelling> = LANGUAGES.iter().map(|language| Spelling::of(language, &words)).collect();
    let is_known = |word: &Word| {
        let mut languages = LANGUAGES.iter().zip(&spellings).filter(|(language, _)| word.languages.contains(language));
        languages.any(|(_, spelling)| spelling.knows(&word.text))
    };
    let mut unknown: BTreeMap<(&[&str], &str), Vec<String>> = BTreeMap::new();
    for word in words.iter().filter(|word| !is_known(word)) {
        let place = format!("content/{}:{}", word.path, word.line);
        unknown.entry((word.languages, &word.text)).or_default().push(place);
    }
    let mistakes: Vec<String> = unknown
        .iter()
        .map(|((languages, word), places)| {
            let lists = languages.join(".txt or ");
            format!("`{word}`: mend it, or add it to content/words/{lists}.txt\n    {}", places.join("\n    "))
        })
        .chain(spellings.iter().flat_map(|spelling| {
            let used = spelling.forms.values().flatten().map(String::as_str).collect();
            spelling.own.mistakes(&used)
        }))
        .collect();
    let own: usize = spellings.iter().map(|spelling| spelling.own.len()).sum();
    println!("{} words; {own} in the course's own lists", words.len());
    assert!(mistakes.is_empty(), "{}\n\n{} mistakes in the words", mistakes.join("\n"), mistakes.len());
}

#[test]
fn a_misspelled_word_is_unknown() {
    for (language, right, wrong) in
        [("kk", "шаңырақ", "шанырақ"), ("ru", "совет", "савет"), ("en", "people’s", "peple’s")]
    {
        let unknown = hunspell::unknown(language, &BTreeSet::from([right, wrong]));
        assert_eq!(unknown, BTreeSet::from([wrong]), "{language}");
    }
}
