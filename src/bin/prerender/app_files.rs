//! The program's files under their final names: one name for all, made of their bytes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use shanyraq::ui::{DESK, LESSONS, Program, WHOLE};

use crate::fingerprint::fingerprint;
use crate::program::{self, Compiled, Divided, divide, later, silenced};
use crate::slim::slim;

/// A program as Trunk leaves it: the name of its binary, and that of the program.
const PROGRAMS: [(&str, Program); 3] = [("shanyraq", LESSONS), ("desk", DESK), ("whole", WHOLE)];

/// What follows the name of a program in the name of the file that has the rest of it.
pub(crate) const REST: &str = "-rest.wasm";

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

/// The files of a program.
struct Files {
    name: &'static str,
    glue_path: PathBuf,
    script: String,
    /// The program in one piece.
    wasm: Vec<u8>,
    /// The same in two, if it is divided.
    divided: Option<Divided>,
}

/// Names the programs by their bytes, and writes each a second time as a script for places where nothing can be fetched.
/// Trunk's own names do not cover what was done to the files after compiling.
pub(crate) fn settle(staging: &Path) -> Result<AppFiles> {
    let is_release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let mut files = Vec::new();
    for (binary, program) in PROGRAMS {
        let (glue_path, wasm_path) = (glue(staging, binary)?, find(staging, binary, "_bg.wasm")?);
        let (wasm, script) = (fs::read(&wasm_path)?, fs::read_to_string(&glue_path)?);
        let mut file = Files { name: program.name, glue_path, script, wasm, divided: None };
        if is_release {
            make_small(&mut file).with_context(|| format!("cannot make {binary} smaller"))?;
            fs::write(&file.glue_path, &file.script)?;
        }
        fs::remove_file(wasm_path)?;
        files.push(file);
    }
    let programs = files.iter().flat_map(|file| {
        let parts = file.divided.iter().flat_map(|parts| [parts.first.as_slice(), &parts.rest]);
        [file.script.as_bytes(), &file.wasm].into_iter().chain(parts)
    });
    let programs = format!("-{}", fingerprint(programs));
    let mut whole = None;
    for Files { name, glue_path, script, wasm, divided } in files {
        if name == WHOLE.name {
            whole = is_release.then_some(WholeProgram { glue: script, wasm });
            fs::remove_file(glue_path)?;
            continue;
        }
        let is_divided = name == LESSONS.name;
        let name = format!("{name}{programs}");
        let script = format!("var shanyraqWasm=\"{}\"", STANDARD.encode(&wasm));
        fs::write(staging.join(format!("{name}.wasm.js")), script)?;
        fs::rename(glue_path, staging.join(format!("{name}.js")))?;
        // What a debug build does not divide has an empty rest.
        let (first, rest) = divided
            .map_or_else(|| (wasm, wasm_encoder::Module::new().finish()), |divided| (divided.first, divided.rest));
        if is_divided {
            fs::write(staging.join(format!("{name}{REST}")), rest)?;
        }
        fs::write(staging.join(format!("{name}.wasm")), first)?;
    }
    Ok(AppFiles { programs, whole })
}

/// Leaves out of a finished program what a pupil's device need not load, or not at once.
fn make_small(file: &mut Files) -> Result<()> {
    let names = program::names(&file.wasm)?;
    let (wasm, script) = slim(&file.wasm, &file.script)?;
    let program = Compiled::read(&wasm, &names)?;
    file.wasm = silenced(&program)?;
    file.script = script;
    if file.name == LESSONS.name {
        let divided = divide(&program, &later())?;
        if !divided.gone.is_empty() {
            let gone = divided.gone.join("\n  ");
            eprintln!("warning: no function has any more in its name, and later.txt may do without:\n  {gone}");
        }
        file.divided = Some(divided);
        file.script = asking_for_the_rest(&file.script)?;
    }
    Ok(())
}

/// The script of a program in two parts: it gives the first what asks for the rest, `shanyraqRest` of `static/boot.js`,
/// and tells the page what the rest shares with it.
fn asking_for_the_rest(script: &str) -> Result<String> {
    const IMPORTS: &str = "\"./shanyraq_bg.js\":";
    const EXPORTS: &str = ".exports";
    for known in [IMPORTS, EXPORTS] {
        let found = script.matches(known).count();
        ensure!(found == 1, "the script of the program should have {known} once, but has it {found} times");
    }
    let script = script.replace(IMPORTS, &format!("rest:self.shanyraqRest,{IMPORTS}"));
    let (before, _) = script.split_once(EXPORTS).unwrap_or_default();
    let value = before.rfind('=').context("the script of the program keeps no exports")? + 1;
    let (before, after) = script.split_at(value);
    Ok(format!("{before}self.shanyraqProgram={after}"))
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
