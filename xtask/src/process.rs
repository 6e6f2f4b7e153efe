//! Running other programs: what they say is passed on while they run, and remembered to explain how they ended.

use std::{
    collections::VecDeque,
    env,
    ffi::OsStr,
    io::{self, BufRead, BufReader, IsTerminal, Read},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc::{self, RecvTimeoutError, Sender},
    thread,
    time::Duration,
};

use anyhow::{Context, Result, anyhow};

use crate::failure::Failure;

/// A cause stands among the last words; the rest need not be kept.
const LAST_LINES: usize = 60;

/// Something a running program did.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Said<'line> {
    Out(&'line str),
    Err(&'line str),
    /// It kept quiet for a second.
    Nothing,
}

/// Runs `command` to its end and tells `listen` all it says. `what` is being done: it begins the error message.
pub(crate) fn run(command: &mut Command, what: &str, mut listen: impl FnMut(Said<'_>)) -> Result<()> {
    let program = command.get_program().to_owned();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| cannot_start(&program, &error))?;
    let (sender, lines) = mpsc::channel();
    if let Some(out) = child.stdout.take() {
        send_lines(out, Channel::Out, sender.clone());
    }
    if let Some(err) = child.stderr.take() {
        send_lines(err, Channel::Err, sender);
    }
    let mut last_words = VecDeque::new();
    loop {
        match lines.recv_timeout(Duration::from_secs(1)) {
            Ok((channel, line)) => {
                listen(match channel {
                    Channel::Out => Said::Out(&line),
                    Channel::Err => Said::Err(&line),
                });
                last_words.push_back(line);
                if last_words.len() > LAST_LINES {
                    last_words.pop_front();
                }
            }
            Err(RecvTimeoutError::Timeout) => listen(Said::Nothing),
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    let status = child.wait().with_context(|| format!("{what} got lost"))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(what, status.to_string(), &Vec::from(last_words).join("\n")).into())
}

/// Passes everything on as it comes.
pub(crate) fn aloud(said: Said<'_>) {
    match said {
        Said::Out(line) => println!("{line}"),
        Said::Err(line) => eprintln!("{line}"),
        Said::Nothing => {}
    }
}

/// What `command` prints when it succeeds.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let program = command.get_program().to_owned();
    let output = command.stdin(Stdio::null()).output().map_err(|error| cannot_start(&program, &error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    Err(anyhow!("{}: {}", program.display(), String::from_utf8_lossy(&output.stderr).trim()))
}

/// Where `program` is on the user's PATH.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Whether colours would be seen: a child sees only our pipe, so it has to be told.
pub(crate) fn wants_colour() -> bool {
    let chosen = env::var("CARGO_TERM_COLOR").ok();
    match chosen.as_deref() {
        Some("always") => true,
        Some("never") => false,
        _ => env::var_os("NO_COLOR").is_none() && io::stderr().is_terminal(),
    }
}

/// A cargo command in `folder`, with its colours as ours.
pub(crate) fn cargo(folder: &Path) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(folder).env("CARGO_TERM_COLOR", if wants_colour() { "always" } else { "never" });
    command
}

#[derive(Clone, Copy, Debug)]
enum Channel {
    Out,
    Err,
}

fn send_lines(pipe: impl Read + Send + 'static, channel: Channel, sender: Sender<(Channel, String)>) {
    thread::spawn(move || {
        for line in BufReader::new(pipe).split(b'\n') {
            let Ok(line) = line else { return };
            let line = String::from_utf8_lossy(&line).trim_end_matches('\r').to_owned();
            if sender.send((channel, line)).is_err() {
                return;
            }
        }
    });
}

fn cannot_start(program: &OsStr, error: &io::Error) -> anyhow::Error {
    let program = program.display();
    if error.kind() == io::ErrorKind::NotFound {
        anyhow!("{program} was not found; install it, or add its folder to PATH, then run this again")
    } else {
        anyhow!("{program} cannot be started: {error}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_said_is_heard_and_the_end_is_explained() {
        let mut heard = Vec::new();
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo 'No space left on device' >&2; exit 3"]);
        let error = run(&mut command, "a rehearsal", |said| match said {
            Said::Out(line) | Said::Err(line) => heard.push(line.to_owned()),
            Said::Nothing => {}
        })
        .unwrap_err();
        heard.sort();
        assert_eq!(heard, ["No space left on device", "one"]);
        assert!(error.to_string().starts_with("a rehearsal: the disk is full"), "{error}");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let error = run(&mut Command::new("no-such-program"), "a rehearsal", aloud).unwrap_err();
        assert!(error.to_string().starts_with("no-such-program was not found"), "{error}");
    }
}
