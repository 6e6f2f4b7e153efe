//! A mistake in the content: where it stands, what it is, and what to do about it.

use std::cell::{Ref, RefCell};
use std::fmt;
use std::ops::Range;

use super::Files;
use super::said::Said;

/// Whether a diagnostic stops the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It does.
    Error,
    /// It does not: something wants looking at.
    Warning,
}

/// The rule that a piece of content breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// A file that must be there is not.
    MissingFile,
    /// A file that nothing names.
    UnusedFile,
    /// Text that is not TOML, or not a lesson.
    Syntax,
    /// A key that is not described.
    UnknownKey,
    /// A key that must be there is not.
    MissingKey,
    /// A value of the wrong kind.
    WrongValue,
    /// Two things of the same id.
    DuplicateId,
    /// An id that names nothing.
    UnknownId,
    /// A question without a right answer, or with too many.
    RightAnswers,
    /// A question with too few or too many options.
    OptionCount,
    /// An option that does not say why.
    MissingReason,
    /// A question, explanation or section without a claim.
    MissingClaim,
    /// A claim that no lesson teaches, or no question asks.
    UnusedClaim,
    /// A goal that no question asks, or that is asked in one way only.
    UnaskedGoal,
    /// A number or a date that the claims of a question do not have.
    UngroundedNumber,
    /// A lesson, word or id that one language has and another lacks.
    MissingTranslation,
    /// Languages that say different things.
    LanguageDrift,
    /// A figure without a text for those who cannot see it.
    MissingAlt,
    /// A heading of the wrong level.
    HeadingSkipped,
    /// A section, prompt or lesson outside its bounds.
    OutOfBounds,
    /// A quotation that opens and does not close, or a straight quotation mark.
    Quotation,
    /// A word that mixes Latin and Cyrillic letters.
    MixedScript,
    /// Markdown that lessons do not have.
    Markup,
    /// A fact past its review date.
    Stale,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::MissingFile => "missing-file",
            Self::UnusedFile => "unused-file",
            Self::Syntax => "syntax",
            Self::UnknownKey => "unknown-key",
            Self::MissingKey => "missing-key",
            Self::WrongValue => "wrong-value",
            Self::DuplicateId => "duplicate-id",
            Self::UnknownId => "unknown-id",
            Self::RightAnswers => "right-answers",
            Self::OptionCount => "option-count",
            Self::MissingReason => "missing-reason",
            Self::MissingClaim => "missing-claim",
            Self::UnusedClaim => "unused-claim",
            Self::UnaskedGoal => "unasked-goal",
            Self::UngroundedNumber => "ungrounded-number",
            Self::MissingTranslation => "missing-translation",
            Self::LanguageDrift => "language-drift",
            Self::MissingAlt => "missing-alt",
            Self::HeadingSkipped => "heading-skipped",
            Self::OutOfBounds => "out-of-bounds",
            Self::Quotation => "quotation",
            Self::MixedScript => "mixed-script",
            Self::Markup => "markup",
            Self::Stale => "stale",
        })
    }
}

/// A mistake in the content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file, from the root of the content folder.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// Whether it stops the build.
    pub severity: Severity,
    /// The rule it breaks.
    pub rule: Rule,
    /// What is wrong.
    pub message: String,
    /// The line as it is written; of a very long one, what stands around the place.
    pub excerpt: String,
    /// What to do.
    pub remedy: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, column, severity, rule, message, excerpt, remedy } = self;
        let severity = match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        writeln!(f, "{severity}[{rule}]: {message}")?;
        writeln!(f, "  --> content/{path}:{line}:{column}")?;
        if !excerpt.is_empty() {
            let gutter = " ".repeat(line.to_string().len());
            let place = if *column > EXCERPT_CHARACTERS { EXCERPT_BEFORE + 1 } else { column.saturating_sub(1) };
            let indent = " ".repeat(place.min(excerpt.chars().count()));
            writeln!(f, "{gutter} |\n{line} | {excerpt}\n{gutter} | {indent}^")?;
        }
        write!(f, "  = {remedy}")
    }
}

/// The mistakes found so far, and the texts that were read. Shared by all readers, so that none has to stop at the
/// first mistake.
#[derive(Default)]
pub(super) struct Reports {
    mistakes: RefCell<Vec<Diagnostic>>,
    said: RefCell<Vec<Said>>,
}

