//! All pages: what they are, and where they lie.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use anyhow::{Context, Result};
use shanyraq::course::{Course, DoctorWords, Edition, Lesson, Page, Parallel, Reference, Words, quoted, sealed};
use shanyraq::host::MemoryHost;
use shanyraq::id::{LanguageId, Text};
use shanyraq::learner::Progress;
use shanyraq::ui::{
    Address, AppProps, ChooseLanguage, HostHandle, Kept, Links, NotFound, NotFoundProps, Print, Regret, Start, View,
    bank_path, documents_path, embed_page, head, lesson_bank, lesson_page, parallel_page, print_page, program_of,
    reference_page, rendered,
};

use crate::card::{Card, Site};
use crate::page::{escape, in_script, still};
use crate::template::{Slots, Template};

/// Writes the site.
pub(crate) async fn write(course: &Course, template: &mut Template, site: Option<&Site>, folder: &Path) -> Result<()> {
    let (name, doctor) = template.settle_doctor(&by_language(course, doctor_words));
    put(&folder.join(name), &doctor)?;
    let frame_words = by_language(course, frame_words);
    for (name, script) in template.settle_frame(&frame_words, &by_language(course, frame_answers_words)) {
        put(&folder.join(name), &script)?;
    }
    put(&folder.join("embed.js"), &template.embed)?;
    let template = &*template;
    for edition in &course.editions {
        for view in [View::Cover, View::Practice, View::Progress, View::Search] {
            let address = Address { language: edition.language.clone(), view };
            write_page(template, site, folder, &edition.words, &address, course.desk(edition)).await?;
        }
        for lesson in &edition.lessons {
            let page = lesson_page(course, edition, lesson).await;
            let address = Address { language: edition.language.clone(), view: View::Lesson(lesson.id.clone()) };
            let result = address.with(View::Result(lesson.id.clone()));
            write_page(template, site, folder, &edition.words, &result, page.clone()).await?;
            write_page(template, site, folder, &edition.words, &address, page).await?;
            for print in Print::ALL {
                write_print(template, folder, edition, lesson, print).await?;
            }
            let bank = sealed(&lesson_bank(edition, lesson).await, &template.build);
            put_to_fetch(folder, &bank_path(&edition.language, &lesson.id), &bank)?;
        }
        let documents = sealed(&edition.documents(), &template.build);
        put_to_fetch(folder, &documents_path(&edition.language), &documents)?;
        for reference in Reference::ALL {
            write_reference(course, template, site, folder, edition, reference).await?;
        }
    }
    for parallel in course.parallels() {
        write_parallel(course, template, folder, &parallel).await?;
    }
    write_embed(course, template, folder).await?;
    write_pages_without_program(course, template, folder).await
}

async fn write_page(
    template: &Template,
    site: Option<&Site>,
    folder: &Path,
    words: &Words,
    address: &Address,
    page: Page,
) -> Result<()> {
    let root = "../".repeat(address.depth());
    let program = program_of(&address.view);
    // A lesson as served holds what never changes in it as HTML: its data need not repeat it.
    let data = match &address.view {
        View::Lesson(_) => sealed(&page.without_stills(), &template.build),
        View::Cover | View::Practice | View::Progress | View::Search | View::Result(_) => {
            sealed(&page, &template.build)
        }
    };
    let file = matches!(address.view, View::Cover | View::Lesson(_)).then(|| sealed(&page, &template.build));
    let languages: Vec<LanguageId> = page.languages.iter().map(|choice| choice.id.clone()).collect();
    let alternates = alternates(&languages, &root, |id| address.in_language(id).to_string());
    let head = head(&page, address);
    let failure = failure(words);
    let language = page.language.to_string();
    let start = Start {
        address: address.clone(),
        page: Rc::new(page),
        progress: Progress::default(),
        kept: Kept::default(),
        served: Text::from(""),
        links: Links { root: root.clone().into(), to_files: false },
        still: true,
        build: template.build.as_str().into(),
    };
    let path = address.to_string();
    let card = Card {
        path: &path,
        language: &language,
        title: &head.title,
        description: &head.description,
        course: &words.course_title,
    };
    let is_lesson = matches!(address.view, View::Lesson(_));
    if let (Some(site), true) = (site, is_lesson) {
        put(&folder.join(&path).join("oembed.json"), &site.oembed(&card))?;
    }
    let props = AppProps { host: HostHandle(Rc::new(MemoryHost::default())), start: Rc::new(start), program };
    let html = template.fill(&Slots {
        lang: &language,
        root: &root,
        path: &path,
        title: &escape(&head.title),
        description: &escape(&head.description),
        card: &site.map(|site| site.head(&card, is_lesson)).unwrap_or_default(),
        alternates: &alternates,
        body: &rendered(props, true).await,
        failure: &failure,
        data: &format!("<script type=\"application/json\" id=\"data\">{}</script>", in_script(&data)),
        app: Some(&format!("{}{}", program.name, template.programs)),
        script: None,
    });
    put(&folder.join(&path).join("index.html"), &html)?;
    if let Some(file) = file {
        put(&folder.join(address.data_path()), &file)?;
    }
    Ok(())
}

