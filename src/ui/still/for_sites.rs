//! The page for other sites: how to put a lesson into them. What is chosen is put into the codes by the script of this page;
//! where it does not run, they stand there for the first lesson, to be changed by hand.

use yew::prelude::*;

use crate::course::{Course, DeskWords, Edition, SitesWords, fill};
use crate::id::Text;

/// The code of a frame; the signs `#src` and `#title` stand for its address and its title.
const FRAME: &str = r##"<iframe src="#src" title="#title" loading="lazy" width="100%" height="720" style="border:0;max-width:100%" allow="fullscreen; clipboard-write"></iframe>"##;
/// The script that gives a frame its height; the sign `#script` stands for its address.
const SCRIPT: &str = r##"<script src="#script" async></script>"##;
/// The element that is the same frame; the sign `#attributes` stands for what is chosen.
const ELEMENT: &str = r##"<shanyraq-lesson #attributes title="#title"></shanyraq-lesson>"##;
/// Stands for the address of the course where that is not known; nobody can have it (RFC 2606).
const MADE_UP: &str = "https://school.example/course/";

/// The code of a frame with the script, where it is recommended: see [`FRAME`] and [`SCRIPT`].
pub fn frame_code() -> String {
    format!("{FRAME}\n{SCRIPT}")
}

/// What is pasted.
#[derive(Clone, Copy)]
enum Code {
    /// The address of a lesson.
    Lesson,
    /// The address of what the frame would show.
    Address,
    Frame,
    FrameAndScript,
    Element,
}

impl Code {
    fn name(self) -> &'static str {
        match self {
            Self::Lesson => "lesson",
            Self::Address => "address",
            Self::Frame => "frame",
            Self::FrameAndScript => "script",
            Self::Element => "element",
        }
    }

    fn pattern(self) -> String {
        match self {
            Self::Lesson | Self::Address => "#src".to_owned(),
            Self::Frame => FRAME.to_owned(),
            Self::FrameAndScript => frame_code(),
            Self::Element => format!("{SCRIPT}\n{ELEMENT}"),
        }
    }
}

/// Something to paste into.
struct Place<'a> {
    code: Code,
    /// Its frames have a height of their own.
    is_fixed: bool,
    /// How far it was tried.
    tried: &'a Text,
    name: &'a Text,
    how: &'a Text,
    works: &'a Text,
    lacks: &'a Text,
}

macro_rules! places {
    ($words:ident; $($code:ident $is_fixed:literal $tried:ident $name:ident $how:ident $works:ident $lacks:ident;)*) => {
        [$(Place {
            code: Code::$code,
            is_fixed: $is_fixed,
            tried: &$words.$tried,
            name: &$words.$name,
            how: &$words.$how,
            works: &$words.$works,
            lacks: &$words.$lacks,
        }),*]
    };
}

/// All of them, those first that most schools have.
fn places(words: &SitesWords) -> [Place<'_>; 10] {
    places! { words;
        Lesson false tried_in_imitation wordpress_author wordpress_author_how wordpress_author_works wordpress_author_lacks;
        FrameAndScript false tried_in_imitation wordpress_admin wordpress_admin_how wordpress_admin_works wordpress_admin_lacks;
        FrameAndScript false not_tried moodle moodle_how moodle_works moodle_lacks;
        Address true not_tried google_sites google_sites_how google_sites_works google_sites_lacks;
        FrameAndScript false not_tried blogger blogger_how blogger_works blogger_lacks;
        FrameAndScript false not_tried tilda tilda_how tilda_works tilda_lacks;
        Frame false not_tried bitrix bitrix_how bitrix_works bitrix_lacks;
        Frame false tried html_frame html_frame_how html_frame_works html_frame_lacks;
        FrameAndScript false tried html_script html_script_how html_script_works html_script_lacks;
        Element false tried html_element html_element_how html_element_works html_element_lacks;
    }
}

/// The page, below its heading. `address` is that of the course, if it was built with one.
pub(super) fn for_sites(course: &Course, edition: &Edition, address: Option<&str>) -> Html {
    let words = &*edition.sites_words;
    let root = address.unwrap_or(MADE_UP);
    // An address by itself works only where the course knows its own.
    let first = usize::from(address.is_none());
    html! {
        <div class="choices" data-address={address.map(str::to_owned)} data-root={root.to_owned()}>
            <p class="remark from-file" hidden=true>{ text(&words.from_file) }</p>
            <p class="remark over-http" hidden=true>{ text(&words.over_http) }</p>
            { choose(course, edition) }
            { look(words) }
            <section class="to-paste">
                <h2>{ text(&words.paste_title) }</h2>
                <p>{ text(&words.paste_about) }</p>
                <p class="remark by-hand">{ fill(&words.by_hand, &[("address", &root)]) }</p>
                { for places(words).iter().enumerate().map(|(n, place)| shown(edition, place, root, n == first)) }
            </section>
            <section>
                <h2>{ text(&words.doctor_title) }</h2>
                <p>{ text(&words.doctor_how) }</p>
                <p><code>{ "&doctor" }</code></p>
            </section>
        </div>
    }
}

