//! The cover: what this is, one clear way in, and the map of the course.

use std::rc::Rc;

use yew::prelude::*;

use crate::course::{LessonOutline, Outline, fill};
use crate::learner::{Progress, Standing, standing};
use crate::ui::View;
use crate::ui::figures::Shanyraq;
use crate::ui::parts::PageLink;
use crate::ui::session::use_session;
use crate::ui::setting::use_setting;

/// What [`Cover`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CoverProps {
    /// The course in outline.
    pub outline: Rc<Outline>,
}

/// How far one has come, section by section.
pub(crate) type Standings = Vec<Vec<Standing>>;

fn standings(outline: &Outline, progress: &Progress) -> Standings {
    let of_lesson = |lesson: &LessonOutline| {
        lesson.sections.iter().map(|section| standing(progress, section.questions.iter().map(|(id, r)| (id, *r)))).collect()
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
        let outline = Rc::clone(outline);
        move |session| session.look(|progress| (standings(&outline, progress), progress.place().cloned()))
    });
    let all: Vec<Standing> = standings.iter().flatten().copied().collect();
    let all = sum(&all);
    let stopped = place.and_then(|(lesson, _)| outline.lessons.iter().find(|outline| outline.id == lesson));
    let (way_in, label) = match stopped {
        Some(lesson) => (Some(lesson), &words.go_on),
        None => (outline.lessons.first(), &words.start),
    };
    let lesson = |(n, lesson): (usize, &LessonOutline)| {
        let standing = standings.get(n).map(|sections| sum(sections)).unwrap_or_default();
        let (right, total) = (standing.right.to_string(), standing.total.to_string());
        let (class, state) = if standing.is_learned() {
            ("learned", words.lesson_learned.to_string())
        } else if standing.answered > 0 {
            ("begun", fill(&words.lesson_begun, &[("right", &right), ("total", &total)]))
        } else {
            ("new", words.lesson_new.to_string())
        };
        html! {
            <li key={lesson.id.as_str()} {class}>
                <PageLink to={setting.address.with(View::Lesson(lesson.id.clone()))}>
                    <small>{ fill(&words.lesson_number, &[("n", &(n + 1).to_string())]) }</small>
                    <strong>{ AttrValue::from(lesson.title.clone()) }</strong>
                    <span>{ AttrValue::from(lesson.summary.clone()) }</span>
                    <em>
                        { words.count(&words.minutes, lesson.minutes.into()) }{ " · " }
                        { words.count(&words.questions, standing.total) }{ " · " }
                        { state }
                    </em>
                </PageLink>
            </li>
        }
    };
    let values = [("right", all.right.to_string()), ("total", all.total.to_string())];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    html! {
        <div class="cover">
            <section class="opening">
                <h1>{ AttrValue::from(words.course_title.clone()) }</h1>
                <p class="tagline">{ AttrValue::from(words.course_tagline.clone()) }</p>
                <p>{ AttrValue::from(words.course_about.clone()) }</p>
                { for way_in.map(|lesson| html! {
                    <PageLink class="start" to={setting.address.with(View::Lesson(lesson.id.clone()))}>
                        <span>{ AttrValue::from(label.clone()) }</span>
                        <small>{ AttrValue::from(lesson.title.clone()) }</small>
                    </PageLink>
                }) }
            </section>
            <Shanyraq standings={standings.clone()} label={fill(&words.map_alt, &values)} />
            <nav class="course-map" aria-labelledby="map-title">
                <h2 id="map-title">{ AttrValue::from(words.map_title.clone()) }</h2>
                <ol>{ for outline.lessons.iter().enumerate().map(lesson) }</ol>
            </nav>
            <footer class="colophon"><p>{ AttrValue::from(words.colophon.clone()) }</p></footer>
        </div>
    }
}