impl Reports {
    pub(super) fn into_sorted(self) -> Vec<Diagnostic> {
        let mut diagnostics = self.mistakes.into_inner();
        diagnostics.sort();
        diagnostics
    }

    pub(super) fn add(&self, diagnostic: Diagnostic) {
        self.mistakes.borrow_mut().push(diagnostic);
    }

    /// Whether something stands in the way of the course.
    pub(super) fn has_errors(&self) -> bool {
        self.mistakes.borrow().iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Keeps a text that a pupil reads.
    pub(super) fn hear(&self, said: Said) {
        self.said.borrow_mut().push(said);
    }

    /// Every text that was read, in the order of reading.
    pub(super) fn said(&self) -> Ref<'_, [Said]> {
        Ref::map(self.said.borrow(), Vec::as_slice)
    }
}

/// A file of the content, with the means to say where in it something is wrong.
#[derive(Clone, Copy)]
pub(super) struct SourceFile<'a> {
    pub(super) path: &'a str,
    pub(super) text: &'a str,
}

impl<'a> SourceFile<'a> {
    /// Opens a file that must be there.
    pub(super) fn open(files: &'a Files, path: &str, reports: &Reports) -> Option<Self> {
        let found = files.get_key_value(path).map(|(path, text)| Self { path, text });
        if found.is_none() {
            reports.add(Diagnostic {
                path: path.to_owned(),
                line: 1,
                column: 1,
                severity: Severity::Error,
                rule: if path.contains('/') { Rule::MissingTranslation } else { Rule::MissingFile },
                message: "the file is missing".to_owned(),
                excerpt: String::new(),
                remedy: "write it: every language has the same files".to_owned(),
            });
        }
        found
    }

    /// Reports an error at a place in the file, given in bytes.
    pub(super) fn error(&self, reports: &Reports, at: &Range<usize>, rule: Rule, message: &str, remedy: &str) {
        self.report(reports, at, Severity::Error, rule, message, remedy);
    }

    /// Reports something that wants looking at.
    pub(super) fn warn(&self, reports: &Reports, at: &Range<usize>, rule: Rule, message: &str, remedy: &str) {
        self.report(reports, at, Severity::Warning, rule, message, remedy);
    }

    fn report(
        &self,
        reports: &Reports,
        at: &Range<usize>,
        severity: Severity,
        rule: Rule,
        message: &str,
        remedy: &str,
    ) {
        let (line, column, excerpt) = self.locate(at.start);
        reports.add(Diagnostic {
            path: self.path.to_owned(),
            line,
            column,
            severity,
            rule,
            message: message.to_owned(),
            excerpt,
            remedy: remedy.to_owned(),
        });
    }

    /// The line and column of a byte, both from 1, and the line itself, shortened if it is very long.
    fn locate(&self, byte: usize) -> (usize, usize, String) {
        let byte = (0..=byte.min(self.text.len())).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or_default();
        let before = self.text.get(..byte).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let column = before.get(start..).map_or(0, |head| head.chars().count()) + 1;
        let skipped = if column > EXCERPT_CHARACTERS { column - 1 - EXCERPT_BEFORE } else { 0 };
        let shown: String = line.chars().skip(skipped).take(EXCERPT_CHARACTERS).collect();
        let head = if skipped > 0 { "…" } else { "" };
        let tail = if line.chars().nth(skipped + EXCERPT_CHARACTERS).is_some() { "…" } else { "" };
        (before.matches('\n').count() + 1, column, format!("{head}{shown}{tail}").replace('\t', " "))
    }
}

/// As much of a line as a terminal shows at once.
const EXCERPT_CHARACTERS: usize = 120;
/// As much of it as is shown before a place further along the line.
const EXCERPT_BEFORE: usize = 60;

#[cfg(test)]
mod tests {
    use super::SourceFile;

    #[test]
    fn columns_count_characters_not_bytes() {
        let file = SourceFile { path: "x", text: "бір\nекі үш" };
        let at = file.text.find("үш").unwrap();
        assert_eq!(file.locate(at), (2, 5, "екі үш".to_owned()));
        assert_eq!(file.locate(at + 1), (2, 5, "екі үш".to_owned()), "inside a character");
        assert_eq!(file.locate(9999).0, 2);
    }
}
