//! Questions apart from the lessons: what is due today, a start for a class, the final check, and what a link asks for.

use std::cell::RefCell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::paper_result::paper_result;
use crate::course::{
    Content, DeskWords, Ground, LessonBank, LessonPage, Outline, Page, PageSection, Piece, fill, unsealed,
};
use crate::host::News;
use crate::id::{LessonId, QuestionId, SectionId, Text};
use crate::learner::{Aim, Day, Event, Minute, Progress};
use crate::quiz::Question;
use crate::sitting::{GoalKey, Mode, Paper, Problem, Request, Seed, Sitting, check, final_check, review, starter};
use crate::ui::View;
use crate::ui::address::bank_path;
use crate::ui::parts::page_link;
use crate::ui::questions::{Marking, QuestionCard, give_all};
use crate::ui::session::{Session, use_session};
use crate::ui::setting::{Setting, use_setting};
use crate::ui::shared::Shared;

/// How many questions a review asks at most: what takes ten minutes. The rest waits for tomorrow.
pub(super) const MOST_REVIEWED: usize = 12;
/// How many questions a review asks of one goal.
const REVIEWED_OF_A_GOAL: usize = 2;
/// How many questions the final check asks, if the link says nothing else.
const FINAL_QUESTIONS: u16 = 20;

/// What [`Practice`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PracticeProps {
    /// The course in outline.
    pub outline: Shared<Outline>,
}

/// How far the page has come.
#[derive(Clone, PartialEq)]
enum Stage {
    /// Nothing is asked yet.
    Menu,
    /// The questions are on their way.
    Fetching,
    /// They could not be fetched.
    NotFetched,
    /// There is nothing to ask.
    Nothing,
    /// They are asked.
    Asked(Shared<Asked>),
}

/// A paper that is asked.
pub(super) struct Asked {
    pub(super) mode: Mode,
    pub(super) sitting: Sitting,
    pub(super) missing: Vec<QuestionId>,
    pub(super) problems: Vec<Problem>,
    /// The questions, as the page of a lesson shows them.
    pub(super) page: Rc<Page>,
}

impl Asked {
    pub(super) fn questions(&self) -> Vec<Rc<Question>> {
        match &self.page.content {
            Content::Lesson(page) => page.questions().cloned().collect(),
            Content::Desk(_) => Vec::new(),
        }
    }

    /// Whether its answers are marked together, at its end.
    pub(super) fn is_marked_at_end(&self) -> bool {
        matches!(self.mode, Mode::Check | Mode::Final)
    }

    /// The minute from which answers count.
    pub(super) fn since(&self) -> Minute {
        Minute(self.sitting.since_minute)
    }
}

/// Questions apart from the lessons.
#[component]
pub(crate) fn Practice(props: &PracticeProps) -> Html {
    let PracticeProps { outline } = props;
    let setting = use_setting();
    let stage = use_state(|| Stage::Menu);
    let is_restored = use_session(Session::is_restored);
    use_effect_with(is_restored, {
        let (stage, setting, outline) = (stage.setter(), setting.clone(), outline.clone());
        move |is_restored| {
            let query = setting.session.host().query();
            if *is_restored && query.len() > 1 {
                begin(&setting, &outline, &query, &stage);
            }
        }
    });
    let words = &outline.words;
    let body = match &*stage {
        Stage::Menu => menu(&setting, outline),
        Stage::Fetching => html! { <p role="status">{ AttrValue::from(words.fetching.clone()) }</p> },
        Stage::NotFetched => {
            html! { <p class="problem" role="alert">{ AttrValue::from(words.not_fetched.clone()) }</p> }
        }
        Stage::Nothing => html! { <p>{ AttrValue::from(words.nothing_to_ask.clone()) }</p> },
        Stage::Asked(asked) => html! { <PaperView asked={asked.clone()} outline={outline.clone()} /> },
    };
    let title = match &*stage {
        Stage::Asked(asked) => title(words, asked.mode),
        Stage::Menu | Stage::Fetching | Stage::NotFetched | Stage::Nothing => &words.practice_title,
    };
    let back = (*stage != Stage::Menu).then(|| {
        let says = html! { { AttrValue::from(words.to_menu.clone()) } };
        html! { <p class="back">{ page_link(&setting, "", &setting.address.with(View::Practice), None, says) }</p> }
    });
    html! {
        <div class="practice">
            <h1>{ AttrValue::from(title.clone()) }</h1>
            { body }
            { back }
        </div>
    }
}

