//! `lesson.md`: front matter, sections, and what stands in them.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::bounds::Bounds;
use super::claims::PARAGRAPHS;
use super::diagnostic::{Reports, Rule, SourceFile};
use super::fence::Place;
use super::markdown::{self, Piece, WrittenSection};
use super::picture::{WantedPicture, draw_pictures};
use super::reader::with_table;
use super::rules;
use crate::course::{Block, Date, Goal, Lesson, Prose, Section, Term, plain_text};
use crate::id::{ClaimId, GoalId, LanguageId, LessonId, QuestionId, SectionId, TermId, Text};

/// What a lesson is read against.
pub(super) struct Context<'a> {
    pub(super) language: &'a LanguageId,
    /// What is read: a lesson, or the page of figures.
    pub(super) place: Place,
    /// The claims there are; none if `claims.toml` is missing, which is said once.
    pub(super) known: Option<&'a BTreeMap<ClaimId, Range<usize>>>,
    pub(super) terms: &'a BTreeMap<TermId, Term>,
    pub(super) bounds: &'a Bounds,
    pub(super) today: Date,
    pub(super) reports: &'a Reports,
    /// The pictures that questions want, to be drawn when the lesson has been read.
    pub(super) pictures: RefCell<Vec<WantedPicture>>,
    /// The numbers that questions make up.
    pub(super) supposed: RefCell<BTreeMap<QuestionId, Vec<u16>>>,
}

impl Context<'_> {
    /// Whether there is such a claim, as far as one can tell.
    pub(super) fn knows(&self, claim: &ClaimId) -> bool {
        self.known.is_none_or(|known| known.contains_key(claim))
    }
}

/// A lesson, with the places of its named parts for those who compare languages.
pub(super) struct WrittenLesson<'a> {
    pub(super) file: SourceFile<'a>,
    pub(super) lesson: Lesson,
    pub(super) places: Places,
    /// Where its title stands.
    pub(super) title_at: Range<usize>,
    /// Where its goals stand.
    pub(super) goals_at: BTreeMap<GoalId, Range<usize>>,
    /// The numbers that its questions make up.
    pub(super) supposed: Supposed,
}

/// The numbers that questions make up.
pub(super) type Supposed = BTreeMap<QuestionId, Vec<u16>>;

/// Where questions, figures and sections stand in a file, by their ids.
pub(super) type Places = BTreeMap<String, Range<usize>>;

/// Words a section may have: what one reads at a sitting before the first question.
const SECTION_WORDS: usize = 120;
/// Questions directly after a section.
const SECTION_QUESTIONS: Range<usize> = 1..4;

/// Sentences to take away.
const RECAP_SENTENCES: usize = 3;

/// Ids of elements that every page has: see `index.html` and `ui`.
const RESERVED: [&str; 4] = ["app", "content", "data", "map-title"];

struct FrontMatter {
    title: Text,
    title_at: Range<usize>,
    summary: Text,
    minutes: u16,
    paragraphs: Vec<u8>,
    recap: Vec<Text>,
    goals: Vec<Goal>,
    goals_at: BTreeMap<GoalId, Range<usize>>,
}

