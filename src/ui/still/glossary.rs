//! The glossary: all terms of the course, by the alphabet, in one language or in all side by side.

use yew::prelude::*;

use super::uses::section_link;
use crate::course::{Alphabet, Course, Edition, Term};
use crate::id::TermId;

/// The glossary. What the other languages call a term stands below it; what they say of it is shown on request.
pub(super) fn glossary(course: &Course, edition: &Edition) -> Html {
    let words = &*edition.reference_words;
    let alphabet = Alphabet::new(&words.alphabet);
    let mut terms: Vec<&Term> = edition.glossary.iter().collect();
    terms.sort_by_cached_key(|term| alphabet.rank(&term.term));
    let groups: Vec<&[&Term]> =
        terms.chunk_by(|one, other| Alphabet::heading(&one.term) == Alphabet::heading(&other.term)).collect();
    let letter = |group: &[&Term]| group.first().map(|term| Alphabet::heading(&term.term)).unwrap_or_default();
    let way = |(n, group): (usize, &&[&Term])| {
        html! { <li><a href={format!("#letter-{n}")}>{ letter(group) }</a></li> }
    };
    let section = |(n, group): (usize, &&[&Term])| {
        html! {
            <section class="letter" id={format!("letter-{n}")}>
                <h2>{ letter(group) }</h2>
                { for group.iter().map(|term| entry(course, edition, term)) }
            </section>
        }
    };
    html! {
        <>
            <nav class="jumps" aria-label={AttrValue::from(words.letters_label.clone())}>
                <ul>{ for groups.iter().enumerate().map(way) }</ul>
            </nav>
            // Without a script: the style shows what this switch asks for.
            <input type="checkbox" id="all-languages" />
            <label for="all-languages" class="all-languages">{ AttrValue::from(words.all_languages.clone()) }</label>
            { for groups.iter().enumerate().map(section) }
        </>
    }
}

fn entry(course: &Course, edition: &Edition, term: &Term) -> Html {
    let others = course.editions.iter().filter(|other| other.language != edition.language);
    let other = |other: &Edition| Some(translation(other, find(other, &term.id)?));
    let uses = edition.uses_of_term(&term.id);
    html! {
        <article class="entry" id={term.id.to_string()}>
            <div class="own">
                <h3>{ AttrValue::from(term.term.clone()) }</h3>
                <p>{ AttrValue::from(term.definition.clone()) }</p>
            </div>
            { for others.filter_map(other) }
            if !uses.is_empty() {
                <div class="used">
                    <p>{ AttrValue::from(edition.reference_words.term_uses.clone()) }</p>
                    <ul>{ for uses.iter().map(|found| html! { <li>{ section_link(edition, found) }</li> }) }</ul>
                </div>
            }
        </article>
    }
}

fn find<'a>(edition: &'a Edition, id: &TermId) -> Option<&'a Term> {
    edition.glossary.iter().find(|term| term.id == *id)
}

/// A term in another language of the course.
fn translation(edition: &Edition, term: &Term) -> Html {
    html! {
        <div class="other" lang={edition.language.to_string()}>
            <p class="language">{ AttrValue::from(edition.words.language_name.clone()) }</p>
            <p class="name">{ AttrValue::from(term.term.clone()) }</p>
            <p class="definition">{ AttrValue::from(term.definition.clone()) }</p>
        </div>
    }
}
