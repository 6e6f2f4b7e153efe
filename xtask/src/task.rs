//! What was typed after `cargo xtask`.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::serve::{self, Browser};

/// One of the tasks, with its options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Serve(serve::Options),
    Build { out: Option<PathBuf> },
    Test { filter: Option<String> },
    Bench { arguments: Vec<String> },
    Wordpress,
    Tools,
    Help,
}

/// What to type.
pub(crate) const HELP: &str = "\
cargo xtask serve [--port N] [--no-open]   the course at a loopback address, rebuilt as it changes
cargo xtask build [--out DIR]              the finished course, in dist/ or in an empty folder DIR
cargo xtask test [--filter NAME]           everything there is to test, or the steps with NAME in their name
cargo xtask bench [ARGS]                   the finished course measured beside its peers
cargo xtask wordpress                      a lesson pasted into a real WordPress (as root on Debian)
cargo xtask tools                          only install what building and testing need";

const PORT: u16 = 8080;

impl Task {
    /// Understands the arguments, without the program's name.
    pub(crate) fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Self> {
        let mut arguments = arguments.into_iter();
        let Some(name) = arguments.next() else { return Ok(Self::Help) };
        match name.as_str() {
            "serve" => parse_serve(arguments),
            "build" => Ok(Self::Build { out: option("--out", arguments)?.map(PathBuf::from) }),
            "test" => Ok(Self::Test { filter: option("--filter", arguments)? }),
            "bench" => Ok(Self::Bench { arguments: arguments.collect() }),
            "wordpress" => alone(Self::Wordpress, &name, arguments),
            "tools" => alone(Self::Tools, &name, arguments),
            "help" | "--help" | "-h" => Ok(Self::Help),
            _ => bail!("there is no task `{name}`; `cargo xtask help` lists those there are"),
        }
    }
}

fn parse_serve(mut arguments: impl Iterator<Item = String>) -> Result<Task> {
    let mut options = serve::Options { port: PORT, browser: Browser::Open };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--no-open" => options.browser = Browser::Leave,
            "--port" => {
                let port = arguments.next().context("`--port` needs a number after it")?;
                options.port = port.parse().with_context(|| format!("`{port}` is no port; 1 to 65535 are"))?;
            }
            _ => bail!("`serve` does not know `{argument}`; it takes --port N and --no-open"),
        }
    }
    Ok(Task::Serve(options))
}

/// A task that takes no arguments.
fn alone(task: Task, name: &str, mut arguments: impl Iterator<Item = String>) -> Result<Task> {
    match arguments.next() {
        Some(surplus) => bail!("`{name}` takes no arguments, and `{surplus}` was given"),
        None => Ok(task),
    }
}

/// The value of the only option a task has.
fn option(name: &str, mut arguments: impl Iterator<Item = String>) -> Result<Option<String>> {
    let Some(argument) = arguments.next() else { return Ok(None) };
    if argument != name {
        bail!("`{argument}` is not known here; there is {name}");
    }
    let value = arguments.next().with_context(|| format!("`{name}` needs a value after it"))?;
    match arguments.next() {
        Some(surplus) => bail!("`{surplus}` is one argument too many"),
        None => Ok(Some(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(typed: &str) -> Result<Task> {
        Task::parse(typed.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn every_task_is_understood() {
        let serve = |port, browser| Task::Serve(serve::Options { port, browser });
        for (typed, expected) in [
            ("", Task::Help),
            ("serve", serve(8080, Browser::Open)),
            ("serve --no-open --port 9000", serve(9000, Browser::Leave)),
            ("build", Task::Build { out: None }),
            ("build --out public", Task::Build { out: Some("public".into()) }),
            ("test --filter clippy", Task::Test { filter: Some("clippy".to_owned()) }),
            ("bench --runs 5", Task::Bench { arguments: vec!["--runs".to_owned(), "5".to_owned()] }),
            ("wordpress", Task::Wordpress),
            ("tools", Task::Tools),
        ] {
            assert_eq!(parse(typed).unwrap(), expected, "{typed}");
        }
    }

    #[test]
    fn a_slip_of_the_finger_is_explained() {
        for (typed, expected) in [
            ("serv", "there is no task `serv`; `cargo xtask help` lists those there are"),
            ("serve --port eighty", "`eighty` is no port; 1 to 65535 are"),
            ("serve --port", "`--port` needs a number after it"),
            ("serve --prot 1", "`serve` does not know `--prot`; it takes --port N and --no-open"),
            ("build public", "`public` is not known here; there is --out"),
            ("test --filter a b", "`b` is one argument too many"),
            ("tools now", "`tools` takes no arguments, and `now` was given"),
        ] {
            assert_eq!(parse(typed).unwrap_err().to_string(), expected, "{typed}");
        }
    }
}
