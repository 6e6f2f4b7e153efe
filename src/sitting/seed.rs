//! Chance that is the same on every machine, for ever. Whole numbers of 64 bits alone; a change of a number in this
//! file changes papers that teachers have handed out.

use std::fmt;

use crate::quiz::letters::{lower_text, trim};

/// Seeds are shown and said aloud: eight digits at most, which every keyboard has.
const SEEDS: u64 = 100_000_000;

/// Longer words are not said aloud, in characters.
const LONGEST_WORD: usize = 32;

/// The step of `SplitMix64`.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// What decides a draw. Below 100,000,000, so that what is shown, typed in again, is the same seed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seed(u64);

impl Seed {
    /// The seed of a number; of large numbers the last eight digits count.
    pub fn new(number: u64) -> Self {
        Self(number % SEEDS)
    }

    /// The seed that a link names, by decimal digits or by a word of at most 32 characters, in which the case of
    /// Latin and Cyrillic letters does not count; `None` if there is nothing or more.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = trim(word);
        if word.is_empty() || word.chars().count() > LONGEST_WORD {
            return None;
        }
        let digits =
            word.chars().try_fold(0, |number, digit| Some((number * 10 + u64::from(digit.to_digit(10)?)) % SEEDS));
        Some(Self::new(digits.unwrap_or_else(|| hash(&lower_text(word)))))
    }

    /// The number, below 100,000,000.
    pub fn number(self) -> u64 {
        self.0
    }

    /// The place of a name in a draw, among all 64-bit numbers. It hangs on nothing but seed and name, so a name that
    /// is added moves no other.
    pub fn rank(self, name: &str) -> u64 {
        let chance = Generator::new(self).next_number();
        Generator(chance ^ hash(name)).next_number()
    }
}

impl fmt::Display for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// Numbers by chance, from a seed: `SplitMix64`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generator(u64);

impl Generator {
    /// The numbers of a seed, from the first.
    pub fn new(seed: Seed) -> Self {
        Self(seed.0)
    }

    /// The next number; all 64-bit numbers are equally likely.
    pub fn next_number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let number = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        number ^ (number >> 31)
    }

    /// A number below `n`, all of them equally likely; nought if there is none.
    pub fn below(&mut self, n: u64) -> u64 {
        // As many numbers are passed over as are left when all are shared out among `n`.
        let Some(left) = n.wrapping_neg().checked_rem(n) else { return 0 };
        loop {
            let number = self.next_number();
            if number >= left {
                return number % n;
            }
        }
    }

    /// Puts things into an order by chance, all orders equally likely.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for (count, at) in (1..).zip(0..things.len()) {
            // What is not above `at` fits where `at` does.
            things.swap(at, usize::try_from(self.below(count)).unwrap_or(at));
        }
    }
}

/// FNV-1a of 64 bits.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn the_generator_is_the_published_one() {
        let mut generator = Generator::new(Seed::new(1_234_567));
        let first = [(); 5].map(|()| generator.next_number());
        let published = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ];
        assert_eq!(first, published);
    }

    #[test]
    fn a_seed_is_a_number_or_a_word() {
        let number = |word: &str| Seed::from_word(word).map(Seed::number);
        assert_eq!(number("7"), Some(7));
        assert_eq!(number(" 007 "), Some(7));
        assert_eq!(number("123456789012345678901234567890"), Some(34_567_890));
        assert_eq!(number("8A"), number("8a"));
        assert_ne!(number("8a"), number("8b"));
        assert_eq!(number(""), None);
        assert!(number(&"ш".repeat(32)).is_some());
        assert_eq!(number(&"ш".repeat(33)), None);
    }

    // Written down for ever, as papers hang on them.
    #[test]
    fn a_word_and_a_rank_stay_what_they_are() {
        assert_eq!(Seed::from_word("Қыран"), Some(Seed::new(19_590_912)));
        assert_eq!(Seed::new(7).rank("nine-seats"), 0x7a43_5f34_9ee6_152d);
        assert_eq!(Seed::new(7).rank("l0/g0"), 0xb978_85ed_9410_3493);
        let mut things = ["a", "b", "c", "d", "e"];
        Generator::new(Seed::new(7)).shuffle(&mut things);
        assert_eq!(things, ["c", "a", "b", "d", "e"]);
        let mut generator = Generator::new(Seed::new(7));
        assert_eq!(
            [6, 6, 6, 1, 0, 3 << 62, 3 << 62, 3 << 62, 3 << 62].map(|n| generator.below(n)),
            [
                3,
                0,
                0,
                0,
                0,
                8_346_079_845_500_723_674,
                8_632_209_307_422_871_798,
                6_051_947_643_683_389_182,
                7_621_113_624_420_504_425
            ]
        );
    }

    proptest! {
        #[test]
        fn what_is_shown_is_the_same_seed_in_eight_characters(number in any::<u64>()) {
            let seed = Seed::new(number);
            prop_assert!(seed.to_string().len() <= 8);
            prop_assert_eq!(Seed::from_word(&seed.to_string()), Some(seed));
        }

        #[test]
        fn any_text_is_a_seed_or_none(text in ".{0,50}") {
            let _ = Seed::from_word(&text);
        }

        #[test]
        fn a_number_below_is_below(seed in any::<u64>(), n in any::<u64>()) {
            let number = Generator::new(Seed::new(seed)).below(n);
            prop_assert!(number < n || n == 0 && number == 0);
        }

        #[test]
        fn shuffling_keeps_every_thing(seed in any::<u64>(), things in prop::collection::vec(any::<u8>(), 0..40)) {
            let mut shuffled = things.clone();
            Generator::new(Seed::new(seed)).shuffle(&mut shuffled);
            let sorted = |mut things: Vec<u8>| { things.sort_unstable(); things };
            prop_assert_eq!(sorted(shuffled), sorted(things));
        }
    }

    #[test]
    fn every_order_of_three_comes_up_about_as_often() {
        let mut counts = std::collections::BTreeMap::new();
        let mut generator = Generator::new(Seed::new(1));
        for _ in 0..6_000 {
            let mut things = [1, 2, 3];
            generator.shuffle(&mut things);
            *counts.entry(things).or_insert(0) += 1;
        }
        assert_eq!(counts.len(), 6);
        assert!(counts.values().all(|count| (900..1_100).contains(count)), "{counts:?}");
    }
}
