//! Letters, spaces and letter case, as far as the scripts at hand go: Latin and Cyrillic.
//!
//! The standard library knows all scripts, by tables that weigh some fifteen kilobytes of the program.

/// The letter in lower case: ASCII, Latin-1, Latin Extended-A, Cyrillic, and what else the Latin alphabets proposed for
/// Kazakh have. Any other stays as it is.
pub(crate) fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let step = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        // Here upper and lower case take turns, the upper case even …
        'Ā'..='į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' | 'Ǵ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' => {
            u32::from(code % 2 == 0)
        }
        // … and here odd.
        'Ĺ'..='ň' | 'Ź'..='ž' | 'Ӂ'..='ӎ' => code % 2,
        'İ' => return 'i',
        'Ÿ' => return 'ÿ',
        'Ə' => return 'ə',
        'Ӏ' => return 'ӏ',
        _ => 0,
    };
    char::from_u32(code + step).unwrap_or(letter)
}

/// The text in lower case.
pub(crate) fn lower_text(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// Whether it is a letter. Of other scripts nearly everything is one, for it must not vanish from an answer.
pub(crate) fn is_letter(letter: char) -> bool {
    let is_latin = matches!(letter, 'A'..='Z' | 'a'..='z' | 'ª' | 'µ' | 'º' | 'À'..='ʯ');
    let is_of_a_later_script =
        matches!(letter, '\u{370}'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{3040}'..='\u{d7ff}');
    (is_latin || is_of_a_later_script) && !matches!(letter, '×' | '÷' | '\u{482}'..='\u{489}')
}

/// Whether it is a letter or a digit, also a small one or a fraction.
pub(crate) fn is_letter_or_digit(letter: char) -> bool {
    is_letter(letter) || matches!(letter, '0'..='9' | '²' | '³' | '¹' | '¼'..='¾')
}

/// Whether it is a space; one without width is too.
pub(crate) fn is_space(letter: char) -> bool {
    matches!(
        letter,
        '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200b}' | '\u{2028}' | '\u{2029}'
            | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// The text without the spaces at its ends.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Latin Extended-B, the phonetic letters and Greek: no language of the course is written in them.
    fn is_of_no_script_at_hand(letter: char) -> bool {
        ('\u{180}'..'\u{400}').contains(&letter)
    }

    #[test]
    fn letters_have_the_lower_case_of_the_standard_library() {
        for letter in '\0'..='\u{52f}' {
            let known: Vec<char> = letter.to_lowercase().collect();
            match known[..] {
                [_] if is_of_no_script_at_hand(letter) && !"ǴƏ".contains(letter) => assert_eq!(lower(letter), letter),
                [known] => assert_eq!(lower(letter), known, "{letter}"),
                // With a dot above of its own, which is no letter and never counted.
                _ => assert_eq!((letter, lower(letter)), ('İ', 'i')),
            }
        }
        assert_eq!(
            lower_text("ҚАЗАҚСТАН Ŋ Ǵ Ş Ñ Ğ Ü Ö Ä Á Ó Ú Ý Ū İ I Һ 1"),
            "қазақстан ŋ ǵ ş ñ ğ ü ö ä á ó ú ý ū i i һ 1"
        );
    }

    #[test]
    fn every_letter_beyond_stays() {
        for letter in '\u{530}'..=char::MAX {
            assert_eq!(lower(letter), letter);
        }
    }

    #[test]
    fn letters_and_digits_are_those_of_the_standard_library() {
        for letter in ('\0'..='\u{2af}').chain('\u{400}'..='\u{52f}') {
            assert_eq!(is_letter(letter), letter.is_alphabetic(), "{letter}");
            assert_eq!(is_letter_or_digit(letter), letter.is_alphanumeric(), "{letter}");
        }
    }

    #[test]
    fn letters_of_other_scripts_are_letters_and_signs_are_not() {
        for letter in "λაաعक中ひ한".chars() {
            assert!(is_letter(letter), "{letter}");
        }
        for letter in "\u{301}\u{306}\u{308}ʼ’“„–—…№−→✓😀\u{200d}\u{fe0f}\u{feff}".chars() {
            assert!(!is_letter_or_digit(letter), "{letter}");
        }
    }

    #[test]
    fn spaces_are_those_of_the_standard_library_and_one_without_width() {
        for letter in '\0'..=char::MAX {
            assert_eq!(is_space(letter), letter.is_whitespace() || letter == '\u{200b}', "{letter:?}");
        }
        assert_eq!(trim("\u{a0} Ата Заң\n"), "Ата Заң");
        assert_eq!(trim(" \u{3000}"), "");
    }
}
