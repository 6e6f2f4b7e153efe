//! The words of a text.

use std::ops::Range;

use crate::quiz::letters::{is_letter, is_letter_or_digit};

#[derive(Clone, Copy, PartialEq)]
enum Sign {
    Letter,
    Digit,
    /// Does not end a word, and is none of its letters: an apostrophe, a stress mark, a hyphen that is not seen.
    Silent,
    Gap,
}

fn sign(letter: char) -> Sign {
    match letter {
        '\'' | '’' | 'ʼ' | '\u{ad}' | '\u{300}'..='\u{36f}' => Sign::Silent,
        _ if is_letter(letter) => Sign::Letter,
        _ if is_letter_or_digit(letter) => Sign::Digit,
        _ => Sign::Gap,
    }
}

/// Where the words of a text stand. Letters and digits do not make one word; a word with hyphens counts as its parts,
/// and once more as a whole, after all others.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut compounds: Vec<Range<usize>> = Vec::new();
    let mut open = Sign::Gap;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let sign = sign(letter);
        match sign {
            Sign::Silent => continue,
            Sign::Gap => {}
            Sign::Letter | Sign::Digit => match words.last_mut().filter(|_| open == sign) {
                Some(word) => word.end = end,
                None => words.push(at..end),
            },
        }
        open = sign;
    }
    for pair in words.windows(2) {
        let [first, second] = pair else { continue };
        if matches!(text.get(first.end..second.start), Some("-" | "‑")) {
            match compounds.last_mut().filter(|compound| compound.end == first.end) {
                Some(compound) => compound.end = second.end,
                None => compounds.push(first.start..second.end),
            }
        }
    }
    words.extend(compounds);
    words
}

/// The letters or digits of a word.
pub(super) fn letters(word: &str) -> String {
    word.chars().filter(|letter| is_letter_or_digit(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = words(text).into_iter().map(|range| letters(&text[range])).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_end_where_letters_end() {
        check("", &[]);
        check(" – «Ата Заң», 42-бап.", &["Ата", "Заң", "42", "бап", "42бап"]);
        check("2013жылғы", &["2013", "жылғы"]);
        check("the Assembly’s o'clock", &["the", "Assemblys", "oclock"]);
        check(
            "онлайн-курс, қоғамдық‑саяси-тарихи",
            &["онлайн", "курс", "қоғамдық", "саяси", "тарихи", "онлайнкурс", "қоғамдықсаяситарихи"],
        );
        check("за́мок ас\u{ad}сам\u{ad}блея", &["замок", "ассамблея"]);
    }
}
