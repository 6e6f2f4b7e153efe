//! Every page and every state of a page, rendered natively: those of the small course against `snapshots/`, those of
//! the shipped course against what must be true of any page.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "what goes wrong in a test is to be seen; the switches of clippy.toml do not reach functions beside tests"
)]

#[path = "snapshots/html.rs"]
mod html;
#[path = "diagnostics/small_course.rs"]
mod small_course;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;
use std::sync::OnceLock;

use html::Element;
use shanyraq::authoring::{check, read_folder};
use shanyraq::course::{Course, Edition, Lesson, Page, Parallel, Reference, Words};
use shanyraq::host::MemoryHost;
use shanyraq::id::{LanguageId, LessonId, Text};
use shanyraq::learner::{Answer, Event, Minute, Moment, Progress, Verdict};
use shanyraq::quiz::samples::{partial_response, wrong_response};
use shanyraq::quiz::{Question, Response, Task};
use shanyraq::ui::{
    Address, AppProps, ChooseLanguage, ChooseLanguageProps, HostHandle, Kept, Links, NotFound, NotFoundProps, Print,
    Regret, Start, View, embed_page, head, lesson_page, parallel_page, print_page, program_of, reference_page,
};
use yew::BaseComponent;

fn rendered<C: BaseComponent>(props: C::Properties) -> Element {
    Element::parse(&wait(yew::LocalServerRenderer::<C>::with_props(props).hydratable(false).render()))
}

fn wait<T>(rendering: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, rendering)
}

fn served(course: &Course, edition: &Edition, id: &LessonId) -> Page {
    let lesson = edition.lessons.iter().find(|lesson| lesson.id == *id).expect("a lesson of the course");
    wait(lesson_page(course, edition, lesson))
}

/// A view of a course in one of its languages, for a learner who has come so far.
fn page(course: &Course, edition: &Edition, view: &View, progress: &Progress) -> Element {
    let address = Address { language: edition.language.clone(), view: view.clone() };
    let page = match view {
        View::Cover | View::Practice | View::Progress | View::Search => course.desk(edition),
        View::Lesson(id) | View::Result(id) => served(course, edition, id),
    };
    let start = Start {
        page: Rc::new(page),
        progress: progress.clone(),
        kept: Kept::default(),
        served: Text::from(""),
        links: Links { root: "../".repeat(address.depth()).into(), to_files: false },
        still: true,
        address,
        build: "test".into(),
    };
    let host = HostHandle(Rc::new(MemoryHost::default()));
    let props = AppProps { host, start: Rc::new(start), program: program_of(view) };
    Element::parse(&wait(shanyraq::ui::rendered(props, false)))
}

/// A page to print.
fn printed(edition: &Edition, lesson: &Lesson, print: Print) -> Element {
    Element::parse(&wait(print_page(edition, lesson, print)))
}

/// The English page of a course to look things up in.
fn looked_up(course: &Course, reference: Reference) -> Element {
    Element::parse(&wait(reference_page(course, &course.editions[1], reference, None)))
}

/// A lesson in two languages.
fn beside(course: &Course, parallel: &Parallel<'_>) -> Element {
    Element::parse(&wait(parallel_page(course, parallel)))
}

/// The first page in two languages of a lesson of the small course.
fn small_beside(lesson: &LessonId) -> Element {
    let course = small();
    let parallels = course.parallels();
    beside(
        &course,
        parallels.iter().find(|parallel| parallel.own.lesson.id == *lesson).expect("a lesson of the course"),
    )
}

/// How a learner answers.
#[derive(Clone, Copy)]
enum Way {
    Silent,
    Right,
    Wrong,
    /// Where there is more than one point; silent elsewhere.
    Part,
    Unsure,
}

impl Way {
    const ALL: [Self; 5] = [Self::Silent, Self::Right, Self::Wrong, Self::Part, Self::Unsure];

    fn response(self, question: &Question) -> Option<Response> {
        match self {
            Self::Silent => None,
            Self::Right => Some(question.right_response()),
            Self::Unsure => Some(Response::Unsure),
            Self::Wrong => Some(wrong_response(question)),
            Self::Part => partial_response(question),
        }
    }
}

/// Progress of one who answered the questions of a lesson, each in the way that `way` finds.
fn answers(lesson: &Lesson, way: impl Fn(&Question) -> Way) -> Progress {
    lesson.questions().fold(Progress::default(), |progress, question| {
        let Some(response) = way(question).response(question) else { return progress };
        let verdict = Verdict::of(question.mark(&response)).expect("an answer");
        let answer =
            Answer { revision: question.revision, response, verdict, moment: Moment::default(), certainty: None };
        progress.apply(Event::Answered(question.id.clone(), answer))
    })
}

