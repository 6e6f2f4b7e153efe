//! Pages to print: the questions of a lesson on a sheet, and the key with every answer and its reasons.

use yew::prelude::*;

use super::answer::answers;
use super::html;
use crate::course::{Edition, Lesson, Words, fill};
use crate::id::Text;
use crate::quiz::{Blank, Choice, Expected, Picture, Place, Placing, Question, Task};
use crate::ui::questions::instruction;

/// Which page is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Print {
    /// The questions, to be answered on paper.
    Sheet,
    /// The answers with their reasons.
    Key,
}

impl Print {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Sheet, Self::Key];

    /// Its part of the address, below the lesson.
    pub fn path(self) -> &'static str {
        match self {
            Self::Sheet => "sheet",
            Self::Key => "key",
        }
    }

    /// What it is called.
    pub fn title(self, words: &Words) -> &Text {
        match self {
            Self::Sheet => &words.sheet_title,
            Self::Key => &words.key_title,
        }
    }
}

/// A page to print, as HTML.
pub async fn print_page(edition: &Edition, lesson: &Lesson, print: Print) -> Text {
    let words = &*edition.words;
    let question = |(n, question): (usize, &std::rc::Rc<Question>)| {
        let body = match print {
            Print::Sheet => sheet(words, question),
            Print::Key => key(edition, question),
        };
        // A box on paper does not say that several may be ticked; everything else shows how it is answered.
        let how = (print == Print::Sheet && matches!(question.task, Task::Multiple(_)))
            .then(|| html! { <p class="how">{ instruction(words, question) }</p> });
        html! { <li key={n}><p class="prompt">{ AttrValue::from(question.prompt.clone()) }</p>{ how }{ body }</li> }
    };
    let blanks = [&words.print_name, &words.print_class, &words.print_date];
    let blank = |label: &&Text| html! { <span class="line">{ AttrValue::from((*label).clone()) }</span> };
    let back = format!("../../../{}/{}/", edition.language, lesson.id);
    let page = html! {
        <main class={format!("paper {}", print.path())}>
            <p class="tools">
                <a href={back}>{ AttrValue::from(words.back_to_lesson.clone()) }</a>
                <button type="button" class="print">{ AttrValue::from(words.print_button.clone()) }</button>
            </p>
            <p class="course">{ AttrValue::from(words.course_title.clone()) }</p>
            <h1>{ AttrValue::from(lesson.title.clone()) }</h1>
            <p class="kind">{ AttrValue::from(print.title(words).clone()) }</p>
            if print == Print::Sheet { <p class="lines">{ for blanks.iter().map(blank) }</p> }
            <ol>{ for lesson.questions().enumerate().map(question) }</ol>
        </main>
    };
    html(page).await
}

/// An answer with its reasons, and the paragraphs of the article on which it rests.
pub(super) fn key(edition: &Edition, question: &Question) -> Html {
    let words = &*edition.words;
    let paragraphs = question.claims.iter().filter_map(|id| edition.claims.get(id));
    let paragraphs: std::collections::BTreeSet<u8> = paragraphs.map(|claim| claim.paragraph).collect();
    let paragraph = |n: &u8| fill(&words.claim_paragraph, &[("n", n)]);
    let paragraphs: Vec<String> = paragraphs.iter().map(paragraph).collect();
    html! {
        <>
            { answers(words, question, true) }
            <p class="remember">{ AttrValue::from(question.explanation.clone()) }{ format!(" ({})", paragraphs.join("; ")) }</p>
        </>
    }
}

/// The task of a question, to be answered with a pen.
pub(super) fn sheet(words: &Words, question: &Question) -> Html {
    match &question.task {
        Task::Single(choice) | Task::Multiple(choice) | Task::Evidence(choice) => boxes(choice),
        Task::Pick(pick) => html! { <>{ drawn(&pick.picture) }{ boxes(&pick.choice) }</> },
        Task::Ordering(ordering) => {
            let items = ordering.shown.iter().filter_map(|id| ordering.item(id));
            html! { <ul class="blanks">{ for items.map(|item| html! { <li>{ AttrValue::from(item.text.clone()) }</li> }) }</ul> }
        }
        Task::TrueFalse(statement) => {
            let side = |label: &Text| html! { <li>{ AttrValue::from(label.clone()) }</li> };
            html! {
                <>
                    <ul class="boxes sides">{ side(&words.yes_true) }{ side(&words.no_false) }</ul>
                    <p>{ AttrValue::from(words.choose_reason.clone()) }</p>
                    { boxes(&statement.reasons) }
                </>
            }
        }
        Task::Matching(placing) => matching(placing),
        Task::Categorise(placing) => {
            let group = |place: &Place| html! { <><span>{ format!("☐ {}", place.text) }</span>{ " " }</> };
            let groups: Html = placing.places.iter().map(group).collect();
            html! {
                <ul class="cards">{ for placing.items.iter().map(|card| html! {
                    <li>{ AttrValue::from(card.text.clone()) }<br />{ groups.clone() }</li>
                }) }</ul>
            }
        }
        Task::Cloze(cloze) => {
            let mut gaps = cloze.gaps.iter().map(gap);
            html! { <p>{ for cloze.text.iter().map(|piece| html! { <>{ AttrValue::from(piece.clone()) }{ for gaps.next() }</> }) }</p> }
        }
        Task::Short(blank) => gap(blank),
    }
}

/// A drawing to point at: all its spots are alike, for the names beside the boxes tell which is meant.
fn drawn(picture: &Picture) -> Html {
    let path = |class: &'static str, d: &Text| html! { <path {class} d={AttrValue::from(d.clone())} /> };
    html! {
        <svg class="picture" viewBox={AttrValue::from(picture.bounds.clone())} aria-hidden="true" focusable="false">
            { path("ground", &picture.ground) }
            { for picture.spots.iter().map(|spot| path("spot", &spot.path)) }
        </svg>
    }
}

fn boxes(choice: &Choice) -> Html {
    let option = |text: &Text| html! { <li>{ AttrValue::from(text.clone()) }</li> };
    html! { <ul class="boxes">{ for choice.options.iter().map(|found| option(&found.text)) }</ul> }
}

fn matching(placing: &Placing) -> Html {
    let place = |text: &Text| html! { <li>{ AttrValue::from(text.clone()) }</li> };
    html! {
        <div class="pairs">
            <ul class="blanks">{ for placing.items.iter().map(|item| place(&item.text)) }</ul>
            <ol class="letters">{ for placing.places.iter().map(|found| place(&found.text)) }</ol>
        </div>
    }
}

fn gap(blank: &Blank) -> Html {
    let among = match &blank.expected {
        Expected::OneOf(choice) => {
            let texts: Vec<&str> = choice.options.iter().map(|option| &*option.text).collect();
            format!(" ({})", texts.join(" / "))
        }
        Expected::Words(_) | Expected::Number(_) => String::new(),
    };
    html! { <><span class="gap"></span>{ among }</> }
}
