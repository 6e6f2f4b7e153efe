//! What one knows, and taking it along: mastery by goal, the passport, the card, and starting over.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{File, FileReader, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::qr_code::qr_code;
use crate::course::{Date, DeskWords, Goal, LessonOutline, Outline, fill};
use crate::id::{QuestionId, Text};
use crate::learner::passport::{self, Refusal};
use crate::learner::{Aim, Day, Event, Mastery, Progress, mastery, save, standing};
use crate::ui::View;
use crate::ui::parts::page_link;
use crate::ui::session::use_session;
use crate::ui::setting::{Setting, use_setting};
use crate::ui::shared::Shared;

/// What a QR code holds, in characters, the address aside: more than a phone reads from a screen is of no use.
const QR_CHARACTERS: usize = 3600;
/// The longest file that is read, in bytes: see `learner::passport`.
const LONGEST_FILE: f64 = 262_144.0;

/// What [`ProgressView`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ProgressViewProps {
    /// The course in outline.
    pub outline: Shared<Outline>,
}

/// What one knows, and taking it along.
#[component]
pub(crate) fn ProgressView(props: &ProgressViewProps) -> Html {
    let ProgressViewProps { outline } = props;
    let setting = use_setting();
    let progress = use_session(|session| session.look(Clone::clone));
    let said = use_state(|| None::<Vec<String>>);
    let words = &outline.words;
    let today = setting.session.now().day;
    html! {
        <div class="progress-page">
            <header>
                <h1>{ AttrValue::from(words.progress_title.clone()) }</h1>
                <p class="summary">{ AttrValue::from(words.progress_about.clone()) }</p>
            </header>
            <section class="mastery">{ for outline.lessons.iter().map(|lesson| lesson_mastery(&setting, outline, lesson, &progress, today)) }</section>
            { certainty_switch(&setting, words, &progress) }
            { take_along(&setting, outline, &progress) }
            <ReadPassport outline={outline.clone()} {said} />
            <Card outline={outline.clone()} />
            <StartOver outline={outline.clone()} />
        </div>
    }
}

/// The goals of a lesson, with how well they are known and when they come back.
fn lesson_mastery(
    setting: &Setting,
    outline: &Outline,
    lesson: &LessonOutline,
    progress: &Progress,
    today: Day,
) -> Html {
    let words = &outline.words;
    let aims = outline.aims_of(lesson);
    let goal = |(goal, aim): (&Goal, &Aim)| {
        let level = mastery(progress, aim, today);
        let due = outline.schedule.due(progress, aim, today).filter(|_| outline.can_ask(aim, today));
        let due = due.map(|due| {
            if due <= today {
                words.review_now.to_string()
            } else {
                fill(&words.next_review, &[("date", &setting.words().date(Date::of_day(due.0)))])
            }
        });
        html! {
            <li key={goal.id.as_str()} class={level_class(level)}>
                <p>{ AttrValue::from(goal.text.clone()) }</p>
                <p class="level"><strong>{ AttrValue::from(level_words(words, level).clone()) }</strong>{ for due.map(|due| html! { <span>{ due }</span> }) }</p>
            </li>
        }
    };
    let title = html! { { AttrValue::from(lesson.title.clone()) } };
    html! {
        <section key={lesson.id.as_str()}>
            <h2>{ page_link(setting, "", &setting.address.with(View::Lesson(lesson.id.clone())), None, title) }</h2>
            <ul>{ for lesson.goals.iter().zip(&aims).map(goal) }</ul>
        </section>
    }
}

fn level_words(words: &DeskWords, level: Mastery) -> &Text {
    match level {
        Mastery::NotSeen => &words.level_not_seen,
        Mastery::Seen => &words.level_seen,
        Mastery::Familiar => &words.level_familiar,
        Mastery::Sure => &words.level_sure,
        Mastery::Kept => &words.level_kept,
    }
}

