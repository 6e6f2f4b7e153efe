//! A question: open with its draft, or answered with its feedback.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

use super::blanks::{cloze, short};
use super::feedback::{feedback, focus, verdict_words};
use super::options::options;
use super::ordering::{Hands, order, use_hands};
use super::pick::pick;
use super::placing::{categorise, matching};
use super::sheet::Sheet;
use super::true_false::true_false;
use crate::course::{Words, fill};
use crate::host::News;
use crate::id::{QuestionId, Text};
use crate::learner::{Answer, Certainty, Event, Minute, Progress, Record, Standing, Verdict, standing};
use crate::quiz::{Expected, Question, Response, Task};
use crate::ui::session::use_session;
use crate::ui::setting::{Setting, use_setting};
use crate::ui::shared::Shared;

/// What [`QuestionCard`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct QuestionCardProps {
    /// The question.
    pub question: Shared<Question>,
    /// Its place among the questions of the lesson, from 1.
    pub number: usize,
    /// How many questions the lesson has.
    pub total: usize,
    /// When it is marked.
    #[prop_or_default]
    pub marking: Marking,
    /// Answers of an earlier time do not count here: the question is asked anew.
    #[prop_or_default]
    pub since: Minute,
}

/// When a question is marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Marking {
    /// As soon as it is answered.
    #[default]
    AtOnce,
    /// With the others of its section.
    Together,
    /// With the others of its section, of which it is the last: they are marked from here.
    LastOfTogether,
}

/// A question.
#[component]
pub(crate) fn QuestionCard(props: &QuestionCardProps) -> Html {
    let QuestionCardProps { question, number, total, marking, since } = props;
    let since = *since;
    let setting = use_setting();
    let words = setting.words();
    let (answer, draft, is_waiting, asks_certainty) = use_session({
        let (question, setting, marking) = (question.clone(), setting.clone(), *marking);
        move |session| {
            session.look(|progress| {
                let is_waiting = marking != Marking::AtOnce && !is_any_marked(&setting, &question, progress, since);
                (
                    answer_since(progress, &question, since).cloned(),
                    progress.draft(&question.id).cloned(),
                    is_waiting,
                    progress.asks_certainty(),
                )
            })
        }
    });
    use_effect_with((), {
        let served = Rc::clone(&setting.served);
        move |()| served.stands()
    });
    let certainty = use_state(|| None::<Certainty>);
    let is_asked_to_choose = use_state(|| false);
    // What is done here and now takes the focus along; what comes from an earlier visit does not.
    let was_acted_here = use_mut_ref(|| false);
    let (verdict, card) = (use_node_ref(), use_node_ref());
    use_effect_with((answer.as_ref().map(|answer| answer.latest().moment), draft.is_some()), {
        let (was_acted_here, verdict, card) = (Rc::clone(&was_acted_here), verdict.clone(), card.clone());
        move |(_, is_open)| {
            if was_acted_here.take() {
                focus(if *is_open { &card } else { &verdict });
            }
        }
    });
    // The verdict and its reasons make the next frame, even on a slow phone; what is folded away comes right after it.
    let is_first_frame = use_state(|| false);
    use_effect_with((*is_first_frame, answer.as_ref().map(|answer| (answer.latest().moment, answer.verdict()))), {
        let (is_first_frame, setting, question) = (is_first_frame.clone(), setting.clone(), question.clone());
        move |(is_first, answered)| {
            if let (true, Some((_, verdict))) = (*is_first, *answered) {
                spawn_local(async move {
                    sleep(Duration::ZERO).await;
                    is_first_frame.set(false);
                    let verdict = verdict_words(setting.words(), verdict);
                    setting.session.announce(&format!("{verdict}. {}", question.explanation));
                });
            }
        }
    });
    // A task begun anew is drawn anew: a select keeps in itself what was chosen.
    let round = use_state(|| 0_u32);
    let act = Act {
        setting: setting.clone(),
        question: question.clone(),
        is_asked_to_choose,
        is_first_frame: is_first_frame.clone(),
        was_acted_here,
        round: round.clone(),
        certainty: certainty.clone(),
        before: use_state(|| None),
    };
    let answer = answer.filter(|_| draft.is_none());
    let response =
        draft.or_else(|| answer.as_ref().map(|answer| answer.response().clone())).unwrap_or_else(Response::nothing);
    let hands = use_hands(&response);
    let reasons = answer.as_ref().map(|answer| question.reasons(answer.response())).unwrap_or_default();
    let on_change = Callback::from({
        let act = act.clone();
        move |response: Response| act.draft(response)
    });
    let sheet = Sheet { words, question, response: &response, reasons: &reasons, on_change };
    let task = task(&setting, &sheet, question, &hands);
    // No class that anything inside has too: the browser would reckon the style anew of all that may follow from it.
    let state = match &answer {
        None => "open",
        Some(answer) if answer.verdict().is_right() => "is-right",
        Some(_) => "answered",
    };
    let below = match &answer {
        Some(answer) => {
            let reopen = Callback::from({
                let act = act.clone();
                move |_: MouseEvent| act.reopen()
            });
            html! {
                <>
                    { feedback(&setting, question, answer, &reasons, &verdict, *is_first_frame) }
                    if !*is_first_frame {
                        <div class="actions">
                            <button type="button" class="again" onclick={reopen}>{ AttrValue::from(words.try_again.clone()) }</button>
                        </div>
                        { start_over(&act) }
                    }
                </>
            }
        }
        None => open(&act, &response, *marking, is_waiting, asks_certainty),
    };
    html! {
        <section class={format!("question-card {state}")} id={question.id.to_string()} tabindex="-1" ref={card}>
            <fieldset key={*round} disabled={answer.is_some() && !*is_first_frame}>
                <legend>
                    <small>{ fill(&words.question_number, &[("n", number), ("total", total)]) }</small>
                    <span>{ AttrValue::from(question.prompt.clone()) }</span>
                    <small class="how">{ instruction(words, question) }</small>
                </legend>
                // Its children may change. Those of a form's group may not: the browser would lay out all of it anew.
                <div>{ task }</div>
            </fieldset>
            { below }
        </section>
    }
}