fn title(words: &DeskWords, mode: Mode) -> &Text {
    match mode {
        Mode::Check => &words.check_title,
        Mode::Final => &words.final_title,
        Mode::Review => &words.review_title,
        Mode::Starter => &words.starter_title,
    }
}

/// What can be asked. Each is a link, so that it can be sent, and opened again.
fn menu(setting: &Setting, outline: &Outline) -> Html {
    let words = &outline.words;
    let begun = setting.session.look(|progress| progress.sitting().and_then(|text| Sitting::from_text(text)));
    let go_on = begun.filter(|sitting| !sitting.finished).map(|sitting| {
        html! { <p><a class="start-paper" href={sitting.query.to_string()}>{ AttrValue::from(words.go_on.clone()) }</a></p> }
    });
    let entry = |mode: Mode, about: String| {
        html! {
            <li key={mode.name()}>
                <h2>{ AttrValue::from(title(words, mode).clone()) }</h2>
                <p>{ about }</p>
                <a class="start-paper" href={format!("?mode={}", mode.name())} aria-label={format!("{}: {}", words.begin, title(words, mode))}>{ AttrValue::from(words.begin.clone()) }</a>
            </li>
        }
    };
    html! {
        <>
            <p class="summary">{ AttrValue::from(words.practice_about.clone()) }</p>
            { for go_on }
            <ul class="papers">
                { entry(Mode::Review, words.review_about.to_string()) }
                { entry(Mode::Starter, words.starter_about.to_string()) }
                { entry(Mode::Final, fill(&words.final_about, &[("n", &FINAL_QUESTIONS)])) }
            </ul>
        </>
    }
}

/// Begins what a link asks for, or goes on with it.
fn begin(setting: &Setting, outline: &Shared<Outline>, query: &str, stage: &UseStateSetter<Stage>) {
    let (request, problems) = Request::from_query(query);
    let now = setting.session.now();
    let kept = setting.session.look(|progress| progress.sitting().and_then(|text| Sitting::from_text(text)));
    let kept = kept.filter(|kept| !kept.finished && *kept.query == *query);
    let (begun, missing) = kept.map_or_else(
        || {
            let seed = request.seed.unwrap_or_else(|| Seed::new(now.minute.0.into()));
            let request = Request { seed: Some(seed), ..request.clone() };
            let host = setting.session.host();
            host.mark("draw");
            let paper = setting.session.look(|progress| draw(outline, &request, seed, progress, now.day));
            host.mark("drawn");
            let begun = Sitting {
                query: query.into(),
                seed,
                questions: paper.questions,
                since_minute: setting.session.look(|progress| first_free_minute(progress, now.minute)),
                finished: false,
            };
            (begun, paper.missing)
        },
        |kept| (kept, Vec::new()),
    );
    if begun.questions.is_empty() {
        stage.set(Stage::Nothing);
        return;
    }
    setting.session.dispatch([Event::Sat(Some(begun.to_text().into()))]);
    stage.set(Stage::Fetching);
    fetch(setting, outline, &begun.questions.clone(), {
        let (setting, stage) = (setting.clone(), stage.clone());
        move |banks| {
            let Some(banks) = banks else {
                stage.set(Stage::NotFetched);
                return;
            };
            let page = Rc::new(page_of(&setting, &begun.questions, &banks));
            let asked = Asked { mode: request.mode, sitting: begun, missing, problems, page };
            stage.set(Stage::Asked(Shared::of(&Rc::new(asked))));
        }
    });
}

/// The minute from which answers are of this paper: after those given just before.
fn first_free_minute(progress: &Progress, now: Minute) -> u32 {
    let latest = progress.answers().map(|(_, answer)| answer.latest().moment.minute.0);
    latest.filter(|minute| (now.0..now.0.saturating_add(60)).contains(minute)).max().map_or(now.0, |minute| minute + 1)
}

