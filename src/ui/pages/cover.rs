//! The cover: what this is, one clear way in, and the map of the course.

use yew::prelude::*;

use crate::course::{LessonOutline, Outline, fill};
use crate::learner::{Progress, Standing, standing};
use crate::ui::View;
use crate::ui::figures::shanyraq;
use crate::ui::parts::page_link;
use crate::ui::session::use_session;
use crate::ui::setting::use_setting;
use crate::ui::shared::Shared;

/// What [`Cover`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CoverProps {
    /// The course in outline.
    pub outline: Shared<Outline>,
}

/// How far one has come, section by section.
pub(crate) type Standings = Vec<Vec<Standing>>;

fn standings(outline: &Outline, progress: &Progress) -> Standings {
    let of_lesson = |lesson: &LessonOutline| {
        lesson
            .sections
            .iter()
            .map(|section| standing(progress, section.questions.iter().map(|(id, r)| (id, *r))))
            .collect()
    };
    outline.lessons.iter().map(of_lesson).collect()
}

fn sum(sections: &[Standing]) -> Standing {
    sections.iter().fold(Standing::default(), |sum, one| Standing {
        right: sum.right + one.right,
        answered: sum.answered + one.answered,
        total: sum.total + one.total,
    })
}

/// The cover.
#[component]
pub(crate) fn Cover(props: &CoverProps) -> Html {
    let CoverProps { outline } = props;
    let setting = use_setting();
    let words = setting.words();
    let (standings, place) = use_session({
        let outline = outline.clone();
        move |session| session.look(|progress| (standings(&outline, progress), progress.place().cloned()))
    });
    let all: Vec<Standing> = standings.iter().flatten().copied().collect();
    let all = sum(&all);
    let stopped = place.and_then(|(lesson, _)| outline.lessons.iter().find(|outline| outline.id == lesson));
    let (way_in, label) = match stopped {
        Some(lesson) => (Some(lesson), &words.go_on),
        None => (outline.lessons.first(), &words.start),
    };
    let start = |lesson: &LessonOutline| {
        let says = html! {
            <>
                <span>{ AttrValue::from(label.clone()) }</span>
                <small>{ AttrValue::from(lesson.title.clone()) }</small>
            </>
        };
        page_link(&setting, "start", &setting.address.with(View::Lesson(lesson.id.clone())), None, says)
    };
    let lesson = |(n, lesson): (usize, &LessonOutline)| {
        let standing = standings.get(n).map(|sections| sum(sections)).unwrap_or_default();
        let (class, state) = if standing.is_learned() {
            ("learned", words.lesson_learned.to_string())
        } else if standing.answered > 0 {
            ("begun", fill(&words.lesson_begun, &[("right", &standing.right), ("total", &standing.total)]))
        } else {
            ("new", words.lesson_new.to_string())
        };
        let says = html! {
                <>
                    <small>{ fill(&words.lesson_number, &[("n", &(n + 1))]) }</small>
                    <strong>{ AttrValue::from(lesson.title.clone()) }</strong>
                    <span>{ AttrValue::from(lesson.summary.clone()) }</span>
                    <em>
                        { words.count(&words.minutes, lesson.minutes.into()) }{ " · " }
                        { words.count(&words.questions, standing.total) }{ " · " }
                        { state }
                    </em>
                </>
        };
        let to = setting.address.with(View::Lesson(lesson.id.clone()));
        html! { <li key={lesson.id.as_str()} {class}>{ page_link(&setting, "", &to, None, says) }</li> }
    };
    html! {
        <div class="cover">
            <section class="opening">
                <h1>{ AttrValue::from(words.course_title.clone()) }</h1>
                <p class="tagline">{ AttrValue::from(words.course_tagline.clone()) }</p>
                <p>{ AttrValue::from(words.course_about.clone()) }</p>
                { for way_in.map(start) }
            </section>
            { shanyraq(&standings, fill(&words.map_alt, &[("right", &all.right), ("total", &all.total)])) }
            <nav class="course-map" aria-labelledby="map-title">
                <h2 id="map-title">{ AttrValue::from(words.map_title.clone()) }</h2>
                <ol>{ for outline.lessons.iter().enumerate().map(lesson) }</ol>
            </nav>
            <footer class="colophon"><p>{ AttrValue::from(words.colophon.clone()) }</p></footer>
        </div>
    }
}
