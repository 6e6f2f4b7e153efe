//! The cover: what this is, one clear way in, and the map of the course.

use yew::prelude::*;

use super::practice::MOST_REVIEWED;
use crate::course::{Date, LessonOutline, Outline, fill};
use crate::learner::{Day, Mastery, Progress, Standing, mastery, standing};
use crate::ui::View;
use crate::ui::figures::{Known, shanyraq};
use crate::ui::parts::page_link;
use crate::ui::session::use_session;
use crate::ui::setting::{Setting, use_setting};
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

/// How well the goals of each lesson are known.
fn known(outline: &Outline, progress: &Progress, today: Day) -> Vec<Known> {
    let of_lesson = |lesson: &LessonOutline| {
        outline.aims_of(lesson).iter().fold(Known::default(), |known, aim| Known {
            steps: known.steps + steps(mastery(progress, aim, today)),
            of: known.of + steps(Mastery::Kept),
        })
    };
    outline.lessons.iter().map(of_lesson).collect()
}

fn steps(level: Mastery) -> usize {
    match level {
        Mastery::NotSeen => 0,
        Mastery::Seen => 1,
        Mastery::Familiar => 2,
        Mastery::Sure => 3,
        Mastery::Kept => 4,
    }
}

/// What is due, and when the next is.
#[derive(Clone, Copy, Default, PartialEq)]
struct Deck {
    goals: usize,
    next: Option<Day>,
}

fn deck(outline: &Outline, progress: &Progress, today: Day) -> Deck {
    let aims = outline.aims_on(today);
    let due = aims.iter().filter_map(|aim| outline.schedule.due(progress, aim, today));
    Deck { goals: outline.schedule.deck(progress, &aims, today, MOST_REVIEWED).len(), next: due.min() }
}

/// What is due today, and how long it takes; nothing before the first answer.
fn today_card(setting: &Setting, outline: &Outline, deck: &Deck) -> Html {
    let (words, common) = (&outline.words, setting.words());
    let Some(next) = deck.next else { return Html::default() };
    let says = if deck.goals == 0 {
        fill(&words.today_none, &[("date", &common.date(Date::of_day(next.0)))])
    } else {
        fill(&words.today_due, &[("goals", &deck.goals), ("minutes", &common.count(&common.minutes, deck.goals))])
    };
    let review = format!("{}?mode=review", setting.start.links.to(&setting.address.with(View::Practice)));
    html! {
        <section class="today">
            <h2>{ AttrValue::from(words.today_title.clone()) }</h2>
            <p>{ says }</p>
            if deck.goals > 0 { <a class="start-paper" href={review}>{ AttrValue::from(words.today_start.clone()) }</a> }
        </section>
    }
}

/// The cover.
#[component]
pub(crate) fn Cover(props: &CoverProps) -> Html {
    let CoverProps { outline } = props;
    let setting = use_setting();
    let words = setting.words();
    let (standings, known, place, deck) = use_session({
        let outline = outline.clone();
        move |session| {
            let today = session.now().day;
            session.look(|progress| {
                (
                    standings(&outline, progress),
                    known(&outline, progress, today),
                    progress.place().cloned(),
                    deck(&outline, progress, today),
                )
            })
        }
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
                        { words.reading_time(lesson.minutes) }{ " · " }
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
                { today_card(&setting, outline, &deck) }
            </section>
            { shanyraq(&known, &standings, fill(&words.map_alt, &[("right", &all.right), ("total", &all.total)])) }
            <nav class="course-map" aria-labelledby="map-title">
                <h2 id="map-title">{ AttrValue::from(words.map_title.clone()) }</h2>
                <ol>{ for outline.lessons.iter().enumerate().map(lesson) }</ol>
                <ul class="desk-links">
                    <li>{ page_link(&setting, "", &setting.address.with(View::Practice), None, html! { { AttrValue::from(outline.words.to_practice.clone()) } }) }</li>
                    <li>{ page_link(&setting, "", &setting.address.with(View::Progress), None, html! { { AttrValue::from(outline.words.to_progress.clone()) } }) }</li>
                </ul>
            </nav>
            <footer class="colophon"><p>{ AttrValue::from(words.colophon.clone()) }</p></footer>
        </div>
    }
}
