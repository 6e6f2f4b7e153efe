//! Many texts as one: for the file that holds the whole course.
//!
//! The pages of a course repeat each other – the words of the interface, a question in its lesson and in its bank, an
//! answer in its key – at distances that no browser's `deflate` looks back. So what has stood anywhere before is said as
//! a place and a length; what remains is then deflated. It takes half of what deflating alone takes.
//!
//! Written and read by the same build, so there are no versions.

/// A repetition is looked for by so many bytes. Shorter ones are found by `deflate`, for less.
const LEAST: usize = 32;
/// Every how many bytes a place is remembered.
const STEP: usize = 4;
/// How many places are remembered: two to this power.
const PLACES: u32 = 21;
/// More than any course: what says that it holds more is damaged.
const LONGEST: usize = 256 << 20;

/// Bytes that stand somewhere before: after so many new ones, from where, how many.
struct Repetition {
    new: usize,
    from: usize,
    length: usize,
}

/// Packs texts with their names.
pub fn pack(files: &[(String, String)]) -> Vec<u8> {
    let text: String = files.iter().map(|(_, text)| &**text).collect();
    let (repetitions, new) = repetitions(text.as_bytes());
    let mut packed = Vec::new();
    write(&mut packed, files.len());
    for (name, text) in files {
        write(&mut packed, name.len());
        packed.extend_from_slice(name.as_bytes());
        write(&mut packed, text.len());
    }
    write(&mut packed, repetitions.len());
    // Like beside like: it deflates better.
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
    packed.extend(new);
    packed
}

/// What repeats, and what is new.
fn repetitions(text: &[u8]) -> (Vec<Repetition>, Vec<u8>) {
    let mut places = vec![usize::MAX; 1 << PLACES];
    let (mut found, mut new) = (Vec::new(), Vec::new());
    let (mut at, mut told, mut remembered) = (0, 0, 0);
    while let Some(window) = text.get(at..at + LEAST) {
        while remembered + LEAST <= at {
            if let Some(place) = text.get(remembered..remembered + LEAST).and_then(|seen| places.get_mut(hash(seen))) {
                *place = remembered;
            }
            remembered += STEP;
        }
        let from = places.get(hash(window)).copied().unwrap_or(usize::MAX);
        if from == usize::MAX || text.get(from..from + LEAST) != Some(window) {
            at += 1;
            continue;
        }
        let (before, after) = (text.get(told..at).unwrap_or_default(), text.get(at..).unwrap_or_default());
        let earlier = text.get(..from).unwrap_or_default();
        let back = before.iter().rev().zip(earlier.iter().rev()).take_while(|(a, b)| a == b).count();
        let length = after.iter().zip(text.get(from..).unwrap_or_default()).take_while(|(a, b)| a == b).count();
        let start = at - back;
        new.extend_from_slice(text.get(told..start).unwrap_or_default());
        found.push(Repetition { new: start - told, from: from - back, length: back + length });
        at += length;
        told = at;
    }
    new.extend_from_slice(text.get(told..).unwrap_or_default());
    (found, new)
}

/// A number below two to the power of [`PLACES`] (FNV-1a, folded).
fn hash(bytes: &[u8]) -> usize {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325, step);
    usize::try_from((hash ^ (hash >> 32)) & ((1 << PLACES) - 1)).unwrap_or_default()
}

/// How far a number is from the expected one, as a number: even above, odd below.
fn zigzag(number: usize, expected: usize) -> usize {
    if number >= expected { (number - expected) * 2 } else { (expected - number) * 2 - 1 }
}

fn unzigzag(distance: usize, expected: usize) -> Option<usize> {
    if distance.is_multiple_of(2) { expected.checked_add(distance / 2) } else { expected.checked_sub(distance / 2 + 1) }
}

/// Writes a number as in LEB128.
fn write(to: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        to.push(if number == 0 { low } else { low | 0x80 });
        if number == 0 {
            return;
        }
    }
}

/// Texts by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pack {
    text: String,
    /// Name, first byte, length.
    files: Vec<(String, usize, usize)>,
}

impl Pack {
    /// Reads what [`pack`] has written; `None` if it is something else.
    pub fn read(packed: &[u8]) -> Option<Self> {
        let mut rest = packed;
        let mut files = Vec::new();
        let mut total = 0_usize;
        for _ in 0..read(&mut rest)? {
            let length = read(&mut rest)?;
            let name = String::from_utf8(take(&mut rest, length)?.to_vec()).ok()?;
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
        let text = String::from_utf8(text).ok().filter(|text| text.len() == total)?;
        Some(Self { text, files })
    }

    /// The text of that name.
    pub fn get(&self, name: &str) -> Option<&str> {
        let (_, start, length) = self.files.iter().find(|(known, ..)| known == name)?;
        self.text.get(*start..start + length)
    }
}

/// Takes a number from the front.
fn read(rest: &mut &[u8]) -> Option<usize> {
    let mut number = 0_usize;
    for at in 0..5 {
        let (&byte, after) = rest.split_first()?;
        *rest = after;
        number |= usize::from(byte & 0x7f).checked_shl(7 * at)?;
        if byte & 0x80 == 0 {
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

    use super::{Pack, pack};

    fn files(texts: Vec<String>) -> Vec<(String, String)> {
        texts.into_iter().enumerate().map(|(n, text)| (format!("{n}/data.json"), text)).collect()
    }

    #[test]
    fn what_repeats_far_away_is_said_once() {
        let long: String = (0..40_000).map(|n| n.to_string() + " сөз ").collect();
        let packed = pack(&files(vec![long.clone(), format!("басқа {long}")]));
        assert!(packed.len() < long.len() + 100, "{} bytes for {}", packed.len(), long.len());
        let read = Pack::read(&packed).unwrap();
        assert_eq!(read.get("0/data.json"), Some(&*long));
        assert_eq!(read.get("1/data.json"), Some(&*format!("басқа {long}")));
        assert_eq!(read.get("2/data.json"), None);
    }

    proptest! {
        #[test]
        fn what_is_packed_is_read(texts in prop::collection::vec("[аб]{0,90}(сөздік ){0,30}\\PC{0,40}", 0..6)) {
            let files = files(texts);
            let read = Pack::read(&pack(&files)).unwrap();
            for (name, text) in &files {
                prop_assert_eq!(read.get(name), Some(&**text));
            }
        }

        #[test]
        fn what_is_damaged_is_refused_or_read_but_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..200), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let _ = Pack::read(&bytes);
            let mut packed = pack(&files(vec!["сөз ".repeat(40), "сөз ".repeat(50)]));
            let at = at.index(packed.len());
            packed[at] = byte;
            let _ = Pack::read(&packed);
        }
    }
}
