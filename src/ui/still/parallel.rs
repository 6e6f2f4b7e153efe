//! A lesson in two languages, side by side: a page that runs no program. Each row says the same twice, so that an eye or
//! a screen reader need not look for it; headings are one element, and so the outline of the page is that of the lesson.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::frame::{framed, links_from};
use super::opening::goals;
use super::print::{key, sheet};
use super::terms::terms;
use super::{html, recap, unmoving};
use crate::course::{Block, Course, Edition, Parallel, Section, Side, Words, fill, pairs};
use crate::id::{LanguageId, SectionId, Text};
use crate::quiz::{Question, Task};
use crate::ui::questions::instruction;
use crate::ui::{Address, View};

/// Links from a lesson, or from one of its sections, to the same in two languages; nothing where there is one language.
pub(super) fn links(course: &Course, edition: &Edition, section: Option<&SectionId>) -> Html {
    let others: Vec<&Edition> = course.editions.iter().filter(|other| other.language != edition.language).collect();
    if others.is_empty() {
        return Html::default();
    }
    let anchor = section.map(|id| format!("#{id}")).unwrap_or_default();
    let link = |other: &&Edition| {
        let href = format!("{}{anchor}", other.parallel_path());
        html! { <>{ " " }<a {href} lang={other.language.to_string()}>{ AttrValue::from(other.words.language_name.clone()) }</a></> }
    };
    let label = format!("{}:", edition.reference_words.parallel_title);
    html! { <p class="parallel">{ label }{ for others.iter().map(link) }</p> }
}

/// The page of a lesson in two languages, as HTML.
pub async fn parallel_page(course: &Course, parallel: &Parallel<'_>) -> Text {
    let Parallel { own, other } = parallel;
    let row = Row { other: &other.edition.language };
    let sections = own.lesson.sections.iter().filter_map(|section| {
        let same = other.lesson.sections.iter().find(|same| same.id == section.id)?;
        Some(row_section(&row, parallel, section, same))
    });
    let content = html! {
        <main id="content" tabindex="-1" class="parallel-lesson">
            <header>
                { ways(course, parallel) }
                <h1 class="pair">{ row.texts(&own.lesson.title, &other.lesson.title) }</h1>
                { row.of(*own, *other, |side| html! { <p class="summary">{ AttrValue::from(side.lesson.summary.clone()) }</p> }) }
                { row.of(*own, *other, |side| goals(&side.edition.words, side.lesson)) }
            </header>
            { for sections }
        </main>
    };
    html(framed(course, own.edition, |language| parallel.path_in(language), content)).await
}

/// What the page is, the way back to the lesson, and the choice of the other language.
fn ways(course: &Course, parallel: &Parallel<'_>) -> Html {
    let Parallel { own, other } = parallel;
    let words = &*own.edition.reference_words;
    let links = links_from(&parallel.path());
    let lesson = Address { language: own.edition.language.clone(), view: View::Lesson(own.lesson.id.clone()) };
    let choice = |edition: &Edition| {
        let href = links.page(&format!("{lesson}{}", edition.parallel_path()));
        let current = (edition.language == other.edition.language).then_some("true");
        html! {
            <li><a {href} lang={edition.language.to_string()} aria-current={current}>{ AttrValue::from(edition.words.language_name.clone()) }</a></li>
        }
    };
    let others = course.editions.iter().filter(|edition| edition.language != own.edition.language);
    html! {
        <div class="ways">
            <p><a href={links.to(&lesson)}>{ AttrValue::from(own.edition.words.back_to_lesson.clone()) }</a></p>
            <p>{ AttrValue::from(words.parallel_about.clone()) }</p>
            <nav class="others" aria-label={AttrValue::from(words.parallel_other.clone())}>
                <span aria-hidden="true">{ format!("{}:", words.parallel_other) }</span>
                <ul>{ for others.map(choice) }</ul>
            </nav>
        </div>
    }
}

/// How the same in two languages is put into a row.
struct Row<'a> {
    /// The language of its second half.
    other: &'a LanguageId,
}

impl Row<'_> {
    /// The same of both sides.
    fn of<T>(&self, own: T, other: T, part: impl Fn(T) -> Html) -> Html {
        self.pair(part(own), part(other))
    }

    fn pair(&self, own: Html, other: Html) -> Html {
        html! {
            <div class="pair"><div>{ own }</div><div lang={self.other.to_string()}>{ nameless(other) }</div></div>
        }
    }

    /// Two texts within a heading.
    fn texts(&self, own: &Text, other: &Text) -> Html {
        html! {
            <>
                <span>{ AttrValue::from(own.clone()) }</span>{ " " }
                <span lang={self.other.to_string()}>{ AttrValue::from(other.clone()) }</span>
            </>
        }
    }

    /// What is folded away, in both languages at once.
    fn folded(&self, class: &'static str, own: &Text, other: &Text, content: Html) -> Html {
        let other = html! { <span lang={self.other.to_string()}>{ AttrValue::from(other.clone()) }</span> };
        html! {
            <details {class}><summary>{ AttrValue::from(own.clone()) }{ " · " }{ other }</summary>{ content }</details>
        }
    }
}

