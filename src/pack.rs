//! Many texts as one: for the file that holds the whole course, and for keeping the course of one language.
//!
//! The pages of a course repeat each other – the words of the interface, a question in its lesson and in its bank, an
//! answer in its key. So what has stood anywhere before is said as a place and a length, and what is new as it is. The
//! whole is a text again, and one that may stand in a `script` element: a host that compresses the file sees the words
//! themselves, which takes a fifth less than compressing what has been deflated before.
//!
//! ```text
//! files, (name, length)…, repetitions, (new letters before it)…, (its length)…, (its place)…, all that is new
//! ```
//!
//! Places and lengths are bytes of the escaped text. Written and read by the same build, so there are no versions. The
//! worker reads it too (`unpacked` in `static/sw.js`).

/// A repetition has so many bytes at least. Shorter ones are left to whoever compresses the file, for less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Least {
    /// Where the file lies as it is, on a stick, or travels in gzip: 32 bytes.
    Short,
    /// Where it travels in brotli, which reaches farther back: 80 bytes. A twentieth less than with short ones; in gzip it
    /// is a tenth more.
    Long,
}

impl Least {
    fn bytes(self) -> usize {
        match self {
            Self::Short => 32,
            Self::Long => 80,
        }
    }
}

/// A repetition is looked for by so many bytes: fewer, as it may have to begin and to end within a letter.
const WINDOW: usize = 24;
/// How many chains of places are kept at most: two to this power.
const CHAINS: u32 = 20;
/// How many places of a chain are looked at. A quarter of them made the file larger by some thousandths.
const LOOKS: usize = 256;
/// More than any course: what says that it holds more is damaged.
const LONGEST: usize = 256 << 20;

/// What begins an escape.
const ESCAPE: char = '^';
/// What must not stand in a `script` element, or does not come out of it as it went in, and what stands for it: `<`
/// begins the end of the element, and what browsers take for a comment; a carriage return is read as a new line, and
/// nought as something else (HTML Standard, “Restrictions for contents of script elements”, “Preprocessing the input
/// stream”). `<` is in every tag, so it has a sign of its own, and that sign an escape.
const SIGN: (char, char) = ('<', '~');
const ESCAPES: [(char, char); 4] = [(SIGN.1, '1'), (ESCAPE, '2'), ('\r', '3'), ('\0', '4')];

/// The digits of numbers: 32 that end a number, and from here 32 after which it goes on. None of them is `<`.
const LAST: u8 = b'?';
const MORE: u8 = LAST + 32;

/// Bytes that stand somewhere before: after so many new ones, from where, how many.
struct Repetition {
    new: usize,
    from: usize,
    length: usize,
}

/// Packs texts with their names.
pub fn pack(files: &[(String, String)], least: Least) -> String {
    let escaped: Vec<[String; 2]> = files.iter().map(|(name, text)| [escape(name), escape(text)]).collect();
    let text: String = escaped.iter().map(|[_, text]| &**text).collect();
    let (repetitions, new) = repetitions(&text, least.bytes());
    let mut packed = String::new();
    write(&mut packed, files.len());
    for [name, text] in &escaped {
        write(&mut packed, name.len());
        packed.push_str(name);
        write(&mut packed, text.len());
    }
    write(&mut packed, repetitions.len());
    // Like beside like: it compresses better.
    for repetition in &repetitions {
        write(&mut packed, repetition.new);
    }
    for repetition in &repetitions {
        write(&mut packed, repetition.length);
    }
    let mut expected = 0_usize;
    for Repetition { new, from, length } in &repetitions {
        // Where one repetition ends, the next often goes on.
        expected += new;
        write(&mut packed, zigzag(*from, expected));
        expected = from + length;
    }
    packed + &new
}

/// A text as it may stand in a `script` element.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        let escape = ESCAPES.iter().find(|(plain, _)| *plain == letter);
        match escape {
            Some((_, sign)) => escaped.extend([ESCAPE, *sign]),
            None => escaped.push(if letter == SIGN.0 { SIGN.1 } else { letter }),
        }
    }
    escaped
}

