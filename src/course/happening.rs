//! The events of the whole course in one order, each with the lessons that tell of it.

use super::{Block, Chronicle, Edition, Lesson, TimelineEvent};
use crate::id::ClaimId;

/// An event, and where it is told of.
#[derive(Clone, Debug)]
pub struct Happening<'a> {
    /// The event, in the words of the first who tells of it.
    pub event: &'a TimelineEvent,
    /// The lessons that tell of it, each with the anchor of the place.
    pub told: Vec<(&'a Lesson, &'a str)>,
}

impl Edition {
    /// All events of the lessons and of a chronicle, the earliest first. What several lessons tell under one name
    /// stands there once.
    pub fn happenings<'a>(&'a self, chronicle: &'a Chronicle) -> Vec<Happening<'a>> {
        let mut all: Vec<Happening<'a>> = Vec::new();
        let mut add = |event: &'a TimelineEvent, told: Vec<(&'a Lesson, &'a str)>| match all
            .iter_mut()
            .find(|known| known.event.when == event.when && known.event.label == event.label)
        {
            Some(known) => known.told.extend(told),
            None => all.push(Happening { event, told }),
        };
        for lesson in &self.lessons {
            for block in lesson.sections.iter().flat_map(|section| &section.blocks) {
                if let Block::Timeline(timeline) = block {
                    timeline.events.iter().for_each(|event| add(event, vec![(&**lesson, timeline.id.as_str())]));
                }
            }
        }
        for event in &chronicle.events {
            add(event, event.claims.iter().find_map(|claim| self.taught_in(claim)).into_iter().collect());
        }
        all.sort_by_key(|happening| happening.event.date);
        all
    }

    /// The first lesson that teaches a claim, with the anchor of the section.
    pub fn taught_in(&self, claim: &ClaimId) -> Option<(&Lesson, &str)> {
        self.lessons.iter().find_map(|lesson| {
            let section = lesson.sections.iter().find(|section| section.claims.contains(claim))?;
            Some((&**lesson, section.id.as_str()))
        })
    }
}
