//! What counts as the same when an answer is typed, so that a keyboard, a script or a slip of the finger is never taken
//! for a lack of knowledge.
//!
//! A typed text is read in up to three ways, and each reading is compared with the same reading of the answer:
//!
//! * **Cyrillic**: Latin letters that look like Cyrillic ones count as those, and a Kazakh letter as the Russian one
//!   that stands in its place on the keyboard.
//! * **Latin**: the reverse, for answers such as OSCE.
//! * **Sound**: a text in Latin letters alone, compared by sound with an answer in Cyrillic. It knows the Latin
//!   alphabets proposed in 2018 and 2021 and what people write without any.
//!
//! In all of them letter case, spaces, hyphens, quotation marks and full stops do not count; number words to ten and
//! Roman numerals to ten are digits. One slip is forgiven in answers of six letters or more, unless it makes a word
//! that the author has rejected. `tests/spelling/variants.tsv` shows every rule at work.

pub(crate) mod letters;

use self::letters::{is_letter, is_letter_or_digit, is_space, lower_text};
use crate::id::Text;

/// Shorter words have too many neighbours that mean something else.
pub(crate) const LETTERS_FOR_A_SLIP: usize = 6;

/// What a letter counts as in each alphabet: Cyrillic, the Latin letter that looks like it, the Russian letter in its
/// place, its sound. `-` where there is no such letter; `w` stands for sh, `c` for ch.
const LETTERS: &[(char, char, char, &str)] = &[
    ('а', 'a', 'а', "a"),
    ('ә', '-', 'а', "a"),
    ('б', '-', 'б', "b"),
    ('в', 'b', 'в', "v"),
    ('г', '-', 'г', "g"),
    ('ғ', '-', 'г', "g"),
    ('д', '-', 'д', "d"),
    ('е', 'e', 'е', "e"),
    ('ё', '-', 'е', "e"),
    ('ж', '-', 'ж', "j"),
    ('з', '-', 'з', "z"),
    ('и', '-', 'и', "i"),
    ('й', '-', 'й', "i"),
    ('к', 'k', 'к', "k"),
    ('қ', '-', 'к', "k"),
    ('л', '-', 'л', "l"),
    ('м', 'm', 'м', "m"),
    ('н', 'h', 'н', "n"),
    ('ң', '-', 'н', "n"),
    ('о', 'o', 'о', "o"),
    ('ө', '-', 'о', "o"),
    ('п', '-', 'п', "p"),
    ('р', 'p', 'р', "r"),
    ('с', 'c', 'с', "s"),
    ('т', 't', 'т', "t"),
    ('у', 'y', 'у', "u"),
    ('ұ', '-', 'у', "u"),
    ('ү', '-', 'у', "u"),
    ('ф', '-', 'ф', "f"),
    ('х', 'x', 'х', "h"),
    ('һ', '-', 'х', "h"),
    ('ц', '-', 'ц', "ts"),
    ('ч', '-', 'ч', "c"),
    ('ш', '-', 'ш', "w"),
    ('щ', '-', 'щ', "w"),
    ('ъ', '-', 'ъ', ""),
    ('ы', '-', 'ы', "i"),
    ('і', 'i', 'и', "i"),
    ('ь', '-', 'ь', ""),
    ('э', '-', 'э', "e"),
    ('ю', '-', 'ю', "iu"),
    ('я', '-', 'я', "ia"),
];

/// Latin letters and groups by sound; the longer first.
const SOUNDS: &[(&str, &str)] = &[
    ("shch", "w"),
    ("sh", "w"),
    ("ch", "c"),
    ("zh", "j"),
    ("kh", "h"),
    ("ä", "a"),
    ("á", "a"),
    ("ö", "o"),
    ("ó", "o"),
    ("ü", "u"),
    ("ú", "u"),
    ("ū", "u"),
    ("ý", "u"),
    ("ğ", "g"),
    ("ǵ", "g"),
    ("ñ", "n"),
    ("ŋ", "n"),
    ("ń", "n"),
    ("ş", "w"),
    ("ç", "c"),
    ("ı", "i"),
    ("y", "i"),
    ("q", "k"),
    ("x", "h"),
    ("w", "v"),
    ("c", "ts"),
];