fn row_section(row: &Row<'_>, parallel: &Parallel<'_>, own: &Section, other: &Section) -> Html {
    let (left, right) = (parallel.own, parallel.other);
    let (words, other_words) = (&*left.edition.words, &*right.edition.words);
    let mut rows = Vec::new();
    let mut explained = (!own.terms.is_empty()).then(|| {
        row.pair(terms("../../../", left.edition, &own.terms), terms("../../../", right.edition, &other.terms))
    });
    for pair in pairs(own, other) {
        if let (Some(Block::Question(asked)), Some(Block::Question(same))) = pair {
            rows.extend(explained.take());
            rows.push(question(row, parallel, asked, same));
        } else {
            let (block, same) = pair;
            let shown = |words: &Words, block: Option<&Block>| block.map(|block| unmoving(words, block));
            rows.push(row.pair(shown(words, block).unwrap_or_default(), shown(other_words, same).unwrap_or_default()));
        }
    }
    rows.extend(explained);
    if own.check {
        rows.push(row.of(left, right, |side| recap(&side.edition.words, &side.lesson.recap)));
    }
    let links = links_from(&parallel.path());
    let lesson = Address { language: left.edition.language.clone(), view: View::Lesson(left.lesson.id.clone()) };
    let back = format!("{}#{}", links.to(&lesson), own.id);
    html! {
        <section class={own.check.then_some("check")}>
            <h2 id={own.id.to_string()} class="pair">{ row.texts(&own.title, &other.title) }</h2>
            <p class="parallel"><a href={back}>{ AttrValue::from(left.edition.reference_words.parallel_to_section.clone()) }</a></p>
            { for rows }
        </section>
    }
}

/// A question with its task as on paper; folded away below it the hint, and the answer with every reason.
fn question(row: &Row<'_>, parallel: &Parallel<'_>, own: &Question, other: &Question) -> Html {
    let Parallel { own: left, other: right } = parallel;
    let (words, other_words) = (&*left.edition.words, &*right.edition.words);
    let other = &placed_as(own, other);
    let number = left.lesson.questions().position(|question| question.id == own.id).unwrap_or_default() + 1;
    let total = left.lesson.questions().count();
    let asked = |(side, question): (&Side<'_>, &Question)| {
        let words = &*side.edition.words;
        html! {
            <>
                <p class="how">{ fill(&words.question_number, &[("n", &number), ("total", &total)]) }</p>
                <p class="prompt">{ AttrValue::from(question.prompt.clone()) }</p>
                <p class="how">{ instruction(words, question) }</p>
                { sheet(words, question) }
            </>
        }
    };
    let hint = |question: &Question| html! { <p>{ AttrValue::from(question.hint.clone().unwrap_or_default()) }</p> };
    let answer = row.of((left, own), (right, other), |(side, question)| key(side.edition, question));
    html! {
        <section class="question-card" id={own.id.to_string()}>
            { row.of((left, own), (right, other), asked) }
            if own.hint.is_some() {
                { row.folded("hint", &words.hint, &other_words.hint, row.of(own, other, hint)) }
            }
            { row.folded("answer", &words.show_answer, &other_words.show_answer, answer) }
        </section>
    }
}

/// A question with its partners in the order of the same question in another language: by the alphabet they would not
/// stand beside each other.
fn placed_as(own: &Question, other: &Question) -> Question {
    let mut other = other.clone();
    if let (Task::Matching(own), Task::Matching(other)) = (&own.task, &mut other.task) {
        other.places.sort_by_key(|place| own.places.iter().position(|same| same.id == place.id));
    }
    other
}

/// A piece without its anchors, and without what refers to them: they stand in the page already, in its own language.
fn nameless(piece: Html) -> Html {
    match piece {
        VNode::VTag(mut tag) => {
            let element = Rc::make_mut(&mut tag);
            if element.attributes.iter().any(|(key, _)| ANCHORS.contains(&key)) {
                element.attributes.get_mut_index_map().retain(|key, _| !ANCHORS.contains(&&**key));
            }
            if let Some(children) = element.children_mut() {
                *children = nameless(std::mem::take(children));
            }
            VNode::VTag(tag)
        }
        VNode::VList(list) => list.iter().cloned().map(nameless).collect(),
        VNode::VText(_)
        | VNode::VComp(_)
        | VNode::VPortal(_)
        | VNode::VRef(_)
        | VNode::VSuspense(_)
        | VNode::VRaw(_) => piece,
    }
}

/// The attributes that name an element, or refer to one by its name.
const ANCHORS: [&str; 2] = ["id", "aria-labelledby"];
