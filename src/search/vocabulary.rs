//! The words of all documents, each once: how it is spelled, and how it sounds.

use crate::quiz::letters::lower_text;
use crate::quiz::sound;

/// The words of all documents.
pub(super) struct Vocabulary {
    /// Sounds as in English, where C is K.
    is_english: bool,
    /// Numbers of words, from 1, each at a place that follows from its letters; 0 where there is none.
    slots: Vec<u32>,
    spellings: Texts,
    sounds: Texts,
}

/// Many short texts in one long one: going through them all takes a fraction of the time.
#[derive(Default)]
struct Texts {
    letters: String,
    ends: Vec<usize>,
}

impl Texts {
    fn push(&mut self, text: &str) {
        self.letters.push_str(text);
        self.ends.push(self.letters.len());
    }

    fn get(&self, number: usize) -> &str {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.ends.get(number).and_then(|end| self.letters.get(start..*end)).unwrap_or_default()
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let text = self.letters.get(start..*end).unwrap_or_default();
            start = *end;
            text
        })
    }
}

impl Vocabulary {
    pub(super) fn new(is_english: bool) -> Self {
        Self { is_english, slots: vec![0; 1024], spellings: Texts::default(), sounds: Texts::default() }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.spellings.ends.len()
    }

    /// The words: how each is spelled, and how it sounds.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.spellings.iter().zip(self.sounds.iter())
    }

    /// How a word in lower case sounds. What has no sound is as it is spelled.
    pub(super) fn sound(&self, spelling: &str) -> String {
        if spelling.chars().all(|letter| letter.is_ascii_digit()) {
            return spelling.to_owned();
        }
        let sound = if self.is_english { sound(&hard_c(spelling)) } else { sound(spelling) };
        if sound.is_empty() { spelling.to_owned() } else { sound }
    }

    /// The number of a word, if it is known.
    pub(super) fn number(&self, word: &str) -> Option<usize> {
        self.slot(&lower_text(word)).1
    }

    /// The number of a word, which is noted if it is new.
    pub(super) fn note(&mut self, word: &str) -> usize {
        let spelling = lower_text(word);
        let (slot, known) = self.slot(&spelling);
        known.unwrap_or_else(|| {
            let number = self.len();
            self.fill(slot, number);
            let sound = self.sound(&spelling);
            self.spellings.push(&spelling);
            self.sounds.push(&sound);
            if self.len() * 2 > self.slots.len() {
                self.grow();
            }
            number
        })
    }

    /// The slot of a word, and its number if it is known.
    fn slot(&self, spelling: &str) -> (usize, Option<usize>) {
        // The hash of Fowler, Noll and Vo: a line, where that of the standard library weighs two kilobytes.
        let hash = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        let last = self.slots.len() - 1;
        let mut slot = spelling.bytes().fold(0x811c_9dc5, hash) as usize & last;
        loop {
            // There is always a free slot: half of them are.
            let number = self.slots.get(slot).and_then(|number| number.checked_sub(1)).map(|number| number as usize);
            if number.is_none_or(|number| self.spellings.get(number) == spelling) {
                return (slot, number);
            }
            slot = (slot + 1) & last;
        }
    }

    fn fill(&mut self, slot: usize, number: usize) {
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = u32::try_from(number + 1).unwrap_or_default();
        }
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 2];
        for number in 0..self.len() {
            let (slot, _) = self.slot(self.spellings.get(number));
            self.fill(slot, number);
        }
    }
}

/// C as K, but in CH: as one hears it, and as one misspells it.
fn hard_c(spelling: &str) -> String {
    let mut letters = spelling.chars().peekable();
    let mut hard = String::with_capacity(spelling.len());
    while let Some(letter) = letters.next() {
        hard.push(if letter == 'c' && letters.peek() != Some(&'h') { 'k' } else { letter });
    }
    hard
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_once_whatever_its_case_and_however_many_there_are() {
        let mut vocabulary = Vocabulary::new(false);
        let word =
            |n: u32| format!("Сөз{}", char::from_u32(0x430 + n % 32).unwrap().to_string().repeat(n as usize / 32));
        for n in 0..4_000 {
            vocabulary.note(&word(n));
        }
        let known = vocabulary.len();
        for n in 0..4_000 {
            let number = vocabulary.number(&word(n).to_uppercase()).unwrap();
            assert_eq!(vocabulary.spellings.get(number), word(n).to_lowercase());
        }
        assert_eq!(vocabulary.len(), known);
        assert_eq!(vocabulary.number("жоқ"), None);
    }

    #[test]
    fn english_is_heard_with_a_hard_c() {
        assert_eq!(Vocabulary::new(true).sound("chamber council"), "camberkounkil");
        assert_eq!(Vocabulary::new(false).sound("2013"), "2013");
        assert_eq!(Vocabulary::new(false).sound("ь"), "ь");
    }
}