/// What is to be shown, and how. A choice bears the titles that a frame gets from it, a line for each language.
fn choose(course: &Course, edition: &Edition) -> Html {
    let (words, common, desk) = (&*edition.sites_words, &*edition.words, &*edition.desk_words);
    let titles = |of: &dyn Fn(&Edition) -> Text| {
        course.editions.iter().map(|edition| of(edition).to_string()).collect::<Vec<_>>().join("\n")
    };
    let first = edition.lessons.first().map(|lesson| lesson.id.clone());
    let lessons = edition.lessons.iter().enumerate().map(|(n, lesson)| {
        let title = |edition: &Edition| edition.lessons.get(n).map(|lesson| lesson.title.clone()).unwrap_or_default();
        let says = format!("{}. {}", n + 1, lesson.title);
        option(lesson.id.as_str(), &says.into(), Some(titles(&title)), first.as_ref() == Some(&lesson.id))
    });
    let whole = titles(&|edition| edition.words.course_title.clone());
    let mode = |value: &str, title: fn(&DeskWords) -> &Text| {
        option(value, title(desk), Some(titles(&|edition| title(&edition.desk_words).clone())), false)
    };
    let modes = [
        option("learn", &words.mode_learn, Some(titles(&|_| "".into())), true),
        mode("check", |words| &words.check_title),
        mode("final", |words| &words.final_title),
        mode("starter", |words| &words.starter_title),
        mode("review", |words| &words.review_title),
    ];
    let languages = course.languages();
    let languages = languages.iter().map(|choice| {
        let is_own = choice.id == edition.language;
        html! { <option value={choice.id.to_string()} lang={choice.id.to_string()} selected={is_own}>{ text(&choice.name) }</option> }
    });
    let themes = [("auto", &common.theme_system), ("light", &common.theme_light), ("dark", &common.theme_dark)];
    let sizes = [("normal", &common.size_normal), ("large", &common.size_large), ("largest", &common.size_largest)];
    let plain = |choices: [(&str, &Text); 3]| -> Html {
        choices.iter().enumerate().map(|(n, (value, says))| option(value, says, None, n == 0)).collect()
    };
    html! {
        <section class="to-choose">
            <h2>{ text(&words.choose_title) }</h2>
            <div class="lists">
                { list("lesson", &words.lesson_label, html! { <>{ for lessons }{ option("", &words.whole_course, Some(whole), false) }</> }) }
                { list("mode", &words.mode_label, modes.into_iter().collect()) }
                { list("lang", &common.language_label, languages.collect()) }
                { list("theme", &common.theme_label, plain(themes)) }
                { list("size", &common.size_label, plain(sizes)) }
                <label class="switch"><input type="checkbox" name="header" checked=true autocomplete="off" />{ text(&words.header_label) }</label>
            </div>
        </section>
    }
}

fn list(name: &'static str, label: &Text, options: Html) -> Html {
    html! { <label><span>{ text(label) }</span><select {name} autocomplete="off">{ options }</select></label> }
}

fn option(value: &str, says: &Text, titles: Option<String>, selected: bool) -> Html {
    html! { <option value={value.to_owned()} data-titles={titles} {selected}>{ text(says) }</option> }
}

/// The frame as a visitor sees it, in three widths; the script puts it there when it is asked for.
fn look(words: &SitesWords) -> Html {
    let width = |n: u32| {
        html! {
            <label><input type="radio" name="width" value={n.to_string()} checked={n == 320} autocomplete="off" />{ fill(&words.pixels, &[("n", &n)]) }</label>
        }
    };
    html! {
        <section class="to-look">
            <h2>{ text(&words.look_title) }</h2>
            <p>{ text(&words.look_about) }</p>
            <p class="remark cannot-show" hidden=true>{ text(&words.cannot_show) }</p>
            <div class="look">
                <fieldset class="widths"><legend>{ text(&words.width_label) }</legend>{ for [320, 768, 1024].map(width) }</fieldset>
                <button type="button" class="show">{ text(&words.show) }</button>
                <div class="stage" role="group" tabindex="0" aria-label={text(&words.frame_label)} hidden=true></div>
            </div>
        </section>
    }
}

/// A place with its code, for the first lesson.
fn shown(edition: &Edition, place: &Place<'_>, root: &str, open: bool) -> Html {
    let words = &*edition.sites_words;
    let language = &edition.language;
    let (id, title) =
        edition.lessons.first().map(|lesson| (lesson.id.to_string(), lesson.title.clone())).unwrap_or_default();
    let query = match (place.code, place.is_fixed) {
        (Code::Lesson, _) => "",
        (_, true) => "?embed&fit=height",
        (_, false) => "?embed",
    };
    let pattern = place.code.pattern();
    let code = pattern
        .replace("#src", &format!("{root}{language}/{id}/{query}"))
        .replace("#script", &format!("{root}embed.js"))
        .replace("#attributes", &format!("lesson=\"{id}\" lang=\"{language}\""))
        .replace("#title", &title.replace('&', "&amp;").replace('"', "&quot;"));
    let label = fill(&words.code_label, &[("place", place.name)]);
    // The sign `#` stands for the address of the course.
    let no_address = fill(&words.no_address, &[("address", &"#")]);
    let is_lesson = matches!(place.code, Code::Lesson);
    let line = |label: &Text, says: &Text| html! { <p><strong>{ text(label) }</strong>{ " " }{ text(says) }</p> };
    html! {
        <details class="place" {open} data-code={place.code.name()} data-pattern={pattern} data-fixed={place.is_fixed.then_some("")}>
            <summary>{ text(place.name) }</summary>
            <p>{ text(place.how) }</p>
            if is_lesson {
                <p class="remark lesson-alone" hidden=true>{ text(&words.lesson_alone) }</p>
                <p class="remark no-address" hidden=true data-text={no_address}></p>
            }
            <div class="code">
                <label><span>{ label }</span><textarea readonly=true rows="4" spellcheck="false" autocomplete="off" value={code} /></label>
                <button type="button" class="copy">{ text(&words.copy) }</button>
                <p role="status" data-copied={text(&words.copied)} data-select={text(&words.select)}></p>
            </div>
            { line(&words.works_label, place.works) }
            { line(&words.lacks_label, place.lacks) }
            <p class="tried">{ text(place.tried) }</p>
        </details>
    }
}

fn text(text: &Text) -> AttrValue {
    AttrValue::from(text.clone())
}