/// The questions that a request asks for.
fn draw(outline: &Outline, request: &Request, seed: Seed, progress: &Progress, today: Day) -> Paper {
    let of_lesson = request.lesson.as_ref().map(|lesson| outline.bank.of_lesson(lesson));
    let bank = of_lesson.as_ref().unwrap_or(&outline.bank);
    let last_asked = |question: &QuestionId| {
        let revision = outline.bank.entry(question)?.revision;
        progress.answer(question, revision).map(|answer| answer.latest().moment.minute.0)
    };
    let aims = outline.aims_on(today);
    let key = |aim: &Aim| GoalKey { lesson: aim.lesson.clone(), goal: aim.goal.clone() };
    match request.mode {
        Mode::Check => check(bank, request),
        Mode::Final => final_check(bank, seed, Some(request.count.unwrap_or(FINAL_QUESTIONS)), today.0),
        Mode::Review => {
            let due: Vec<_> =
                outline.schedule.deck(progress, &aims, today, MOST_REVIEWED).into_iter().map(key).collect();
            let limit = request.count.map_or(MOST_REVIEWED, usize::from);
            review(bank, &due, &last_asked, REVIEWED_OF_A_GOAL, limit, today.0)
        }
        Mode::Starter => {
            let is_known = |aim: &&Aim| outline.schedule.due(progress, aim, today).is_some();
            let (known, new): (Vec<&Aim>, Vec<&Aim>) = aims.iter().partition(is_known);
            let keys = |aims: Vec<&Aim>| aims.into_iter().map(key).collect::<Vec<_>>();
            starter(bank, seed, &keys(known), &keys(new), &last_asked, today.0)
        }
    }
}

/// Fetches the lessons to which questions belong, all at once; `None` if one of them does not come.
fn fetch(
    setting: &Setting,
    outline: &Outline,
    questions: &[QuestionId],
    then: impl FnOnce(Option<Vec<LessonBank>>) + 'static,
) {
    let mut lessons: Vec<LessonId> = Vec::new();
    for entry in questions.iter().filter_map(|question| outline.bank.entry(question)) {
        if !lessons.contains(&entry.goal.lesson) {
            lessons.push(entry.goal.lesson.clone());
        }
    }
    let wanted = lessons.len();
    let awaited = Rc::new(RefCell::new((wanted, Vec::new(), Some(then))));
    for lesson in lessons {
        let fetching = setting.session.host().fetch(&bank_path(&setting.address.language, &lesson));
        let (awaited, build) = (Rc::clone(&awaited), setting.start.build.clone());
        spawn_local(async move {
            let bank = fetching.await.ok().and_then(|text| unsealed::<LessonBank>(&text, &build));
            let mut awaited = awaited.borrow_mut();
            let (left, banks, then) = &mut *awaited;
            *left -= 1;
            banks.extend(bank);
            if *left == 0
                && let Some(then) = then.take()
            {
                let banks = std::mem::take(banks);
                then(Some(banks).filter(|banks| banks.len() == wanted));
            }
        });
    }
}

/// The questions as the page of a lesson, so that they are shown and explained as everywhere.
fn page_of(setting: &Setting, questions: &[QuestionId], banks: &[LessonBank]) -> Page {
    let find = |id: &QuestionId| banks.iter().flat_map(|bank| &bank.questions).find(|question| question.id == *id);
    let mut grounds: Vec<Ground> = Vec::new();
    for ground in banks.iter().flat_map(|bank| &bank.grounds) {
        if grounds.iter().all(|known| known.id != ground.id) {
            grounds.push(ground.clone());
        }
    }
    let section = PageSection {
        id: SectionId::from("paper"),
        title: "".into(),
        check: false,
        marked_at_end: false,
        pieces: questions.iter().filter_map(find).map(|question| Piece::Question(Rc::clone(question))).collect(),
    };
    let page = LessonPage {
        id: LessonId::from("practice"),
        title: "".into(),
        summary: "".into(),
        opening: "".into(),
        goals: Vec::new(),
        sections: vec![section],
        grounds,
        previous: None,
        next: None,
    };
    Page { content: Content::Lesson(Rc::new(page)), ..(*setting.page).clone() }
}

/// What [`PaperView`] needs.
#[derive(Clone, PartialEq, Properties)]
struct PaperViewProps {
    asked: Shared<Asked>,
    outline: Shared<Outline>,
}