/// What the learner is to do.
fn task(setting: &Setting, sheet: &Sheet<'_>, question: &Question, hands: &Hands) -> Html {
    match &question.task {
        Task::Single(choice) | Task::Multiple(choice) | Task::Evidence(choice) => options(sheet, choice),
        Task::Ordering(ordering) => order(setting, sheet, ordering, hands),
        Task::TrueFalse(statement) => true_false(sheet, statement),
        Task::Matching(placing) => matching(sheet, placing),
        Task::Categorise(placing) => categorise(sheet, placing),
        Task::Cloze(text) => cloze(sheet, text),
        Task::Short(blank) => short(sheet, blank),
        Task::Pick(figure) => pick(sheet, figure),
    }
}

/// What can be done with a question.
#[derive(Clone)]
struct Act {
    setting: Setting,
    question: Shared<Question>,
    is_asked_to_choose: UseStateHandle<bool>,
    is_first_frame: UseStateHandle<bool>,
    was_acted_here: Rc<RefCell<bool>>,
    round: UseStateHandle<u32>,
    certainty: UseStateHandle<Option<Certainty>>,
    /// What was known before the question was started over.
    before: UseStateHandle<Option<Progress>>,
}

impl Act {
    /// Gives an answer; asks for one if there is none yet.
    fn give(&self, response: Response) {
        let Some(answer) = answered(&self.setting, &self.question, response, *self.certainty) else {
            self.ask_to_choose();
            return;
        };
        self.was_acted_here.replace(true);
        self.is_first_frame.set(true);
        self.certainty.set(None);
        self.before.set(None);
        let verdict = answer.verdict;
        self.dispatch(Event::Answered(self.question.id.clone(), answer));
        let (setting, question) = (self.setting.clone(), self.question.clone());
        spawn_local(async move {
            // The feedback first: who is around the page can wait.
            sleep(Duration::ZERO).await;
            tell(&setting, [(&question.id, verdict)]);
        });
    }

    /// Gives the answers to all questions of the section, as far as there are any.
    fn give_section(&self) {
        let section = self.setting.lesson().and_then(|page| page.section_of(&self.question.id));
        let questions: Vec<Rc<Question>> =
            section.into_iter().flat_map(|section| section.questions().cloned()).collect();
        if give_all(&self.setting, &questions) {
            self.setting.session.host().reveal(questions.first().map(|first| first.id.as_str()));
        } else {
            self.ask_to_choose();
        }
    }

    fn ask_to_choose(&self) {
        self.is_asked_to_choose.set(true);
        self.setting.session.announce(&self.setting.words().choose_first);
    }

