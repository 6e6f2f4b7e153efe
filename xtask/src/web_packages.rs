//! The npm packages of the tests (axe-core, the peers of the bench), pinned in `tests/web/package-lock.json`.

use std::{fs, path::Path, process::Command, time::SystemTime};

use anyhow::Result;

use crate::{
    process::{self, aloud},
    project::Project,
};

/// Installs them unless they are there, as pinned.
pub(crate) fn ensure(project: &Project) -> Result<()> {
    let folder = project.root().join("tests/web");
    if is_current(&folder) {
        return Ok(());
    }
    println!("installing the npm packages of the tests");
    let mut command = Command::new("npm");
    command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&folder);
    process::run(&mut command, "installing the npm packages of the tests", aloud)
}

/// npm writes a record of its own last; older than the pins, or absent, means there is work to do.
fn is_current(folder: &Path) -> bool {
    match (written(&folder.join("package-lock.json")), written(&folder.join("node_modules/.package-lock.json"))) {
        (Some(pinned), Some(installed)) => installed >= pinned,
        (Some(_), None) => false,
        // Nothing is pinned, so nothing is wanted.
        (None, _) => true,
    }
}

fn written(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|metadata| metadata.modified()).ok()
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;

    #[test]
    fn packages_are_installed_once_per_change_of_their_pins() {
        let folder = env::temp_dir().join(format!("shanyraq-web-{}", process::id()));
        fs::create_dir_all(folder.join("node_modules")).unwrap();
        assert!(is_current(&folder));
        fs::write(folder.join("package-lock.json"), "{}").unwrap();
        assert!(!is_current(&folder));
        fs::write(folder.join("node_modules/.package-lock.json"), "{}").unwrap();
        assert!(is_current(&folder));
        fs::remove_dir_all(folder).unwrap();
    }
}
