//! Progress as a short text, to be copied, photographed or written down, and taken to another device.
//!
//! `SHQ1-` and groups of five letters and digits in Crockford's base32, which has no I, L, O and U to mistake. It holds
//! the attempts at each question, and no response, draft or wish. A passport kept as a file is the saved form, whole.

mod base32;
mod content;
#[cfg(test)]
mod laws;

use super::{Loaded, Minute, Progress, load, saved};
use crate::id::QuestionId;
use crate::quiz::letters::trim;

/// How a passport begins, without what follows the number of its version.
const NAME: &[u8] = b"SHQ";
/// The version that this program writes.
const VERSION: u8 = b'1';
/// The longest text of a passport, in bytes: four times what a whole course takes.
const LONGEST_TEXT: usize = 64 * 1024;
/// The longest file, in bytes: four times the longest that is saved.
const LONGEST_FILE: usize = 256 * 1024;

/// Why a passport cannot be read. The interface finds the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing to read.
    Empty,
    /// The text is longer than any passport.
    TooLong,
    /// The text is something else.
    NotAPassport,
    /// A letter was mistaken or is missing, or a file was damaged.
    Damaged,
    /// A later version of the program wrote it.
    Newer,
    /// It speaks of more questions than any course has.
    TooMuch,
}

/// What a passport says.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadPassport {
    /// The progress, to be taken in by [`super::Event::Restored`].
    pub progress: Progress,
    /// How many questions in it are not known here, and left out.
    pub unknown: usize,
}

/// Progress as a passport.
pub fn write(progress: &Progress) -> String {
    spell(&content::write(progress, 0).0)
}

/// Progress as a passport of at most so many characters, and how many attempts were left out for it, the oldest first. The
/// latest attempt at each question is never left out, so the text is longer than asked if those alone take more.
pub fn write_within(progress: &Progress, characters: usize) -> (String, usize) {
    let written = |since: u64| {
        let (content, left_out) = content::write(progress, since);
        (spell(&content), left_out)
    };
    // The earliest minute from which there is room for all attempts.
    let (mut too_early, mut fits) = (0, u64::from(u32::MAX) + 1);
    let whole = written(too_early);
    if whole.0.len() <= characters {
        return whole;
    }
    while fits - too_early > 1 {
        let middle = too_early.midpoint(fits);
        if written(middle).0.len() <= characters {
            fits = middle;
        } else {
            too_early = middle;
        }
    }
    written(fits)
}

/// What a passport says of these questions, as a text or as a file. Never panics, and takes little time whatever the text.
///
/// # Errors
/// A [`Refusal`], if it says nothing that can be trusted.
pub fn read(text: &str, known: &[QuestionId]) -> Result<ReadPassport, Refusal> {
    if text.len() > LONGEST_FILE {
        return Err(Refusal::TooLong);
    }
    let text = trim(text.trim_start_matches('\u{feff}'));
    let read = if text.starts_with('{') {
        read_file(text, known)
    } else if text.len() > LONGEST_TEXT {
        Err(Refusal::TooLong)
    } else {
        read_text(text, known)
    }?;
    // After the last of all minutes no answer could be kept any more, and starting over would not help.
    let mut latest = read.progress.questions().iter().filter_map(|(_, held)| held.latest());
    if latest.all(Minute::leaves_room) { Ok(read) } else { Err(Refusal::Damaged) }
}

fn read_file(text: &str, known: &[QuestionId]) -> Result<ReadPassport, Refusal> {
    match load(text) {
        Loaded::Progress(progress) => {
            let (progress, unknown) = progress.only(known);
            Ok(ReadPassport { progress, unknown })
        }
        Loaded::Newer => Err(Refusal::Newer),
        Loaded::Corrupt => Err(Refusal::Damaged),
    }
}

fn read_text(text: &str, known: &[QuestionId]) -> Result<ReadPassport, Refusal> {
    let letters = base32::letters(text);
    if letters.is_empty() {
        return Err(Refusal::Empty);
    }
    let (version, letters) = match letters.strip_prefix(NAME) {
        Some([version, letters @ ..]) => (*version, letters),
        Some([]) | None => return Err(Refusal::NotAPassport),
    };
    match version {
        VERSION => {}
        b'2'..=b'9' => return Err(Refusal::Newer),
        _ => return Err(Refusal::NotAPassport),
    }
    let bytes = base32::decode(letters).ok_or(Refusal::Damaged)?;
    let (content, sum) = bytes.split_last_chunk::<4>().ok_or(Refusal::Damaged)?;
    if *sum != fnv1a(content).to_le_bytes() {
        return Err(Refusal::Damaged);
    }
    content::read(content, known)
}

fn spell(content: &[u8]) -> String {
    let mut bytes = content.to_vec();
    bytes.extend(fnv1a(content).to_le_bytes());
    let mut text: Vec<u8> = NAME.to_vec();
    text.push(VERSION);
    base32::encode(&bytes).chunks(5).for_each(|group| {
        text.push(b'-');
        text.extend(group);
    });
    String::from_utf8(text).unwrap_or_default()
}

/// A number made of bytes by the rule of Fowler, Noll and Vo. One byte changed always changes it.
fn fnv1a(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