    /// Keeps a response as far as it has come.
    fn draft(&self, response: Response) {
        self.is_asked_to_choose.set(false);
        self.dispatch(Event::Drafted(self.question.id.clone(), response));
    }

    /// Asks the question again.
    fn reopen(&self) {
        self.was_acted_here.replace(true);
        self.round.set(self.round.wrapping_add(1));
        self.setting.session.dispatch([Event::Reopened(vec![self.question.id.clone()])]);
    }

    /// Forgets all answers to the question.
    fn forget(&self) {
        let session = &self.setting.session;
        self.was_acted_here.replace(true);
        self.round.set(self.round.wrapping_add(1));
        self.before.set(Some(session.look(Clone::clone)));
        session.dispatch([Event::Forgotten(vec![self.question.id.clone()], session.now().minute)]);
    }

    /// Brings forgotten answers back.
    fn bring_back(&self) {
        if let Some(before) = (*self.before).clone() {
            self.setting.session.dispatch([Event::Undone(vec![self.question.id.clone()], before)]);
            self.before.set(None);
        }
    }

    fn dispatch(&self, event: Event) {
        self.setting.session.dispatch(self.setting.reached(&self.question.id).into_iter().chain([event]));
    }
}

/// A response as an answer of this moment; `None` if it is none.
fn answered(
    setting: &Setting,
    question: &Question,
    response: Response,
    certainty: Option<Certainty>,
) -> Option<Answer> {
    let verdict = Verdict::of(question.mark(&response))?;
    Some(Answer { revision: question.revision, response, verdict, moment: setting.session.now(), certainty })
}

/// Gives the answers to these questions, as far as there are any; `false` if there are none.
pub(crate) fn give_all(setting: &Setting, questions: &[Rc<Question>]) -> bool {
    let draft = |question: &Question| setting.session.look(|progress| progress.draft(&question.id).cloned());
    let given =
        questions.iter().filter_map(|question| Some((question, answered(setting, question, draft(question)?, None)?)));
    let (marked, given): (Vec<_>, Vec<_>) = given
        .map(|(question, answer)| ((&question.id, answer.verdict), Event::Answered(question.id.clone(), answer)))
        .unzip();
    let is_any = !given.is_empty();
    let reached = questions.first().and_then(|first| setting.reached(&first.id));
    setting.session.dispatch(reached.into_iter().chain(given));
    if is_any {
        tell(setting, marked);
    }
    is_any
}

/// Tells a page around this one what was answered, and how far that leads in the lesson.
fn tell<'a>(setting: &Setting, given: impl IntoIterator<Item = (&'a QuestionId, Verdict)>) {
    let session = &setting.session;
    for (question, verdict) in given {
        let (points, of) = verdict.points_of();
        session.tell(News::Answered(question.as_str(), points, of));
    }
    if let Some(lesson) = setting.lesson().filter(|_| !setting.is_paper) {
        let questions = lesson.questions().map(|question| (&question.id, question.revision));
        let Standing { right, answered, total } = session.look(|progress| standing(progress, questions));
        session.tell(News::Progress(lesson.id.as_str(), right, answered, total));
        if answered == total {
            session.tell(News::Completed(lesson.id.as_str(), right, total));
        }
    }
}

/// Starting over with the question: confirmed in the page.
fn start_over(act: &Act) -> Html {
    let words = act.setting.words();
    let act = act.clone();
    let onclick = Callback::from(move |_: MouseEvent| act.forget());
    html! {
        <details class="forget">
            <summary>{ AttrValue::from(words.start_over.clone()) }</summary>
            <button type="button" {onclick}>{ AttrValue::from(words.erase_answers.clone()) }</button>
        </details>
    }
}

/// The latest answer to a question, unless it is of an earlier time.
fn answer_since<'a>(progress: &'a Progress, question: &Question, since: Minute) -> Option<&'a Record> {
    progress.answer(&question.id, question.revision).filter(|answer| answer.latest().moment.minute >= since)
}

/// Whether one of the questions that are marked together with this one has been marked.
fn is_any_marked(setting: &Setting, question: &Question, progress: &Progress, since: Minute) -> bool {
    let section = setting.lesson().and_then(|page| page.section_of(&question.id));
    section.is_some_and(|section| section.questions().any(|other| answer_since(progress, other, since).is_some()))
}

