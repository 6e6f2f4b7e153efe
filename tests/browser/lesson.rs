//! A lesson of two questions, made by hand: reading content is not for the browser.

use std::rc::Rc;

use shanyraq::course::{Content, Goal, Ground, LanguageChoice, LessonPage, Page, PageSection, Piece, Words};
use shanyraq::id::{ClaimId, GoalId, LanguageId, LessonId, OptionId, QuestionId, SectionId, Text};
use shanyraq::quiz::{Asks, Choice, ChoiceOption, Item, Ordering, Question, Task};

/// The question of one right option; that is `right`.
pub(crate) const CHOICE: &str = "choice";
/// The question of order; it begins as `second`, `first`, `third`.
pub(crate) const ORDER: &str = "order";

/// The page of the lesson; its questions are marked at once, or together.
pub(crate) fn page(is_marked_at_end: bool) -> Page {
    let section = |id: &str, check: bool, pieces: Vec<Piece>| PageSection {
        id: SectionId::from(id),
        title: Text::from(id),
        check,
        marked_at_end: is_marked_at_end,
        pieces,
    };
    let prose = Piece::Still("<p>Prose with <strong>weight</strong>.</p>".into());
    let sections = vec![
        section("section", false, vec![prose, question(CHOICE, choice()), question(ORDER, ordering())]),
        section("check", true, Vec::new()),
    ];
    let lesson = LessonPage {
        id: LessonId::from("lesson"),
        title: "A lesson".into(),
        summary: "What it is about.".into(),
        opening: "<header><h1>Lesson</h1></header>".into(),
        goals: vec![Goal { id: GoalId::from("goal"), text: "To know.".into() }],
        sections,
        grounds: vec![ground()],
        previous: None,
        next: None,
    };
    Page {
        language: LanguageId::from("en"),
        languages: vec![LanguageChoice { id: LanguageId::from("en"), name: "English".into() }],
        words: Rc::new(words()),
        foot: Vec::new(),
        content: Content::Lesson(Rc::new(lesson)),
    }
}

/// Every word says its own name.
pub(crate) fn words() -> Words {
    let months = (0..24).map(|n| format!("month {n}"));
    let texts = Words::TEXTS.iter().map(|key| key.replace('_', " "));
    let plurals =
        Words::PLURALS.iter().flat_map(|key| [format!("{{n}} {key}"), format!("{{n}} {key}"), format!("{{n}} {key}")]);
    let list = std::iter::once("one-other".to_owned()).chain(months).chain(texts).chain(plurals);
    Words::from(list.map(|text| Text::from(text.as_str())).collect::<Vec<_>>())
}

fn question(id: &str, task: Task) -> Piece {
    Piece::Question(Rc::new(Question {
        id: QuestionId::from(id),
        revision: 1,
        goal: GoalId::from("goal"),
        asks: Asks::Recall,
        claims: vec![ClaimId::from("claim")],
        prompt: "What is right?".into(),
        sibling_of: None,
        hint: Some("A nudge.".into()),
        explanation: "The thing to remember.".into(),
        task,
    }))
}

fn choice() -> Task {
    let option = |id: &str| ChoiceOption {
        id: OptionId::from(id),
        text: format!("Option {id}").into(),
        right: id == "right",
        claim: None,
        because: format!("Because of {id}.").into(),
    };
    Task::Single(Choice { options: ["wrong", "right", "other"].map(option).into() })
}

fn ordering() -> Task {
    let item = |id: &str| Item {
        id: OptionId::from(id),
        text: format!("Item {id}").into(),
        because: "It stands there.".into(),
    };
    let shown = ["second", "first", "third"].map(OptionId::from).into();
    Task::Ordering(Ordering { items: ["first", "second", "third"].map(item).into(), shown })
}

fn ground() -> Ground {
    Ground {
        id: ClaimId::from("claim"),
        paragraph: 5,
        card: "<article><p class=\"says\">What the article says.</p></article>".into(),
    }
}