/// A paper: one question at a time, then its result.
#[component]
fn PaperView(props: &PaperViewProps) -> Html {
    let PaperViewProps { asked, outline } = props;
    let setting = use_setting();
    let (words, common) = (&outline.words, setting.words());
    let at = use_state(|| 0_usize);
    let is_finished = use_state(|| asked.sitting.finished);
    let questions = asked.questions();
    let total = questions.len();
    let paper = Setting { page: Shared::of(&asked.page), is_paper: true, ..setting.clone() };
    let marking = if asked.is_marked_at_end() { Marking::Together } else { Marking::AtOnce };
    let go = |to: Option<usize>, label: &Text| {
        let at = at.clone();
        let onclick = Callback::from(move |_: MouseEvent| to.into_iter().for_each(|to| at.set(to)));
        html! { <button type="button" aria-disabled={to.is_none().then_some("true")} {onclick}>{ AttrValue::from(label.clone()) }</button> }
    };
    let finish = {
        let (paper, asked, is_finished) = (paper.clone(), asked.clone(), is_finished.clone());
        Callback::from(move |_: MouseEvent| {
            if asked.is_marked_at_end() {
                give_all(&paper, &asked.questions());
            }
            let questions = asked.questions();
            let is_right = |progress: &Progress, question: &Question| {
                let answer = progress.answer(&question.id, question.revision);
                answer
                    .is_some_and(|answer| answer.latest().moment.minute >= asked.since() && answer.verdict().is_right())
            };
            let right = |progress: &Progress| questions.iter().filter(|question| is_right(progress, question)).count();
            let right = paper.session.look(right);
            paper.session.tell(News::Completed(asked.mode.name(), right, questions.len()));
            let sitting = Sitting { finished: true, ..asked.sitting.clone() };
            paper.session.dispatch([Event::Sat(Some(sitting.to_text().into()))]);
            is_finished.set(true);
            paper.session.host().reveal(None);
        })
    };
    let problem = |problem: &Problem| {
        let said = match problem {
            Problem::TooLong | Problem::TooManyQuestions => words.bad_link.to_string(),
            Problem::UnknownMode(value) => fill(&words.bad_mode, &[("value", value)]),
            Problem::UnknownOrder(value)
            | Problem::BadQuestion(value)
            | Problem::BadLesson(value)
            | Problem::BadSeed(value)
            | Problem::BadCount(value) => fill(&words.bad_value, &[("value", value)]),
        };
        html! { <p class="problem">{ said }</p> }
    };
    let missing: Vec<String> = asked.missing.iter().map(ToString::to_string).collect();
    let card = |n: usize, question: &Rc<Question>| {
        html! { <QuestionCard key={question.id.as_str()} question={Shared::of(question)} number={n + 1} {total} {marking} since={asked.since()} /> }
    };
    let body = if *is_finished {
        html! {
            <>
                { paper_result(&setting, outline, asked) }
                <h2>{ AttrValue::from(words.all_answers.clone()) }</h2>
                { for questions.iter().enumerate().map(|(n, question)| card(n, question)) }
            </>
        }
    } else {
        let next = Some(*at + 1).filter(|next| *next < total);
        let label = if asked.is_marked_at_end() { &common.mark_together } else { &words.to_result };
        html! {
            <>
                { for questions.get(*at).map(|question| card(*at, question)) }
                <div class="turns">
                    { go(at.checked_sub(1), &words.previous) }
                    if next.is_some() { { go(next, &words.next) } } else {
                        <button type="button" class="finish" onclick={finish}>{ AttrValue::from(label.clone()) }</button>
                    }
                </div>
            </>
        }
    };
    // What a starter asks also depends on what was answered here.
    let is_repeatable = asked.mode == Mode::Final;
    html! {
        <ContextProvider<Setting> context={paper.clone()}>
            { for asked.problems.iter().map(problem) }
            if !missing.is_empty() {
                <p class="problem">{ fill(&words.missing, &[("list", &missing.join(", "))]) }</p>
            }
            if is_repeatable { <p class="facts">{ fill(&words.paper_number, &[("seed", &asked.sitting.seed)]) }</p> }
            { body }
        </ContextProvider<Setting>>
    }
}
