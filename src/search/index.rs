//! All that can be found, and finding it.

use super::document::{Document, Field};
use super::endings::{Cut, Endings, common};
use super::keyboard::switched;
use super::vocabulary::Vocabulary;
use super::words::{letters, words};
use crate::id::LanguageId;
use crate::quiz::letters::{is_letter, is_letter_or_digit, lower_text};
use crate::quiz::{LETTERS_FOR_A_SLIP, slips};

/// How many words of a query count, and how many of its letters: nobody types more, but a link may say anything.
const MOST_WORDS: usize = 8;
const MOST_LETTERS: usize = 200;
/// With a single letter everything begins.
const FEWEST_LETTERS: usize = 2;

/// All that can be found in one language.
pub struct Index {
    pub(super) documents: Vec<Document>,
    pub(super) vocabulary: Vocabulary,
    endings: Endings,
    /// The words of all fields of all documents, one after the other, by their numbers.
    words: Vec<u32>,
    /// Where each field ends.
    ends: Vec<usize>,
}

/// What a query finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The numbers of the documents, the best first.
    pub documents: Vec<usize>,
    /// For each word of the vocabulary which words of the query it answers, a bit for each.
    pub(super) answers: Vec<u8>,
}

/// A word of a query.
struct Asked {
    spelling: String,
    sound: String,
    /// Whether it may go on: it is the last, and nothing follows it.
    is_open: bool,
}

/// How well a word of a document answers a word of the query; 0 if it does not.
type Quality = u8;
const SPELLED_ALIKE: Quality = 4;
const SOUNDS_ALIKE: Quality = 3;
const KIN: Quality = 2;
const BEGINS_OR_SLIPS: Quality = 1;

impl Index {
    /// Makes an index of documents in a language.
    pub fn new(language: &LanguageId, documents: Vec<Document>) -> Self {
        let mut vocabulary = Vocabulary::new(language.as_str() == "en");
        let (mut numbers, mut ends) = (Vec::new(), Vec::new());
        for document in &documents {
            for field in Field::ALL {
                let text = document.field(field);
                for word in words(text) {
                    let number = vocabulary.note(&letters(text.get(word).unwrap_or_default()));
                    numbers.push(u32::try_from(number).unwrap_or_default());
                }
                ends.push(numbers.len());
            }
        }
        Self { documents, vocabulary, endings: Endings::of(language.as_str()), words: numbers, ends }
    }

    /// The document of a number in [`Found::documents`].
    pub fn document(&self, number: usize) -> Option<&Document> {
        self.documents.get(number)
    }

    /// Finds what has all words of a query; `None` if too little is asked.
    pub fn find(&self, query: &str) -> Option<Found> {
        let query: String = query.chars().take(MOST_LETTERS).collect();
        if query.chars().filter(|letter| is_letter_or_digit(*letter)).count() < FEWEST_LETTERS {
            return None;
        }
        let found = self.find_as_typed(&query);
        Some(found.or_else(|| self.find_as_typed(&switched(&query))).unwrap_or_default())
    }

    fn find_as_typed(&self, query: &str) -> Option<Found> {
        let asked = self.asked(query);
        let mut qualities: Vec<Vec<Quality>> = Vec::new();
        for word in &asked {
            qualities.push(self.answers(word)?);
        }
        let mut answers = vec![0; self.vocabulary.len()];
        for (n, qualities) in qualities.iter().enumerate() {
            for (answers, quality) in answers.iter_mut().zip(qualities) {
                *answers |= u8::from(*quality > 0) << n;
            }
        }
        let mut ranked: Vec<(u32, usize)> = Vec::new();
        for number in 0..self.documents.len() {
            if let Some(score) = self.score(number, &answers, &qualities) {
                // Of equals the earlier stays before the later.
                let at = ranked.partition_point(|(other, _)| *other >= score);
                ranked.insert(at, (score, number));
            }
        }
        let documents: Vec<usize> = ranked.into_iter().map(|(_, number)| number).collect();
        (!documents.is_empty()).then_some(Found { documents, answers })
    }

    /// The words of a query. Of words with hyphens the parts are asked, of very many words the first.
    fn asked(&self, query: &str) -> Vec<Asked> {
        let query = lower_text(query);
        let all = words(&query);
        let whole = all.windows(2).take_while(|pair| matches!(pair, [one, next] if one.end <= next.start)).count() + 1;
        let asked = |(n, word): (usize, std::ops::Range<usize>)| {
            let is_open = n + 1 == whole && word.end == query.len();
            let spelling = letters(query.get(word).unwrap_or_default());
            Asked { sound: self.vocabulary.sound(&spelling), spelling, is_open }
        };
        let mut asked: Vec<Asked> = all.into_iter().take(whole.min(MOST_WORDS)).enumerate().map(asked).collect();
        // The first letter of another word would take all results away for a moment.
        let is_begun = |word: &mut Asked| {
            word.is_open && matches!(&*word.spelling.chars().collect::<Vec<_>>(), [letter] if is_letter(*letter))
        };
        if asked.len() > 1 {
            asked.pop_if(is_begun);
        }
        asked
    }

