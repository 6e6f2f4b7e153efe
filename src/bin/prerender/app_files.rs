//! The program's files under their final names: one name for all, made of their bytes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use shanyraq::ui::{DESK, LESSONS, Program, WHOLE};

use crate::fingerprint::fingerprint;
use crate::slim::slim;

/// A program as Trunk leaves it: the name of its binary, and that of the program.
const PROGRAMS: [(&str, Program); 3] = [("shanyraq", LESSONS), ("desk", DESK), ("whole", WHOLE)];

/// What was compiled.
pub(crate) struct AppFiles {
    /// What follows the name of a program in the names of its files.
    pub(crate) programs: String,
    /// The program of the file that holds the whole course: it has no files of its own. A debug build makes no such
    /// file, for it would be packed anew after every change.
    pub(crate) whole: Option<WholeProgram>,
}

/// The program of the file that holds the whole course.
pub(crate) struct WholeProgram {
    pub(crate) glue: String,
    pub(crate) wasm: Vec<u8>,
}

/// Names the programs by their bytes, and writes each a second time as a script for places where nothing can be fetched.
/// Trunk's own names do not cover what was done to the files after compiling.
pub(crate) fn settle(staging: &Path) -> Result<AppFiles> {
    let is_release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let mut files = Vec::new();
    for (binary, program) in PROGRAMS {
        let (glue_path, wasm_path) = (glue(staging, binary)?, find(staging, binary, "_bg.wasm")?);
        let (mut wasm, mut script) = (fs::read(&wasm_path)?, fs::read_to_string(&glue_path)?);
        if is_release {
            (wasm, script) = slim(&wasm, &script).with_context(|| format!("cannot make {binary} smaller"))?;
            fs::write(&glue_path, &script)?;
        }
        fs::remove_file(wasm_path)?;
        files.push((program.name, glue_path, script, wasm));
    }
    let programs = files.iter().flat_map(|(_, _, script, wasm)| [script.as_bytes(), wasm]);
    let programs = format!("-{}", fingerprint(programs));
    let mut whole = None;
    for (name, glue_path, script, wasm) in files {
        if name == WHOLE.name {
            whole = is_release.then_some(WholeProgram { glue: script, wasm });
            fs::remove_file(glue_path)?;
            continue;
        }
        let name = format!("{name}{programs}");
        let script = format!("var shanyraqWasm=\"{}\"", STANDARD.encode(&wasm));
        fs::write(staging.join(format!("{name}.wasm.js")), script)?;
        fs::rename(glue_path, staging.join(format!("{name}.js")))?;
        fs::write(staging.join(format!("{name}.wasm")), &wasm)?;
    }
    Ok(AppFiles { programs, whole })
}

/// The script that Trunk has written for a binary: not the loader that it adds for a worker.
fn glue(staging: &Path, binary: &str) -> Result<PathBuf> {
    let loader = staging.join(format!("{binary}_loader.js"));
    if loader.exists() {
        fs::remove_file(loader)?;
    }
    find(staging, binary, ".js")
}

/// The one file in a folder whose name begins and ends so.
pub(crate) fn find(folder: &Path, start: &str, end: &str) -> Result<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with(start) && name.ends_with(end) {
            found.push(path);
        }
    }
    match (found.pop(), found.len()) {
        (Some(path), 0) => Ok(path),
        (one, more) => {
            bail!("Trunk should have made one {start}*{end}, but there are {}", more + usize::from(one.is_some()))
        }
    }
}
