//! The program behind `cargo xtask`.
#![expect(clippy::print_stderr, reason = "the one place that reports why a task failed")]

use std::{env, process::ExitCode};

fn main() -> ExitCode {
    xtask::run(env::args().skip(1)).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
