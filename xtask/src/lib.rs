//! The tasks of this repository: `cargo xtask serve`, `build`, `test`, `bench`,
//! `wordpress` and `tools`.
//!
//! A library so that the journeys and the bench can use [`server`]; everything else is for the program beside it.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "tasks speak to whoever typed them")]

mod bench;
mod browsers;
mod build;
mod dictionaries;
mod elapsed;
mod failure;
mod lock;
mod needs;
mod process;
mod project;
mod serve;
pub mod server;
mod task;
mod test;
mod tools;
mod web_packages;
mod wordpress;

use std::process::ExitCode;

use anyhow::Result;

use self::{project::Project, task::Task, tools::Tools};

/// Does what the arguments of the command line say.
///
/// # Errors
/// One line, for the person who typed them: what happened, and what to do.
pub fn run(arguments: impl IntoIterator<Item = String>) -> Result<ExitCode> {
    let task = Task::parse(arguments)?;
    let project = Project::find()?;
    match task {
        Task::Serve(options) => serve::run(&project, options)?,
        Task::Build { out } => build::release(&project, out.as_deref())?,
        Task::Test { filter } => return test::run(&project, filter.as_deref()),
        Task::Bench { arguments } => bench::run(&project, &arguments)?,
        Task::Wordpress => wordpress::run(&project)?,
        Task::Tools => {
            Tools::ensure(&project, tools::FOR_TESTING)?;
            println!("all tools are installed");
        }
        Task::Help => println!("{}", task::HELP),
    }
    Ok(ExitCode::SUCCESS)
}
