//! The languages are full equals: the same lessons, sections, figures and questions, the same right answers, the same
//! claims. What differs is the words. Numbers and names: see `number_drift` and `name_drift`.

use std::ops::Range;

use crate::authoring::Written;
use crate::authoring::about::WrittenAbout;
use crate::authoring::diagnostic::{Reports, Rule};
use crate::authoring::lesson::WrittenLesson;
use crate::course::{Block, Section};
use crate::id::OptionId;
use crate::quiz::{Blank, Choice, Expected, Question, Response, Task};

/// Reports where a translation has drifted from the original.
pub(in crate::authoring) fn language_drift(original: &Written<'_>, translation: &Written<'_>, reports: &Reports) {
    for theirs in &translation.lessons {
        if let Some(ours) = original.lessons.iter().find(|ours| ours.lesson.id == theirs.lesson.id) {
            Drift { original, ours, theirs, reports }.lesson();
        }
    }
    if let (Some(ours), Some(theirs)) = (&original.about, &translation.about) {
        about(original, ours, theirs, reports);
    }
}

/// What is said about the course: the same sections in the same order.
fn about(original: &Written<'_>, ours: &WrittenAbout<'_>, theirs: &WrittenAbout<'_>, reports: &Reports) {
    let remedy = format!("compare {}: what there is to say is decided in `{}`", ours.file.path, original.language);
    let report = |at: Range<usize>, rule, message: &str| theirs.file.error(reports, &at, rule, message, &remedy);
    for section in &ours.about.sections {
        let id = &section.id;
        let Some(other) = theirs.about.sections.iter().find(|other| other.id == *id) else {
            report(0..0, Rule::MissingTranslation, &format!("the section `{id}` is missing or has a mistake"));
            continue;
        };
        if section.lists_unconfirmed != other.lists_unconfirmed {
            let at = theirs.places.get(id.as_str()).cloned().unwrap_or_default();
            let message = format!("the mark `.unconfirmed` of `{id}` differs from the original");
            report(at, Rule::LanguageDrift, &message);
        }
    }
    let order = |about: &WrittenAbout<'_>| about.about.sections.iter().map(|s| s.id.clone()).collect::<Vec<_>>();
    if order(ours) != order(theirs) {
        report(0..0, Rule::LanguageDrift, "the sections or their order differ from the original");
    }
}

struct Drift<'a> {
    original: &'a Written<'a>,
    ours: &'a WrittenLesson<'a>,
    theirs: &'a WrittenLesson<'a>,
    reports: &'a Reports,
}

impl Drift<'_> {
    fn report(&self, id: &str, rule: Rule, message: &str) {
        let at: Range<usize> = self.theirs.places.get(id).cloned().unwrap_or_default();
        let remedy = format!(
            "compare {}: ids and right answers are decided in `{}`",
            self.ours.file.path, self.original.language
        );
        self.theirs.file.error(self.reports, &at, rule, message, &remedy);
    }

    /// Compares a part of both; says what differs.
    fn same<T: PartialEq>(&self, id: &str, ours: &T, theirs: &T, what: &str) {
        if ours != theirs {
            self.report(id, Rule::LanguageDrift, &format!("{what} of `{id}` differs from the original"));
        }
    }

    fn lesson(&self) {
        let (ours, theirs) = (&self.ours.lesson, &self.theirs.lesson);
        let facts = |lesson: &crate::course::Lesson| {
            let goals: Vec<_> = lesson.goals.iter().map(|goal| goal.id.clone()).collect();
            (lesson.minutes, lesson.paragraphs.clone(), goals)
        };
        self.same(ours.id.as_str(), &facts(ours), &facts(theirs), "the front matter (minutes, paragraphs or goals)");
        for section in &ours.sections {
            if let Some(other) = theirs.sections.iter().find(|other| other.id == section.id) {
                self.section(section, other);
            } else {
                let message = format!("the section `{}` is missing or has a mistake", section.id);
                self.report("", Rule::MissingTranslation, &message);
            }
        }
        let order = |lesson: &crate::course::Lesson| lesson.sections.iter().map(|s| s.id.clone()).collect::<Vec<_>>();
        self.same(ours.id.as_str(), &order(ours), &order(theirs), "the order of sections");
    }

    fn section(&self, ours: &Section, theirs: &Section) {
        let id = ours.id.as_str();
        let facts = |section: &Section| {
            let terms: Vec<_> = section.terms.iter().map(|term| term.id.clone()).collect();
            (section.check, section.marked_at_end, section.claims.clone(), terms)
        };
        self.same(id, &facts(ours), &facts(theirs), "the claims, the terms or the mark `.check`");
        let named = |section: &Section| -> Vec<String> {
            section.blocks.iter().filter_map(|block| block.id().map(str::to_owned)).collect()
        };
        self.same(id, &named(ours), &named(theirs), "the order of questions and figures");
        for block in &ours.blocks {
            let Some(id) = block.id() else { continue };
            match theirs.blocks.iter().find(|other| other.id() == Some(id)) {
                Some(other) => self.block(id, block, other),
                None => self.report(
                    theirs.id.as_str(),
                    Rule::MissingTranslation,
                    &format!("`{id}` is missing or has a mistake"),
                ),
            }
        }
    }

    fn block(&self, id: &str, ours: &Block, theirs: &Block) {
        if let (Block::Question(ours), Block::Question(theirs)) = (ours, theirs) {
            self.same(id, &facts_of(ours), &facts_of(theirs), "goal, kind, claims or revision");
            self.same(id, &options_of(&ours.task), &options_of(&theirs.task), "the options or their order");
            self.same(id, &right_answer(ours), &right_answer(theirs), "the right answer");
            let supposed =
                |written: &WrittenLesson<'_>, question: &Question| written.supposed.get(&question.id).cloned();
            self.same(id, &supposed(self.ours, ours), &supposed(self.theirs, theirs), "what it supposes");
        }
    }
}

