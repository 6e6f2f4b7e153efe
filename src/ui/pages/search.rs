//! Looking for something: results as one types, out of a list that is loaded when it is first wanted.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

use crate::course::{DeskWords, FootLink, Outline, SEARCH, fill, unsealed};
use crate::id::Text;
use crate::search::{Document, Found, Index, Kind, Run};
use crate::sitting::decoded;
use crate::ui::address::documents_path;
use crate::ui::questions::letter_keys;
use crate::ui::setting::{Setting, use_setting};
use crate::ui::shared::Shared;

/// How many results are shown at once: more would not be drawn within a frame on a slow phone, nor read.
const SHOWN_AT_ONCE: usize = 10;
/// How long typing has to rest before the number of results is said.
const REST: Duration = Duration::from_secs(1);

/// What [`Search`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SearchProps {
    /// The course in outline.
    pub outline: Shared<Outline>,
}

/// What can be found, and how far it has come.
#[derive(Clone, PartialEq)]
enum Stage {
    /// Nobody has wanted it.
    Unwanted,
    /// It is on its way.
    Fetching,
    /// It could not be fetched.
    NotFetched,
    /// It is there.
    Ready(Shared<Index>),
}

/// Looking for something.
#[component]
pub(crate) fn Search(props: &SearchProps) -> Html {
    let words = &props.outline.words;
    let setting = use_setting();
    let field = use_node_ref();
    let query = use_state(|| AttrValue::from(""));
    let shown = use_state(|| SHOWN_AT_ONCE);
    let stage = use_state(|| Stage::Unwanted);
    let is_wanted = use_memo((), |()| Cell::new(false));
    let want = {
        let (setting, stage) = (setting.clone(), stage.setter());
        Callback::from(move |()| {
            if !is_wanted.replace(true) {
                fetch(&setting, &stage, Rc::clone(&is_wanted));
            }
        })
    };
    use_effect_with((), {
        let (setting, field, query, want) = (setting.clone(), field.clone(), query.setter(), want.clone());
        move |()| {
            let Some(field) = field.cast::<HtmlInputElement>() else { return };
            // What was typed before the program ran counts more than what the address asks for.
            if field.value().is_empty() {
                field.set_value(&asked_by(&setting.session.host().query()));
            }
            if !field.value().is_empty() {
                query.set(field.value().into());
                want.emit(());
            }
        }
    });
    let found = use_memo((query.clone(), stage.clone()), |(query, stage)| match &**stage {
        Stage::Ready(index) => index.find(query),
        Stage::Unwanted | Stage::Fetching | Stage::NotFetched => None,
    });
    let says = found.as_ref().as_ref().map(|found| number_found(words, found));
    use_said_when_typing_rests(&setting, query.clone(), says.clone());
    let oninput = {
        let (query, shown, want) = (query.setter(), shown.setter(), want.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                query.set(field.value().into());
                shown.set(SHOWN_AT_ONCE);
                want.emit(());
            }
        })
    };
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + SHOWN_AT_ONCE))
    };
    let results = match (&*stage, &*found) {
        (Stage::Ready(index), Some(found)) => {
            let result = |document: &usize| {
                index.document(*document).map(|document| result(&setting, words, index, found, document))
            };
            html! {
                <>
                    <p class="number">{ says }</p>
                    <ol class="found">{ for found.documents.iter().take(*shown).filter_map(result) }</ol>
                    if found.documents.len() > *shown {
                        <p><button type="button" class="more" onclick={more}>{ AttrValue::from(words.search_more.clone()) }</button></p>
                    }
                </>
            }
        }
        (Stage::Fetching, _) => html! { <p class="number">{ AttrValue::from(words.search_fetching.clone()) }</p> },
        (Stage::NotFetched, _) => {
            html! { <p class="problem" role="alert">{ AttrValue::from(words.search_not_fetched.clone()) }</p> }
        }
        (Stage::Unwanted | Stage::Ready(_), _) => Html::default(),
    };
    html! {
        <div class="search-page">
            <header>
                <h1>{ AttrValue::from(words.search_title.clone()) }</h1>
                <p class="summary">{ AttrValue::from(words.search_about.clone()) }</p>
            </header>
            { without_program(&setting, words) }
            <search>
                <label>
                    <span>{ AttrValue::from(words.search_label.clone()) }</span>
                    <input ref={field} type="search" class="typed" {oninput} onfocus={want.reform(|_| ())}
                        autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" maxlength="200" />
                </label>
                { letter_keys(setting.words()) }
            </search>
            { results }
        </div>
    }
}

