//! The body of a lesson, and what is said about the course: `CommonMark` into sections, prose and fenced blocks.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::diagnostic::{Rule, SourceFile};
use super::fence::{FENCES, Fence, Place};
use super::lesson::Context;
use super::reader::with_table;
use super::said::{Piece as PieceOfText, say};
use crate::course::{Block, Inline, Prose, plain_text};
use crate::id::{TermId, Text, is_kebab_case};

/// A piece of a section and where it stands in the file.
pub(super) struct Piece {
    pub(super) block: Block,
    pub(super) at: Range<usize>,
}

/// A section as it is written.
pub(super) struct WrittenSection {
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) check: bool,
    pub(super) marked_at_end: bool,
    pub(super) unconfirmed: bool,
    pub(super) claims: Vec<String>,
    pub(super) pieces: Vec<Piece>,
    /// How many questions stand in it, those with a mistake too.
    pub(super) asked: usize,
    pub(super) terms: BTreeSet<TermId>,
    pub(super) at: Range<usize>,
}

/// Reads the sections that begin at `start` in the file.
pub(super) fn read(file: SourceFile<'_>, start: usize, context: &Context<'_>) -> Vec<WrittenSection> {
    let body = file.text.get(start..).unwrap_or_default();
    let parser = Parser::new_ext(body, Options::ENABLE_HEADING_ATTRIBUTES).into_offset_iter();
    let mut walk = Walk {
        file,
        context,
        start,
        sections: Vec::new(),
        open: Vec::new(),
        read: Vec::new(),
        code: None,
        section: None,
    };
    for (event, span) in parser {
        walk.event(event, start + span.start..start + span.end);
    }
    walk.sections
}

/// What is open while walking through a lesson.
enum Open {
    Paragraph(Vec<Inline>),
    Heading(Vec<Inline>),
    SectionTitle(Vec<Inline>),
    Quote(Vec<Inline>),
    List { ordered: bool, items: Vec<Vec<Inline>> },
    Item(Vec<Inline>),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Link(Text, Vec<Inline>),
}

struct Walk<'a> {
    file: SourceFile<'a>,
    context: &'a Context<'a>,
    start: usize,
    sections: Vec<WrittenSection>,
    open: Vec<(Open, Range<usize>)>,
    /// The words of the innermost paragraph, heading or item so far, as they are read, each with its place.
    read: Vec<(Text, usize)>,
    code: Option<(String, String, Range<usize>)>,
    section: Option<WrittenSection>,
}

