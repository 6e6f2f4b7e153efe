//! What the program needs from the world around it, and a plain world in memory for tests.
//!
//! Everything here may be refused: a sandboxed frame has no storage, a file has no fetch. Refusals are quiet values;
//! the lesson goes on.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use crate::id::QuestionId;
use crate::learner::Moment;
use crate::quiz::Response;

/// The world refused to read or keep something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// There is no storage here, or it must not be used.
    #[error("storage is not available here")]
    NoStorage,
    /// Storage is full.
    #[error("storage is full")]
    Full,
    /// The network or the server did not give the file.
    #[error("the file could not be fetched")]
    NotFetched,
}

/// A file on its way.
pub type Fetching = Pin<Box<dyn Future<Output = Result<String, Refused>>>>;

/// Something from outside that the program listens to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signal {
    /// The reader went back or forward; the path from the root of the course, such as `kk/nine-seats/`.
    Moved(String),
    /// Another tab changed what is stored under this key; `None` if it was removed.
    Stored(String, Option<String>),
}

/// What a page around this one may hear of: names and numbers, never what was chosen or typed. Its text is those words in
/// a row, as `static/frame.js` reads them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News<'a> {
    /// A question was answered: its name, points earned and points to be had; nought of nought for “I don't know yet”.
    Answered(&'a str, u16, u16),
    /// So far one has come in a lesson: its name, questions answered right, answered, and all.
    Progress(&'a str, usize, usize, usize),
    /// A lesson or a paper is finished: its name, questions answered right, and all.
    Completed(&'a str, usize, usize),
}

impl News<'_> {
    /// The words in a row. Put together by hand: formatting would weigh more than all else about news.
    pub fn to_text(self) -> String {
        let (words, numbers) = match self {
            Self::Answered(question, points, of) => {
                (["answered", question], [None, Some(points.into()), Some(of.into())])
            }
            Self::Progress(lesson, right, answered, total) => {
                (["progress", lesson], [Some(right), Some(answered), Some(total)])
            }
            Self::Completed(what, right, total) => (["completed", what], [None, Some(right), Some(total)]),
        };
        let mut text = words.join(" ");
        for number in numbers.into_iter().flatten() {
            text.push(' ');
            text.push_str(&number.to_string());
        }
        text
    }
}

/// As long as it lives, the program listens.
pub struct Listening(pub Box<dyn std::any::Any>);

/// The world around the program.
pub trait Host {
    /// The time by the clock of the device, and the day of its calendar.
    fn now(&self) -> Moment;
    /// What is stored under a key; `None` if nothing is.
    ///
    /// # Errors
    /// [`Refused::NoStorage`] where storage must not be used.
    fn read(&self, key: &str) -> Result<Option<String>, Refused>;
    /// Stores a text under a key.
    ///
    /// # Errors
    /// [`Refused::NoStorage`] where storage must not be used, [`Refused::Full`] where there is no room.
    fn write(&self, key: &str, text: &str) -> Result<(), Refused>;
    /// Fetches a file by its path from the root of the course.
    fn fetch(&self, path: &str) -> Fetching;
    /// Whether pages can be changed without loading: not from a file, nor in a frame without an origin.
    fn can_route(&self) -> bool;
    /// Puts a path, from the root of the course, into the address bar and the history.
    fn push(&self, path: &str);
    /// Goes to a path by loading its page.
    fn visit(&self, path: &str);
    /// Shows what changed page: title and language of the document.
    fn show_title(&self, title: &str, language: &str);
    /// Scrolls to an element by its id and gives it the focus; to the top if there is none.
    fn reveal(&self, id: Option<&str>);
    /// The id of the section or question nearest to the top of the window, with its distance in CSS pixels.
    fn place(&self) -> Option<(String, f64)>;
    /// Puts an element back at a distance from the top of the window, in CSS pixels.
    fn keep_place(&self, id: &str, distance: f64);
    /// What is filled in in a question as it was served, before the program has adopted it; `None` if nothing is.
    fn tapped(&self, question: &QuestionId) -> Option<Response>;
    /// What the address asks for: its query, with the question mark; empty if there is none.
    fn query(&self) -> String;
    /// What stands after the sign `#` in the address; empty if there is none.
    fn fragment(&self) -> String;
    /// Hands a text to the reader as a file to save. Where that is refused, nothing happens.
    fn offer_file(&self, name: &str, text: &str);
    /// Prints the page. Where that is refused, nothing happens.
    fn print(&self);
    /// Notes this moment under a name among the timings of the page, for whoever measures it.
    fn mark(&self, name: &str);
    /// Whether the program is here with all its parts: one in two parts runs before the second has come.
    fn is_whole(&self) -> bool;
    /// Tells a page around this one, if there is one that wants to hear.
    fn tell(&self, news: News<'_>);
    /// Listens to signals as long as the result lives.
    fn listen(&self, on_signal: Rc<dyn Fn(Signal)>) -> Listening;
}

/// A world in memory: storage works, nothing else does. What the prerenderer and the tests stand on.
#[derive(Default)]
pub struct MemoryHost {
    /// What is stored, by key.
    pub stored: RefCell<BTreeMap<String, String>>,
    /// Refuses to store, for tests.
    pub refuses: Option<Refused>,
    /// What is filled in in questions, for tests.
    pub tapped: Option<fn(&QuestionId) -> Option<Response>>,
    /// What was told, for tests.
    pub told: RefCell<Vec<String>>,
}

impl Host for MemoryHost {
    fn now(&self) -> Moment {
        Moment::default()
    }

    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        match self.refuses {
            Some(Refused::NoStorage) => Err(Refused::NoStorage),
            Some(Refused::Full | Refused::NotFetched) | None => Ok(self.stored.borrow().get(key).cloned()),
        }
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Refused> {
        if let Some(refused) = self.refuses {
            return Err(refused);
        }
        self.stored.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn fetch(&self, _path: &str) -> Fetching {
        Box::pin(async { Err(Refused::NotFetched) })
    }

    fn can_route(&self) -> bool {
        false
    }

    fn push(&self, _path: &str) {}

    fn visit(&self, _path: &str) {}

    fn show_title(&self, _title: &str, _language: &str) {}

    fn reveal(&self, _id: Option<&str>) {}

    fn place(&self) -> Option<(String, f64)> {
        None
    }

    fn keep_place(&self, _id: &str, _distance: f64) {}

    fn tapped(&self, question: &QuestionId) -> Option<Response> {
        self.tapped.and_then(|tapped| tapped(question))
    }

    fn query(&self) -> String {
        String::new()
    }

    fn fragment(&self) -> String {
        String::new()
    }

    fn offer_file(&self, _name: &str, _text: &str) {}

    fn print(&self) {}

    fn mark(&self, _name: &str) {}

    fn is_whole(&self) -> bool {
        true
    }

    fn tell(&self, news: News<'_>) {
        self.told.borrow_mut().push(news.to_text());
    }

    fn listen(&self, _on_signal: Rc<dyn Fn(Signal)>) -> Listening {
        Listening(Box::new(()))
    }
}
