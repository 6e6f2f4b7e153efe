//! What can be found in a language of the course. Nothing here gives an answer away: of questions, what they ask is
//! shown, and their explanations are only searched.

use super::{Block, Claim, Edition, Lesson, Prose, Reference, Section, Term, fill, plain_text};
use crate::id::{ClaimId, LessonId, SectionId, Text};
use crate::quiz::Question;
use crate::search::{Document, Kind};

impl Edition {
    /// Everything that can be found: lessons with their sections and questions, terms, claims, pages to look things up in.
    pub fn documents(&self) -> Vec<Document> {
        let lessons = self.lessons.iter().flat_map(|lesson| {
            let sections = lesson.sections.iter().flat_map(|section| {
                let questions = section.questions().map(|question| self.question(lesson, section, question));
                [self.section(lesson, section)].into_iter().chain(questions)
            });
            [self.lesson(lesson)].into_iter().chain(sections)
        });
        let terms = self.glossary.iter().map(|term| self.term(term));
        let claims = self.claims.values().map(|claim| self.claim(claim));
        let pages = Reference::ALL.into_iter().map(|reference| self.reference(reference));
        lessons.chain(terms).chain(claims).chain(pages).collect()
    }

    fn lesson(&self, lesson: &Lesson) -> Document {
        let goals = lesson.goals.iter().map(|goal| goal.text.clone());
        Document {
            kind: Kind::Lesson,
            title: lesson.title.clone(),
            place: "".into(),
            text: joined([lesson.summary.clone()].into_iter().chain(goals).chain(lesson.recap.iter().cloned())),
            unseen: "".into(),
            path: format!("{}/{}/", self.language, lesson.id).into(),
        }
    }

    fn section(&self, lesson: &Lesson, section: &Section) -> Document {
        Document {
            kind: Kind::Section,
            title: section.title.clone(),
            place: lesson.title.clone(),
            text: joined(section.blocks.iter().flat_map(texts)),
            unseen: "".into(),
            path: self.section_path(&lesson.id, &section.id),
        }
    }

    fn question(&self, lesson: &Lesson, section: &Section, question: &Question) -> Document {
        Document {
            kind: Kind::Question,
            title: question.prompt.clone(),
            place: lesson.title.clone(),
            text: "".into(),
            unseen: question.explanation.clone(),
            path: self.section_path(&lesson.id, &section.id),
        }
    }

    fn term(&self, term: &Term) -> Document {
        Document {
            kind: Kind::Term,
            title: term.term.clone(),
            place: "".into(),
            text: term.definition.clone(),
            unseen: "".into(),
            path: format!("{}/{}/#{}", self.language, Reference::Glossary.path(), term.id).into(),
        }
    }

    fn claim(&self, claim: &Claim) -> Document {
        let since = claim.since.iter().map(|since| since.text.clone());
        Document {
            kind: Kind::Claim,
            title: claim.text.clone(),
            place: fill(&self.words.claim_paragraph, &[("n", &claim.paragraph)]).into(),
            text: joined([claim.finding.clone()].into_iter().chain(since)),
            unseen: "".into(),
            path: self.claim_path(&claim.id),
        }
    }

    fn reference(&self, reference: Reference) -> Document {
        Document {
            kind: Kind::Page,
            title: reference.title(&self.reference_words).clone(),
            place: "".into(),
            text: reference.about(&self.reference_words).clone(),
            unseen: "".into(),
            path: format!("{}/{}/", self.language, reference.path()).into(),
        }
    }

    fn section_path(&self, lesson: &LessonId, section: &SectionId) -> Text {
        format!("{}/{lesson}/#{section}", self.language).into()
    }

    /// Where a claim lies on the page of all claims.
    fn claim_path(&self, claim: &ClaimId) -> Text {
        format!("{}/{}/#{claim}", self.language, Reference::Claims.path()).into()
    }
}

/// What a block says to a pupil. Questions are found by themselves; plans are for teachers, and name answers.
fn texts(block: &Block) -> Vec<Text> {
    match block {
        // The last two stand on the page of figures alone, which collects what the lessons say.
        Block::Question(_) | Block::Teacher(_) | Block::Chronicle(_) | Block::Again(_) => Vec::new(),
        Block::Prose(prose) => prose_texts(prose),
        Block::Timeline(figure) => {
            let events = figure.events.iter().flat_map(|event| [&event.when, &event.label, &event.text]);
            [&figure.title].into_iter().chain(events).cloned().collect()
        }
        Block::Seats(figure) => {
            let chambers = figure.chambers.iter().flat_map(|chamber| {
                [&chamber.label, &chamber.text].into_iter().chain(chamber.parts.iter().map(|part| &part.label))
            });
            [&figure.title].into_iter().chain(chambers).cloned().collect()
        }
        Block::ThenAndNow(change) => {
            [&change.title, &change.then_when, &change.then, &change.now_when, &change.now, &change.act]
                .map(Text::clone)
                .to_vec()
        }
        Block::Ladder(figure) => {
            let rungs = figure.rungs.iter().flat_map(|rung| {
                [&rung.label, &rung.text].into_iter().chain(rung.acts.iter().flat_map(|act| [&act.label, &act.fate]))
            });
            [&figure.title].into_iter().chain(rungs).cloned().collect()
        }
        Block::Numbers(figure) => {
            let rows = figure.rows.iter().flat_map(|row| [&row.what, &row.who, &row.when, &row.text]);
            [&figure.title].into_iter().chain(rows).cloned().collect()
        }
        Block::Institution(figure) => {
            let strands = figure.tiers.iter().flatten();
            let texts = strands.flat_map(|strand| {
                [&strand.label].into_iter().chain(strand.spans.iter().flat_map(|span| [&span.label, &span.text]))
            });
            [&figure.title].into_iter().chain(texts).cloned().collect()
        }
        Block::Word(figure) => {
            let forms = figure.languages.iter().flat_map(|change| [&change.before, &change.after]);
            let texts =
                forms.flat_map(|form| [&form.name].into_iter().chain(form.parts.iter().map(|part| &part.means)));
            [&figure.title].into_iter().chain(texts).cloned().collect()
        }
        Block::WhoSaysSo(card) => {
            [&card.title, &card.who, &card.when, &card.interest, &card.missing, &card.second_opinion]
                .map(Text::clone)
                .to_vec()
        }
    }
}

fn prose_texts(prose: &Prose) -> Vec<Text> {
    prose.runs().into_iter().map(|run| plain_text(run).into()).collect()
}

/// One text of several: what does not end like a sentence gets a full stop.
fn joined(texts: impl IntoIterator<Item = Text>) -> Text {
    let mut all = String::new();
    for text in texts.into_iter().filter(|text| !text.is_empty()) {
        if !all.is_empty() {
            all.push_str(if all.ends_with(['.', '!', '?', ':', '…', '»', '”']) { " " } else { ". " });
        }
        all.push_str(&text);
    }
    all.into()
}