// The small course, state by state.

fn small() -> Course {
    check(&small_course::files(), small_course::today()).0.expect("the small course has no mistake")
}

fn first() -> LessonId {
    LessonId::from("first")
}

/// The lesson with a question of each kind.
fn kinds() -> LessonId {
    LessonId::from("kinds")
}

/// The English page of the small course.
fn small_page(view: &View, progress: impl FnOnce(&Lesson) -> Progress) -> Element {
    let course = small();
    let edition = &course.editions[1];
    page(&course, edition, view, &progress(&edition.lessons[0]))
}

/// The answered question cards of the first lesson.
fn cards(way: Way) -> String {
    cards_of(&first(), way)
}

fn cards_of(lesson: &LessonId, way: Way) -> String {
    let course = small();
    let edition = &course.editions[1];
    let authored = edition.lessons.iter().find(|known| known.id == *lesson).expect("a lesson of the course");
    let page = page(&course, edition, &View::Lesson(lesson.clone()), &answers(authored, |_| way));
    let cards = page.all().into_iter().filter(|element| element.has_class("question-card"));
    let states = cards.filter(|card| !card.has_class("open"));
    states.map(ToString::to_string).collect()
}

macro_rules! states {
    ($($name:ident: $rendered:expr;)*) => {$(
        #[test]
        fn $name() {
            let mut settings = insta::Settings::clone_current();
            settings.set_prepend_module_to_snapshot(false);
            settings.set_omit_expression(true);
            settings.bind(|| insta::assert_snapshot!(stringify!($name), $rendered));
        }
    )*};
}

states! {
    the_cover: small_page(&View::Cover, |_| Progress::default());
    the_cover_with_progress: small_page(&View::Cover, |lesson| {
        answers(lesson, |question| if matches!(question.task, Task::Ordering(_)) { Way::Wrong } else { Way::Right })
            .apply(Event::Reached(first(), lesson.sections[1].id.clone(), Minute(1)))
    });
    the_cover_when_a_lesson_is_learned: small_page(&View::Cover, |lesson| answers(lesson, |_| Way::Right));
    a_lesson: small_page(&View::Lesson(first()), |_| Progress::default());
    the_last_lesson: small_page(&View::Lesson(LessonId::from("second")), |_| Progress::default());
    questions_answered_rightly: cards(Way::Right);
    questions_answered_wrongly: cards(Way::Wrong);
    questions_answered_partly_rightly: cards(Way::Part);
    questions_answered_with_i_do_not_know_yet: cards(Way::Unsure);
    all_kinds: small_page(&View::Lesson(kinds()), |_| Progress::default());
    all_kinds_answered_rightly: cards_of(&kinds(), Way::Right);
    all_kinds_answered_wrongly: cards_of(&kinds(), Way::Wrong);
    all_kinds_answered_partly_rightly: cards_of(&kinds(), Way::Part);
    all_kinds_answered_with_i_do_not_know_yet: cards_of(&kinds(), Way::Unsure);
    a_sheet_to_print: printed(&small().editions[1], &small().editions[1].lessons[2], Print::Sheet);
    a_key_to_print: printed(&small().editions[1], &small().editions[1].lessons[2], Print::Key);
    the_glossary: looked_up(&small(), Reference::Glossary);
    the_claims: looked_up(&small(), Reference::Claims);
    the_page_about_the_course: looked_up(&small(), Reference::About);
    the_page_for_other_sites: looked_up(&small(), Reference::ForSites);
    a_lesson_in_two_languages: small_beside(&first());
    all_kinds_in_two_languages: small_beside(&kinds());
    the_page_of_figures: looked_up(&small(), Reference::Figures);
    practice: small_page(&View::Practice, |_| Progress::default());
    search: small_page(&View::Search, |_| Progress::default());
    progress_before_any_answer: small_page(&View::Progress, |_| Progress::default());
    progress_when_a_lesson_is_learned: small_page(&View::Progress, |lesson| answers(lesson, |_| Way::Right));
    questions_half_answered: {
        let page = small_page(&View::Lesson(first()), |lesson| {
            let draft = |progress: Progress, question: &Rc<Question>| {
                let response = Way::Part.response(question).or_else(|| Way::Wrong.response(question)).expect("a response");
                progress.apply(Event::Drafted(question.id.clone(), response))
            };
            lesson.questions().fold(Progress::default(), draft)
        });
        page.all().into_iter().filter(|element| element.name == "fieldset" && element.attribute("aria-describedby").is_some())
            .map(ToString::to_string).collect::<String>()
    };
    a_result_before_any_answer: small_page(&View::Result(first()), |_| Progress::default());
    a_result_with_wrong_answers_and_open_questions: small_page(&View::Result(first()), |lesson| {
        answers(lesson, |question| match question.task {
            Task::Single(_) => Way::Wrong,
            Task::Multiple(_) => Way::Part,
            Task::Ordering(_)
            | Task::TrueFalse(_)
            | Task::Matching(_)
            | Task::Categorise(_)
            | Task::Cloze(_)
            | Task::Short(_)
            | Task::Pick(_)
            | Task::Evidence(_) => Way::Silent,
        })
    });
    a_result_with_everything_right: small_page(&View::Result(first()), |lesson| answers(lesson, |_| Way::Right));
    the_choice_of_language: rendered::<ChooseLanguage>(ChooseLanguageProps { languages: languages(&small()) });
    a_page_that_is_not_found: regret(&small(), Regret::no_page, "");
    a_page_that_is_not_kept: regret(&small(), Regret::no_network, "../");
}