/// Numbers to ten, in digits, in Roman numerals and in words; the words as they are after reading.
const NUMBERS: &[(&str, &[&str])] = &[
    ("1", &["i", "бир", "один", "one"]),
    ("2", &["ii", "еки", "два", "two"]),
    ("3", &["iii", "уш", "три", "three"]),
    ("4", &["iv", "торт", "четыре", "four"]),
    ("5", &["v", "бес", "пять", "five"]),
    ("6", &["vi", "алты", "шесть", "six"]),
    ("7", &["vii", "жети", "семь", "seven"]),
    ("8", &["viii", "сегиз", "восемь", "eight"]),
    ("9", &["ix", "тогыз", "девять", "nine"]),
    ("10", &["x", "он", "десять", "ten"]),
];

/// The accepted answer that a typed text counts as; `None` if it counts as none of them.
pub fn counts_as<'a>(typed: &str, accepted: &'a [Text], rejected: &[Text]) -> Option<&'a Text> {
    let typed = Readings::of(typed);
    let is_same = |answer: &&Text| typed.meets(&Readings::of(answer), |typed, answer| typed == answer);
    let is_slip = |answer: &&Text| typed.meets(&Readings::of(answer), is_one_slip);
    let is_known_as_wrong = || rejected.iter().any(|word| is_same(&word));
    accepted.iter().find(is_same).or_else(|| accepted.iter().find(is_slip).filter(|_| !is_known_as_wrong()))
}

/// The ways in which a text can be read.
struct Readings {
    has_cyrillic: bool,
    has_latin: bool,
    cyrillic: String,
    latin: String,
    sound: String,
}

impl Readings {
    fn of(text: &str) -> Self {
        let text = lower_text(text);
        let has_cyrillic = text.chars().any(is_cyrillic);
        let has_latin = text.chars().any(|letter| is_letter(letter) && !is_cyrillic(letter));
        // Text in Latin letters alone is no Cyrillic text, whatever its letters look like; and the reverse.
        let cyrillic = if has_cyrillic { read(&text, as_cyrillic) } else { read(&text, |letter| letter) };
        let latin = if has_latin { read(&text, as_latin) } else { read(&text, |letter| letter) };
        let sound = if has_cyrillic { sound_of_cyrillic(&cyrillic_words(&text)) } else { sound_of_latin(&text) };
        Self { has_cyrillic, has_latin, cyrillic, latin, sound }
    }

    /// Whether a reading of what was typed meets the same reading of an answer.
    fn meets(&self, answer: &Self, meet: impl Fn(&str, &str) -> bool) -> bool {
        let by_sound = self.has_latin && !self.has_cyrillic && answer.has_cyrillic && !answer.has_latin;
        let is_something = |text: &str| !text.is_empty();
        (is_something(&self.cyrillic) && meet(&self.cyrillic, &answer.cyrillic))
            || (is_something(&self.latin) && meet(&self.latin, &answer.latin))
            || (by_sound && is_something(&self.sound) && meet(&self.sound, &answer.sound))
    }
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

/// The Russian letter in the place of a letter, or of the letter that it looks like.
fn as_cyrillic(letter: char) -> char {
    let is_it = |(cyrillic, looks, ..): &&(char, char, char, &str)| *cyrillic == letter || *looks == letter;
    LETTERS.iter().find(is_it).map_or(letter, |(_, _, russian, _)| *russian)
}

/// The Latin letter that a letter looks like.
fn as_latin(letter: char) -> char {
    let is_it = |(cyrillic, looks, ..): &&(char, char, char, &str)| *cyrillic == letter && *looks != '-';
    LETTERS.iter().find(is_it).map_or(letter, |(_, looks, ..)| *looks)
}

/// Letters and digits, read letter by letter, with numbers as digits and without what stands between words.
fn read(text: &str, read_letter: fn(char) -> char) -> String {
    let numbers: Vec<_> = words(text).map(|word| number(&word)).collect();
    let number = |at: usize| numbers.get(at).copied().flatten();
    let is_part_of_greater_number =
        |at: usize| at.checked_sub(1).and_then(number).is_some() || number(at + 1).is_some();
    let each = words(text).enumerate().map(|(at, word)| match number(at) {
        // “он бір” is eleven, and not ten and one.
        Some(digits) if !is_part_of_greater_number(at) => digits.to_owned(),
        Some(_) | None => word.chars().map(read_letter).collect(),
    });
    each.collect()
}

/// Words: what stands between spaces, without hyphens, quotation marks and full stops.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(is_space);
    let words = words.map(|word| word.chars().filter(|letter| is_letter_or_digit(*letter)).collect::<String>());
    // Two spaces are as good as one, and so is a hyphen between them.
    words.filter(|word| !word.is_empty())
}

