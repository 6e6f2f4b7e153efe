//! Where a claim or a term is used: from the ground back to the lessons.

use super::{Block, Edition, Inline, Lesson, Prose, Section};
use crate::id::{ClaimId, TermId};
use crate::quiz::Question;

/// A section that uses something.
#[derive(Clone, Debug)]
pub struct Use<'a> {
    /// Its lesson.
    pub lesson: &'a Lesson,
    /// The section.
    pub section: &'a Section,
    /// Those of its questions that do, siblings included.
    pub questions: Vec<&'a Question>,
}

impl Edition {
    /// The sections that rest on a claim, in order: by their prose, a figure or a question.
    pub fn uses_of_claim(&self, claim: &ClaimId) -> Vec<Use<'_>> {
        let uses = self.sections().filter_map(|(lesson, section)| {
            let names = |block: &&Block| block.claims().contains(&claim);
            let questions: Vec<&Question> = section
                .blocks
                .iter()
                .filter(names)
                .filter_map(|block| block.question().map(|found| &**found))
                .collect();
            let is_used = section.claims.contains(claim) || section.blocks.iter().any(|block| names(&block));
            is_used.then_some(Use { lesson, section, questions })
        });
        uses.collect()
    }

    /// The sections whose prose links to a term, in order.
    pub fn uses_of_term(&self, term: &TermId) -> Vec<Use<'_>> {
        let uses = self.sections().filter_map(|(lesson, section)| {
            let is_used = section.blocks.iter().filter_map(Block::prose).any(|text| links_to(text, term));
            is_used.then(|| Use { lesson, section, questions: Vec::new() })
        });
        uses.collect()
    }

    fn sections(&self) -> impl Iterator<Item = (&Lesson, &Section)> {
        self.lessons.iter().flat_map(|lesson| lesson.sections.iter().map(|section| (&**lesson, section)))
    }
}

fn links_to(text: &Prose, term: &TermId) -> bool {
    fn run_links(run: &[Inline], term: &TermId) -> bool {
        run.iter().any(|inline| match inline {
            Inline::Text(_) => false,
            Inline::Term((id, _)) => id == term,
            Inline::Strong(run) | Inline::Emphasis(run) | Inline::Link((_, run)) => run_links(run, term),
        })
    }
    text.runs().into_iter().any(|run| run_links(run, term))
}