fn languages(course: &Course) -> Vec<(LanguageId, Rc<Words>)> {
    course.editions.iter().map(|edition| (edition.language.clone(), Rc::clone(&edition.words))).collect()
}

/// A page that regrets, in every language.
fn regret(course: &Course, why: fn(&Edition) -> Regret, root: &'static str) -> Element {
    rendered::<NotFound>(NotFoundProps { regrets: course.editions.iter().map(why).collect(), root: root.into() })
}

#[test]
fn the_head_of_a_page_says_what_it_is() {
    let course = small();
    let edition = &course.editions[1];
    let title = |view: &View| {
        let address = Address { language: edition.language.clone(), view: view.clone() };
        let page = match view {
            View::Cover | View::Practice | View::Progress | View::Search => course.desk(edition),
            View::Lesson(id) | View::Result(id) => served(&course, edition, id),
        };
        head(&page, &address).title
    };
    assert_eq!(title(&View::Cover), "en course title – en course tagline");
    assert_eq!(title(&View::Search), "en search title – en course title");
    assert_eq!(title(&View::Lesson(first())), "From a forum to a house – en course title");
    assert_eq!(title(&View::Result(first())), "en result title From a forum to a house – en course title");
}

// The shipped course: what must be true of any page.

fn shipped() -> Course {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = read_folder(&folder).expect("the content");
    check(&files, small_course::today()).0.expect("the shipped content has no mistake")
}

/// A page of the shipped course.
struct Shipped {
    /// Its address.
    path: String,
    /// Which language of the course it is in; the first for a page that is in all.
    language: usize,
    page: Element,
}

/// Every page of the shipped course in every language, fresh and after answers of every kind. Rendered once.
fn every_page() -> &'static [Shipped] {
    static PAGES: OnceLock<Vec<Shipped>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let course = shipped();
        let mut pages = Vec::new();
        for (language, edition) in course.editions.iter().enumerate() {
            for view in views(edition) {
                let path = Address { language: edition.language.clone(), view: view.clone() }.to_string();
                for way in Way::ALL {
                    let progress = answers(&edition.lessons[0], |_| way);
                    let page = page(&course, edition, &view, &progress);
                    pages.push(Shipped { path: path.clone(), language, page });
                }
            }
        }
        for (language, edition) in course.editions.iter().enumerate() {
            for lesson in &edition.lessons {
                for print in Print::ALL {
                    let path = format!("{}/{}/{}/", edition.language, lesson.id, print.path());
                    pages.push(Shipped { path, language, page: printed(edition, lesson, print) });
                }
            }
        }
        for (language, edition) in course.editions.iter().enumerate() {
            for reference in Reference::ALL {
                let path = format!("{}/{}/", edition.language, reference.path());
                let page = Element::parse(&wait(reference_page(&course, edition, reference, None)));
                pages.push(Shipped { path, language, page });
            }
        }
        for parallel in course.parallels() {
            let is_own = |edition: &Edition| edition.language == parallel.own.edition.language;
            let language = course.editions.iter().position(is_own).expect("a language of the course");
            pages.push(Shipped { path: parallel.path(), language, page: beside(&course, &parallel) });
        }
        let languages = languages(&course);
        let page = rendered::<ChooseLanguage>(ChooseLanguageProps { languages });
        pages.push(Shipped { path: "index.html".to_owned(), language: 0, page });
        let page = regret(&course, Regret::no_page, "");
        pages.push(Shipped { path: "404.html".to_owned(), language: 0, page });
        let page = regret(&course, Regret::no_network, "../");
        pages.push(Shipped { path: "offline/index.html".to_owned(), language: 0, page });
        let page = Element::parse(&wait(embed_page(&course)));
        pages.push(Shipped { path: "embed/".to_owned(), language: 0, page });
        pages
    })
}

