//! Endings, language by language: light stemming by tables.
//!
//! No word is cut to a stem of its own, for a stem cut too short meets strangers: Қазақстан would lose its *-тан*. Two
//! words are kin if somewhere in what they have in common the rest of each is nothing but endings.

use crate::quiz::sound;

/// Shorter stems have too much in common with others.
const LETTERS_OF_A_STEM: usize = 3;

/// Kazakh: plural, whose it is, case, where it is from. The harmony of vowels makes pairs, of which some sound alike.
const KAZAKH: &[&str] = &[
    "лар лер дар дер тар тер",
    "ы сы ым ың сын ымыз мыз ыңыз ңыз",
    "ның дың тың ға ге қа ке на не ны ды ты да де та те нда нде дан ден тан тен нан нен мен бен пен менен",
    "ғы",
];

/// Russian: nouns and adjectives, the commonest forms of verbs.
const RUSSIAN: &[&str] =
    &["а я ы у ю е о ой ей ою ею ом ем ам ям ами ями ах ях ов ев ий его ого ему ому ым ым ых ыми \
    их ими ую юю ая яя ое ее ые ие ию ия ием иям иями иях ья ье ью ьи ьям ьями ьях \
    л ла ло ли лся лась лось лись ть ет ит ют ут ят ат ется ится ются ятся ся"];

/// English: plural and possessive, the forms of verbs, *-ly*.
const ENGLISH: &[&str] = &["s es e d ed ing er ers ly"];

/// The endings of a language.
pub(super) struct Endings {
    /// From the stem outwards: of each class one ending at most. As they sound.
    classes: Vec<Vec<String>>,
    is_kazakh: bool,
}

/// A word, as it sounds, with the places where its endings may begin.
pub(super) struct Cut<'a> {
    pub(super) sound: &'a [u8],
    /// The bit of each place.
    places: u64,
}

impl Cut<'_> {
    /// Whether from this place on there is nothing but endings.
    pub(super) fn may_end(&self, at: usize) -> bool {
        bit(at) & self.places != 0
    }

    /// The stem, if it were as short as can be.
    pub(super) fn shortest_stem(&self) -> Option<&[u8]> {
        self.sound.get(..LETTERS_OF_A_STEM).filter(|_| self.may_end(LETTERS_OF_A_STEM))
    }

    /// The last letter of a stem that turns before endings, as it is at the end of a word, if it stands here, with an Ы
    /// before it or without: жарлық and жарлығы, халық and халқы.
    fn turning_letter(&self, at: usize) -> Option<u8> {
        let rest = self.sound.get(at..)?;
        let with_vowel = usize::from(rest.first() == Some(&b'i'));
        let letter = match rest.get(with_vowel)? {
            b'k' | b'g' => b'k',
            b'p' | b'b' => b'p',
            letter @ (b'n' | b'l' | b'r') => *letter,
            _ => return None,
        };
        self.may_end(at + with_vowel + 1).then_some(letter)
    }
}

fn bit(at: usize) -> u64 {
    u32::try_from(at).ok().and_then(|at| 1_u64.checked_shl(at)).unwrap_or_default()
}

impl Endings {
    /// The endings of a language; none if it is not known.
    pub(super) fn of(language: &str) -> Self {
        let classes = match language {
            "kk" => KAZAKH,
            "ru" => RUSSIAN,
            "en" => ENGLISH,
            _ => &[],
        };
        let class = |class: &&str| {
            let mut endings: Vec<String> = class.split(' ').map(sound).collect();
            endings.dedup();
            endings
        };
        Self { classes: classes.iter().map(class).collect(), is_kazakh: language == "kk" }
    }

    /// Finds the places where endings may begin.
    pub(super) fn cut<'a>(&self, sound: &'a str) -> Cut<'a> {
        let sound = sound.as_bytes();
        let mut places = bit(sound.len());
        for class in self.classes.iter().rev() {
            for at in (LETTERS_OF_A_STEM..=sound.len()).filter(|at| bit(*at) & places != 0).collect::<Vec<_>>() {
                let word = sound.get(..at).unwrap_or_default();
                for ending in class.iter().filter(|ending| word.ends_with(ending.as_bytes())) {
                    if at - ending.len() >= LETTERS_OF_A_STEM {
                        places |= bit(at - ending.len());
                    }
                }
            }
        }
        Cut { sound, places }
    }

    /// Whether two words are the same but for their endings. Where a stem is as short as can be and an Ы follows in both
    /// words, the stem has to be a word by itself, `is_word`: алты and алтын have the Ы in common.
    pub(super) fn are_kin(&self, asked: &Cut<'_>, other: &Cut<'_>, is_word: bool) -> bool {
        let same = common(asked.sound, other.sound);
        let stem = (LETTERS_OF_A_STEM..=same).rev().find(|at| asked.may_end(*at) && other.may_end(*at));
        let has_vowel = |at: usize| [asked, other].iter().all(|word| word.sound.get(at) == Some(&b'i'));
        stem.is_some_and(|at| at > LETTERS_OF_A_STEM || !self.is_kazakh || is_word || !has_vowel(at))
            || (self.is_kazakh
                && same + 1 >= LETTERS_OF_A_STEM
                && asked.turning_letter(same).is_some_and(|letter| other.turning_letter(same) == Some(letter)))
    }
}

/// How many letters two words have in common from the beginning.
pub(super) fn common(one: &[u8], other: &[u8]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}
