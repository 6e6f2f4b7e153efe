//! The languages are full equals: the same lessons, sections, figures and questions, the same right answers, the same
//! claims. What differs is the words. Numbers and names: see `number_drift` and `name_drift`.

use std::ops::Range;

use crate::authoring::Written;
use crate::authoring::about::WrittenAbout;
use crate::authoring::diagnostic::{Reports, Rule, SourceFile};
use crate::authoring::lesson::{Places, Supposed};
use crate::course::{Block, Lesson, Section, Span, Strand, TimelineEvent, WordForm};
use crate::id::{LanguageId, OptionId};
use crate::quiz::{Blank, Choice, Expected, Question, Response, Task};

/// Reports where a translation has drifted from the original.
pub(in crate::authoring) fn language_drift(original: &Written<'_>, translation: &Written<'_>, reports: &Reports) {
    for theirs in &translation.lessons {
        if let Some(ours) = original.lessons.iter().find(|ours| ours.lesson.id == theirs.lesson.id) {
            let drift = Drift {
                original: &original.language,
                path: ours.file.path,
                file: theirs.file,
                places: &theirs.places,
                supposed: [&ours.supposed, &theirs.supposed],
                reports,
            };
            drift.lesson(&ours.lesson, &theirs.lesson);
        }
    }
    if let (Some(ours), Some(theirs)) = (&original.about, &translation.about) {
        about(original, ours, theirs, reports);
    }
    if let (Some(ours), Some(theirs)) = (&original.figures, &translation.figures) {
        let nothing = Supposed::new();
        let drift = Drift {
            original: &original.language,
            path: ours.file.path,
            file: theirs.file,
            places: &theirs.places,
            supposed: [&nothing, &nothing],
            reports,
        };
        drift.sections("figures", &ours.sections, &theirs.sections);
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
    original: &'a LanguageId,
    /// The file of the original.
    path: &'a str,
    /// That of the translation, and where its named parts stand.
    file: SourceFile<'a>,
    places: &'a Places,
    /// The numbers that the questions of both make up.
    supposed: [&'a Supposed; 2],
    reports: &'a Reports,
}

impl Drift<'_> {
    fn report(&self, id: &str, rule: Rule, message: &str) {
        let at: Range<usize> = self.places.get(id).cloned().unwrap_or_default();
        let remedy = format!("compare {}: ids and right answers are decided in `{}`", self.path, self.original);
        self.file.error(self.reports, &at, rule, message, &remedy);
    }

    /// Compares a part of both; says what differs.
    fn same<T: PartialEq>(&self, id: &str, ours: &T, theirs: &T, what: &str) {
        if ours != theirs {
            self.report(id, Rule::LanguageDrift, &format!("{what} of `{id}` differs from the original"));
        }
    }

    fn lesson(&self, ours: &Lesson, theirs: &Lesson) {
        let facts = |lesson: &Lesson| {
            let goals: Vec<_> = lesson.goals.iter().map(|goal| goal.id.clone()).collect();
            (lesson.minutes, lesson.paragraphs.clone(), goals)
        };
        self.same(ours.id.as_str(), &facts(ours), &facts(theirs), "the front matter (minutes, paragraphs or goals)");
        self.sections(ours.id.as_str(), &ours.sections, &theirs.sections);
    }

    fn sections(&self, whole: &str, ours: &[Section], theirs: &[Section]) {
        for section in ours {
            if let Some(other) = theirs.iter().find(|other| other.id == section.id) {
                self.section(section, other);
            } else {
                let message = format!("the section `{}` is missing or has a mistake", section.id);
                self.report("", Rule::MissingTranslation, &message);
            }
        }
        let order = |sections: &[Section]| sections.iter().map(|section| section.id.clone()).collect::<Vec<_>>();
        self.same(whole, &order(ours), &order(theirs), "the order of sections");
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
            let [of_ours, of_theirs] = self.supposed.map(|numbers| numbers.get(&ours.id));
            self.same(id, &of_ours, &of_theirs, "what it supposes");
        }
        self.same(id, &held_of(ours), &held_of(theirs), "a part, a date or a claim");
    }
}

/// What no language says in its own way: of what was so for a time, when and on which claims; of a word, its letters.
fn held_of(block: &Block) -> Vec<String> {
    let of_strand = |strand: &Strand| {
        let of_span = |span: &Span| {
            let Span { id, from, until, claims, unsure, .. } = span;
            format!("{} {id} {from} {until:?} {claims:?} {}", strand.id, unsure.is_some())
        };
        strand.spans.iter().map(of_span).collect::<Vec<_>>()
    };
    let of_event = |event: &TimelineEvent| format!("{} {} {:?} {:?}", event.id, event.date, event.kind, event.claims);
    let of_form = |form: &WordForm| {
        let parts = form.parts.iter().map(|part| format!("{} {}", part.text, part.marked));
        [form.name.to_string()].into_iter().chain(parts).collect::<Vec<_>>()
    };
    match block {
        Block::Chronicle(figure) => {
            let strands = figure.strands.iter().flat_map(of_strand);
            [figure.year.to_string()].into_iter().chain(strands).chain(figure.events.iter().map(of_event)).collect()
        }
        Block::Institution(figure) => {
            [figure.year.to_string()].into_iter().chain(figure.parts().flat_map(of_strand)).collect()
        }
        Block::Word(figure) => {
            let forms = figure.languages.iter().flat_map(|language| [&language.before, &language.after]);
            forms.flat_map(of_form).collect()
        }
        Block::Again(again) => vec![again.lesson.to_string()],
        Block::Prose(_)
        | Block::Question(_)
        | Block::Timeline(_)
        | Block::Seats(_)
        | Block::ThenAndNow(_)
        | Block::Ladder(_)
        | Block::Numbers(_)
        | Block::WhoSaysSo(_)
        | Block::Teacher(_) => Vec::new(),
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
