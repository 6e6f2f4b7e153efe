//! The template of every page: `index.html` with the styles and the two scripts put in, and the policy that admits
//! just them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::app_files::find;
use crate::fingerprint::fingerprint;
use crate::offline::MARK;
use shanyraq::course::quoted;
use shanyraq::ui::{DESK, LESSONS, frame_code};

/// What is put into the template for one page. All texts are HTML already.
pub(crate) struct Slots<'a> {
    pub(crate) lang: &'a str,
    pub(crate) root: &'a str,
    pub(crate) path: &'a str,
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
    /// What other sites read of the page to show it: see [`crate::card`].
    pub(crate) card: &'a str,
    pub(crate) alternates: &'a str,
    pub(crate) body: &'a str,
    pub(crate) failure: &'a str,
    pub(crate) data: &'a str,
    /// The program that runs in the page: the name of its files, without endings.
    pub(crate) app: Option<&'a str>,
    /// A script of this page alone.
    pub(crate) script: Option<&'a str>,
}

/// The template.
pub(crate) struct Template {
    html: String,
    /// What stands for the name of the build until all is written.
    pub(crate) build: String,
    /// What follows the name of a program in the names of its files.
    pub(crate) programs: String,
    /// The styles of pages of lessons.
    style: String,
    /// The styles of the pages around the lessons.
    desk_style: String,
    /// The styles of pages without a program.
    still_style: String,
    /// The styles of all pages, for the one file that holds them.
    whole_style: String,
    /// The icon as an address that holds it: one request less on a slow line.
    icon: String,
    /// The script of the head.
    head: String,
    /// The script that starts the program.
    boot: String,
    /// The script of the file that holds the whole course.
    pub(crate) whole: String,
    /// The styles that only frames put on, and the script that only frames load, to be filled in.
    frame_style: String,
    pub(crate) frame: String,
    /// The script of pages that answers from a frame are brought to, to be filled in.
    frame_answers: String,
    /// The script of the page that leads on from an address with parameters.
    pub(crate) forward: String,
    /// The script for pages around frames.
    pub(crate) embed: String,
    /// The script of the page for unknown addresses.
    pub(crate) not_found: String,
    /// The script of pages to print.
    pub(crate) print: String,
    /// The script of the page of claims.
    pub(crate) claims: String,
    /// The script of the page of figures.
    pub(crate) figures: String,
    /// The script of the page for other sites.
    pub(crate) for_sites: String,
    /// The styles and the script of the report on a frame, to be filled in.
    doctor_style: String,
    doctor: String,
}

/// Where the content of a page begins, in the template.
const APP: &str = "<div id=\"app\">";

/// The style sheet that only pages without a program need, and that which only the pages around the lessons need.
const STILL_SHEET: &str = "still";
const DESK_SHEET: &str = "desk";
/// The one that only frames put on.
const FRAME_SHEET: &str = "frame";
/// The one of the report on a frame, and that of codes to copy, which the page for other sites needs too.
const DOCTOR_SHEET: &str = "doctor";
const CODE_SHEET: &str = "code";