    /// How well each word of the vocabulary answers; `None` if none does.
    fn answers(&self, asked: &Asked) -> Option<Vec<Quality>> {
        let cut = self.endings.cut(&asked.sound);
        let stem = cut.shortest_stem();
        let is_word = stem.is_some_and(|stem| self.vocabulary.iter().any(|(_, sound)| sound.as_bytes() == stem));
        let exactly = |(spelling, sound): (&str, &str)| self.quality(asked, &cut, is_word, spelling, sound);
        let answers: Vec<Quality> = self.vocabulary.iter().map(exactly).collect();
        if answers.iter().any(|quality| *quality > 0) {
            return Some(answers);
        }
        if asked.spelling.chars().filter(|letter| is_letter(*letter)).count() < LETTERS_FOR_A_SLIP {
            return None;
        }
        let slipping = |(_, sound): (&str, &str)| BEGINS_OR_SLIPS * u8::from(self.slips(asked, &cut, sound));
        let answers: Vec<Quality> = self.vocabulary.iter().map(slipping).collect();
        answers.iter().any(|quality| *quality > 0).then_some(answers)
    }

    fn quality(&self, asked: &Asked, cut: &Cut<'_>, is_word: bool, spelling: &str, sound: &str) -> Quality {
        let same = common(cut.sound, sound.as_bytes());
        if same == cut.sound.len() && same == sound.len() {
            return if asked.spelling == spelling { SPELLED_ALIKE } else { SOUNDS_ALIKE };
        }
        // Nearly all words differ in their first letters: the rest is asked of few.
        if same >= 2 && self.endings.are_kin(cut, &self.endings.cut(sound), is_word) {
            KIN
        } else if asked.is_open && same == cut.sound.len() && same >= FEWEST_LETTERS {
            BEGINS_OR_SLIPS
        } else {
            0
        }
    }

    /// Whether a word differs from what was asked by one slip, its endings or what is still to come aside.
    fn slips(&self, asked: &Asked, cut: &Cut<'_>, sound: &str) -> bool {
        let word = sound.as_bytes();
        let stems = (LETTERS_FOR_A_SLIP..=cut.sound.len()).rev().filter(|at| cut.may_end(*at));
        stems.filter_map(|at| cut.sound.get(..at)).any(|stem| {
            let may_go_on = asked.is_open && stem.len() == cut.sound.len();
            slips(stem, word).into_iter().flatten().any(|end| may_go_on || self.endings.cut(sound).may_end(end))
        })
    }

    /// How well a document answers; `None` if it does not answer all.
    fn score(&self, number: usize, answers: &[u8], qualities: &[Vec<Quality>]) -> Option<u32> {
        let document = self.documents.get(number)?;
        let mut best = [0_u32; MOST_WORDS];
        let (mut side_by_side, mut times, mut at_start, mut is_whole) = (0_u32, 0_u32, 0_u32, false);
        for (n, field) in Field::ALL.into_iter().enumerate() {
            let at = number * Field::ALL.len() + n;
            let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
            let words = self.ends.get(at).and_then(|end| self.words.get(start..*end)).unwrap_or_default();
            if field == Field::Title {
                let is_answered = |word: &&u32| answers.get(**word as usize).is_some_and(|answered| *answered > 0);
                at_start = u32::try_from(words.iter().take(3).take_while(is_answered).count()).unwrap_or_default();
                is_whole = !words.is_empty() && words.iter().all(|word| is_answered(&word));
            }
            let mut before = 0_u8;
            for word in words.iter().map(|word| *word as usize) {
                let answered = answers.get(word).copied().unwrap_or_default();
                if answered > 0 {
                    for (best, qualities) in best.iter_mut().zip(qualities) {
                        let quality = qualities.get(word).copied().unwrap_or_default();
                        if quality > 0 {
                            *best = (*best).max(document.weight(field) * 8 + u32::from(quality));
                        }
                    }
                    side_by_side += u32::from((before << 1) & answered != 0);
                    times += 1;
                }
                before = answered;
            }
        }
        let best = best.get(..qualities.len()).filter(|best| best.iter().all(|best| *best > 0))?;
        // Among equals first what is called just so, then what begins so, what has the words side by side, what has them
        // more often.
        let among_equals = [(u32::from(is_whole), 1), (at_start, 3), (side_by_side, 3), (times, 7)];
        Some(
            among_equals.into_iter().fold(best.iter().sum(), |score, (more, most)| score * (most + 1) + more.min(most)),
        )
    }
}
