//! What was found, in the words of the text: a piece of it, with the words that answer marked.

use std::ops::Range;

use super::index::{Found, Index};
use super::words::{letters, words};

/// How long a piece of a text is at most, and how much of it comes before the first word that answers; in bytes, of which
/// Cyrillic letters have two.
const PIECE: usize = 320;
const BEFORE: usize = 90;

/// A run of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// Its words.
    pub text: &'a str,
    /// Whether it answers the query.
    pub is_marked: bool,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt<'a> {
    /// Its runs.
    pub runs: Vec<Run<'a>>,
    /// Whether the text begins before it.
    pub is_cut_before: bool,
    /// Whether the text goes on after it.
    pub is_cut_after: bool,
}

impl Index {
    /// A text with the words marked that answer the query. The runs together are the text.
    pub fn marked<'a>(&self, found: &Found, text: &'a str) -> Vec<Run<'a>> {
        runs(text, 0..text.len(), &self.answers_in(found, text))
    }

    /// The piece of a text that answers the query best; its beginning if nothing in it does.
    pub fn excerpt<'a>(&self, found: &Found, text: &'a str) -> Excerpt<'a> {
        let answers = self.answers_in(found, text);
        let answered = |start: usize| {
            let near = answers.iter().filter(|(range, _)| (start..start + PIECE - BEFORE).contains(&range.start));
            near.fold(0_u8, |all, (_, answered)| all | answered).count_ones()
        };
        let mut best = (0, 0);
        for (range, _) in &answers {
            let count = answered(range.start);
            if count > best.1 {
                best = (range.start, count);
            }
        }
        let from = if best.0 <= BEFORE { 0 } else { word_start(text, best.0 - BEFORE, best.0) };
        let to = if text.len() <= from + PIECE { text.len() } else { word_end(text, from, from + PIECE) };
        Excerpt { runs: runs(text, from..to, &answers), is_cut_before: from > 0, is_cut_after: to < text.len() }
    }

    /// Where the words stand that answer, in their order, and what they answer.
    fn answers_in(&self, found: &Found, text: &str) -> Vec<(Range<usize>, u8)> {
        let mut answers: Vec<(Range<usize>, u8)> = Vec::new();
        for range in words(text) {
            let word = letters(text.get(range.clone()).unwrap_or_default());
            let number = self.vocabulary.number(&word);
            let answered = number.and_then(|number| found.answers.get(number)).copied().unwrap_or_default();
            if answered > 0 {
                let at = answers.partition_point(|(other, _)| other.start <= range.start);
                answers.insert(at, (range, answered));
            }
        }
        answers
    }
}

/// The first word that starts at a place or later, but not after `latest`.
fn word_start(text: &str, place: usize, latest: usize) -> usize {
    words(text).into_iter().map(|word| word.start).find(|start| *start >= place).unwrap_or(latest).min(latest)
}

/// The end of the last word that ends at a place or before; the place itself, or a little before, within a long word.
fn word_end(text: &str, from: usize, place: usize) -> usize {
    let ends = words(text).into_iter().map(|word| word.end).filter(|end| (from + 1..=place).contains(end));
    ends.max().unwrap_or_else(|| (from..=place).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(from))
}

/// The runs of a part of a text. Words with hyphens and their parts may overlap.
fn runs<'a>(text: &'a str, part: Range<usize>, answers: &[(Range<usize>, u8)]) -> Vec<Run<'a>> {
    let mut runs = Vec::new();
    let mut push = |range: Range<usize>, is_marked: bool| {
        if let Some(text) = text.get(range).filter(|text| !text.is_empty()) {
            runs.push(Run { text, is_marked });
        }
    };
    let mut at = part.start;
    for (range, _) in answers.iter().filter(|(range, _)| range.start >= part.start && range.end <= part.end) {
        if range.start >= at {
            push(at..range.start, false);
        }
        push(range.start.max(at)..range.end, true);
        at = at.max(range.end);
    }
    push(at..part.end, false);
    runs
}
