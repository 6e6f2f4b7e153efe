//! A recorder in every page, for the two engines whose console cannot be read from outside: Firefox tells only of
//! errors, and WebKit under automation of nothing. It notes errors, warnings and violations of the policy before any
//! other script runs. Chromium needs none, and so visits the pages as they are, byte by byte.

use std::{
    fs,
    path::Path,
    sync::{Mutex, PoisonError},
};

use anyhow::{Context, Result};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use crate::{Dist, temporary};

/// Notes outlast the page where it has an origin to keep them for, and else stay in the page.
const SCRIPT: &str = r#"(() => {
  const note = (text) => {
    try { sessionStorage.faults = JSON.stringify([...JSON.parse(sessionStorage.faults || "[]"), text]); }
    catch { (window.faults ||= []).push(text); }
  };
  for (const level of ["error", "warn"]) {
    const say = console[level];
    console[level] = (...all) => { note(`${level}: ${all.join(" ")}`); say.apply(console, all); };
  }
  addEventListener("error", (event) => note(`error: ${event.message || event.target.src || event.target.href}`), true);
  addEventListener("unhandledrejection", (event) => note(`error: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) => note(`policy: ${event.effectiveDirective} ${event.blockedURI}`));
})()"#;

/// Hands over the notes, and forgets them.
pub(crate) const HAND_OVER: &str = r#"
    const here = window.faults || [];
    window.faults = [];
    try {
      const kept = JSON.parse(sessionStorage.faults || "[]");
      delete sessionStorage.faults;
      return [...kept, ...here];
    } catch { return here; }"#;

/// The course with the recorder in every page: one copy for all journeys of the process, for copying 45 MB for each took
/// a quarter of their time.
///
/// # Errors
/// The disk is full, or the like.
pub(crate) fn course(dist: &Dist) -> Result<Dist> {
    static COPY: Mutex<Option<Dist>> = Mutex::new(None);
    let mut copy = COPY.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(copy) = &*copy {
        return Ok(copy.clone());
    }
    temporary::remove_what_others_left();
    let made = dist.copy_to(&temporary::path("recorded"))?;
    install(made.folder())?;
    Ok(copy.insert(made).clone())
}

/// Puts the recorder into every page below a folder, and lets the policies admit it.
///
/// # Errors
/// A page cannot be read or written.
pub(crate) fn install(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            install(&path)?;
        } else if path.extension().is_some_and(|end| end == "html") {
            fs::write(&path, recorded(&fs::read_to_string(&path)?))?;
        }
    }
    Ok(())
}

/// The page with the recorder right after its policy, or at its very beginning.
fn recorded(page: &str) -> String {
    let hash = BASE64_STANDARD.encode(Sha256::digest(SCRIPT));
    let page = page.replacen("script-src ", &format!("script-src 'sha256-{hash}' "), 1);
    let policy = page.find("Content-Security-Policy").and_then(|at| Some(at + page.get(at..)?.find('>')? + 1));
    let after = policy.or_else(|| page.find("<title")).unwrap_or_default();
    let (before, rest) = page.split_at(after);
    format!("{before}<script>{SCRIPT}</script>{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_recorder_is_admitted_and_comes_first() {
        let page =
            "<head><meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'\"><script>1</script>";
        let recorded = recorded(page);
        assert!(recorded.contains("script-src 'sha256-"), "{recorded}");
        let policy = recorded.find("Content-Security-Policy").unwrap();
        let script = recorded.find(SCRIPT).unwrap();
        assert!(policy < script && script < recorded.find("<script>1").unwrap(), "{recorded}");
    }
}
