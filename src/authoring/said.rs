//! What a pupil reads, text by text, with where it stands: for the rules that compare texts, and for spelling.

use std::collections::BTreeMap;
use std::ops::Range;

use super::diagnostic::{Reports, SourceFile};
use super::rules;
use crate::id::{LanguageId, Text};

/// A text that a pupil reads.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// The file, from the root of the content folder.
    pub(super) path: String,
    /// The tables and keys around it, the outermost first: a question, `options`, the option, `because`.
    pub(super) trail: Vec<String>,
    pub(super) text: Text,
    pieces: Vec<Piece>,
}

/// A piece of a text and where it begins: in the text, and in the file, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) in_text: usize,
    pub(super) in_file: usize,
    /// How many bytes of it stand in the file as they are, before something that is written with escapes.
    pub(super) as_written: usize,
}

/// Keys of what is not held against other texts: what is typed is spelled as each language does, and wrongly on
/// purpose; sources are called what their authors called them; a clue repeats the words of its card.
const ASIDE: [&str; 4] = ["answers", "wrong", "sources", "clue"];

/// Notes a text that a pupil reads, and checks its marks and letters.
pub(super) fn say(file: &SourceFile<'_>, reports: &Reports, trail: &[String], text: &str, pieces: Vec<Piece>) {
    let said = Said { path: file.path.to_owned(), trail: trail.to_vec(), text: Text::from(text), pieces };
    rules::typography(text, |slip| {
        file.error(reports, &said.place(slip.at), slip.rule, &slip.message, slip.remedy);
    });
    reports.hear(said);
}

impl Said {
    /// Where a byte of the text stands in the file.
    pub(super) fn place(&self, at: usize) -> Range<usize> {
        let piece = self.pieces.iter().rev().find(|piece| piece.in_text <= at);
        let at = piece.map_or(0, |piece| {
            let within = at - piece.in_text;
            if within <= piece.as_written { piece.in_file + within } else { piece.in_file }
        });
        at..at
    }

    /// The folder of its language; in a file that holds all languages, its last key.
    pub(super) fn language(&self) -> &str {
        let folder = self.path.split_once('/').map(|(folder, _)| folder);
        folder.or(self.trail.last().map(String::as_str)).unwrap_or_default()
    }

    /// Whether it is held against other texts.
    pub(super) fn is_compared(&self) -> bool {
        !self.trail.iter().any(|key| ASIDE.contains(&key.as_str()))
    }

    /// What it is a part of, the same in every language: the file without its language, and the names in it.
    pub(super) fn passage(&self) -> (&str, &[String]) {
        let file = self.path.split_once('/').map_or(&*self.path, |(_, file)| file);
        let depth = match file {
            "claims.toml" => self.trail.len().saturating_sub(1),
            "interface.toml" if self.trail.get(1).is_some_and(|table| table == "desk") => 3,
            // A term, or a word by itself, or a word that counts with its forms.
            "glossary.toml" | "interface.toml" => 2,
            // A lesson: the facts at its beginning, the prose of a section, or a block.
            _ => 1,
        };
        (file, self.trail.get(..depth).unwrap_or(&self.trail))
    }
}

/// What is said in one language, passage by passage: the parts in which languages are held against each other.
pub(super) type Passages<'a> = BTreeMap<(&'a str, &'a [String]), Vec<&'a Said>>;

/// The passages of a language.
pub(super) fn passages<'a>(said: &'a [Said], language: &LanguageId) -> Passages<'a> {
    let mut passages = Passages::new();
    for said in said.iter().filter(|said| said.language() == language.as_str() && said.is_compared()) {
        passages.entry(said.passage()).or_default().push(said);
    }
    passages
}
