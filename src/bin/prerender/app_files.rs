//! The program's files under their final names: one name for all, made of their bytes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Names the program by its bytes, and writes it a second time as a script for places where nothing can be fetched.
/// Returns the name without endings. Trunk's own names do not cover what was done to the files after compiling.
pub(crate) fn settle(staging: &Path) -> Result<String> {
    let (glue_path, wasm_path) = (find(staging, "shanyraq-", ".js")?, find(staging, "shanyraq-", "_bg.wasm")?);
    let glue = fs::read(&glue_path)?;
    let wasm = fs::read(&wasm_path)?;
    let mut hash = Sha256::new();
    hash.update(&glue);
    hash.update(&wasm);
    let digest: String = hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("app-{digest}");
    fs::write(staging.join(format!("{name}.wasm.js")), format!("var shanyraqWasm=\"{}\"", STANDARD.encode(&wasm)))?;
    fs::rename(glue_path, staging.join(format!("{name}.js")))?;
    fs::rename(wasm_path, staging.join(format!("{name}.wasm")))?;
    Ok(name)
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
        (one, more) => bail!("Trunk should have made one {start}*{end}, but there are {}", more + usize::from(one.is_some())),
    }
}
