//! Doing the work of a step, with tools and browsers fetched when the first step needs them and not before.

use std::process::Command;

use anyhow::{Result, anyhow};

use super::{findings::Findings, steps::Work};
use crate::{
    browsers::Browsers,
    build::{self, Profile},
    dictionaries,
    process::{self, Said, aloud},
    project::Project,
    tools::{self, Tools},
    web_packages,
};

/// What is at hand so far.
#[derive(Debug)]
pub(super) struct Workshop<'project> {
    project: &'project Project,
    rust_is_checked: bool,
    tools: Option<Tools>,
    browsers: Option<Browsers>,
}

impl<'project> Workshop<'project> {
    pub(super) fn new(project: &'project Project) -> Self {
        Self { project, rust_is_checked: false, tools: None, browsers: None }
    }

    /// Does what a step says.
    pub(super) fn perform(&mut self, work: Work) -> Result<()> {
        match work {
            Work::Cargo(arguments) => {
                self.check_rust()?;
                let mut command = process::cargo(self.project.root());
                run(command.args(arguments.split(' ')))
            }
            Work::Clippy(arguments) => {
                self.check_rust()?;
                let mut command = process::cargo(self.project.root());
                command.arg("clippy").args(arguments.split(' ')).args(["--", "-D", "warnings"]);
                run(&mut command)
            }
            Work::Browsers(arguments) => {
                let mut command = self.command_with_browsers()?;
                run(command.args(arguments.split(' ')))
            }
            Work::Dictionaries(arguments) => {
                dictionaries::ensure()?;
                self.perform(Work::Cargo(arguments))
            }
            Work::Build => {
                let project = self.project;
                build::run(project, self.tools()?, Profile::Release, &project.dist())
            }
        }
    }

    fn command_with_browsers(&mut self) -> Result<Command> {
        let browsers = match self.browsers.take() {
            Some(browsers) => browsers,
            None => Browsers::ensure()?,
        };
        web_packages::ensure(self.project)?;
        let mut command = Command::new("xvfb-run");
        command.args(["-a", "-s", "-screen 0 1280x1024x24", "cargo"]);
        command.current_dir(self.project.root()).env("SHANYRAQ_DIST", self.project.dist());
        browsers.equip(&mut command);
        self.tools()?.equip(&mut command)?;
        self.browsers = Some(browsers);
        Ok(command)
    }

    fn tools(&mut self) -> Result<&Tools> {
        let tools = match self.tools.take() {
            Some(tools) => tools,
            None => Tools::ensure(self.project, tools::FOR_TESTING)?,
        };
        Ok(self.tools.insert(tools))
    }

    fn check_rust(&mut self) -> Result<()> {
        if !self.rust_is_checked {
            Tools::ensure(self.project, &[])?;
            self.rust_is_checked = true;
        }
        Ok(())
    }
}

/// Lets a command say all it has to say; if it fails, the error names its first complaints.
fn run(command: &mut Command) -> Result<()> {
    let mut findings = Findings::default();
    let result = process::run(command, "this step", |said| {
        if let Said::Out(line) | Said::Err(line) = said {
            findings.hear(line);
        }
        aloud(said);
    });
    match findings.line() {
        Some(line) => result.map_err(|_| anyhow!(line)),
        None => result,
    }
}