/// What stands below a question that waits for an answer.
fn open(act: &Act, draft: &Response, marking: Marking, is_waiting: bool, asks_certainty: bool) -> Html {
    let Act { setting, question, is_asked_to_choose, .. } = act;
    let words = setting.words();
    let button = |class: &'static str, label: &Text, onclick: Callback<MouseEvent>| {
        html! {
            <button type="button" {class} {onclick}>{ AttrValue::from(label.clone()) }</button>
        }
    };
    let giving = |response: Response| {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| act.give(response.clone()))
    };
    let actions = match (is_waiting, marking) {
        (true, Marking::AtOnce | Marking::Together) => Html::default(),
        (true, Marking::LastOfTogether) => {
            let act = act.clone();
            button("check", &words.mark_together, Callback::from(move |_: MouseEvent| act.give_section()))
        }
        (false, Marking::AtOnce | Marking::Together | Marking::LastOfTogether) => html! {
            <>
                { button("check", &words.check, giving(draft.clone())) }
                { button("unsure", &words.unsure, giving(Response::Unsure)) }
            </>
        },
    };
    html! {
        <>
            { for question.hint.iter().map(|hint| html! {
                <details class="hint">
                    <summary>{ AttrValue::from(words.hint.clone()) }</summary>
                    <p>{ AttrValue::from(hint.clone()) }</p>
                </details>
            }) }
            if asks_certainty && !is_waiting { { how_sure(act) } }
            <div class="actions">{ actions }</div>
            if act.before.is_some() {
                <p class="forgotten" role="status">
                    { AttrValue::from(words.answers_erased.clone()) }{ " " }
                    { button("undo", &words.undo, Callback::from({ let act = act.clone(); move |_: MouseEvent| act.bring_back() })) }
                </p>
            }
            if **is_asked_to_choose {
                <p class="choose-first">{ AttrValue::from(words.choose_first.clone()) }</p>
            }
            { shown(setting, question) }
        </>
    }
}

/// The question how sure one is, in three steps. It may be left open.
fn how_sure(act: &Act) -> Html {
    let words = act.setting.words();
    let step = |(certainty, label): (Certainty, &Text)| {
        let state = act.certainty.clone();
        let onchange = Callback::from(move |_: yew::Event| state.set(Some(certainty)));
        let name = format!("{}.certainty", act.question.id);
        html! {
            <label>
                <input type="radio" {name} checked={*act.certainty == Some(certainty)} {onchange} autocomplete="off" />
                <span>{ AttrValue::from(label.clone()) }</span>
            </label>
        }
    };
    let steps = [
        (Certainty::Guess, &words.certainty_guess),
        (Certainty::Think, &words.certainty_think),
        (Certainty::Sure, &words.certainty_sure),
    ];
    html! {
        <fieldset class="certainty">
            <legend>{ AttrValue::from(words.certainty_label.clone()) }</legend>
            <div class="groups">{ for steps.into_iter().map(step) }</div>
        </fieldset>
    }
}

/// The answer for readers without the program, in the pages that are for them too. The program itself cannot draw it.
fn shown(setting: &Setting, question: &Question) -> Html {
    #[cfg(feature = "ssr")]
    let answer = crate::ui::still::shown_answer;
    #[cfg(not(feature = "ssr"))]
    let answer = |_: &Setting, _: &Question| Html::default();
    if setting.start.still { answer(setting, question) } else { Html::default() }
}

/// How a question is answered, and how it is marked.
pub(crate) fn instruction(words: &Words, question: &Question) -> String {
    let text = match &question.task {
        Task::Single(_) => &words.choose_one,
        Task::Multiple(_) => &words.choose_several,
        Task::Ordering(_) => &words.put_in_order,
        Task::TrueFalse(_) => &words.judge_and_reason,
        Task::Matching(_) => &words.match_pairs,
        Task::Categorise(_) => &words.sort_cards,
        Task::Cloze(_) => &words.fill_gaps,
        Task::Pick(_) => &words.pick_spot,
        Task::Evidence(_) => &words.choose_evidence,
        Task::Short(blank) => match &blank.expected {
            Expected::Number(number) if number.tolerance > 0 => {
                return fill(&words.type_number_near, &[("tolerance", &number.tolerance)]);
            }
            Expected::Number(_) => &words.type_number,
            Expected::Words(_) | Expected::OneOf(_) => &words.type_answer,
        },
    };
    text.to_string()
}