impl Template {
    /// Reads the template and what is put into all pages. The styles are those that Trunk has minified.
    pub(crate) fn read(source: &Path, staging: &Path, programs: &str) -> Result<Self> {
        let html = fs::read_to_string(source.join("index.html")).context("cannot read index.html")?;
        let (mut style, mut desk_style, mut still_style) = (String::new(), String::new(), String::new());
        let mut whole_style = String::new();
        let (mut frame_style, mut doctor_style) = (String::new(), String::new());
        for line in html.lines().filter(|line| line.contains(r#"rel="css""#)) {
            let href = line.split(r#"href=""#).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
            let stem = Path::new(href).file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let path = find(staging, &format!("{stem}-"), ".css")?;
            let sheet = fs::read_to_string(&path)?;
            match &*stem {
                STILL_SHEET => still_style.push_str(&sheet),
                DESK_SHEET => desk_style.push_str(&sheet),
                FRAME_SHEET => frame_style.push_str(&sheet),
                DOCTOR_SHEET => doctor_style.push_str(&sheet),
                CODE_SHEET => [&mut still_style, &mut doctor_style].into_iter().for_each(|all| all.push_str(&sheet)),
                _ => [&mut style, &mut desk_style, &mut still_style].into_iter().for_each(|all| all.push_str(&sheet)),
            }
            // Of frames the file has the styles in the script that puts them on; reports on them it has not.
            if stem != FRAME_SHEET && stem != DOCTOR_SHEET {
                whole_style.push_str(&sheet);
            }
            fs::remove_file(path)?;
        }
        let kept = |line: &&str| !line.contains("data-trunk") && !line.starts_with("<!--");
        let html = html.lines().filter(kept).collect::<Vec<_>>().join("\n");
        let icon = fs::read_to_string(source.join("static/icons/icon.svg")).context("cannot read the icon")?;
        let icon = format!("data:image/svg+xml,{}", icon.trim().replace('"', "'").replace('#', "%23"));
        let copying = script(source, "copying.js")?;
        let with_copying = |name: &str| Ok::<_, anyhow::Error>(script(source, name)?.replace("/*copying*/", &copying));
        Ok(Self {
            html,
            build: MARK.to_owned(),
            programs: programs.to_owned(),
            style,
            desk_style,
            still_style,
            whole_style,
            icon,
            head: script(source, "head.js")?,
            boot: script(source, "boot.js")?,
            whole: script(source, "whole.js")?,
            not_found: script(source, "not-found.js")?,
            print: script(source, "print.js")?,
            claims: script(source, "claims.js")?,
            figures: script(source, "figures.js")?,
            for_sites: with_copying("for-sites.js")?,
            doctor_style,
            doctor: with_copying("doctor.js")?,
            frame_style,
            frame: script(source, "frame.js")?,
            frame_answers: script(source, "frame-answers.js")?,
            forward: script(source, "embed-forward.js")?,
            embed: script(source, "embed.js")?,
        })
    }

    /// Fills the words, as JSON by language, into the script that frames load and the one that takes in their answers.
    /// Returns the names and the texts of their files; from now on pages ask for them by these names, which are made of
    /// what they say.
    pub(crate) fn settle_frame(&mut self, words: &str, answers_words: &str) -> [(String, String); 2] {
        let frame = with_words(&self.frame, words, &self.frame_style);
        // The file that holds the whole course has it in itself.
        self.frame.clone_from(&frame);
        let answers = with_words(&self.frame_answers, answers_words, "");
        [self.named("frame", frame), self.named("frame-answers", answers)]
    }

    /// The name of a script by what it says, and the script; the boot script sends for it by that name.
    fn named(&mut self, stem: &str, text: String) -> (String, String) {
        let name = named_by_bytes(stem, &text);
        self.boot = self.boot.replace(&format!("\"{stem}.js\""), &format!("\"{name}\""));
        (name, text)
    }

    /// The same with the script of the report on a frame, for which that script asks: to be settled before it.
    pub(crate) fn settle_doctor(&mut self, words: &str) -> (String, String) {
        let text = with_words(&self.doctor, words, &self.doctor_style);
        let text = text.replace("/*code*/\"\"", &quoted(&frame_code()));
        let text = text.replace("/*program*/\"\"", &quoted(&format!("{}{}.wasm", LESSONS.name, self.programs)));
        let name = named_by_bytes("doctor", &text);
        self.frame = self.frame.replace("\"doctor.js\"", &format!("\"{name}\""));
        (name, text)
    }

    /// A page.
    pub(crate) fn fill(&self, slots: &Slots<'_>) -> String {
        let styles = match slots.app {
            None => &self.still_style,
            Some(app) if app.starts_with(DESK.name) => &self.desk_style,
            Some(_) => &self.style,
        };
        self.fill_styled(slots, styles, &self.boot)
    }

    /// The file that holds the whole course: with the styles of all its pages. Its boot script sends for nothing.
    pub(crate) fn fill_whole(&self, slots: &Slots<'_>) -> String {
        let sends = |line: &&str| line.contains("\"frame-");
        let boot = self.boot.lines().filter(|line| !sends(line)).collect::<Vec<_>>().join("\n");
        self.fill_styled(slots, &self.whole_style, &boot)
    }

    /// What a finished page holds in its element `app`, without the boot script, and what stands after that element.
    pub(crate) fn content_of<'page>(&self, page: &'page str) -> Option<(String, &'page str)> {
        let (body, after) = page.split_once(APP)?.1.rsplit_once("</div>")?;
        Some((body.replace(&element(&self.boot), ""), after))
    }

    fn fill_styled(&self, slots: &Slots<'_>, styles: &str, boot: &str) -> String {
        let head = element(&self.head);
        let body = with_boot(slots.body, boot);
        let script = slots.script.map(element).unwrap_or_default();
        let style = format!("<style>{styles}</style>");
        let csp = policy(styles, [self.head.as_str(), boot].into_iter().chain(slots.script));
        let values = [
            ("lang", slots.lang),
            ("root", slots.root),
            ("path", slots.path),
            ("app", slots.app.unwrap_or_default()),
            ("build", &self.build),
            ("icon", &self.icon),
            ("csp", &csp),
            ("title", slots.title),
            ("description", slots.description),
            ("card", slots.card),
            ("alternates", slots.alternates),
            ("style", &style),
            ("head", &head),
            ("body", &body),
            ("failure", slots.failure),
            ("data", &format!("{script}{}", slots.data)),
        ];
        let mut page = String::with_capacity(self.html.len() + slots.body.len() + slots.data.len() + style.len());
        let mut rest = self.html.as_str();
        // Once through, so that braces in what is put in are never taken for a slot.
        while let Some((before, after)) = rest.split_once('{') {
            page.push_str(before);
            let slot = after
                .split_once('}')
                .and_then(|(name, rest)| values.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v, rest)));
            if let Some((value, after)) = slot {
                page.push_str(value);
                rest = after;
            } else {
                page.push('{');
                rest = after;
            }
        }
        page.push_str(rest);
        page
    }
}

