//! What a passport says, in bytes.
//!
//! Of each question: three bytes that stand for its id ([`mark`]), then numbers, as short as they are small.
//!
//! * 5 × its revision + the number of attempts before the latest;
//! * for the latest attempt, how many minutes it came after the latest of the question before (of the first: after
//!   1970), doubled; or one less than how many it came before, doubled;
//! * for each earlier one, going back, how many minutes it came before the one after it;
//! * after each of these, how it went: the score (0 for “I don't know yet”, else its place among 0/1, 1/1, 0/2, 1/2, 2/2,
//!   0/3 …), times 4 + certainty, times 4 + how far its day is from that of UTC ([`Moment::shift`]); if that is 3 or more,
//!   3, and the number follows.

use super::{Minute, Progress, ReadPassport, Refusal, fnv1a, saved};
use crate::id::QuestionId;
use crate::learner::held::Held;
use crate::learner::record::MOST_ATTEMPTS;
use crate::learner::{Attempt, Certainty, Moment, Record, Verdict};
use crate::quiz::Response;
use crate::sorted::SortedMap;

/// How many attempts there can be, as a number that a revision is multiplied with.
const COUNTS: u64 = MOST_ATTEMPTS as u64;

/// The three bytes that stand for a question.
fn mark(question: &QuestionId) -> [u8; 3] {
    let [a, b, c, d] = fnv1a(question.as_str().as_bytes()).to_le_bytes();
    [a ^ d, b, c]
}

/// All attempts since a minute and the latest at each question, and how many were left out.
pub(super) fn write(progress: &Progress, since: u64) -> (Vec<u8>, usize) {
    let mut bytes = Vec::new();
    let mut left_out = 0;
    let mut before = 0;
    for (question, record) in progress.answers() {
        let earlier = record.attempts().rev().skip(1);
        let written = earlier.clone().filter(|attempt| u64::from(attempt.moment.minute.0) >= since).count();
        left_out += earlier.count() - written;
        bytes.extend(mark(question));
        write_number(&mut bytes, u64::from(record.revision()) * COUNTS + written as u64);
        let latest = record.latest().moment.minute.0;
        let wait = u64::from(latest.abs_diff(before));
        write_number(&mut bytes, if latest < before { 2 * wait - 1 } else { 2 * wait });
        before = latest;
        let mut after = latest;
        for (n, attempt) in record.attempts().rev().take(written + 1).enumerate() {
            if n > 0 {
                write_number(&mut bytes, u64::from(after - attempt.moment.minute.0));
                after = attempt.moment.minute.0;
            }
            write_how(&mut bytes, attempt);
        }
    }
    (bytes, left_out)
}

fn write_how(bytes: &mut Vec<u8>, attempt: &Attempt) {
    let (points, of) = attempt.verdict.points_of();
    let score = triangle(u64::from(of)) + u64::from(points);
    let shift = attempt.moment.shift();
    write_number(bytes, (score * 4 + u64::from(Certainty::number(attempt.certainty))) * 4 + shift.min(3));
    if shift >= 3 {
        write_number(bytes, shift);
    }
}

/// What the bytes say of these questions.
pub(super) fn read(content: &[u8], known: &[QuestionId]) -> Result<ReadPassport, Refusal> {
    let known: Vec<_> = known.iter().map(|question| (mark(question), question)).collect();
    let mut bytes = Bytes(content);
    let mut questions = SortedMap::<QuestionId, Held>::default();
    let (mut before, mut count, mut unknown) = (Minute::default(), 0, 0);
    while !bytes.0.is_empty() {
        count += 1;
        if count > saved::MOST_ENTRIES {
            return Err(Refusal::TooMuch);
        }
        let (mark, record) = bytes.question(before).ok_or(Refusal::Damaged)?;
        before = record.latest().moment.minute;
        // If a mark stands for two questions, nobody knows for which.
        let mut meant = known.iter().filter(|(known, _)| *known == mark);
        match (meant.next(), meant.next()) {
            (Some((_, question)), None) => {
                let held = questions.remove(question).unwrap_or_default();
                let theirs = Held { record: Some(record), ..Held::default() };
                questions.insert((*question).clone(), held.join(theirs));
            }
            (None | Some(_), _) => unknown += 1,
        }
    }
    Ok(ReadPassport { progress: Progress::new(questions, None, 0, None), unknown })
}