/// A text as it was before [`escape`].
fn unescape(escaped: &str) -> String {
    let mut text = String::with_capacity(escaped.len());
    let mut rest = escaped;
    while let Some(at) = rest.find([SIGN.1, ESCAPE]) {
        let (before, after) = rest.split_at(at);
        text.push_str(before);
        let mut letters = after.chars();
        if letters.next() == Some(SIGN.1) {
            text.push(SIGN.0);
        } else {
            let sign = letters.next();
            // What was not escaped by us is left out.
            text.extend(ESCAPES.iter().find(|(_, known)| Some(*known) == sign).map(|(plain, _)| *plain));
        }
        rest = letters.as_str();
    }
    text + rest
}

/// What repeats, and what is new.
fn repetitions(text: &str, least: usize) -> (Vec<Repetition>, String) {
    let mut places = Places::of(text.as_bytes());
    let (mut found, mut new) = (Vec::new(), String::new());
    // `told` is how far the text has been told, `at` where a repetition is looked for, `expected` where it would go on.
    let (mut at, mut told, mut expected) = (0, 0, 0);
    while at + WINDOW <= text.len() {
        places.remember_before(at);
        let best = places.longest(at, told, expected + (at - told));
        let best = best.map(|(start, from, length)| within_letters(text, start, from, length));
        let Some((start, from, length)) = best.filter(|(.., length)| *length >= least) else {
            at += 1;
            continue;
        };
        new.push_str(text.get(told..start).unwrap_or_default());
        found.push(Repetition { new: start - told, from, length });
        at = start + length;
        told = at;
        expected = from + length;
    }
    new.push_str(text.get(told..).unwrap_or_default());
    (found, new)
}

/// A repetition without the letters that are in it by half.
fn within_letters(text: &str, start: usize, from: usize, length: usize) -> (usize, usize, usize) {
    let first = (start..start + length).find(|at| text.is_char_boundary(*at)).unwrap_or(start);
    let last = (first..=start + length).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(first);
    (first, from + (first - start), last - first)
}

/// Where each window of a text has stood before, the latest place first.
struct Places<'a> {
    text: &'a [u8],
    /// How many chains there are: two to this power.
    chains: u32,
    /// The latest place of each chain.
    latest: Vec<usize>,
    /// The place before each place.
    before: Vec<usize>,
}

impl<'a> Places<'a> {
    fn of(text: &'a [u8]) -> Self {
        let chains = (text.len() | 2).ilog2().min(CHAINS);
        Self { text, chains, latest: vec![usize::MAX; 1 << chains], before: Vec::with_capacity(text.len()) }
    }

    /// Remembers all windows that end before a place.
    fn remember_before(&mut self, at: usize) {
        while self.before.len() + WINDOW <= at {
            let place = self.before.len();
            let chain = self.chain(place);
            self.before.push(self.latest.get(chain).copied().unwrap_or(usize::MAX));
            if let Some(latest) = self.latest.get_mut(chain) {
                *latest = place;
            }
        }
    }

    /// The longest repetition of what stands around a place, not farther back than `told`; where it begins, from where,
    /// and how long. Of several the one at the expected place, else the latest.
    fn longest(&self, at: usize, told: usize, expected: usize) -> Option<(usize, usize, usize)> {
        let earlier =
            std::iter::successors(self.latest.get(self.chain(at)).copied(), |place| self.before.get(*place).copied());
        let earlier = earlier.take_while(|place| *place != usize::MAX).take(LOOKS);
        let mut best: Option<(usize, usize, usize)> = None;
        for from in std::iter::once(expected).filter(|expected| *expected < at).chain(earlier) {
            let repetition = self.around(at, told, from);
            if repetition.2 >= WINDOW && best.is_none_or(|best| repetition.2 > best.2) {
                best = Some(repetition);
            }
        }
        best
    }

    /// What is the same around two places.
    fn around(&self, at: usize, told: usize, from: usize) -> (usize, usize, usize) {
        let part = |from: usize, to: usize| self.text.get(from..to).unwrap_or_default();
        let (here, there) = (part(at, self.text.len()), part(from, self.text.len()));
        let after = here.iter().zip(there).take_while(|(a, b)| a == b).count();
        let back = part(told, at).iter().rev().zip(part(0, from).iter().rev()).take_while(|(a, b)| a == b).count();
        (at - back, from - back, back + after)
    }