fn level_class(level: Mastery) -> &'static str {
    match level {
        Mastery::NotSeen => "level-0",
        Mastery::Seen => "level-1",
        Mastery::Familiar => "level-2",
        Mastery::Sure => "level-3",
        Mastery::Kept => "level-4",
    }
}

/// Whether one is asked how sure one is.
fn certainty_switch(setting: &Setting, words: &DeskWords, progress: &Progress) -> Html {
    let asks = progress.asks_certainty();
    let onchange = {
        let session = setting.session.clone();
        Callback::from(move |_: yew::Event| session.dispatch([Event::AskedCertainty(!asks)]))
    };
    html! {
        <p class="switch">
            <label><input type="checkbox" checked={asks} {onchange} autocomplete="off" />{ " " }<span>{ AttrValue::from(words.ask_certainty.clone()) }</span></label>
        </p>
    }
}

/// The passport in its three forms.
fn take_along(setting: &Setting, outline: &Outline, progress: &Progress) -> Html {
    let words = &outline.words;
    if progress.answers().next().is_none() {
        return Html::default();
    }
    let save_file = {
        let (session, text) = (setting.session.clone(), save(progress));
        Callback::from(move |_: MouseEvent| session.host().offer_file("shanyraq-passport.json", &text))
    };
    let text = passport::write(progress);
    let (short, left_out) = passport::write_within(progress, QR_CHARACTERS);
    let address = format!("{}#", setting.start.links.to(&setting.address.with(View::Progress)));
    let code = qr_code(&address, &short, &words.passport_qr);
    let rows = (text.len() / 48 + 1).min(8).to_string();
    html! {
        <section class="passport">
            <h2>{ AttrValue::from(words.passport_title.clone()) }</h2>
            <p>{ AttrValue::from(words.passport_about.clone()) }</p>
            <p><button type="button" class="save" onclick={save_file}>{ AttrValue::from(words.passport_file.clone()) }</button></p>
            <label>
                <span>{ AttrValue::from(words.passport_text.clone()) }</span>
                <textarea readonly=true {rows} spellcheck="false" value={text} />
            </label>
            if let Some(code) = code {
                <p>{ AttrValue::from(words.passport_qr.clone()) }</p>
                { code }
                if left_out > 0 { <p>{ fill(&words.passport_trimmed, &[("n", &left_out)]) }</p> }
            } else {
                <p>{ AttrValue::from(words.passport_no_qr.clone()) }</p>
            }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ReadPassportProps {
    outline: Shared<Outline>,
    /// What was said of the last reading.
    said: UseStateHandle<Option<Vec<String>>>,
}

/// Reading a passport: from a file, or from a text that was pasted, typed or came with the address.
#[component]
fn ReadPassport(props: &ReadPassportProps) -> Html {
    let ReadPassportProps { outline, said } = props;
    let setting = use_setting();
    let words = &outline.words;
    let text = use_node_ref();
    use_effect_with((), {
        let (text, setting) = (text.clone(), setting.clone());
        move |()| {
            // What came with the address is shown, and read when the learner says so.
            let fragment = setting.session.host().fragment();
            if let (true, Some(area)) = (fragment.starts_with("SHQ"), text.cast::<HtmlTextAreaElement>()) {
                area.set_value(&fragment);
                setting.session.host().reveal(Some("read-passport"));
            }
        }
    });
    let read = {
        let (outline, setting, said) = (outline.clone(), setting.clone(), said.setter());
        move |text: &str| said.set(Some(take_in(&setting, &outline, text)))
    };
    let onclick = {
        let (text, read) = (text.clone(), read.clone());
        Callback::from(move |_: MouseEvent| {
            read(&text.cast::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default());
        })
    };
    let onchange = {
        let (words, said) = (outline.words.clone(), said.setter());
        Callback::from(move |event: yew::Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let Some(file) = input.and_then(|input| input.files()?.item(0)) else { return };
            if file.size() > LONGEST_FILE {
                said.set(Some(vec![words.refused_long.to_string()]));
            } else {
                read_file(&file, read.clone());
            }
        })
    };
    let line = |line: &String| html! { <p>{ line.clone() }</p> };
    html! {
        <section class="passport" id="read-passport" tabindex="-1">
            <h2>{ AttrValue::from(words.read_title.clone()) }</h2>
            <p>{ AttrValue::from(words.read_about.clone()) }</p>
            <label><span>{ AttrValue::from(words.read_file.clone()) }</span><input type="file" accept=".json,.txt,application/json,text/plain" {onchange} /></label>
            <label>
                <span>{ AttrValue::from(words.read_text.clone()) }</span>
                <textarea ref={text} rows="4" spellcheck="false" autocomplete="off" autocapitalize="characters" />
            </label>
            <p><button type="button" class="read" {onclick}>{ AttrValue::from(words.read_button.clone()) }</button></p>
            <div role="status" class="said">{ for said.iter().flatten().map(line) }</div>
        </section>
    }
}

/// Takes a passport in, if it is one; says what came of it.
fn take_in(setting: &Setting, outline: &Outline, text: &str) -> Vec<String> {
    let words = &outline.words;
    let known: Vec<QuestionId> = outline.bank.entries().iter().map(|entry| entry.question.clone()).collect();
    match passport::read(text, &known) {
        Ok(read) => {
            let revision = |question: &QuestionId| outline.bank.entry(question).map(|entry| entry.revision);
            let (progress, of_others) = read.progress.of_revisions(revision);
            setting.session.dispatch([Event::Restored(progress)]);
            let unknown = read.unknown + of_others;
            let unknown = (unknown > 0).then(|| fill(&words.read_unknown, &[("n", &unknown)]));
            [words.read_done.to_string()].into_iter().chain(unknown).collect()
        }
        Err(refusal) => {
            let said = match refusal {
                Refusal::Empty => &words.refused_empty,
                Refusal::TooLong | Refusal::TooMuch => &words.refused_long,
                Refusal::NotAPassport => &words.refused_foreign,
                Refusal::Damaged => &words.refused_damaged,
                Refusal::Newer => &words.refused_newer,
            };
            vec![said.to_string()]
        }
    }
}

/// Reads a file as text.
fn read_file(file: &File, then: impl Fn(&str) + 'static) {
    let Ok(reader) = FileReader::new() else { return };
    let read = {
        let reader = reader.clone();
        Closure::once_into_js(move || {
            then(&reader.result().ok().and_then(|text| text.as_string()).unwrap_or_default());
        })
    };
    reader.set_onload(Some(read.unchecked_ref()));
    // A file that cannot be read is one that never comes.
    let _ = reader.read_as_text(file);
}

#[derive(Clone, PartialEq, Properties)]
struct CardProps {
    outline: Shared<Outline>,
}

/// The card of a finished course, to be printed.
#[component]
fn Card(props: &CardProps) -> Html {
    let CardProps { outline } = props;
    let setting = use_setting();
    let (words, common) = (&outline.words, setting.words());
    let name = use_state(String::new);
    let standing = use_session({
        let outline = outline.clone();
        move |session| {
            let questions = outline.lessons.iter().flat_map(|lesson| &lesson.sections).flat_map(|s| &s.questions);
            session.look(|progress| standing(progress, questions.map(|(id, revision)| (id, *revision))))
        }
    });
    let title = html! { <h2>{ AttrValue::from(words.card_title.clone()) }</h2> };
    if !standing.is_finished() {
        let open = standing.total - standing.answered;
        return html! { <section class="card-maker">{ title }<p>{ fill(&words.card_not_yet, &[("open", &open)]) }</p></section> };
    }
    let oninput = {
        let name = name.clone();
        Callback::from(move |event: InputEvent| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            name.set(input.map(|input| input.value()).unwrap_or_default());
        })
    };
    let print = {
        let session = setting.session.clone();
        Callback::from(move |_: MouseEvent| session.host().print())
    };
    let today = common.date(Date::of_day(setting.session.now().day.0));
    let values: [(&str, &dyn std::fmt::Display); 3] =
        [("course", &common.course_title), ("right", &standing.right), ("total", &standing.total)];
    let goal = |goal: &Goal| html! { <li key={goal.id.as_str()}>{ AttrValue::from(goal.text.clone()) }</li> };
    html! {
        <section class="card-maker">
            { title }
            <p>{ AttrValue::from(words.card_about.clone()) }</p>
            <label><span>{ AttrValue::from(words.card_name.clone()) }</span><input type="text" class="typed" maxlength="80" autocomplete="off" {oninput} /></label>
            <div class="card">
                <p class="name">{ (*name).clone() }</p>
                <p>{ fill(&words.card_says, &values) }</p>
                <ul>{ for outline.lessons.iter().flat_map(|lesson| &lesson.goals).map(goal) }</ul>
                <p class="date">{ today }</p>
                <p class="honest">{ AttrValue::from(words.card_honest.clone()) }</p>
            </div>
            <p><button type="button" class="print" onclick={print}>{ AttrValue::from(words.card_print.clone()) }</button></p>
        </section>
    }
}