/// What the address asks for: `?query=`.
fn asked_by(query: &str) -> String {
    let mut pairs = query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(name, _)| *name == "query").map(|(_, value)| decoded(value)).unwrap_or_default()
}

/// Fetches what can be found. If it does not come, it can be wanted again.
fn fetch(setting: &Setting, stage: &UseStateSetter<Stage>, is_wanted: Rc<Cell<bool>>) {
    let (language, build, stage) = (setting.address.language.clone(), setting.start.build.clone(), stage.clone());
    let fetching = setting.session.host().fetch(&documents_path(&language));
    stage.set(Stage::Fetching);
    spawn_local(async move {
        let documents = fetching.await.ok().and_then(|text| unsealed::<Vec<Document>>(&text, &build));
        is_wanted.set(documents.is_some());
        stage.set(documents.map_or(Stage::NotFetched, |documents| {
            Stage::Ready(Shared::of(&Rc::new(Index::new(&language, documents))))
        }));
    });
}

fn number_found(words: &DeskWords, found: &Found) -> String {
    match found.documents.len() {
        0 => words.search_none.to_string(),
        n => fill(&words.search_found, &[("n", &n)]),
    }
}

/// Says how many were found to those who listen rather than look, once typing rests: at every letter it would be a flood.
#[hook]
fn use_said_when_typing_rests(setting: &Setting, query: UseStateHandle<AttrValue>, says: Option<String>) {
    let turn = use_memo((), |()| Cell::new(0_u32));
    let session = Rc::clone(&setting.session);
    use_effect_with((query, says), move |(_, says)| {
        let mine = turn.get().wrapping_add(1);
        turn.set(mine);
        if let Some(says) = says.clone() {
            let turn = Rc::clone(&turn);
            spawn_local(async move {
                sleep(REST).await;
                if turn.get() == mine {
                    session.announce(&says);
                }
            });
        }
    });
}

/// For readers without the program, and hidden where it runs: the other pages in which something can be looked up.
fn without_program(setting: &Setting, words: &DeskWords) -> Html {
    let here = format!("{}/{SEARCH}/", setting.address.language);
    let page = |page: &FootLink| {
        html! { <li><a href={setting.start.links.page(&page.path)}>{ AttrValue::from(page.label.clone()) }</a></li> }
    };
    html! {
        <div class="shown-answer">
            <p>{ AttrValue::from(words.search_needs_program.clone()) }</p>
            <ul>{ for setting.page.foot.iter().filter(|page| *page.path != *here).map(page) }</ul>
        </div>
    }
}

/// A result: a link, what it is, and what in it answers.
fn result(setting: &Setting, words: &DeskWords, index: &Index, found: &Found, document: &Document) -> Html {
    let (path, anchor) = document.path.split_once('#').unwrap_or((&document.path, ""));
    let sign = if anchor.is_empty() { "" } else { "#" };
    let href = format!("{}{sign}{anchor}", setting.start.links.page(path));
    let excerpt = index.excerpt(found, &document.text);
    let cut = |is_cut: bool| if is_cut { "…" } else { "" };
    html! {
        <li>
            <a {href}>{ for index.marked(found, &document.title).into_iter().map(run) }</a>
            <p class="place"><span>{ AttrValue::from(kind(words, document.kind).clone()) }</span>{ " " }{ AttrValue::from(document.place.clone()) }</p>
            if !excerpt.runs.is_empty() {
                <p>{ cut(excerpt.is_cut_before) }{ for excerpt.runs.into_iter().map(run) }{ cut(excerpt.is_cut_after) }</p>
            }
        </li>
    }
}

fn run(run: Run<'_>) -> Html {
    let text = run.text.to_owned();
    if run.is_marked {
        html! { <mark>{ text }</mark> }
    } else {
        html! { { text } }
    }
}

fn kind(words: &DeskWords, kind: Kind) -> &Text {
    match kind {
        Kind::Lesson => &words.found_lesson,
        Kind::Section => &words.found_section,
        Kind::Question => &words.found_question,
        Kind::Term => &words.found_term,
        Kind::Claim => &words.found_claim,
        Kind::Page => &words.found_page,
    }
}