/// The body with the boot script before the first button of the first question, which needs it; where nothing is asked,
/// after the head of the content. Earlier it would hold up what is painted first, and the first option to be tapped.
fn with_boot(body: &str, boot: &str) -> String {
    let content = body.find("<main").unwrap_or_default();
    let after = |mark: &str, start: usize| body.get(start..)?.find(mark).map(|at| start + at);
    let button = after("class=\"question-card", content).and_then(|card| after("<button", card));
    let head = || after("</header>", content).map(|at| at + "</header>".len());
    let (before, after) = body.split_at(button.or_else(head).unwrap_or(content));
    format!("{before}{}{after}", element(boot))
}

/// A script as an element.
fn element(script: &str) -> String {
    format!("<script>{script}</script>")
}

/// The Content Security Policy (CSP Level 3): our own files, this style, these scripts, and what the boot
/// script adds (`strict-dynamic`). Not `'self'`: beside `strict-dynamic` it is ignored, and Firefox complains.
fn policy<'a>(style: &str, scripts: impl Iterator<Item = &'a str>) -> String {
    let scripts: Vec<String> = scripts.map(|script| format!(" {}", hash(script))).collect();
    format!(
        "default-src 'self'; script-src 'wasm-unsafe-eval'{} 'strict-dynamic'; style-src {}; \
         img-src 'self' data:; worker-src 'self'; base-uri 'none'; object-src 'none'; form-action 'none'",
        scripts.concat(),
        hash(style)
    )
}

/// A script with its words and its styles.
fn with_words(script: &str, words: &str, style: &str) -> String {
    script.replace("/*words*/{}", words).replace("/*style*/\"\"", &quoted(style))
}

/// The name of a script that is kept for ever.
fn named_by_bytes(name: &str, text: &str) -> String {
    format!("{name}-{}.js", fingerprint([text.as_bytes()]))
}

/// A script of ours. Its comments are for us: they need not travel.
pub(crate) fn script(source: &Path, name: &str) -> Result<String> {
    let text =
        fs::read_to_string(source.join("static").join(name)).with_context(|| format!("cannot read static/{name}"))?;
    Ok(text.lines().map(str::trim).filter(|line| !line.starts_with("//")).collect::<Vec<_>>().join("\n"))
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_boot_script_stands_before_the_first_button_of_a_question() {
        let card = "<section class=\"question-card open\"><input><div>";
        let body =
            format!("<button>Menu</button><main><header></header>{card}<button>Check</button></div></section></main>");
        let head = format!("<button>Menu</button><main><header></header>{card}");
        assert_eq!(with_boot(&body, "x"), body.replace(&head, &format!("{head}<script>x</script>")));
    }

    #[test]
    fn where_nothing_is_asked_it_stands_after_the_head_of_the_content() {
        let body = "<header></header><main><header></header><button>Print</button></main>";
        let page = "<header></header><main><header></header><script>x</script><button>Print</button></main>";
        assert_eq!(with_boot(body, "x"), page);
        assert_eq!(with_boot("<main></main>", "x"), "<script>x</script><main></main>");
    }
}