/// What has not been read yet.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn question(&mut self, before: Minute) -> Option<([u8; 3], Record)> {
        let (mark, rest) = self.0.split_first_chunk::<3>()?;
        self.0 = rest;
        let head = self.number()?;
        let wait = self.number()?;
        let minutes = u32::try_from(wait.div_ceil(2)).ok()?;
        let mut minute = if wait % 2 == 1 { before.0.checked_sub(minutes) } else { before.0.checked_add(minutes) }?;
        let mut attempts = vec![self.how(Minute(minute))?];
        for _ in 0..head % COUNTS {
            minute = minute.checked_sub(self.number()?.try_into().ok()?)?;
            attempts.push(self.how(Minute(minute))?);
        }
        let record = Record::of((head / COUNTS).try_into().ok()?, Response::nothing(), &attempts)?;
        Some((*mark, record))
    }

    fn how(&mut self, minute: Minute) -> Option<Attempt> {
        let number = self.number()?;
        let shift = if number % 4 == 3 { self.number()? } else { number % 4 };
        let score = number / 16;
        // The greatest `of` whose triangle is not greater.
        let mut of = 0;
        for bit in (0..17).rev() {
            let more = of | 1 << bit;
            of = if triangle(more) <= score { more } else { of };
        }
        let points = u16::try_from(score - triangle(of)).ok()?;
        Some(Attempt {
            moment: Moment::shifted(minute, shift)?,
            verdict: Verdict::from_points_of(points, of.try_into().ok()?),
            certainty: Certainty::from_number(number / 4 % 4),
        })
    }

    /// A number of up to 49 bits; more than any passport holds.
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for at in 0..7 {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u64::from(byte & 127) << (7 * at);
            if *byte < 128 {
                return Some(number);
            }
        }
        None
    }
}

/// Seven bits to a byte, the least first; all bytes but the last are marked.
fn write_number(bytes: &mut Vec<u8>, mut number: u64) {
    loop {
        let [least, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            return bytes.push(least);
        }
        bytes.push(least | 128);
    }
}

fn triangle(n: u64) -> u64 {
    n * (n + 1) / 2
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::learner::Day;
    use crate::learner::samples::{answered, right};

    #[test]
    fn a_mark_that_stands_for_two_questions_stands_for_none() {
        let known = ["forum-first-accord", "peace-law-last"].map(QuestionId::from);
        assert_eq!(mark(&known[0]), mark(&known[1]));
        let (content, _) = write(&answered(&[("forum-first-accord", right(), 1)]), 0);
        assert_eq!(read(&content, &known).unwrap().unknown, 1);
        assert_eq!(read(&content, &known[..1]).unwrap().unknown, 0);
    }

    proptest! {
        #[test]
        fn numbers_come_back(number in 0u64..1 << 49, rest in prop::collection::vec(any::<u8>(), 0..3)) {
            let mut bytes = Vec::new();
            write_number(&mut bytes, number);
            bytes.extend(&rest);
            let mut reading = Bytes(&bytes);
            prop_assert_eq!(reading.number(), Some(number));
            prop_assert_eq!(reading.0, &rest);
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            let _ = read(&bytes, &[QuestionId::from("q1")]);
        }

        #[test]
        fn how_an_attempt_went_comes_back(minute in any::<u32>(), day in any::<u32>(), points: u16, of: u16, sure in 0u64..4) {
            let moment = Moment { minute: Minute(minute), day: Day(day) };
            let verdict = Verdict::from_points_of(points.min(of), of);
            let attempt = Attempt { moment, verdict, certainty: Certainty::from_number(sure) };
            let mut bytes = Vec::new();
            write_how(&mut bytes, &attempt);
            prop_assert_eq!(Bytes(&bytes).how(moment.minute), Some(attempt));
        }
    }
}