fn views(edition: &Edition) -> Vec<View> {
    let of_lesson = |lesson: &Rc<Lesson>| [View::Lesson(lesson.id.clone()), View::Result(lesson.id.clone())];
    [View::Cover, View::Practice, View::Progress, View::Search]
        .into_iter()
        .chain(edition.lessons.iter().flat_map(of_lesson))
        .collect()
}

#[test]
fn whatever_can_be_found_is_there() {
    for document in shipped().editions.iter().flat_map(Edition::documents) {
        let (path, anchor) = document.path.split_once('#').unwrap_or((&document.path, "content"));
        let known = every_page().iter().find(|known| known.path == path);
        let page = &known.unwrap_or_else(|| panic!("{path}: there is no such page")).page;
        let is_there = page.all().into_iter().any(|element| element.attribute("id") == Some(anchor));
        assert!(is_there, "{}: there is no such place", document.path);
    }
}

#[test]
fn whatever_is_referred_to_is_there_and_there_once() {
    let anchors = |page: &'static Element| page.all().into_iter().filter_map(|element| element.attribute("id"));
    let pages: BTreeMap<&str, &Element> = every_page().iter().map(|known| (&*known.path, &known.page)).collect();
    for Shipped { path: name, page, .. } in every_page() {
        let mut ids = BTreeSet::new();
        anchors(page).for_each(|id| assert!(ids.insert(id), "{name}: two elements are named {id}"));
        for element in page.all() {
            for key in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
                let referred = element.attribute(key).unwrap_or_default().split_whitespace();
                referred.for_each(|id| assert!(ids.contains(id), "{name}: {key}={id} refers to nothing"));
            }
            let Some(link) = element.attribute("href") else { continue };
            if let Some(id) = link.strip_prefix('#') {
                assert!(ids.contains(id), "{name}: the link {link} leads nowhere");
            } else if !link.starts_with("https://") && !link.starts_with("http://") {
                let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
                let path = path.split('?').next().unwrap_or_default();
                let path = if path.is_empty() { name.clone() } else { path_from(name, path) };
                let target = pages.get(&*path).unwrap_or_else(|| panic!("{name}: there is no page {link}"));
                assert!(anchor.is_empty() || anchors(target).any(|id| id == anchor), "{name}: {link} leads nowhere");
            }
        }
    }
}

/// The path to which a relative link in a page leads.
fn path_from(page: &str, link: &str) -> String {
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    let mut rest = link;
    while let Some(above) = rest.strip_prefix("../") {
        folders.pop().expect("a link stays within the course");
        rest = above;
    }
    folders.into_iter().chain([rest]).collect::<Vec<_>>().join("/")
}

#[test]
fn every_section_and_question_of_a_lesson_stands_beside_itself_in_another_language() {
    let course = shipped();
    let parallels = course.parallels();
    let lessons: usize = course.editions.iter().map(|edition| edition.lessons.len()).sum();
    assert_eq!(parallels.len(), lessons * (course.editions.len() - 1));
    for parallel in &parallels {
        let name = parallel.path();
        let Shipped { page, .. } = every_page().iter().find(|page| page.path == name).expect("a page of the course");
        let all = page.all();
        let says = |id: &str, own: &Text, other: &Text| {
            let element = all.iter().find(|element| element.attribute("id") == Some(id));
            let element = element.unwrap_or_else(|| panic!("{name}: {id} is missing"));
            for (text, is_other) in [(own, false), (other, true)] {
                let is_there = element.texts().contains(&(&**text, is_other));
                assert!(is_there, "{name}: {id} does not say “{text}” in its own place");
            }
        };
        let sections = parallel.own.lesson.sections.iter().zip(&parallel.other.lesson.sections);
        sections.for_each(|(own, other)| says(own.id.as_str(), &own.title, &other.title));
        let questions = parallel.own.lesson.questions().zip(parallel.other.lesson.questions());
        questions.for_each(|(own, other)| says(own.id.as_str(), &own.prompt, &other.prompt));
        for pair in all.iter().filter(|element| element.has_class("pair")) {
            let halves: Vec<&Element> = pair.children().collect();
            assert_eq!(halves.len(), 2, "{name}: a pair has two halves: {pair}");
            let says_nothing = halves.iter().find(|half| half.text().trim().is_empty());
            assert!(says_nothing.is_none(), "{name}: one language says nothing: {pair}");
        }
    }
}

