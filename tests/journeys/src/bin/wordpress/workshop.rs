//! A folder for some minutes, and the processes that work in it. However this program ends, both are gone soon after.

use std::{
    env,
    fs::{self, File, OpenOptions},
    io::Write,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{self, Child, Command, Stdio},
};

use anyhow::{Context, Result, ensure};

/// Waits until this program is gone or lets go of the pipe. Then ends all groups of processes that were started, insists
/// after ten seconds, and removes the folder. (`env`: the `kill` of some shells knows no groups.)
const WATCH: &str = r#"
    cat > /dev/null
    groups=$(cat "$0/groups")
    for group in $groups; do env kill -TERM -- "-$group"; done
    for n in $(seq 100); do
      alive=
      for group in $groups; do env kill -0 -- "-$group" && alive=1; done
      [ "$alive" ] || break
      sleep 0.1
    done
    for group in $groups; do env kill -KILL -- "-$group"; done
    rm -rf "$0"
"#;

/// The folder, and who watches over it.
#[derive(Debug)]
pub(crate) struct Workshop {
    folder: PathBuf,
    watcher: Child,
}

impl Workshop {
    /// Makes the folder, which nobody else may enter.
    pub(crate) fn open() -> Result<Self> {
        let folder = env::temp_dir().join(format!("shanyraq-wordpress-{}", process::id()));
        fs::create_dir(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        File::create(folder.join("groups"))?;
        let mut command = Command::new("sh");
        command.args(["-c", WATCH]).arg(&folder).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let watcher = command.process_group(0).spawn().context("cannot start a shell")?;
        run(Command::new("chmod").arg("700").arg(&folder))?;
        Ok(Self { folder, watcher })
    }

    /// A path in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Starts a process that goes on in the background; what it says is kept in a file of the folder.
    pub(crate) fn start(&self, command: &mut Command, log: &str) -> Result<Child> {
        let said = File::create(self.path(log))?;
        command.stdin(Stdio::null()).stdout(said.try_clone()?).stderr(said).process_group(0);
        let child = command.spawn().with_context(|| format!("cannot start {}", command.get_program().display()))?;
        let mut groups = OpenOptions::new().append(true).open(self.path("groups"))?;
        writeln!(groups, "{}", child.id())?;
        Ok(child)
    }

    /// What a process of the background has said, without what PHP says of every request that went well.
    pub(crate) fn said(&self, log: &str) -> String {
        let text = fs::read_to_string(self.path(log)).unwrap_or_default();
        let is_usual =
            |line: &&str| [" Accepted", " Closing", " [200]: ", " started"].iter().any(|usual| line.contains(usual));
        text.lines().filter(|line| !is_usual(line)).collect::<Vec<_>>().join("\n")
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        drop(self.watcher.stdin.take());
        // A watcher that is gone has been ended by somebody who will clean up as well.
        let _ = self.watcher.wait();
    }
}

/// Runs a command to its end and returns what it says.
pub(crate) fn run(command: &mut Command) -> Result<String> {
    let program = Path::new(command.get_program()).display().to_string();
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start {program}"))?;
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    ensure!(output.status.success(), "{program} ended with {}: {said}", output.status);
    Ok(said)
}