/// What was erased, so that it can be brought back.
#[derive(Clone, PartialEq)]
struct Erased {
    questions: Vec<QuestionId>,
    before: Progress,
    is_back: bool,
}

/// Starting over with a lesson or with everything: confirmed in the page, and undone if one likes.
#[component]
fn StartOver(props: &CardProps) -> Html {
    let CardProps { outline } = props;
    let setting = use_setting();
    let words = &outline.words;
    let erased = use_state(|| None::<Erased>);
    let forget = |questions: Vec<QuestionId>| {
        let (session, erased) = (setting.session.clone(), erased.clone());
        Callback::from(move |_: MouseEvent| {
            let before = session.look(Clone::clone);
            session.dispatch([Event::Forgotten(questions.clone(), session.now().minute)]);
            erased.set(Some(Erased { questions: questions.clone(), before, is_back: false }));
        })
    };
    let undo = {
        let (session, erased) = (setting.session.clone(), erased.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(gone) = (*erased).clone() {
                session.dispatch([Event::Undone(gone.questions.clone(), gone.before.clone())]);
                erased.set(Some(Erased { is_back: true, ..gone }));
            }
        })
    };
    let of = |lesson: Option<&LessonOutline>| -> Vec<QuestionId> {
        let entries = outline.bank.entries().iter();
        let wanted = entries.filter(|entry| lesson.is_none_or(|lesson| entry.goal.lesson == lesson.id));
        wanted.map(|entry| entry.question.clone()).collect()
    };
    let choice = |label: String, questions: Vec<QuestionId>| {
        html! {
            <details>
                <summary>{ label }</summary>
                <button type="button" class="erase" onclick={forget(questions)}>{ AttrValue::from(words.over_confirm.clone()) }</button>
            </details>
        }
    };
    let done = erased.as_ref().map(|erased| {
        if erased.is_back {
            html! { <p>{ AttrValue::from(words.undone.clone()) }</p> }
        } else {
            html! {
                <p>{ AttrValue::from(words.over_done.clone()) }{ " " }<button type="button" class="undo" onclick={undo}>{ AttrValue::from(words.undo.clone()) }</button></p>
            }
        }
    });
    html! {
        <section class="start-over">
            <h2>{ AttrValue::from(words.over_title.clone()) }</h2>
            <p>{ AttrValue::from(words.over_about.clone()) }</p>
            { for outline.lessons.iter().map(|lesson| choice(fill(&words.over_lesson, &[("lesson", &lesson.title)]), of(Some(lesson)))) }
            { choice(words.over_all.to_string(), of(None)) }
            <div role="status">{ for done }</div>
        </section>
    }
}
