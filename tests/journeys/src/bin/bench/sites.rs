//! The three pages side by side: how each is served, and where in it things are.

use std::path::Path;

use anyhow::Result;
use shanyraq::{id::OptionId, quiz::Question};
use xtask::server::{Options, Server};

use crate::lesson::Lesson;

/// The name of the page that has nothing to measure.
pub(crate) const BLANK: &str = "blank.html";

/// Whose page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Maker {
    Limit,
    Ours,
    SurveyJs,
}

/// How it is known that the program of a page runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Starts {
    /// There is none to wait for.
    Never,
    /// It draws the questions, so it runs as soon as there is one.
    WithItsFirstOption,
    /// It sets a mark of this name among the timings of the page.
    AtMark(&'static str),
}

/// A page, and the server it comes from.
#[derive(Debug)]
pub(crate) struct Site {
    maker: Maker,
    path: String,
    /// Its server, which counts what it sends.
    pub(crate) server: Server,
}

impl Site {
    /// The plain page.
    pub(crate) fn limit(folder: &Path) -> Result<Self> {
        Ok(Self { maker: Maker::Limit, path: String::new(), server: serve(folder)? })
    }

    /// The lesson, in a copy of the course.
    pub(crate) fn ours(folder: &Path, lesson: &Lesson) -> Result<Self> {
        Ok(Self { maker: Maker::Ours, path: lesson.path.clone(), server: serve(folder)? })
    }

    /// The quiz in SurveyJS.
    pub(crate) fn surveyjs(folder: &Path) -> Result<Self> {
        Ok(Self { maker: Maker::SurveyJs, path: String::new(), server: serve(folder)? })
    }

    /// Its name in the table.
    pub(crate) fn name(&self) -> &'static str {
        match self.maker {
            Maker::Limit => "the limit",
            Maker::Ours => "ours",
            Maker::SurveyJs => "SurveyJS",
        }
    }

    /// Its address.
    pub(crate) fn url(&self) -> String {
        format!("{}{}", self.server.url(), self.path)
    }

    /// The address of a page of the same server that has nothing to measure.
    pub(crate) fn blank_url(&self) -> String {
        format!("{}{BLANK}", self.server.url())
    }

    /// When its program runs.
    pub(crate) fn starts(&self) -> Starts {
        match self.maker {
            Maker::Limit => Starts::Never,
            Maker::Ours => Starts::AtMark("live"),
            Maker::SurveyJs => Starts::WithItsFirstOption,
        }
    }

    /// The options of all its questions, as a selector; its settings have radio buttons too.
    pub(crate) fn all_options(&self) -> &'static str {
        match self.maker {
            Maker::Limit => "section[id] input[type=radio]",
            Maker::Ours => ".question-card input[type=radio]",
            Maker::SurveyJs => ".sd-question input[type=radio]",
        }
    }

    /// An option of a question.
    pub(crate) fn option(&self, question: &Question, option: &OptionId) -> String {
        format!("{} input[value=\"{option}\"]", self.question(question))
    }

    /// The button that hands in the answer, where choosing alone does not.
    pub(crate) fn check(&self, question: &Question) -> Option<String> {
        match self.maker {
            Maker::Ours => Some(format!("{} button.check", self.question(question))),
            Maker::Limit | Maker::SurveyJs => None,
        }
    }

    /// What is said about the answer.
    pub(crate) fn feedback(&self, question: &Question) -> String {
        let inner = match self.maker {
            Maker::Limit => "output",
            Maker::Ours => ".feedback",
            Maker::SurveyJs => ".sd-question__description",
        };
        format!("{} {inner}", self.question(question))
    }

    /// A question, as a selector.
    pub(crate) fn question(&self, question: &Question) -> String {
        match self.maker {
            Maker::Limit | Maker::Ours => format!("[id=\"{}\"]", question.id),
            Maker::SurveyJs => format!("[data-name=\"{}\"]", question.id),
        }
    }
}

/// A server as a good host is: everything compressed beforehand.
pub(crate) fn serve(folder: &Path) -> Result<Server> {
    let server = Server::start(folder, Options { brotli: true, ..Options::default() })?;
    server.prepare("")?;
    Ok(server)
}
