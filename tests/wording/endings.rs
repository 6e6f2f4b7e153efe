//! Endings that a dictionary does not know: `content/words/LANGUAGE-endings.txt`, where there is one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A shorter rest could be anything.
const SHORTEST_STEM: usize = 3;
/// How many endings are taken away one after the other: more would make words of most misprints.
const ENDINGS: usize = 2;

const BACK_VOWELS: &str = "аоұыяё";
const FRONT_VOWELS: &str = "әеөүіэ";
/// They go with either.
const OTHER_VOWELS: &str = "иую";
const VOICELESS: &str = "пфкқтсшщчцх";
/// Written voiced at the end of foreign words, and said voiceless.
const SAID_VOICELESS: &str = "бвгд";

/// The endings of a language.
#[derive(Default)]
pub(crate) struct Endings(Vec<String>);

impl Endings {
    pub(crate) fn read(folder: &Path, language: &str) -> Self {
        let text = fs::read_to_string(folder.join(format!("{language}-endings.txt"))).unwrap_or_default();
        Self::of(&text)
    }

    fn of(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        Self(lines.flat_map(str::split_whitespace).map(str::to_owned).collect())
    }

    /// All that a word may be a form of.
    pub(crate) fn without(&self, word: &str) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut last = BTreeSet::from([word.to_owned()]);
        for _ in 0..ENDINGS {
            last = last.iter().flat_map(|word| self.without_one(word)).collect();
            found.extend(last.iter().cloned());
        }
        found
    }

    fn without_one<'a>(&'a self, word: &'a str) -> impl Iterator<Item = String> + 'a {
        let stems = self.0.iter().filter_map(|ending| Some((word.strip_suffix(ending.as_str())?, ending)));
        let stems = stems.filter(|(stem, ending)| stem.chars().count() >= SHORTEST_STEM && fits(stem, ending));
        stems.flat_map(|(stem, ending)| [Some(stem.to_owned()), hardened(stem, ending)].into_iter().flatten())
    }
}

/// Before a vowel қ, к and п become ғ, г and б: сызық, сызығы.
fn hardened(stem: &str, ending: &str) -> Option<String> {
    let mut letters = stem.chars();
    let hard = match letters.next_back()? {
        'ғ' => 'қ',
        'г' => 'к',
        'б' => 'п',
        _ => return None,
    };
    let is_before_vowel = ending.starts_with(['а', 'е', 'ы', 'і']);
    is_before_vowel.then(|| format!("{}{hard}", letters.as_str()))
}

/// Whether an ending can follow a stem: their vowels agree, and so do the letters that meet.
fn fits(stem: &str, ending: &str) -> bool {
    let is_front = |c: char| match c {
        _ if FRONT_VOWELS.contains(c) => Some(Some(true)),
        _ if BACK_VOWELS.contains(c) => Some(Some(false)),
        _ if OTHER_VOWELS.contains(c) => Some(None),
        _ => None,
    };
    let of_stem = stem.chars().rev().find_map(is_front).flatten();
    let of_ending = ending.chars().find_map(is_front).flatten();
    let (Some(last), Some(first)) = (stem.chars().next_back(), ending.chars().next()) else { return false };
    let is_vowel = |c: char| is_front(c).is_some();
    let meet = match first {
        'а' | 'е' | 'ы' | 'і' => !is_vowel(last) || OTHER_VOWELS.contains(last),
        'т' | 'қ' | 'к' | 'п' => VOICELESS.contains(last) || SAID_VOICELESS.contains(last),
        'д' | 'ғ' | 'г' | 'б' => !VOICELESS.contains(last),
        'л' | 'м' => is_vowel(last) || "лрймнң".contains(last),
        'н' => is_vowel(last) || "мнң".contains(last),
        'й' => is_vowel(last),
        _ => true,
    };
    meet && of_stem.zip(of_ending).is_none_or(|(stem, ending)| stem == ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, stem: &str, expected: bool) {
        let endings =
            Endings::of("# of nouns\nлар лер дар дер тар тер\nы і сы сі\nын ін сын сін\nда де та те\nған ген қан кен");
        assert_eq!(endings.without(word).contains(stem), expected, "{word}");
    }

    #[test]
    fn a_word_is_a_form_of_its_stem() {
        check("дереккөзін", "дереккөз", true);
        check("құндылықтарын", "құндылық", true);
        check("сызығын", "сызық", true);
        check("айтылғаны", "айтыл", true);
    }

    #[test]
    fn endings_agree_with_their_stem() {
        check("этностер", "этнос", false);
        check("этнослар", "этнос", false);
        check("абзацда", "абзац", false);
        check("үйі", "үй", false);
    }
}