/// Writes a page to print: no program runs in it.
async fn write_print(
    template: &Template,
    folder: &Path,
    edition: &Edition,
    lesson: &Lesson,
    print: Print,
) -> Result<()> {
    let words = &edition.words;
    let path = format!("{}/{}/{}/", edition.language, lesson.id, print.path());
    let body = print_page(edition, lesson, print).await;
    let html = template.fill(&Slots {
        lang: edition.language.as_str(),
        root: "../../../",
        path: "",
        title: &escape(&format!("{}: {} – {}", lesson.title, print.title(words), words.course_title)),
        description: &escape(&lesson.summary),
        card: "",
        alternates: "",
        body: &body,
        failure: "",
        data: "",
        app: None,
        script: Some(&template.print),
    });
    put(&folder.join(path).join("index.html"), &html)
}

/// Writes a page to look things up in: no program runs in it.
async fn write_reference(
    course: &Course,
    template: &Template,
    site: Option<&Site>,
    folder: &Path,
    edition: &Edition,
    reference: Reference,
) -> Result<()> {
    let words = &*edition.reference_words;
    let path = |language: &LanguageId| format!("{language}/{}/", reference.path());
    let body = reference_page(course, edition, reference, site.map(Site::address)).await;
    let script = match reference {
        Reference::Claims => Some(template.claims.as_str()),
        Reference::Figures => Some(template.figures.as_str()),
        Reference::ForSites => Some(template.for_sites.as_str()),
        Reference::Glossary | Reference::About => None,
    };
    let languages: Vec<LanguageId> = course.languages().into_iter().map(|choice| choice.id).collect();
    let html = template.fill(&Slots {
        lang: edition.language.as_str(),
        root: "../../",
        path: &path(&edition.language),
        title: &escape(&format!("{} – {}", reference.title(words), edition.words.course_title)),
        description: &escape(reference.about(words)),
        card: "",
        alternates: &alternates(&languages, "../../", path),
        body: &body,
        failure: "",
        data: "",
        app: None,
        script,
    });
    put(&folder.join(path(&edition.language)).join("index.html"), &html)
}

/// Writes a lesson in two languages: no program runs in it.
async fn write_parallel(course: &Course, template: &Template, folder: &Path, parallel: &Parallel<'_>) -> Result<()> {
    let Parallel { own, other } = parallel;
    let (words, path) = (&*own.edition.reference_words, parallel.path());
    let root = "../".repeat(path.matches('/').count());
    let languages: Vec<LanguageId> = course.languages().into_iter().map(|choice| choice.id).collect();
    let names = format!("{} – {}", own.edition.words.language_name, other.edition.words.language_name);
    let title = format!("{} ({names}) – {}", own.lesson.title, own.edition.words.course_title);
    let html = template.fill(&Slots {
        lang: own.edition.language.as_str(),
        root: &root,
        path: &path,
        title: &escape(&title),
        description: &escape(&words.parallel_about),
        card: "",
        alternates: &alternates(&languages, &root, |language| parallel.path_in(language)),
        body: &parallel_page(course, parallel).await,
        failure: "",
        data: "",
        app: None,
        script: None,
    });
    put(&folder.join(path).join("index.html"), &html)
}

/// The same page in every language, for the head.
fn alternates(languages: &[LanguageId], root: &str, path: impl Fn(&LanguageId) -> String) -> String {
    let link = |id: &LanguageId| format!("<link rel=\"alternate\" hreflang=\"{id}\" href=\"{root}{}\">", path(id));
    languages.iter().map(link).collect()
}

/// The line that the boot script shows if the program cannot load.
pub(crate) fn failure(words: &Words) -> String {
    let (text, button) = (escape(&words.app_failed), escape(&words.app_retry));
    format!("<div class=\"app-failed\" role=\"alert\"><p>{text}</p><button type=\"button\">{button}</button></div>")
}