fn facts_of(question: &Question) -> impl PartialEq + use<> {
    let kind = std::mem::discriminant(&question.task);
    (
        question.goal.clone(),
        question.asks,
        kind,
        question.claims.clone(),
        question.revision,
        question.hint.is_some(),
        question.sibling_of.clone(),
    )
}

/// The ids of a task, in the order in which they are shown.
fn options_of(task: &Task) -> Vec<OptionId> {
    let of_choice = |choice: &Choice| choice.options.iter().map(|option| option.id.clone()).collect::<Vec<_>>();
    match task {
        Task::Single(choice) | Task::Multiple(choice) => of_choice(choice),
        Task::Evidence(choice) => {
            let claims = choice.options.iter().filter_map(|option| option.claim.as_ref());
            of_choice(choice).into_iter().chain(claims.map(|claim| OptionId::from(claim.as_str()))).collect()
        }
        Task::Pick(pick) => {
            let spots = pick.picture.spots.iter().map(|spot| OptionId::from(&*spot.path));
            of_choice(&pick.choice).into_iter().chain(spots).collect()
        }
        Task::Ordering(ordering) => {
            ordering.items.iter().map(|item| item.id.clone()).chain(ordering.shown.iter().cloned()).collect()
        }
        Task::TrueFalse(statement) => of_choice(&statement.reasons),
        // Partners stand in the order of the alphabet, which is not the same in every language.
        Task::Matching(placing) => {
            let mut places: Vec<_> = placing.places.iter().map(|place| place.id.clone()).collect();
            places.sort();
            placing.items.iter().map(|item| item.id.clone()).chain(places).collect()
        }
        Task::Categorise(placing) => {
            let places = placing.places.iter().map(|place| place.id.clone());
            placing.items.iter().map(|item| item.id.clone()).chain(places).collect()
        }
        // The gaps stand where each language puts them.
        Task::Cloze(cloze) => {
            let mut gaps: Vec<_> = cloze.gaps.iter().flat_map(ids_of_blank).collect();
            gaps.sort();
            gaps
        }
        Task::Short(blank) => ids_of_blank(blank),
    }
}

fn ids_of_blank(blank: &Blank) -> Vec<OptionId> {
    let inner = match &blank.expected {
        Expected::Words(_) => Vec::new(),
        Expected::Number(number) => vec![OptionId::from(&*format!("{} {}", number.value, number.tolerance))],
        Expected::OneOf(choice) => choice.options.iter().map(|option| option.id.clone()).collect(),
    };
    [blank.id.clone()].into_iter().chain(inner).collect()
}

/// The right answer, as far as it is the same in every language: what is typed is not.
fn right_answer(question: &Question) -> Response {
    let is_typed = |blank: &Blank| !matches!(blank.expected, Expected::OneOf(_));
    match &question.task {
        Task::Short(_) => Response::nothing(),
        Task::Cloze(cloze) => {
            let right = question.right_response();
            cloze.gaps.iter().filter(|gap| is_typed(gap)).fold(right, |right, gap| right.putting(&gap.id, "".into()))
        }
        Task::Single(_)
        | Task::Multiple(_)
        | Task::Ordering(_)
        | Task::TrueFalse(_)
        | Task::Matching(_)
        | Task::Categorise(_)
        | Task::Pick(_)
        | Task::Evidence(_) => question.right_response(),
    }
}
