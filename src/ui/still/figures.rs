//! The page of figures: what is to be looked at rather than read, all in one place.

use std::rc::Rc;

use yew::prelude::*;

use super::as_of::{Chooser, years};
use super::chronicle::{chronicle, lesson_name};
use super::institution::institution_as_of;
use super::{terms, unmoving};
use crate::course::{Again, Block, Claim, Edition, Institution, Lesson, Reference, Section, fill};
use crate::id::ClaimId;
use crate::ui::Links;

/// The page of figures.
pub(super) fn figures(links: &Links, edition: &Edition) -> Html {
    let ways = Ways { links, edition };
    let link = |section: &Section| {
        html! { <li><a href={format!("#{}", section.id)}>{ AttrValue::from(section.title.clone()) }</a></li> }
    };
    let section = |section: &Section| {
        html! {
            <section key={section.id.as_str()} id={section.id.to_string()}>
                <h2>{ AttrValue::from(section.title.clone()) }</h2>
                { for section.blocks.iter().map(|block| ways.block(block)) }
                { terms::terms("../../", edition, &section.terms) }
            </section>
        }
    };
    html! {
        <>
            <nav class="contents" aria-label={AttrValue::from(edition.reference_words.figures_title.clone())}><ol>{ for edition.figures.iter().map(link) }</ol></nav>
            { for edition.figures.iter().map(section) }
        </>
    }
}

/// The ways from this page to where things are taught.
pub(super) struct Ways<'a> {
    pub(super) links: &'a Links,
    pub(super) edition: &'a Edition,
}

impl Ways<'_> {
    fn block(&self, block: &Block) -> Html {
        if let Block::Chronicle(figure) = block {
            chronicle(self, figure)
        } else if let Block::Institution(figure) = block {
            self.institution(figure)
        } else if let Block::Again(again) = block {
            self.again(again)
        } else {
            unmoving(&self.edition.words, block)
        }
    }

    fn institution(&self, figure: &Institution) -> Html {
        let own = &*self.edition.reference_words;
        let spans = figure.parts().flat_map(|part| &part.spans);
        let chosen = Chooser {
            words: own,
            years: years(spans.flat_map(|span| [Some(span.from), span.until]).flatten()),
            year: figure.year,
            to_the_day: false,
            said: &own.institution_chosen,
            nothing: &own.nothing_in_force,
        };
        institution_as_of(&self.edition.words, &chosen, |span| self.of_claims(&span.claims), figure)
    }

    /// A figure of a lesson, and the way there.
    fn again(&self, again: &Again) -> Html {
        let lesson = self.edition.lessons.iter().find(|lesson| lesson.id == again.lesson);
        let Some((lesson, block)) = lesson.and_then(|lesson| Some((lesson, lesson.figure(&again.figure)?))) else {
            return Html::default();
        };
        html! {
            <>
                { self.block(block) }
                <p class="ways">{ AttrValue::from(self.edition.reference_words.figure_of_lesson.clone()) }{ " " }{ self.lesson(lesson, again.figure.as_str()) }</p>
            </>
        }
    }

    /// To the lesson that teaches the first of some claims, and to the claims.
    pub(super) fn of_claims(&self, claims: &[ClaimId]) -> Html {
        let told: Vec<_> = claims.iter().find_map(|claim| self.edition.taught_in(claim)).into_iter().collect();
        self.links(&told, claims)
    }

    /// To the lessons that tell of something, each by an anchor in it, and to the claims it rests on.
    pub(super) fn links(&self, told: &[(&Lesson, &str)], claims: &[ClaimId]) -> Html {
        let claims = self.claims(claims);
        if told.is_empty() && claims.is_empty() {
            return Html::default();
        }
        html! {
            <ul class="ways">
                { for told.iter().map(|(lesson, anchor)| html! { <li>{ self.lesson(lesson, anchor) }</li> }) }
                { for claims.into_iter().map(|claim| html! { <li>{ claim }</li> }) }
            </ul>
        }
    }

    fn lesson(&self, lesson: &Lesson, anchor: &str) -> Html {
        let number = self.edition.lessons.iter().position(|known| known.id == lesson.id).map_or(0, |at| at + 1);
        let href = self.links.page(&format!("{}/{}/#{anchor}", self.edition.language, lesson.id));
        html! { <a {href}>{ lesson_name(self.edition, &lesson.title, number) }</a> }
    }

    /// Links to claims, by their numbers.
    fn claims(&self, claims: &[ClaimId]) -> Vec<Html> {
        let link = |claim: &Rc<Claim>| {
            let href =
                self.links.page(&format!("{}/{}/#{}", self.edition.language, Reference::Claims.path(), claim.id));
            let label = fill(&self.edition.reference_words.claim_title, &[("n", &claim.number)]);
            html! { <a {href}>{ label }</a> }
        };
        claims.iter().filter_map(|id| self.edition.claims.get(id)).map(link).collect()
    }
}