/// The root and the page for unknown addresses: links and words, nothing to run.
async fn write_pages_without_program(course: &Course, template: &Template, folder: &Path) -> Result<()> {
    let languages: Vec<(LanguageId, Rc<Words>)> =
        course.editions.iter().map(|edition: &Edition| (edition.language.clone(), Rc::clone(&edition.words))).collect();
    let (first, words) = languages.first().context("a course has a language")?;
    let choose = still::<ChooseLanguage>(shanyraq::ui::ChooseLanguageProps { languages: languages.clone() }).await;
    let about = escape(&words.course_about);
    let course_title = escape(&words.course_title);
    let page = template.fill(&Slots { description: &about, ..plain(first, &choose, None, &course_title) });
    put(&folder.join("index.html"), &page)?;
    // The second stands in for a page that is not kept, where there is no network: in a folder of its own, for some
    // hosts leave out `.html`.
    for path in ["404.html", "offline/index.html"] {
        let why = if path == "404.html" { Regret::no_page } else { Regret::no_network };
        let regrets: Vec<Regret> = course.editions.iter().map(why).collect();
        let title = escape(regrets.first().context("a course has a language")?.title());
        let root = "../".repeat(path.matches('/').count());
        let body = still::<NotFound>(NotFoundProps { regrets, root: root.into() }).await;
        put(&folder.join(path), &template.fill(&plain(first, &body, Some(&template.not_found), &title)))?;
    }
    Ok(())
}

/// A page at the root, for which there is no lesson and no language but the first.
fn plain<'a>(language: &'a LanguageId, body: &'a str, script: Option<&'a str>, title: &'a str) -> Slots<'a> {
    Slots {
        lang: language.as_str(),
        root: "",
        path: "",
        title,
        description: "",
        card: "",
        alternates: "",
        body,
        failure: "",
        data: "",
        app: None,
        script,
    }
}

/// The page that leads from an address with parameters to the one that is meant.
async fn write_embed(course: &Course, template: &Template, folder: &Path) -> Result<()> {
    let first = course.editions.first().context("a course has a language")?;
    let html = template.fill(&Slots {
        lang: first.language.as_str(),
        root: "../",
        path: "",
        title: &escape(&first.words.course_title),
        description: &escape(&first.words.course_about),
        card: "",
        alternates: "",
        body: &embed_page(course).await,
        failure: "",
        data: "",
        app: None,
        script: Some(&template.forward),
    });
    put(&folder.join("embed/index.html"), &html)
}

/// Words of a script.
type Said = Vec<(&'static str, Text)>;

/// What the script of frames says.
fn frame_words(edition: &Edition) -> Said {
    let (frame, desk) = (&edition.frame_words, &edition.desk_words);
    vec![
        ("full", frame.full_version.clone()),
        ("at", frame.full_version_at.clone()),
        ("bring", frame.full_version_with_answers.clone()),
        ("without", frame.link_without_answers.clone()),
        ("long", frame.answers_too_long.clone()),
        ("limits", frame.frame_limits.clone()),
        ("bad", desk.bad_value.clone()),
    ]
}

/// What the script says that takes in the answers of a frame.
fn frame_answers_words(edition: &Edition) -> Said {
    let frame = &edition.frame_words;
    vec![
        ("take", frame.take_answers.clone()),
        ("yes", frame.take_answers_yes.clone()),
        ("no", frame.take_answers_no.clone()),
        ("taken", frame.answers_taken.clone()),
        ("unread", frame.answers_unread.clone()),
    ]
}

/// What the report on a frame says.
fn doctor_words(edition: &Edition) -> Said {
    let sites = &edition.sites_words;
    let of_sites =
        [("copy", &sites.copy), ("copied", &sites.copied), ("select", &sites.select), ("pixels", &sites.pixels)];
    let own = DoctorWords::TEXTS.iter().copied().zip(edition.doctor_words.texts());
    own.chain(of_sites.map(|(key, text)| (key, text.clone()))).collect()
}

/// What a script says, as JSON by language.
fn by_language(course: &Course, words: fn(&Edition) -> Said) -> String {
    let of_language = |edition: &Edition| {
        let words: Vec<String> =
            words(edition).iter().map(|(name, text)| format!("\"{name}\":{}", quoted(text))).collect();
        format!("{}:{{{}}}", quoted(edition.language.as_str()), words.join(","))
    };
    format!("{{{}}}", course.editions.iter().map(of_language).collect::<Vec<_>>().join(","))
}

/// A file that the program fetches, and the same as a script: for places where fetching is refused. The script puts it
/// under its own address, where the boot script finds it.
fn put_to_fetch(folder: &Path, path: &str, text: &str) -> Result<()> {
    put(&folder.join(path), text)?;
    let script = format!("(self.shanyraqFiles=self.shanyraqFiles||{{}})[document.currentScript.src]={}", quoted(text));
    put(&folder.join(format!("{path}.js")), &script)
}

fn put(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
