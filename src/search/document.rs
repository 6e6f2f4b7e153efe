//! What can be found.

use crate::id::Text;
use crate::wire::{wire_names, wire_struct};

/// What kind of thing is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A lesson.
    Lesson,
    /// A section of a lesson.
    Section,
    /// A question.
    Question,
    /// A term of the glossary.
    Term,
    /// A claim of the article.
    Claim,
    /// A page to look things up in.
    Page,
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What kind of thing it is.
    pub kind: Kind,
    /// What it is called, or what it says or asks.
    pub title: Text,
    /// Where it stands, such as the title of its lesson; may be empty.
    pub place: Text,
    /// What it says.
    pub text: Text,
    /// What it is found by, too, and what is never shown: the explanation of a question would give away the answer.
    pub unseen: Text,
    /// Where it lies: a path from the root of the course, with its anchor.
    pub path: Text,
}

/// A field of a document that is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Text,
    Unseen,
}

impl Field {
    pub(super) const ALL: [Self; 3] = [Self::Title, Self::Text, Self::Unseen];
}

impl Document {
    pub(super) fn field(&self, field: Field) -> &Text {
        match field {
            Field::Title => &self.title,
            Field::Text => &self.text,
            Field::Unseen => &self.unseen,
        }
    }

    /// How much a word counts that stands in a field: titles before terms, terms before headings, headings before text.
    pub(super) fn weight(&self, field: Field) -> u32 {
        match (field, self.kind) {
            (Field::Title, Kind::Lesson | Kind::Page) => 8,
            (Field::Title, Kind::Term) => 6,
            (Field::Title, Kind::Section) => 4,
            (Field::Title, Kind::Question | Kind::Claim) => 2,
            (Field::Text | Field::Unseen, _) => 1,
        }
    }
}

wire_names!(Kind { Lesson, Section, Question, Term, Claim, Page });
wire_struct!(Document { kind, title, place, text, unseen, path });
