//! `figures.md`: the page of figures. It is written like the sections of a lesson, without questions, and shows figures
//! of the lessons again.

use super::diagnostic::{Rule, SourceFile};
use super::lesson::{self, Context, Places, WrittenLesson};
use super::markdown;
use super::reader::Reader;
use crate::course::{Again, Block, Section};
use crate::id::{FigureId, LessonId};

/// The page of figures, with the places of its named parts for those who compare languages.
pub(super) struct WrittenFigures<'a> {
    pub(super) file: SourceFile<'a>,
    pub(super) sections: Vec<Section>,
    pub(super) places: Places,
}

pub(super) fn read<'a>(
    file: SourceFile<'a>,
    lessons: &[WrittenLesson<'_>],
    course: &[LessonId],
    context: &Context<'_>,
) -> WrittenFigures<'a> {
    let written = markdown::read(file, 0, context);
    let (sections, places) = lesson::sections(file, &written, context);
    for again in sections.iter().flat_map(|section| &section.blocks).filter_map(again_of) {
        let is_there = match lessons.iter().find(|written| written.lesson.id == again.lesson) {
            Some(written) => written.lesson.figure(&again.figure).is_some(),
            // A lesson that could not be read has its own report.
            None => course.contains(&again.lesson),
        };
        if !is_there {
            let at = places.get(again.figure.as_str()).cloned().unwrap_or_default();
            let message = format!("no figure `{}` stands in the lesson `{}`", again.figure, again.lesson);
            file.error(
                context.reports,
                &at,
                Rule::UnknownId,
                &message,
                "name a lesson and a figure of it by their ids",
            );
        }
    }
    WrittenFigures { file, sections, places }
}

fn again_of(block: &Block) -> Option<&Again> {
    if let Block::Again(again) = block { Some(again) } else { None }
}

/// The fence that shows a figure of a lesson again.
pub(super) fn again(figure: &Reader<'_>, _context: &Context<'_>) -> Option<Block> {
    let (lesson, id) = (figure.id("lesson"), figure.id("figure"));
    Some(Block::Again(Again { lesson: LessonId::from(lesson?), figure: FigureId::from(id?) }))
}
