//! The finished course: where it lies, and what it says of its lessons.

use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    rc::Rc,
};

use anyhow::{Context, Result, bail};
use shanyraq::course::{Content, LessonPage, Outline, Page, Words, unsealed};
use shanyraq::quiz::Question;
use xtask::server::{Options, Server};

/// How many bytes are left of these in brotli as hosts compress ahead (docs/hosting.md): at its best, 11. The window of 22
/// bits, brotli's usual one, holds all of any file here, so a larger one makes no difference. Hosts that compress at every
/// request come to a tenth more.
///
/// # Errors
/// There is no memory for it.
pub fn in_brotli(bytes: &[u8]) -> Result<usize> {
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    packed.write_all(bytes)?;
    Ok(packed.into_inner().len())
}

/// The languages, the original first.
pub const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// A built course.
#[derive(Clone, Debug)]
pub struct Dist {
    folder: PathBuf,
}

/// A lesson in one language, with the words of the interface.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// The lesson and its claims.
    pub page: Rc<LessonPage>,
    /// The words.
    pub words: Rc<Words>,
}

impl Lesson {
    /// A question by its number, from 1.
    ///
    /// # Errors
    /// The lesson has fewer.
    pub fn question(&self, number: usize) -> Result<&Rc<Question>> {
        self.page.questions().nth(number - 1).with_context(|| format!("there is no question {number}"))
    }

    /// The first question that fits.
    ///
    /// # Errors
    /// None does.
    pub fn first(&self, fits: impl Fn(&Question) -> bool) -> Result<&Rc<Question>> {
        self.page.questions().find(|question| fits(question)).context("the lesson has no such question")
    }

    /// How many questions it has.
    pub fn total(&self) -> usize {
        self.page.questions().count()
    }

    /// “3 of 17 answered”.
    pub fn progress(&self, answered: usize) -> String {
        let (answered, total) = (answered.to_string(), self.total().to_string());
        fill(&self.words.lesson_progress, &[("answered", &answered), ("total", &total)])
    }

    /// “3 of 17 right”.
    pub fn score(&self, right: usize) -> String {
        let (right, total) = (right.to_string(), self.total().to_string());
        fill(&self.words.result_score, &[("right", &right), ("total", &total)])
    }
}

impl Dist {
    /// The course that `cargo xtask test` has built, or the one at the top of the repository.
    ///
    /// # Errors
    /// There is none.
    pub fn find() -> Result<Self> {
        let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
        Self::at(env::var_os("SHANYRAQ_DIST").map_or_else(usual, PathBuf::from))
    }

    /// The course in a folder.
    ///
    /// # Errors
    /// There is none in that folder.
    pub fn at(folder: PathBuf) -> Result<Self> {
        if !folder.join("404.html").is_file() {
            bail!("there is no course in {}: run `cargo xtask build`", folder.display());
        }
        Ok(Self { folder })
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Bytes of a file [in brotli](in_brotli).
    ///
    /// # Errors
    /// There is no such file.
    pub fn brotli(&self, path: &str) -> Result<usize> {
        in_brotli(&fs::read(self.folder.join(path)).with_context(|| format!("cannot read {path}"))?)
    }

    /// Serves it.
    ///
    /// # Errors
    /// The server cannot start.
    pub fn serve(&self, options: Options) -> Result<Server> {
        Server::start(&self.folder, options)
    }

    /// A page by the path of its data.
    fn page(&self, path: &str) -> Result<Page> {
        let file = self.folder.join(path).join("data.json");
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        unsealed::<Page>(&text, &self.build()?).with_context(|| format!("{} is no page of this build", file.display()))
    }

    /// The name of the build, as the pages say it.
    ///
    /// # Errors
    /// There is no cover in Kazakh.
    pub fn build(&self) -> Result<String> {
        let page = fs::read_to_string(self.folder.join("kk/index.html")).context("there is no cover in Kazakh")?;
        let build = page.split_once("data-build=\"").and_then(|(_, rest)| rest.split('"').next());
        build.map(str::to_owned).context("the cover does not name its build")
    }

    /// The cover in a language.
    ///
    /// # Errors
    /// Its data are missing or damaged.
    pub fn cover(&self, language: &str) -> Result<(Rc<Outline>, Rc<Words>)> {
        let page = self.page(language)?;
        match page.content {
            Content::Desk(outline) => Ok((outline, page.words)),
            Content::Lesson(_) => bail!("the data of the cover hold a lesson"),
        }
    }

    /// A lesson in a language.
    ///
    /// # Errors
    /// Its data are missing or damaged.
    pub fn lesson(&self, language: &str, lesson: &str) -> Result<Lesson> {
        let page = self.page(&format!("{language}/{lesson}"))?;
        match page.content {
            Content::Lesson(lesson) => Ok(Lesson { page: lesson, words: page.words }),
            Content::Desk(_) => bail!("the data of the lesson hold the cover"),
        }
    }

    /// The names of all lessons, in order.
    ///
    /// # Errors
    /// The data of the cover are missing or damaged.
    pub fn lessons(&self) -> Result<Vec<String>> {
        let (outline, _) = self.cover("kk")?;
        Ok(outline.lessons.iter().map(|lesson| lesson.id.to_string()).collect())
    }

    /// The course copied to another folder.
    ///
    /// # Errors
    /// The disk is full, or the like.
    pub fn copy_to(&self, folder: &Path) -> Result<Self> {
        copy(&self.folder, folder)?;
        Self::at(folder.to_owned())
    }
}

/// A phrase of the interface with values put in for its marks, such as `{n}`.
pub fn fill(phrase: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(phrase.to_owned(), |text, (mark, value)| text.replace(&format!("{{{mark}}}"), value))
}

/// A word of the interface as its author wrote it: those that the program never says are not in its data.
///
/// # Errors
/// There is no such word in that language.
pub fn word(language: &str, name: &str) -> Result<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../content/{language}/interface.toml"));
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut lines = text.lines().filter_map(|line| line.split_once(" = "));
    let found = lines.find_map(|(key, value)| (key == name).then(|| value.trim().trim_matches('"').to_owned()));
    found.with_context(|| format!("{} has no word {name}", file.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
