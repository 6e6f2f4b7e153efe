//! All that one page needs to show itself, in one language: it stands in the page as JSON, and beside it as a file.

use std::rc::Rc;

use super::{Goal, Outline, Words};
use crate::id::{ClaimId, LanguageId, LessonId, QuestionId, SectionId, Text};
use crate::json;
use crate::quiz::Question;
use crate::wire::{Value, Wire, arrived, wire_enum, wire_struct};

/// A language that the course can be read in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageChoice {
    /// Its name as in BCP 47.
    pub id: LanguageId,
    /// Its name in itself.
    pub name: Text,
}

/// A neighbouring lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonLink {
    /// Its name.
    pub id: LessonId,
    /// Its title.
    pub title: Text,
}

/// A link in the foot of every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FootLink {
    /// The path of the page, from the root of the course.
    pub path: Text,
    /// What the link says.
    pub label: Text,
}

/// A piece of a section, as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// What never changes: HTML, made when the course is built. The program need not know how.
    Still(Text),
    /// A question.
    Question(Rc<Question>),
}

/// A section of a lesson, as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageSection {
    /// Its name, and its anchor in the page.
    pub id: SectionId,
    /// Its heading.
    pub title: Text,
    /// Whether it is the closing check.
    pub check: bool,
    /// Whether its answers are marked together, at its end.
    pub marked_at_end: bool,
    /// What it is made of, in order.
    pub pieces: Vec<Piece>,
}

impl PageSection {
    /// Its questions, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Rc<Question>> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Question(question) => Some(question),
            Piece::Still(_) => None,
        })
    }
}

/// A claim on which answers of a lesson rest, as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// The claim.
    pub id: ClaimId,
    /// The paragraph of the article that makes it.
    pub paragraph: u8,
    /// The card that says all about it, as HTML.
    pub card: Text,
}

/// A lesson as its page shows it. Its size does not depend on the length of the course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonPage {
    /// Its name, and its part of the address.
    pub id: LessonId,
    /// Its title.
    pub title: Text,
    /// One or two sentences on what it is about.
    pub summary: Text,
    /// How it opens, as HTML.
    pub opening: Text,
    /// Its goals.
    pub goals: Vec<Goal>,
    /// Its sections; the last is the closing check.
    pub sections: Vec<PageSection>,
    /// The claims that it names.
    pub grounds: Vec<Ground>,
    /// The lesson before it.
    pub previous: Option<LessonLink>,
    /// The lesson after it.
    pub next: Option<LessonLink>,
}

impl LessonPage {
    /// All its questions, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Rc<Question>> {
        self.sections.iter().flat_map(PageSection::questions)
    }

    /// The section in which a question is asked.
    pub fn section_of(&self, id: &QuestionId) -> Option<&PageSection> {
        self.sections.iter().find(|section| section.questions().any(|question| question.id == *id))
    }

    /// The claim of that name.
    pub fn ground(&self, id: &ClaimId) -> Option<&Ground> {
        self.grounds.iter().find(|ground| ground.id == *id)
    }
}

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A page around the lessons: cover, practice, progress.
    Desk(Rc<Outline>),
    /// A lesson, or its result.
    Lesson(Rc<LessonPage>),
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its language.
    pub language: LanguageId,
    /// The languages that it can be read in, the original first.
    pub languages: Vec<LanguageChoice>,
    /// The words of the interface.
    pub words: Rc<Words>,
    /// The pages to look things up in.
    pub foot: Vec<FootLink>,
    /// What it shows.
    pub content: Content,
}

impl Page {
    /// The page without the still pieces of its lesson and the cards of its claims, which stand in the page as served.
    #[must_use]
    pub fn without_stills(&self) -> Self {
        let Content::Lesson(lesson) = &self.content else { return self.clone() };
        let mut lesson = LessonPage::clone(lesson);
        lesson.opening = Text::from("");
        for piece in lesson.sections.iter_mut().flat_map(|section| &mut section.pieces) {
            if let Piece::Still(text) = piece {
                *text = Text::from("");
            }
        }
        for ground in &mut lesson.grounds {
            ground.card = Text::from("");
        }
        Self { content: Content::Lesson(Rc::new(lesson)), ..self.clone() }
    }
}

wire_struct!(LanguageChoice { id, name });
wire_struct!(LessonLink { id, title });
wire_struct!(FootLink { path, label });
wire_enum!(Piece { 0 => Still, 1 => Question });
wire_struct!(PageSection { id, title, check, marked_at_end, pieces });
wire_struct!(Ground { id, paragraph, card });
wire_struct!(LessonPage { id, title, summary, opening, goals, sections, grounds, previous, next });
wire_enum!(Content { 0 => Desk, 1 => Lesson });
wire_struct!(Page { language, languages, words, foot, content });

/// A thing as JSON, for the program of this build and no other.
pub fn sealed<T: Wire>(thing: &T, build: &str) -> String {
    json::write(&Value::List(vec![Value::Text(build.into()), thing.to_wire()]))
}

/// A text as JSON, quoted: the same in JavaScript.
pub fn quoted(text: &str) -> String {
    json::write(&Value::Text(text.into()))
}

/// The thing; `None` if it was written for another build, or is something else.
pub fn unsealed<T: Wire>(text: &str, build: &str) -> Option<T> {
    let mut list = json::read(text)?.into_list()?;
    let is_of_build = list.next()?.into_text().is_some_and(|written| *written == *build);
    is_of_build.then(|| arrived(list.next()?)).flatten()
}
