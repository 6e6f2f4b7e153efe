//! The order of an alphabet: no order of code points puts «ә» after «а».

/// The letters of a language, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alphabet(Vec<char>);

/// Where a word stands among others: space comes before digits, digits before letters, foreign letters last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank(Vec<(u8, u32)>);

impl Alphabet {
    /// The letters as an author lists them, in lower case; what stands between them does not count.
    pub fn new(letters: &str) -> Self {
        Self(letters.chars().filter(|letter| letter.is_alphabetic()).collect())
    }

    /// The rank of a word, letter case and punctuation aside.
    pub fn rank(&self, word: &str) -> Rank {
        let rank = |letter: char| match self.0.iter().position(|known| *known == letter) {
            Some(at) => Some((2, u32::try_from(at).unwrap_or(u32::MAX))),
            None if letter.is_whitespace() => Some((0, 0)),
            None if letter.is_numeric() => Some((1, u32::from(letter))),
            None if letter.is_alphabetic() => Some((3, u32::from(letter))),
            None => None,
        };
        Rank(word.chars().flat_map(char::to_lowercase).filter_map(rank).collect())
    }

    /// The letter under which a word is found, in upper case; nothing if it has no letter.
    pub fn heading(word: &str) -> String {
        word.chars().find(|letter| letter.is_alphabetic()).into_iter().flat_map(char::to_uppercase).collect()
    }

    /// Whether a word begins with one of its letters.
    pub fn knows(&self, word: &str) -> bool {
        let first = word.chars().find(|letter| letter.is_alphabetic());
        first.is_some_and(|first| first.to_lowercase().all(|letter| self.0.contains(&letter)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KAZAKH: &str = "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я";

    #[test]
    fn kazakh_words_stand_in_the_order_of_the_kazakh_alphabet() {
        let alphabet = Alphabet::new(KAZAKH);
        let mut words =
            ["іс", "Үй", "ұлт", "өзара", "«Қазақстан-2050»", "қазақ", "кепіл", "квота", "әдет", "Алғыс", "ана"];
        words.sort_by_key(|word| alphabet.rank(word));
        let sorted =
            ["Алғыс", "ана", "әдет", "квота", "кепіл", "қазақ", "«Қазақстан-2050»", "өзара", "ұлт", "Үй", "іс"];
        assert_eq!(words, sorted);
    }

    #[test]
    fn a_shorter_word_stands_first_and_foreign_letters_last() {
        let alphabet = Alphabet::new("a b c");
        let mut words = ["b", "жар", "ab c", "abc", "a 1", "ab", "a b"];
        words.sort_by_key(|word| alphabet.rank(word));
        assert_eq!(words, ["a 1", "a b", "ab", "ab c", "abc", "b", "жар"]);
    }

    #[test]
    fn a_word_is_found_under_its_first_letter() {
        assert_eq!(Alphabet::heading("«әдет»"), "Ә");
        assert_eq!(Alphabet::heading("2050"), "");
        assert!(Alphabet::new(KAZAKH).knows("Әдет") && !Alphabet::new(KAZAKH).knows("word"));
    }
}