pub(super) fn read<'a>(file: SourceFile<'a>, id: &LessonId, context: &Context<'_>) -> Option<WrittenLesson<'a>> {
    let reports = context.reports;
    let Some((front, body)) = split_front_matter(file.text) else {
        let remedy = "begin the file with `+++`, the facts of the lesson in TOML, and `+++`";
        file.error(reports, &(0..0), Rule::Syntax, "the lesson has no front matter", remedy);
        return None;
    };
    let text = file.text.get(front.clone()).unwrap_or_default();
    let front =
        with_table(file, reports, text, front.start, "the lesson", |lesson| read_front_matter(lesson, context.bounds));
    let written = markdown::read(file, body, context);
    let (sections, places) = sections(file, &written, context);
    match sections.last() {
        Some(last) if last.check && sections.iter().filter(|section| section.check).count() == 1 => {}
        Some(_) | None => {
            let remedy = "end the lesson with one section `## … {#check .check}`";
            file.error(
                reports,
                &(file.text.len()..file.text.len()),
                Rule::OutOfBounds,
                "the lesson has no closing check",
                remedy,
            );
        }
    }
    let front = front?;
    let mut lesson = Lesson {
        id: id.clone(),
        title: front.title,
        summary: front.summary,
        minutes: front.minutes,
        paragraphs: front.paragraphs,
        recap: front.recap,
        goals: front.goals,
        sections,
    };
    draw_pictures(&mut lesson, &context.pictures.take(), file, reports);
    check_siblings(&lesson, &places, file, reports);
    for question in lesson.bank().filter(|question| lesson.goals.iter().all(|goal| goal.id != question.goal)) {
        let at = places.get(question.id.as_str()).cloned().unwrap_or_default();
        let message = format!("the lesson has no goal `{}`", question.goal);
        file.error(reports, &at, Rule::UnknownId, &message, "name one of the lesson's [[goals]]");
    }
    let (title_at, goals_at) = (front.title_at, front.goals_at);
    Some(WrittenLesson { file, lesson, places, title_at, goals_at, supposed: context.supposed.take() })
}

/// A sibling asks the goal of a question that stands in the same lesson.
fn check_siblings(lesson: &Lesson, places: &Places, file: SourceFile<'_>, reports: &Reports) {
    for sibling in lesson.bank() {
        let Some(elder) = &sibling.sibling_of else { continue };
        let at = places.get(sibling.id.as_str()).cloned().unwrap_or_default();
        let remedy = "name a question that stands in this lesson and has the same goal";
        match lesson.questions().find(|question| question.id == *elder) {
            Some(elder) if elder.goal == sibling.goal => {}
            Some(elder) => {
                let message = format!("`{}` and its sibling `{}` have different goals", elder.id, sibling.id);
                file.error(reports, &at, Rule::UnknownId, &message, remedy);
            }
            None => {
                let message = format!("no question `{elder}` stands in this lesson");
                file.error(reports, &at, Rule::UnknownId, &message, remedy);
            }
        }
    }
}

/// Where the front matter and the body stand, in bytes.
fn split_front_matter(text: &str) -> Option<(Range<usize>, usize)> {
    let start = text.strip_prefix("+++\n").map(|rest| text.len() - rest.len())?;
    let end = start + text.get(start..)?.find("\n+++\n")? + 1;
    Some((start..end, end + "+++\n".len()))
}

fn read_front_matter(lesson: &super::reader::Reader<'_>, bounds: &Bounds) -> Option<FrontMatter> {
    let (title, summary) = (lesson.words("title"), lesson.words("summary"));
    let minutes = lesson.number("minutes", 1..=u16::MAX);
    if minutes.is_some_and(|minutes| !bounds.minutes.contains(&minutes)) {
        let message = format!("a lesson takes {} to {} minutes", bounds.minutes.start(), bounds.minutes.end());
        let remedy = "divide the lesson, or teach more in it: it is read on a phone at one go, and in a class it leaves \
            time to talk";
        lesson.error("minutes", Rule::OutOfBounds, &message, remedy);
    }
    let paragraphs = lesson.numbers("paragraphs", &PARAGRAPHS);
    if paragraphs.is_empty() {
        lesson.error(
            "paragraphs",
            Rule::MissingKey,
            "the lesson names no paragraph",
            "list the paragraphs of the article that it teaches",
        );
    }
    let recap = lesson.word_list("recap");
    if recap.len() != RECAP_SENTENCES {
        let remedy = "write recap = [\"…\", \"…\", \"…\"]: three sentences to take away";
        lesson.error("recap", Rule::OutOfBounds, "a lesson ends with three sentences", remedy);
    }
    let goals = lesson.tables("goals", "a goal", |goal| {
        let (id, text) = (goal.id("id"), goal.words("text"));
        let at = goal.span_of("id");
        Some((Goal { id: GoalId::from(id?), text: text.unwrap_or_default() }, at))
    });
    let goals_at = goals.iter().flatten().map(|(goal, at)| (goal.id.clone(), at.clone())).collect();
    let goals: Vec<_> = goals.into_iter().flatten().map(|(goal, _)| goal).collect();
    if !(2..=4).contains(&goals.len()) {
        lesson.error(
            "goals",
            Rule::OutOfBounds,
            "a lesson has two to four goals",
            "write them as [[goals]] with `id` and `text`",
        );
    }
    let paragraphs = paragraphs.into_iter().filter_map(|n| u8::try_from(n).ok()).collect();
    let title_at = lesson.span_of("title");
    let (title, summary, minutes) = (title?, summary?, minutes?);
    Some(FrontMatter { title, title_at, summary, minutes, paragraphs, recap, goals, goals_at })
}

