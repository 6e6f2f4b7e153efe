//! The result of a paper: by goal, how well one knew what one knew, and what to read again.

use yew::prelude::*;

use super::practice::Asked;
use crate::course::{Outline, SectionOutline, fill};
use crate::id::{LessonId, QuestionId};
use crate::learner::{Certainty, Record};
use crate::quiz::Question;
use crate::sitting::GoalKey;
use crate::ui::View;
use crate::ui::parts::page_link;
use crate::ui::setting::Setting;

/// A goal, and the questions asked of it: right, and in all.
struct OfGoal {
    key: GoalKey,
    right: usize,
    total: usize,
}

/// The result of a paper.
pub(super) fn paper_result(setting: &Setting, outline: &Outline, asked: &Asked) -> Html {
    let (words, common) = (&outline.words, setting.words());
    let questions = asked.questions();
    let answers: Vec<Option<Record>> = setting.session.look(|progress| {
        let answer = |question: &Question| {
            let record = progress.answer(&question.id, question.revision)?;
            (record.latest().moment.minute >= asked.since()).then(|| record.clone())
        };
        questions.iter().map(|question| answer(question)).collect()
    });
    let is_right = |answer: &Option<Record>| answer.as_ref().is_some_and(|answer| answer.verdict().is_right());
    let right = answers.iter().filter(|answer| is_right(answer)).count();
    let open = answers.iter().filter(|answer| answer.is_none()).count();
    let score = |right: usize, total: usize| fill(&common.result_score, &[("right", &right), ("total", &total)]);
    let mut goals: Vec<OfGoal> = Vec::new();
    let mut again: Vec<&QuestionId> = Vec::new();
    for (question, answer) in questions.iter().zip(&answers) {
        let Some(key) = outline.bank.entry(&question.id).map(|entry| &entry.goal) else { continue };
        let at = goals.iter().position(|goal| goal.key == *key).unwrap_or_else(|| {
            goals.push(OfGoal { key: key.clone(), right: 0, total: 0 });
            goals.len() - 1
        });
        if let Some(goal) = goals.get_mut(at) {
            goal.total += 1;
            goal.right += usize::from(is_right(answer));
        }
        if answer.is_some() && !is_right(answer) {
            again.push(&question.id);
        }
    }
    let goal = |goal: &OfGoal| {
        let text = outline.goal(&goal.key).map(|goal| goal.text.clone()).unwrap_or_default();
        html! {
            <li class={(goal.right == goal.total).then_some("learned")}>
                <p>{ AttrValue::from(text) }</p>
                <progress max={goal.total.to_string()} value={goal.right.to_string()} aria-hidden="true"></progress>
                <span>{ score(goal.right, goal.total) }</span>
            </li>
        }
    };
    html! {
        <div class="result">
            <p class="score" role="status">{ score(right, questions.len()) }</p>
            if open > 0 { <p>{ fill(&words.left_open, &[("open", &open)]) }</p> }
            { certainty(outline, &answers) }
            <section class="by-goal">
                <h2>{ AttrValue::from(words.by_goal.clone()) }</h2>
                <ul>{ for goals.iter().map(goal) }</ul>
            </section>
            { look_again(setting, outline, &again) }
            { time(setting, outline, asked) }
        </div>
    }
}

/// How well one knew what one knew, where one was asked.
fn certainty(outline: &Outline, answers: &[Option<Record>]) -> Html {
    let line = |certainty: Certainty, text: &str| {
        let such = answers.iter().flatten().filter(|answer| answer.latest().certainty == Some(certainty));
        let (n, right) =
            such.fold((0, 0), |(n, right), answer| (n + 1, right + usize::from(answer.verdict().is_right())));
        (n > 0).then(|| html! { <p>{ fill(text, &[("n", &n), ("right", &right)]) }</p> })
    };
    let words = &outline.words;
    html! { <>{ for line(Certainty::Sure, &words.sure_of) }{ for line(Certainty::Guess, &words.guessed) }</> }
}

/// The sections to read again.
fn look_again(setting: &Setting, outline: &Outline, wrong: &[&QuestionId]) -> Html {
    let common = setting.words();
    let mut sections = Vec::new();
    for (lesson, section) in wrong.iter().filter_map(|question| outline.section_of(question)) {
        if !sections.iter().any(|(known, other): &(_, &SectionOutline)| *known == &lesson.id && other.id == section.id)
        {
            sections.push((&lesson.id, section));
        }
    }
    if sections.is_empty() {
        return Html::default();
    }
    let link = |(lesson, section): &(&LessonId, &SectionOutline)| {
        let to = setting.address.with(View::Lesson((*lesson).clone()));
        let says = html! { { fill(&common.read_again, &[("section", &section.title)]) } };
        html! { <li>{ page_link(setting, "", &to, Some(section.id.as_str()), says) }</li> }
    };
    html! {
        <section class="look-again">
            <h2>{ AttrValue::from(common.look_again.clone()) }</h2>
            <ul>{ for sections.iter().map(link) }</ul>
        </section>
    }
}

/// How long it took, for those who ask.
fn time(setting: &Setting, outline: &Outline, asked: &Asked) -> Html {
    let latest = setting.session.look(|progress| {
        let answered = asked.questions().into_iter().filter_map(|question| {
            progress.answer(&question.id, question.revision).map(|answer| answer.latest().moment.minute.0)
        });
        answered.max()
    });
    let minutes = latest.unwrap_or_default().saturating_sub(asked.sitting.since_minute).max(1);
    let minutes = usize::try_from(minutes).unwrap_or(usize::MAX);
    html! {
        <details class="time">
            <summary>{ AttrValue::from(outline.words.time_title.clone()) }</summary>
            <p>{ setting.words().count(&setting.words().minutes, minutes) }</p>
        </details>
    }
}