#[test]
fn headings_are_one_h1_and_skip_no_level() {
    for Shipped { path: name, page, .. } in every_page() {
        let level = |element: &&Element| element.name.strip_prefix('h').and_then(|level| level.parse::<u32>().ok());
        let levels: Vec<u32> = page.all().iter().filter_map(level).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{name}: a page has one h1");
        let skipped = levels.windows(2).find(|pair| pair[1] > pair[0] + 1);
        assert_eq!(skipped, None, "{name}: a heading skips a level");
        let empty = page.all().into_iter().find(|element| level(element).is_some() && element.text().trim().is_empty());
        assert!(empty.is_none(), "{name}: a heading says nothing");
    }
}

#[test]
fn whatever_is_drawn_or_operated_has_a_name() {
    for Shipped { path: name, page, .. } in every_page() {
        let labelled = page.all().into_iter().filter(|element| element.name == "label").flat_map(Element::all);
        let labelled: Vec<&Element> = labelled.collect();
        let of_labels: BTreeSet<&str> = page.all().into_iter().filter_map(|element| element.attribute("for")).collect();
        for element in page.all() {
            let label = element.attribute("aria-label").unwrap_or_default().trim();
            let has_name = match element.name.as_str() {
                "svg" => {
                    let is_drawing = element.attribute("role") == Some("img") && !label.is_empty();
                    is_drawing || element.attribute("aria-hidden") == Some("true")
                }
                "img" => element.attribute("alt").is_some(),
                "input" | "select" if !label.is_empty() => true,
                "input" if element.attribute("id").is_some_and(|id| of_labels.contains(id)) => true,
                "input" | "select" => labelled.iter().any(|known| std::ptr::eq(*known, element)),
                "button" | "a" | "summary" | "legend" | "label" => {
                    !label.is_empty() || !element.text().trim().is_empty()
                }
                _ => element.attribute("aria-label").is_none() || !label.is_empty(),
            };
            assert!(has_name, "{name}: nothing says what this is: {element}");
            if element.name == "button" {
                assert_eq!(element.attribute("type"), Some("button"), "{name}: no form is sent from here: {element}");
            }
        }
    }
}

#[test]
fn no_page_needs_what_the_policy_forbids() {
    for Shipped { path: name, page, .. } in every_page() {
        for element in page.all() {
            let forbidden = element.attributes.iter().find(|(key, _)| key == "style" || key.starts_with("on"));
            assert_eq!(forbidden, None, "{name}: {element}");
            assert!(!["script", "style", "iframe", "form"].contains(&element.name.as_str()), "{name}: {element}");
        }
    }
}

#[test]
fn every_place_for_a_value_is_filled() {
    for Shipped { path: name, page, .. } in every_page() {
        let texts =
            page.all().into_iter().flat_map(|element| element.attributes.iter().map(|(_, value)| value.clone()));
        for text in texts.chain([page.text()]) {
            assert!(places(&text).is_empty(), "{name}: {:?} was not filled in {text}", places(&text));
        }
    }
}

/// The marks `{name}` of a text.
fn places(text: &str) -> BTreeSet<&str> {
    let inner = text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name));
    inner.filter(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase())).collect()
}

#[test]
fn every_language_says_the_same_values() {
    let course = shipped();
    let words = |edition: &Edition| Vec::<Text>::from((*edition.words).clone());
    let original = words(&course.editions[0]);
    for edition in &course.editions[1..] {
        for (ours, theirs) in original.iter().zip(words(edition)) {
            assert_eq!(places(ours), places(&theirs), "{}: “{theirs}” and “{ours}”", edition.language);
        }
    }
}

#[test]
fn no_page_speaks_another_language() {
    let course = shipped();
    let words = |edition: &Edition| -> BTreeSet<String> {
        let texts = Vec::<Text>::from((*edition.words).clone());
        let parts =
            texts.iter().flat_map(|text| text.split(['{', '}']).map(|part| part.trim().to_owned()).collect::<Vec<_>>());
        parts.filter(|part| part.chars().filter(|c| c.is_alphabetic()).count() >= 4).collect()
    };
    for Shipped { path: name, language, page } in every_page() {
        let own = words(&course.editions[*language]);
        let others = course.editions.iter().enumerate().filter(|(other, _)| other != language);
        let others = others.flat_map(|(_, other)| words(other));
        let foreign: BTreeSet<String> = others.filter(|word| !own.contains(word)).collect();
        for (text, is_marked) in page.texts() {
            assert!(is_marked || !foreign.contains(text.trim()), "{name}: “{text}” is of another language");
        }
    }
}
