//! Makes the two other pages from the lesson: SurveyJS with its questions, and the limit with its text.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use shanyraq::quiz::{ChoiceOption, Question};

use crate::{
    ROOT, elements,
    folder::{Folder, copy, read, write},
    lesson::{LANGUAGE, Lesson, option, options},
    phone::Phone,
    sites::BLANK,
};

const STRIP: &str = include_str!("../../../../bench/strip.js");
const LIMIT: &str = include_str!("../../../../bench/limit.html");
const SURVEYJS: &str = include_str!("../../../../bench/surveyjs.html");
const SURVEYJS_QUIZ: &str = include_str!("../../../../bench/surveyjs.js");
const SURVEYJS_KINDS: &str = include_str!("../../../../bench/surveyjs-kinds.js");

/// It has letters of every kind that the pages have, so that their fonts are loaded.
const BLANK_PAGE: &str =
    "<!doctype html><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><p>Ә ғ қ <b>ң ө ұ</b>";

/// What SurveyJS needs. The style sheet is the one without its web fonts, which would come from a third party.
const SURVEYJS_FILES: [&str; 3] =
    ["survey-core/survey-core.fontless.min.css", "survey-core/survey.core.min.js", "survey-js-ui/survey-js-ui.min.js"];

/// The text of the lesson's page with its native inputs, as HTML and nothing else.
pub(crate) async fn text_of(lesson: &Lesson) -> Result<String> {
    let mut right = Map::new();
    for question in &lesson.questions {
        right.insert(question.id.to_string(), json!(option(question, true)?.id.as_str()));
    }
    let phone = Phone::unpack().await?;
    let stripped = phone.run(STRIP, vec![json!(lesson.html), Value::Object(right)]).await;
    phone.switch_off().await?;
    stripped
}

/// Copies what our page needs; returns the folder to serve.
pub(crate) fn copy_ours(lesson: &Lesson, folder: &Folder) -> Result<PathBuf> {
    let ours = folder.inner("ours")?;
    copy_files(&lesson.dist, &ours)?;
    copy_files(&lesson.dist.join(&lesson.path), &ours.join(&lesson.path))?;
    with_blank(ours)
}

/// Copies the files of a folder, without the folders in it.
fn copy_files(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot list {}", from.display()))? {
        let path = entry?.path();
        // The program as a script is for pages opened from a file: here it would only cost the time to compress it.
        if path.is_file() && !path.to_string_lossy().ends_with(".wasm.js") {
            copy(&path, &to.join(path.file_name().unwrap_or_default()))?;
        }
    }
    Ok(())
}

/// Adds the page that has nothing to measure.
fn with_blank(folder: PathBuf) -> Result<PathBuf> {
    write(&folder.join(BLANK), BLANK_PAGE)?;
    Ok(folder)
}

/// Writes the limit; returns the folder to serve.
pub(crate) fn write_limit(lesson: &Lesson, text: &str, folder: &Folder) -> Result<PathBuf> {
    let limit = folder.inner("limit")?;
    let words = &lesson.words;
    let page = filled(LIMIT, lesson)
        .replace("{right}", &words.verdict_right)
        .replace("{wrong}", &words.verdict_wrong)
        .replace("{text}", text);
    write(&limit.join("index.html"), &page)?;
    with_blank(limit)
}

/// Writes the quiz in SurveyJS; returns the folder to serve.
pub(crate) fn write_surveyjs(lesson: &Lesson, folder: &Folder) -> Result<PathBuf> {
    let questions: Vec<Value> = lesson.questions.iter().map(|question| asked(question)).collect();
    write_survey(lesson, folder.inner("surveyjs")?, &questions, SURVEYJS_QUIZ)
}

/// Writes a quiz in SurveyJS with a question of each kind; returns the folder to serve.
pub(crate) fn write_kinds(lesson: &Lesson, folder: &Folder) -> Result<PathBuf> {
    let questions: Vec<Value> = lesson.kinds.iter().map(|question| elements::asked(question)).collect();
    write_survey(lesson, folder.inner("surveyjs-kinds")?, &questions, SURVEYJS_KINDS)
}

/// Writes a page in SurveyJS: `script` makes a survey of `questions`.
fn write_survey(lesson: &Lesson, surveyjs: PathBuf, questions: &[Value], script: &str) -> Result<PathBuf> {
    for file in SURVEYJS_FILES {
        let name = Path::new(file).file_name().unwrap_or_default();
        copy(&packages().join(file), &surveyjs.join(name)).context("run `npm ci` in tests/web")?;
    }
    let words = &lesson.words;
    let quiz = json!({ "right": *words.verdict_right, "wrong": *words.verdict_wrong, "questions": questions });
    let quiz = quiz.to_string().replace('<', "\\u003c");
    write(&surveyjs.join("index.html"), &filled(SURVEYJS, lesson).replace("{quiz}", &quiz))?;
    write(&surveyjs.join("quiz.js"), script)?;
    with_blank(surveyjs)
}

/// A question as `surveyjs.js` wants it.
fn asked(question: &Question) -> Value {
    let option = |option: &ChoiceOption| json!({ "id": option.id.as_str(), "text": *option.text, "right": option.right, "because": *option.because });
    json!({
        "id": question.id.as_str(),
        "prompt": *question.prompt,
        "explanation": *question.explanation,
        "options": options(question).iter().map(option).collect::<Vec<_>>(),
    })
}

/// The version of SurveyJS that is measured.
pub(crate) fn surveyjs_version() -> Result<String> {
    let manifest: Value = serde_json::from_str(&read(&packages().join("survey-js-ui/package.json"))?)?;
    let version = manifest.get("version").and_then(Value::as_str);
    version.map(str::to_owned).context("survey-js-ui does not tell its version")
}

fn filled(template: &str, lesson: &Lesson) -> String {
    template.replace("{lang}", LANGUAGE).replace("{title}", &lesson.title)
}

fn packages() -> PathBuf {
    Path::new(ROOT).join("tests/web/node_modules")
}
