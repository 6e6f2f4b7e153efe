//! `about.md`: what an author says about the article and the course.

use std::collections::BTreeMap;
use std::ops::Range;

use super::diagnostic::{Rule, SourceFile};
use super::lesson::{Context, note};
use super::markdown::{self, WrittenSection};
use crate::course::{About, AboutSection};
use crate::id::SectionId;

/// What is said about the course, with the places of its sections for those who compare languages.
pub(super) struct WrittenAbout<'a> {
    pub(super) file: SourceFile<'a>,
    pub(super) about: About,
    /// Where the sections stand, by their ids.
    pub(super) places: BTreeMap<String, Range<usize>>,
}

pub(super) fn read<'a>(file: SourceFile<'a>, context: &Context<'_>) -> WrittenAbout<'a> {
    let written = markdown::read(file, 0, context);
    let mut places = BTreeMap::new();
    let sections: Vec<_> = written.iter().map(|section| finish(file, section, &mut places, context)).collect();
    if sections.iter().filter(|section| section.lists_unconfirmed).count() != 1 {
        let remedy =
            "mark the section after which the claims without a full confirmation are listed: `## … {#id .unconfirmed}`";
        file.error(context.reports, &(0..0), Rule::MissingKey, "one section must be `.unconfirmed`", remedy);
    }
    WrittenAbout { file, about: About { sections }, places }
}

fn finish(
    file: SourceFile<'_>,
    written: &WrittenSection,
    places: &mut BTreeMap<String, Range<usize>>,
    context: &Context<'_>,
) -> AboutSection {
    note(places, &written.id, &written.at, file, context.reports);
    if written.check || written.marked_at_end || !written.claims.is_empty() {
        let remedy = "here a heading has #id and .unconfirmed; what rests on a claim belongs into a lesson";
        file.error(context.reports, &written.at, Rule::Markup, "this mark belongs to sections of lessons", remedy);
    }
    let prose = written.pieces.iter().filter_map(|piece| {
        if piece.block.prose().is_none() {
            let remedy = "write prose; questions and figures belong into a lesson";
            file.error(context.reports, &piece.at, Rule::Markup, "this block has no place here", remedy);
        }
        piece.block.prose().cloned()
    });
    AboutSection {
        id: SectionId::from(written.id.as_str()),
        title: written.title.clone(),
        prose: prose.collect(),
        lists_unconfirmed: written.unconfirmed,
    }
}
