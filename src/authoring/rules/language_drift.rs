//! The languages are full equals: the same lessons, sections, figures and questions, the same right answers, the same
//! claims and the same numbers. What differs is the words.

use std::ops::Range;

use crate::authoring::Written;
use crate::authoring::about::WrittenAbout;
use crate::authoring::diagnostic::{Reports, Rule};
use crate::authoring::lesson::WrittenLesson;
use crate::course::{AboutSection, Block, Prose, Section, plain_text};
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

/// What is said about the course: the same sections in the same order, and in each the same numbers.
fn about(original: &Written<'_>, ours: &WrittenAbout<'_>, theirs: &WrittenAbout<'_>, reports: &Reports) {
    let remedy = format!("compare {}: what there is to say is decided in `{}`", ours.file.path, original.language);
    let report = |at: Range<usize>, rule, message: &str| theirs.file.error(reports, &at, rule, message, &remedy);
    for section in &ours.about.sections {
        let id = &section.id;
        let Some(other) = theirs.about.sections.iter().find(|other| other.id == *id) else {
            report(0..0, Rule::MissingTranslation, &format!("the section `{id}` is missing or has a mistake"));
            continue;
        };
        let facts = |section: &AboutSection| {
            let texts = section.prose.iter().flat_map(Prose::runs).map(plain_text).collect::<Vec<_>>();
            (section.lists_unconfirmed, numbers_in(&texts.join(" ")))
        };
        if facts(section) != facts(other) {
            let at = theirs.places.get(id.as_str()).cloned().unwrap_or_default();
            let message = format!("a number in `{id}`, or the mark `.unconfirmed`, differs from the original");
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
        let numbers = |section: &Section| {
            let prose = section.blocks.iter().filter(|block| matches!(block, Block::Prose(_)));
            numbers_in(&prose.map(words).collect::<String>())
        };
        self.same(id, &numbers(ours), &numbers(theirs), "a number in the prose");
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
        }
        self.same(id, &numbers_in(&words(ours)), &numbers_in(&words(theirs)), "a number or date");
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

/// All words of a block, ids and addresses aside.
fn words(block: &Block) -> String {
    let mut words: Vec<&str> = Vec::new();
    match block {
        Block::Prose(text) => {
            return text.runs().into_iter().map(plain_text).collect::<Vec<_>>().join(" ");
        }
        Block::Question(question) => {
            words.extend([&*question.prompt, &*question.explanation]);
            words.extend(question.hint.as_deref());
            words.extend(words_of_task(&question.task));
        }
        Block::Timeline(figure) => {
            words.extend([&*figure.title, &*figure.alt]);
            words.extend(figure.events.iter().flat_map(|event| [&*event.when, &*event.label, &*event.text]));
        }
        Block::Seats(figure) => {
            words.extend([&*figure.title, &*figure.alt]);
            let chambers = figure.chambers.iter();
            words.extend(
                chambers.flat_map(|c| [&*c.label, &*c.text].into_iter().chain(c.parts.iter().map(|part| &*part.label))),
            );
        }
        Block::ThenAndNow(change) => {
            words.extend([&*change.title, &*change.then_when, &*change.then]);
            words.extend([&*change.now_when, &*change.now, &*change.act]);
        }
        Block::Ladder(figure) => {
            words.extend([&*figure.title, &*figure.alt]);
            words.extend(figure.rungs.iter().flat_map(|rung| [&*rung.label, &*rung.text]));
            let acts = figure.rungs.iter().flat_map(|rung| &rung.acts);
            words.extend(acts.flat_map(|act| [&*act.label, &*act.fate]));
        }
        Block::Numbers(figure) => {
            words.extend([&*figure.title, &*figure.alt]);
            words.extend(figure.rows.iter().flat_map(|row| [&*row.what, &*row.who, &*row.when, &*row.text]));
        }
        Block::WhoSaysSo(card) => {
            words.extend([
                &*card.title,
                &*card.who,
                &*card.when,
                &*card.interest,
                &*card.missing,
                &*card.second_opinion,
            ]);
        }
        Block::Teacher(plan) => {
            words.extend(plan.aims.iter().chain(&plan.with_devices).chain(&plan.without_devices).map(|step| &**step));
            words.extend(plan.misconceptions.iter().flat_map(|m| [&*m.belief, &*m.reply]));
        }
    }
    words.join(" ")
}

fn of_choice(choice: &Choice) -> Vec<&str> {
    choice.options.iter().flat_map(|option| [&*option.text, &*option.because]).collect()
}

fn words_of_task(task: &Task) -> Vec<&str> {
    match task {
        Task::Single(choice) | Task::Multiple(choice) | Task::Evidence(choice) => of_choice(choice),
        Task::Pick(pick) => of_choice(&pick.choice),
        Task::Ordering(ordering) => ordering.items.iter().flat_map(|item| [&*item.text, &*item.because]).collect(),
        Task::TrueFalse(statement) => of_choice(&statement.reasons).into_iter().chain([&*statement.because]).collect(),
        Task::Matching(placing) | Task::Categorise(placing) => {
            let places = placing.places.iter().map(|place| &*place.text);
            placing.items.iter().flat_map(|item| [&*item.text, &*item.because]).chain(places).collect()
        }
        // Answers and mistakes are typed differently in every language; what is said of them is not compared.
        Task::Cloze(cloze) => {
            let gaps = cloze.gaps.iter().map(|gap| &*gap.because);
            cloze.text.iter().map(|piece| &**piece).chain(gaps).collect()
        }
        Task::Short(blank) => vec![&*blank.because, &*blank.otherwise],
    }
}

/// The numbers of a text, sorted: languages order their words, not their facts, differently.
pub(super) fn numbers_in(text: &str) -> Vec<String> {
    let mut numbers: Vec<_> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).map(str::to_owned).collect();
    numbers.sort();
    numbers
}
