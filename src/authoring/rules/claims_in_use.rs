//! Every claim of the article is taught and asked: one that is not belongs to no lesson, or its lesson forgot it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::authoring::Written;
use crate::authoring::diagnostic::{Reports, Rule, SourceFile};
use crate::course::Block;
use crate::id::ClaimId;

/// Reports claims that no section and no figure names, and claims that no question standing in a lesson names.
pub(in crate::authoring) fn claims_in_use(
    file: &SourceFile<'_>,
    known: &BTreeMap<ClaimId, Range<usize>>,
    original: &Written<'_>,
    reports: &Reports,
) {
    let mut taught: BTreeSet<&ClaimId> = BTreeSet::new();
    let mut asked: BTreeSet<&ClaimId> = BTreeSet::new();
    for section in original.lessons.iter().flat_map(|written| &written.lesson.sections) {
        taught.extend(&section.claims);
        taught.extend(section.blocks.iter().filter(|block| block.question().is_none()).flat_map(Block::claims));
        asked.extend(section.questions().flat_map(|question| &question.claims));
    }
    for (claim, at) in known {
        if !taught.contains(claim) {
            let remedy = "name it in the heading of the section that teaches it (claims=…), or write that section";
            file.error(reports, at, Rule::UnusedClaim, &format!("no lesson teaches `{claim}`"), remedy);
        }
        if !asked.contains(claim) {
            let remedy = "name it in the `claims` of a question that rests on it, or write one: what is not asked is \
                not kept. Siblings do not count, for they stand in no lesson";
            file.error(reports, at, Rule::UnusedClaim, &format!("no question asks `{claim}`"), remedy);
        }
    }
}
