//! From sources to `dist/`: Trunk compiles the application and calls the prerenderer, which writes the pages.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use anyhow::{Context, Result, bail};

use crate::{
    elapsed,
    lock::Lock,
    process::{self, Said, aloud},
    project::Project,
    tools::{self, Tools},
};

/// How much trouble the compiler takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to compile, for working on the course.
    Dev,
    /// Small and fast, for pupils.
    Release,
}

/// How little a function has to be worth to be put where it is called: of all values tried, this one made the lightest
/// program, by 1 % in brotli, and none that was timed ran sooner.
const LITTLE_INLINED: &str = "-Cllvm-args=-inline-threshold=25";

/// Names of functions that name their types too: the prerenderer goes by them.
const NAMES: &str = "-Csymbol-mangling-version=v0";

/// What follows from the messages of cargo or of the prerenderer, and explains nothing beyond them.
const CONSEQUENCES: &[&str] = &["hook call to", "error during cargo build execution"];

/// `cargo xtask build`: a finished course in `out`, or in `dist/`.
pub(crate) fn release(project: &Project, out: Option<&Path>) -> Result<()> {
    let dist = match out {
        Some(out) => empty_folder(out)?,
        None => project.dist(),
    };
    let tools = Tools::ensure(project, tools::FOR_BUILDING)?;
    let started = Instant::now();
    run(project, &tools, Profile::Release, &dist)?;
    println!("{} is finished, in {}", dist.display(), elapsed::in_words(started.elapsed()));
    Ok(())
}

/// Builds into `dist`. A failed build leaves there what was there.
pub(crate) fn run(project: &Project, tools: &Tools, profile: Profile, dist: &Path) -> Result<()> {
    run_with(project, &mut trunk(project, tools, profile, dist)?)
}

/// The same in full, for a course that will lie at `address`.
pub(crate) fn run_at(project: &Project, tools: &Tools, dist: &Path, address: &str) -> Result<()> {
    run_with(project, trunk(project, tools, Profile::Release, dist)?.env("SHANYRAQ_ADDRESS", address))
}

fn run_with(project: &Project, trunk: &mut Command) -> Result<()> {
    let turn = project.root().join("target/xtask.lock");
    let _turn = Lock::take(&turn, "another build of this checkout is running; waiting for it")?;
    fetch(project)?;
    let mut log = Vec::new();
    let result = process::run(trunk, "the build", |said| match said {
        // Trunk reports on its standard output, after the fact; the others say at once what is wrong.
        Said::Out(line) => log.push(line.to_owned()),
        Said::Err(_) | Said::Nothing => aloud(said),
    });
    let explained = result.is_err() && log.iter().any(|line| CONSEQUENCES.iter().any(|words| line.contains(words)));
    if !explained {
        for line in log {
            println!("{line}");
        }
    }
    result
}

/// Trunk must not touch the network, so what its cargo needs is fetched before.
fn fetch(project: &Project) -> Result<()> {
    process::run(process::cargo(project.root()).arg("fetch"), "fetching the crates this project uses", aloud)
}

fn trunk(project: &Project, tools: &Tools, profile: Profile, dist: &Path) -> Result<Command> {
    let mut command = Command::new("trunk");
    command.args(arguments(profile)).arg("--dist").arg(dist).current_dir(project.root());
    // Nothing the user has set for other projects may change this one; two of these Trunk even fails to read.
    for (name, _) in env::vars_os() {
        if name.to_string_lossy().starts_with("TRUNK_") || name == "NO_COLOR" || name == "RUST_LOG" {
            command.env_remove(name);
        }
    }
    let colour = process::wants_colour();
    command
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .env("TRUNK_COLOR", if colour { "always" } else { "never" })
        .env("CARGO_TERM_COLOR", if colour { "always" } else { "never" });
    if profile == Profile::Release {
        let flags = [LITTLE_INLINED.to_owned(), NAMES.to_owned(), without_paths_of_this_machine()];
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
    }
    tools.equip(&mut command)?;
    Ok(command)
}

/// Compiler flags that leave the folders of this machine out of the program: they would tell where it was built. The
/// prerenderer blanks what is below `/rust/`.
fn without_paths_of_this_machine() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok()).into_iter().flatten().flatten();
    let flags: Vec<String> =
        registries.map(|folder| format!("--remap-path-prefix={}/=/rust/deps/", folder.path().display())).collect();
    flags.join(" ")
}

fn arguments(profile: Profile) -> &'static [&'static str] {
    match profile {
        Profile::Dev => &["--quiet", "build", "--offline=true"],
        Profile::Release => &["--quiet", "build", "--offline=true", "--release"],
    }
}

/// `folder` as an absolute path. Trunk empties it first, so one with something in it is refused.
fn empty_folder(folder: &Path) -> Result<PathBuf> {
    let absolute = std::path::absolute(folder).with_context(|| format!("{} is no path", folder.display()))?;
    if absolute.exists() {
        let mut entries = fs::read_dir(&absolute).with_context(|| format!("{} is not a folder", absolute.display()))?;
        if entries.next().is_some() {
            bail!("{} is not empty, and a build replaces all of it; remove it or name another", absolute.display());
        }
    }
    Ok(absolute)
}

#[cfg(test)]
mod tests {
    use std::process;

    use super::*;

    #[test]
    fn trunk_never_goes_online() {
        for profile in [Profile::Dev, Profile::Release] {
            assert!(arguments(profile).contains(&"--offline=true"));
        }
        assert!(arguments(Profile::Release).contains(&"--release"));
        assert!(!arguments(Profile::Dev).contains(&"--release"));
    }

    #[test]
    fn a_folder_with_something_in_it_is_not_emptied() {
        let folder = env::temp_dir().join(format!("shanyraq-out-{}", process::id()));
        assert_eq!(empty_folder(&folder).unwrap(), folder);
        fs::create_dir(&folder).unwrap();
        assert_eq!(empty_folder(&folder).unwrap(), folder);
        fs::write(folder.join("thesis.md"), "").unwrap();
        assert!(empty_folder(&folder).unwrap_err().to_string().contains("is not empty"));
        assert!(folder.join("thesis.md").exists());
        fs::remove_dir_all(folder).unwrap();
    }
}