    /// The chain of the window at a place, by a hash of its bytes eight at a time.
    fn chain(&self, place: usize) -> usize {
        let window = self.text.get(place..place + WINDOW).unwrap_or_default();
        let hash = window.as_chunks::<8>().0.iter().fold(0_u64, |hash, eight| {
            (hash.rotate_left(5) ^ u64::from_le_bytes(*eight)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        });
        usize::try_from(hash >> (u64::BITS - self.chains)).unwrap_or_default()
    }
}

/// How far a number is from the expected one, as a number: even above, odd below.
fn zigzag(number: usize, expected: usize) -> usize {
    if number >= expected { (number - expected) * 2 } else { (expected - number) * 2 - 1 }
}

fn unzigzag(distance: usize, expected: usize) -> Option<usize> {
    if distance.is_multiple_of(2) { expected.checked_add(distance / 2) } else { expected.checked_sub(distance / 2 + 1) }
}

/// Writes a number, the lowest five bits first.
fn write(to: &mut String, mut number: usize) {
    loop {
        let low = u8::try_from(number & 31).unwrap_or_default();
        number >>= 5;
        to.push(char::from(if number == 0 { LAST + low } else { MORE + low }));
        if number == 0 {
            return;
        }
    }
}

/// Texts by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pack {
    /// All texts, escaped. Bytes, for repetitions are copied as bytes; of each text it is seen whether it is one when it is
    /// asked for.
    text: Vec<u8>,
    /// Name, first byte, length.
    files: Vec<(String, usize, usize)>,
}

impl Pack {
    /// Reads what [`pack`] has written; `None` if it is something else.
    pub fn read(packed: &str) -> Option<Self> {
        let mut rest = packed.as_bytes();
        let mut files = Vec::new();
        let mut total = 0_usize;
        for _ in 0..read(&mut rest)? {
            let length = read(&mut rest)?;
            let name = unescape(str::from_utf8(take(&mut rest, length)?).ok()?);
            let length = read(&mut rest)?;
            files.push((name, total, length));
            total = total.checked_add(length).filter(|total| *total <= LONGEST)?;
        }
        let count = read(&mut rest).filter(|count| *count <= rest.len())?;
        let mut column = || (0..count).map(|_| read(&mut rest)).collect::<Option<Vec<usize>>>();
        let (new, lengths, distances) = (column()?, column()?, column()?);
        let mut text = Vec::with_capacity(total);
        let mut expected = 0_usize;
        for ((new, length), distance) in new.into_iter().zip(lengths).zip(distances) {
            text.extend_from_slice(take(&mut rest, new)?);
            let from = unzigzag(distance, expected.checked_add(new)?)?;
            expected = from.checked_add(length)?;
            if text.len().checked_add(length)? > total {
                return None;
            }
            // A repetition may reach into itself.
            let mut from = from;
            let mut left = length;
            while left > 0 {
                let once = left.min(text.len().checked_sub(from).filter(|far| *far > 0)?);
                text.extend_from_within(from..from + once);
                from += once;
                left -= once;
            }
        }
        text.extend_from_slice(rest);
        (text.len() == total).then_some(Self { text, files })
    }

    /// Whether there is a text of that name.
    pub fn has(&self, name: &str) -> bool {
        self.files.iter().any(|(known, ..)| known == name)
    }

    /// The text of that name.
    pub fn get(&self, name: &str) -> Option<String> {
        let (_, start, length) = self.files.iter().find(|(known, ..)| known == name)?;
        let escaped = self.text.get(*start..start.checked_add(*length)?)?;
        str::from_utf8(escaped).ok().map(unescape)
    }
}

/// Takes a number from the front.
fn read(rest: &mut &[u8]) -> Option<usize> {
    let mut number = 0_usize;
    for at in 0..6 {
        let (&digit, after) = rest.split_first()?;
        *rest = after;
        let (low, is_last) = match digit {
            LAST..MORE => (digit - LAST, true),
            MORE..0x7f => (digit - MORE, false),
            _ => return None,
        };
        number |= usize::from(low).checked_shl(5 * at)?;
        if is_last {
            return Some(number);
        }
    }
    None
}

