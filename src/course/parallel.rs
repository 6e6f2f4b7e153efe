//! A lesson in two languages, side by side: which lessons, and which block of one stands beside which of the other.

use super::{Block, Course, Edition, Lesson, Section};
use crate::id::LanguageId;

/// A lesson in one of the two languages.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The course in that language.
    pub edition: &'a Edition,
    /// The lesson in it.
    pub lesson: &'a Lesson,
}

/// A lesson in two languages.
#[derive(Clone, Copy, Debug)]
pub struct Parallel<'a> {
    /// In the language of the page.
    pub own: Side<'a>,
    /// In the language beside it.
    pub other: Side<'a>,
}

impl Parallel<'_> {
    /// The path of its page from the root of the course.
    pub fn path(&self) -> String {
        self.path_in(&self.own.edition.language)
    }

    /// The path of the page that shows it with that language as its own: the other language changes places with this one.
    pub fn path_in(&self, language: &LanguageId) -> String {
        let Self { own, other } = self;
        let beside = if *language == other.edition.language { own } else { other };
        format!("{language}/{}/{}", own.lesson.id, beside.edition.parallel_path())
    }
}

impl Edition {
    /// The path of a page that shows a lesson beside this language, from that of the lesson.
    pub fn parallel_path(&self) -> String {
        format!("with-{}/", self.language)
    }
}

impl Course {
    /// Every lesson in every two languages, in either order.
    pub fn parallels(&self) -> Vec<Parallel<'_>> {
        let mut parallels = Vec::new();
        for edition in &self.editions {
            for lesson in &edition.lessons {
                let others = self.editions.iter().filter(|other| other.language != edition.language);
                parallels.extend(others.filter_map(|other| {
                    let same = other.lessons.iter().find(|same| same.id == lesson.id)?;
                    Some(Parallel { own: Side { edition, lesson }, other: Side { edition: other, lesson: same } })
                }));
            }
        }
        parallels
    }
}

/// What stands beside what in a section: blocks with a name in their order, which is the same in every language, and
/// prose as it comes between them. Where the languages divide their prose otherwise, the rest of it has nothing beside it.
pub fn pairs<'a>(own: &'a Section, other: &'a Section) -> Vec<(Option<&'a Block>, Option<&'a Block>)> {
    let (mut own, mut other) = (own.shown().peekable(), other.shown().peekable());
    let is_prose = |block: Option<&&Block>| block.is_some_and(|block| block.id().is_none());
    let mut pairs = Vec::new();
    loop {
        let pair = match (is_prose(own.peek()), is_prose(other.peek())) {
            (true, false) => (own.next(), None),
            (false, true) => (None, other.next()),
            (true, true) | (false, false) => (own.next(), other.next()),
        };
        if let (None, None) = pair {
            return pairs;
        }
        pairs.push(pair);
    }
}

#[cfg(test)]
mod tests {
    use super::pairs;
    use crate::course::{Block, Inline, Prose, Section, Teacher};
    use crate::id::{FigureId, SectionId};

    /// A section of prose in small letters, and of named blocks in capitals.
    fn section(blocks: &str) -> Section {
        let block = |sign: char| {
            if sign.is_lowercase() {
                Block::Prose(Prose::Paragraph(vec![Inline::Text(sign.to_string().as_str().into())]))
            } else {
                Block::Teacher(Teacher {
                    id: FigureId::from(sign.to_string().as_str()),
                    aims: Vec::new(),
                    with_devices: Vec::new(),
                    without_devices: Vec::new(),
                    misconceptions: Vec::new(),
                })
            }
        };
        Section {
            id: SectionId::from("section"),
            title: "".into(),
            check: false,
            marked_at_end: false,
            claims: Vec::new(),
            blocks: blocks.chars().map(block).collect(),
            terms: Vec::new(),
        }
    }

    #[test]
    fn prose_stands_beside_prose_and_a_name_beside_the_same_name() {
        for (own, other, expected) in [
            ("", "", ""),
            ("abF", "abF", "aa bb FF"),
            ("abFc", "aFcd", "aa b- FF cc -d"),
            ("F", "aF", "-a FF"),
            ("aFGb", "aFG", "aa FF GG b-"),
        ] {
            let (own, other) = (section(own), section(other));
            let name = |block: Option<&Block>| match block {
                Some(Block::Prose(Prose::Paragraph(run))) => crate::course::plain_text(run),
                Some(block) => block.id().unwrap_or_default().to_owned(),
                None => "-".to_owned(),
            };
            let found: Vec<String> =
                pairs(&own, &other).into_iter().map(|(own, other)| name(own) + &name(other)).collect();
            assert_eq!(found.join(" "), expected);
        }
    }
}
