//! `cargo xtask bench`: the finished course, measured beside its peers.

use anyhow::Result;

use crate::{
    browsers::Browsers,
    build,
    process::{self, aloud},
    project::Project,
    tools::{self, Tools},
    web_packages,
};

/// Builds, then hands over to the program that measures, with `arguments` for it.
pub(crate) fn run(project: &Project, arguments: &[String]) -> Result<()> {
    let browsers = Browsers::ensure()?;
    web_packages::ensure(project)?;
    let tools = Tools::ensure(project, tools::FOR_BUILDING)?;
    build::run(project, &tools, build::Profile::Release, &project.dist())?;
    let mut command = process::cargo(project.root());
    command
        .args(["run", "--quiet", "--release", "-p", "journeys", "--bin", "bench", "--"])
        .args(arguments)
        .env("SHANYRAQ_DIST", project.dist());
    tools.equip(&mut command)?;
    browsers.equip(&mut command);
    process::run(&mut command, "the bench", aloud)
}