/// Takes so many bytes from the front.
fn take<'a>(rest: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, after) = rest.split_at_checked(length)?;
    *rest = after;
    Some(taken)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::{LONGEST, Least, Pack, escape, pack, read, unescape, write};

    fn packed(files: &[(String, String)]) -> String {
        pack(files, Least::Short)
    }

    fn files(texts: Vec<String>) -> Vec<(String, String)> {
        texts.into_iter().enumerate().map(|(n, text)| (format!("{n}/data.json"), text)).collect()
    }

    #[test]
    fn what_repeats_far_away_is_said_once() {
        let long: String = (0..40_000).map(|n| n.to_string() + " сөз ").collect();
        let packed = packed(&files(vec![long.clone(), format!("басқа {long}")]));
        assert!(packed.len() < long.len() + 100, "{} bytes for {}", packed.len(), long.len());
        let read = Pack::read(&packed).unwrap();
        assert_eq!(read.get("0/data.json"), Some(long.clone()));
        assert_eq!(read.get("1/data.json"), Some(format!("басқа {long}")));
        assert_eq!(read.get("2/data.json"), None);
        assert!(read.has("0/data.json") && !read.has("2/data.json"));
    }

    #[test]
    fn a_repetition_begins_and_ends_with_a_letter() {
        // Both letters begin with the same byte, and so do those that follow: alike as bytes, not as letters.
        let texts = vec![format!("ш{}қ", "сөз ".repeat(9)), format!("щ{}Ғ", "сөз ".repeat(9))];
        let read = Pack::read(&packed(&files(texts.clone()))).unwrap();
        assert_eq!(read.get("1/data.json"), texts.get(1).cloned());
    }

    proptest! {
        #[test]
        fn what_is_packed_is_read(texts in prop::collection::vec("[аб]{0,90}(сөздік ){0,30}\\PC{0,40}", 0..6)) {
            let files = files(texts);
            for least in [Least::Short, Least::Long] {
                let read = Pack::read(&pack(&files, least)).unwrap();
                for (name, text) in &files {
                    prop_assert_eq!(read.get(name), Some(text.clone()));
                }
            }
        }

        #[test]
        fn what_is_packed_may_stand_in_a_script(texts in prop::collection::vec("([<>/!a-c~^\r\n\t\0-]|\\PC|</script>|<!--){0,60}", 0..4)) {
            let files = files(texts);
            let packed = packed(&files);
            prop_assert!(!packed.contains(['<', '\r', '\0']), "{packed}");
            let read = Pack::read(&packed).unwrap();
            for (name, text) in &files {
                prop_assert_eq!(read.get(name), Some(text.clone()));
            }
        }

        #[test]
        fn what_is_escaped_comes_back(text in any::<String>()) {
            prop_assert_eq!(unescape(&escape(&text)), text);
        }

        #[test]
        fn a_number_is_read_as_it_was_written(number in 0..=LONGEST * 2, after in "\\PC{0,3}") {
            let mut text = String::new();
            write(&mut text, number);
            text.push_str(&after);
            let mut rest = text.as_bytes();
            prop_assert_eq!(read(&mut rest), Some(number));
            prop_assert_eq!(rest, after.as_bytes());
        }

        #[test]
        fn what_is_damaged_is_refused_or_read_but_never_panics(
            text in "[?-~]{0,60}\\PC{0,60}",
            at in any::<prop::sample::Index>(),
            letter in any::<char>(),
        ) {
            for damaged in [text.clone(), {
                let mut letters: Vec<char> = packed(&files(vec!["сөз ".repeat(40), "сөз ".repeat(50)])).chars().collect();
                let at = at.index(letters.len());
                letters[at] = letter;
                letters.into_iter().collect()
            }] {
                let Some(read) = Pack::read(&damaged) else { continue };
                let _ = (read.get("0/data.json"), read.get("1/data.json"));
            }
        }
    }
}
