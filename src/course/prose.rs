//! Prose as a small typed tree: what Markdown becomes before it reaches a page, so that no page carries raw HTML.

use crate::id::{TermId, Text};

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(Text),
    /// Words that carry weight.
    Strong(Vec<Inline>),
    /// Words said with stress, or the title of a work.
    Emphasis(Vec<Inline>),
    /// A term, linked to its definition.
    Term((TermId, Vec<Inline>)),
    /// A link to an address outside the course.
    Link((Text, Vec<Inline>)),
}

/// A piece of prose that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prose {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading within a section (level 3).
    Heading(Vec<Inline>),
    /// A list whose order does not matter.
    Bullets(Vec<Vec<Inline>>),
    /// A list whose order matters.
    Steps(Vec<Vec<Inline>>),
    /// A quotation that stands by itself.
    Quote(Vec<Inline>),
}

impl Prose {
    /// Every run of text in it, in reading order.
    pub fn runs(&self) -> Vec<&[Inline]> {
        match self {
            Self::Paragraph(run) | Self::Heading(run) | Self::Quote(run) => vec![run],
            Self::Bullets(items) | Self::Steps(items) => items.iter().map(Vec::as_slice).collect(),
        }
    }
}

/// The words of a run, without weight, stress or links.
pub fn plain_text(run: &[Inline]) -> String {
    run.iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.to_string(),
            Inline::Strong(run) | Inline::Emphasis(run) | Inline::Term((_, run)) | Inline::Link((_, run)) => {
                plain_text(run)
            }
        })
        .collect()
}