impl Walk<'_> {
    fn refuse(&self, at: &Range<usize>, message: &str, remedy: &str) {
        self.file.error(self.context.reports, at, Rule::Markup, message, remedy);
    }

    fn event(&mut self, event: Event<'_>, at: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag, &at),
            Event::Text(text) => self.text(&text, &at),
            Event::SoftBreak | Event::HardBreak => self.text(" ", &at),
            Event::Code(_) => self.refuse(&at, "code has no place in a lesson", "write the words as they are"),
            Event::Html(_) | Event::InlineHtml(_) => self.refuse(
                &at,
                "raw HTML has no place in a lesson",
                "use Markdown: pages are built without raw HTML, for safety",
            ),
            Event::Rule => self.refuse(&at, "a ruled line has no place in a lesson", "begin a new section instead"),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.refuse(&at, "lessons do not have this", "see content/STYLE.md for what they have");
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, at: Range<usize>) {
        let open = match tag {
            Tag::Paragraph => Open::Paragraph(Vec::new()),
            Tag::Heading { level: HeadingLevel::H2, id, classes, attrs } => {
                let claims =
                    attrs.iter().filter(|(key, _)| &**key == "claims").filter_map(|(_, value)| value.as_deref());
                let claims = claims.flat_map(|list| list.split(',')).map(str::to_owned).collect();
                for (key, _) in attrs.iter().filter(|(key, _)| &**key != "claims") {
                    self.refuse(
                        &at,
                        &format!("a heading has no `{key}`"),
                        "a heading has #id, .check, .at-end and claims=ID,ID",
                    );
                }
                self.section = Some(WrittenSection {
                    id: id.map(|id| id.to_string()).unwrap_or_default(),
                    title: Text::from(""),
                    check: classes.iter().any(|class| &**class == "check"),
                    marked_at_end: classes.iter().any(|class| &**class == "at-end"),
                    unconfirmed: classes.iter().any(|class| &**class == "unconfirmed"),
                    claims,
                    pieces: Vec::new(),
                    asked: 0,
                    terms: BTreeSet::new(),
                    at: at.clone(),
                });
                Open::SectionTitle(Vec::new())
            }
            Tag::Heading { level, .. } => {
                let remedy =
                    "sections are `##`, and `###` may stand within one: screen readers walk from level to level";
                if level != HeadingLevel::H3 || (self.sections.is_empty() && self.section.is_none()) {
                    self.file.error(
                        self.context.reports,
                        &at,
                        Rule::HeadingSkipped,
                        &format!("a heading of level {} cannot stand here", level as u8),
                        remedy,
                    );
                }
                Open::Heading(Vec::new())
            }
            Tag::BlockQuote(_) => Open::Quote(Vec::new()),
            Tag::List(first) => Open::List { ordered: first.is_some(), items: Vec::new() },
            Tag::Item => Open::Item(Vec::new()),
            Tag::Strong => Open::Strong(Vec::new()),
            Tag::Emphasis => Open::Emphasis(Vec::new()),
            Tag::Link { link_type, dest_url, .. } => {
                if matches!(link_type, LinkType::Email) {
                    self.refuse(&at, "an e-mail address has no place in a lesson", "leave it out");
                }
                Open::Link(Text::from(&*dest_url), Vec::new())
            }
            Tag::CodeBlock(kind) => {
                let name = match kind {
                    CodeBlockKind::Fenced(name) => name.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.code = Some((name, String::new(), at));
                return;
            }
            Tag::Image { .. } => {
                self.refuse(
                    &at,
                    "images have no place in a lesson",
                    "draw it as a figure (timeline, seats): it follows theme and language",
                );
                Open::Emphasis(Vec::new())
            }
            Tag::HtmlBlock => return,
            Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {
                self.refuse(&at, "lessons do not have this", "see content/STYLE.md for what they have");
                Open::Emphasis(Vec::new())
            }
        };
        self.open.push((open, at));
    }

    fn end(&mut self, tag: TagEnd, at: &Range<usize>) {
        if matches!(tag, TagEnd::HtmlBlock) {
            return;
        }
        if matches!(tag, TagEnd::CodeBlock) {
            if let Some((name, text, at)) = self.code.take() {
                self.fence(&name, &text, &at);
            }
            return;
        }
        if matches!(tag, TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) {
            self.say();
        }
        let Some((open, _)) = self.open.pop() else { return };
        match open {
            Open::Paragraph(run) => match self.open.last_mut() {
                Some((Open::Item(into) | Open::Quote(into), _)) => {
                    if !into.is_empty() {
                        into.push(Inline::Text(" ".into()));
                    }
                    into.extend(run);
                }
                Some(_) | None => self.prose(Prose::Paragraph(run), at),
            },
            Open::Heading(run) => self.prose(Prose::Heading(run), at),
            Open::Quote(run) => self.prose(Prose::Quote(run), at),
            Open::SectionTitle(run) => self.section_title(&run, at),
            Open::List { ordered, items } => match self.open.last() {
                None => self.prose(if ordered { Prose::Steps(items) } else { Prose::Bullets(items) }, at),
                Some(_) => self.refuse(at, "a list within a list", "make it one list, or two"),
            },
            Open::Item(run) => {
                if let Some((Open::List { items, .. }, _)) = self.open.last_mut() {
                    items.push(run);
                }
            }
            Open::Strong(run) => self.push(Inline::Strong(run)),
            Open::Emphasis(run) => self.push(Inline::Emphasis(run)),
            Open::Link(to, run) => self.link(&to, run, at),
        }
    }

    fn section_title(&mut self, run: &[Inline], at: &Range<usize>) {
        let Some(mut section) = self.section.take() else { return };
        section.title = Text::from(plain_text(run).trim());
        if !is_kebab_case(&section.id) {
            let remedy = "write `## Title {#the-id claims=ID,ID}`: the id is an anchor and the same in every language";
            self.file.error(self.context.reports, at, Rule::MissingKey, "the section has no id", remedy);
        }
        if section.title.is_empty() {
            let remedy = "write `## Title {#the-id claims=ID,ID}`: a reader finds the way by titles";
            self.file.error(self.context.reports, at, Rule::MissingKey, "the section has no title", remedy);
        }
        self.sections.push(section);
    }

    fn link(&mut self, to: &Text, run: Vec<Inline>, at: &Range<usize>) {
        if let Some(term) = to.strip_prefix("term:") {
            let id = TermId::from(term);
            if self.context.terms.contains_key(&id) {
                if let Some(section) = self.sections.last_mut() {
                    section.terms.insert(id.clone());
                }
            } else {
                let message = format!("there is no term `{term}`");
                let remedy = format!("define it in {}/glossary.toml", self.context.language);
                self.file.error(self.context.reports, at, Rule::UnknownId, &message, &remedy);
            }
            self.push(Inline::Term((id, run)));
        } else {
            if !to.starts_with("https://") {
                self.refuse(
                    at,
                    "a link must lead to a term or to an https address",
                    "write [words](term:ID) or [words](https://…)",
                );
            }
            self.push(Inline::Link((to.clone(), run)));
        }
    }

    fn text(&mut self, text: &str, at: &Range<usize>) {
        if let Some((_, code, _)) = &mut self.code {
            code.push_str(text);
        } else {
            let text = Text::from(text);
            self.read.push((text.clone(), at.start));
            self.push(Inline::Text(text));
        }
    }

    /// Adds to the innermost open run; words outside any run are reported.
    fn push(&mut self, inline: Inline) {
        match self.open.last_mut() {
            Some((
                Open::Paragraph(run)
                | Open::Heading(run)
                | Open::SectionTitle(run)
                | Open::Quote(run)
                | Open::Item(run)
                | Open::Strong(run)
                | Open::Emphasis(run)
                | Open::Link(_, run),
                _,
            )) => match (run.last_mut(), inline) {
                (Some(Inline::Text(last)), Inline::Text(more)) => *last = Text::from(format!("{last}{more}").as_str()),
                (_, inline) => run.push(inline),
            },
            Some((Open::List { .. }, _)) | None => {}
        }
    }

    fn prose(&mut self, text: Prose, at: &Range<usize>) {
        self.piece(Block::Prose(text), at);
    }

    /// Notes what was just read as one text, for quotations may begin and end in different runs.
    fn say(&mut self) {
        let read = std::mem::take(&mut self.read);
        let mut text = String::new();
        let mut pieces = Vec::new();
        for (run, at) in read {
            pieces.push(PieceOfText { in_text: text.len(), in_file: at, as_written: run.len() });
            text.push_str(&run);
        }
        if text.is_empty() {
            return;
        }
        let section = self.section.as_ref().or(self.sections.last()).map(|section| section.id.clone());
        say(&self.file, self.context.reports, &[section.unwrap_or_default()], &text, pieces);
    }

    fn fence(&mut self, name: &str, text: &str, at: &Range<usize>) {
        let fits = |fence: &&Fence| {
            [Place::Both, self.context.place].contains(&fence.place) || self.context.place == Place::Both
        };
        let Some(fence) = FENCES.iter().find(|fence| fence.name == name) else {
            let names: Vec<_> = FENCES.iter().filter(fits).map(|fence| fence.name).collect();
            self.refuse(at, &format!("`{name}` is no kind of block"), &format!("write one of: {}", names.join(", ")));
            return;
        };
        if !fits(&fence) {
            let message = format!("`{name}` has no place here");
            self.refuse(at, &message, &format!("it may stand {}", fence.place.name()));
            return;
        }
        let is_sibling = text.lines().any(|line| line.starts_with("sibling-of"));
        if let Some(section) = self.sections.last_mut().filter(|_| name == "question" && !is_sibling) {
            section.asked += 1;
        }
        let written = self.file.text.get(at.clone()).unwrap_or_default();
        let offset = written.find('\n').map_or(at.end, |newline| at.start + newline + 1).max(self.start);
        let context = self.context;
        let block =
            with_table(self.file, context.reports, text, offset, fence.what, |reader| (fence.read)(reader, context));
        if let Some(block) = block {
            self.piece(block, at);
        }
    }

    fn piece(&mut self, block: Block, at: &Range<usize>) {
        match self.sections.last_mut() {
            Some(section) => section.pieces.push(Piece { block, at: at.clone() }),
            None => {
                self.refuse(at, "this stands before the first section", "begin with `## Title {#the-id claims=ID,ID}`");
            }
        }
    }
}