fn number(word: &str) -> Option<&'static str> {
    // Roman numerals are typed in either alphabet, words on either keyboard.
    let (roman, in_words): (String, String) =
        word.chars().map(|letter| (as_latin(letter), as_cyrillic(letter))).unzip();
    let in_words = if word.chars().any(is_cyrillic) { &*in_words } else { word };
    let is_it = |(_, names): &&(&str, &[&str])| names.contains(&in_words) || names.first() == Some(&&*roman);
    NUMBERS.iter().find(is_it).map(|(digits, _)| *digits)
}

/// The words of a Cyrillic text with all letters Cyrillic, but Kazakh where they were.
fn cyrillic_words(text: &str) -> String {
    let is_look_alike = |letter: char| LETTERS.iter().find(|(_, looks, ..)| *looks == letter);
    words(text)
        .flat_map(|word| word.chars().collect::<Vec<_>>())
        .map(|letter| is_look_alike(letter).map_or(letter, |(cyrillic, ..)| *cyrillic))
        .collect()
}

/// How a text sounds in whichever alphabet it is written: in Latin letters. A Latin letter in a Cyrillic word counts as
/// the letter that it looks like, and the reverse.
pub(crate) fn sound(text: &str) -> String {
    let text = lower_text(text);
    let is_foreign = |letter: char| is_letter(letter) && !is_cyrillic(letter) && as_cyrillic(letter) == letter;
    if !text.chars().any(is_cyrillic) {
        sound_of_latin(&text)
    } else if text.chars().any(is_foreign) {
        sound_of_latin(&text.chars().map(as_latin).collect::<String>())
    } else {
        sound_of_cyrillic(&cyrillic_words(&text))
    }
}

fn sound_of_cyrillic(text: &str) -> String {
    let sound = |letter: char| LETTERS.iter().find(|(cyrillic, ..)| *cyrillic == letter).map(|(.., sound)| *sound);
    once(&text.chars().filter_map(sound).collect::<String>())
}

fn sound_of_latin(text: &str) -> String {
    let letters: String = words(text).collect();
    let mut rest = letters.as_str();
    let mut sound = String::new();
    while let Some(letter) = rest.chars().next() {
        let known = SOUNDS.iter().find(|(spelling, _)| rest.starts_with(spelling));
        let length = known.map_or(letter.len_utf8(), |(spelling, _)| spelling.len());
        match known {
            Some((_, heard)) => sound.push_str(heard),
            None => sound.push(letter),
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    once(&sound)
}

/// И, і, й and ы sound alike here, so one of several in a row is enough.
fn once(sound: &str) -> String {
    let mut last = None;
    sound.chars().filter(|letter| last.replace(*letter) != Some('i') || *letter != 'i').collect()
}

/// Whether two texts differ by one letter: missing, added, replaced, or two neighbours swapped (the distance of Damerau
/// and Levenshtein is one). Digits do not slip.
fn is_one_slip(typed: &str, answer: &str) -> bool {
    let (typed, answer): (Vec<char>, Vec<char>) = (typed.chars().collect(), answer.chars().collect());
    let has_digit = typed.iter().chain(&answer).any(char::is_ascii_digit);
    !has_digit && answer.len() >= LETTERS_FOR_A_SLIP && slips(&typed, &answer).contains(&Some(answer.len()))
}

/// Where the beginnings of a word end from which what was typed differs by one slip: a letter that is missing, added,
/// replaced, or swapped with its neighbour.
pub(crate) fn slips<T: PartialEq>(typed: &[T], word: &[T]) -> [Option<usize>; 4] {
    let same = typed.iter().zip(word).take_while(|(typed, letter)| typed == letter).count();
    let (typed, word) = (typed.get(same..).unwrap_or_default(), word.get(same..).unwrap_or_default());
    let end = same + typed.len();
    let after = |letters: usize| (typed.get(letters..), word.get(letters..));
    let begins = |word: Option<&[T]>, typed: Option<&[T]>| word.zip(typed).is_some_and(|(w, t)| w.starts_with(t));
    let missing = begins(word.get(1..), Some(typed)).then_some(end + 1);
    let added = begins(Some(word), typed.get(1..)).then(|| end - 1);
    let replaced = begins(after(1).1, after(1).0).then_some(end);
    let is_swapped = matches!((typed, word), ([a, b, ..], [c, d, ..]) if a == d && b == c);
    let swapped = (is_swapped && begins(after(2).1, after(2).0)).then_some(end);
    [missing, added, replaced, swapped]
}