/// The sections of a lesson or of the page of figures, and where what they name stands.
pub(super) fn sections(
    file: SourceFile<'_>,
    written: &[WrittenSection],
    context: &Context<'_>,
) -> (Vec<Section>, Places) {
    let (mut places, mut explained) = (Places::new(), BTreeSet::new());
    let sections = written.iter().map(|section| finish(file, section, &mut explained, &mut places, context)).collect();
    (sections, places)
}

/// A section with its terms, its bounds checked and its places noted.
fn finish(
    file: SourceFile<'_>,
    written: &WrittenSection,
    explained: &mut BTreeSet<TermId>,
    places: &mut Places,
    context: &Context<'_>,
) -> Section {
    let reports = context.reports;
    let blocks: Vec<Block> = written.pieces.iter().map(|piece| piece.block.clone()).collect();
    note(places, written.id.as_str(), &written.at, file, reports);
    for Piece { block, at } in &written.pieces {
        if let Some(id) = block.id() {
            note(places, id, at, file, reports);
        }
    }
    let words: usize = blocks.iter().map(words_in).sum();
    if words > SECTION_WORDS {
        let message = format!("this section has {words} words");
        let remedy =
            format!("at most {SECTION_WORDS}: split it, or leave something out; a phone shows no more at once");
        file.error(reports, &written.at, Rule::OutOfBounds, &message, &remedy);
    }
    if context.place == Place::Lesson && !written.check && !SECTION_QUESTIONS.contains(&written.asked) {
        let message = format!("{} questions follow this section", written.asked);
        file.error(
            reports,
            &written.at,
            Rule::OutOfBounds,
            &message,
            "ask one to three: what was just read is learned by using it",
        );
    }
    if !written.check && written.claims.is_empty() {
        let remedy = "add claims=ID,ID to the heading: nothing here is said without its ground";
        file.error(reports, &written.at, Rule::MissingClaim, "this section rests on no claim", remedy);
    }
    let claims = written.claims.iter().map(|id| ClaimId::from(id.as_str())).filter(|claim| {
        let known = context.knows(claim);
        if !known {
            file.error(
                reports,
                &written.at,
                Rule::UnknownId,
                &format!("there is no claim `{claim}`"),
                "use an id of claims.toml",
            );
        }
        known
    });
    let claims = claims.collect();
    let terms = written
        .terms
        .iter()
        .filter(|term| explained.insert((*term).clone()))
        .filter_map(|term| context.terms.get(term));
    Section {
        id: SectionId::from(written.id.as_str()),
        title: written.title.clone(),
        check: written.check,
        marked_at_end: written.marked_at_end,
        claims,
        terms: terms.cloned().collect(),
        blocks,
    }
}

/// Notes where something stands; two things of one name are reported.
pub(super) fn note(places: &mut Places, id: &str, at: &Range<usize>, file: SourceFile<'_>, reports: &Reports) {
    if RESERVED.contains(&id) {
        let message = format!("every page has an element named `{id}` already");
        file.error(
            reports,
            at,
            Rule::DuplicateId,
            &message,
            "choose another id: the program finds its way by this one",
        );
    }
    if places.insert(id.to_owned(), at.clone()).is_some() {
        let message = format!("two things in this file are named `{id}`");
        file.error(
            reports,
            at,
            Rule::DuplicateId,
            &message,
            "rename one: ids are anchors in the page, and progress hangs on them",
        );
    }
}

fn words_in(block: &Block) -> usize {
    let runs = block.prose().map(Prose::runs).unwrap_or_default();
    runs.into_iter().map(|run| rules::count_words(&plain_text(run))).sum()
}
