//! Why a command failed, in one line that says what to do.

use std::{
    error::Error,
    fmt::{self, Display, Formatter},
};

/// A command that ended badly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    what: String,
    status: String,
    cause: Cause,
}

/// What the last words of a command reveal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cause {
    DiskFull,
    NoNetwork,
    Unknown,
}

/// What a full disk sounds like, in cargo, rustc, the linker, apt and npm.
const DISK_FULL: &[&str] = &["No space left on device", "os error 28", "ENOSPC", "not enough space on the disk"];

/// What a missing network sounds like. Only phrases of cargo, apt and npm: a test may well say "connection refused".
const NO_NETWORK: &[&str] = &[
    "spurious network error",
    "Could not resolve host",
    "Couldn't resolve host",
    "Could not connect to server",
    "Couldn't connect to server",
    "failed to download from",
    "download of config.json failed",
    "Temporary failure resolving",
    "Temporary failure in name resolution",
    "getaddrinfo ENOTFOUND",
    "getaddrinfo EAI_AGAIN",
];

impl Failure {
    /// `what` was being done, ended with `status`, and said `last_words`.
    pub(crate) fn new(what: &str, status: String, last_words: &str) -> Self {
        let says = |phrases: &[&str]| phrases.iter().any(|phrase| last_words.contains(phrase));
        let cause = if says(DISK_FULL) {
            Cause::DiskFull
        } else if says(NO_NETWORK) {
            Cause::NoNetwork
        } else {
            Cause::Unknown
        };
        Self { what: what.to_owned(), status, cause }
    }
}

impl Display for Failure {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let Self { what, status, cause } = self;
        match cause {
            Cause::DiskFull => write!(formatter, "{what}: the disk is full; free about 3 GB, then run this again"),
            Cause::NoNetwork => {
                write!(formatter, "{what}: no network; connect and run this again, what is already downloaded is kept")
            }
            Cause::Unknown => write!(formatter, "{what} failed ({status}); the reason stands above"),
        }
    }
}

impl Error for Failure {}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(last_words: &str, expected: &str) {
        let failure = Failure::new("building Trunk 0.21.14", "exit status: 101".to_owned(), last_words);
        assert_eq!(failure.to_string(), expected);
    }

    #[test]
    fn a_full_disk_is_named() {
        check(
            "error: failed to write: No space left on device (os error 28)",
            "building Trunk 0.21.14: the disk is full; free about 3 GB, then run this again",
        );
    }

    #[test]
    fn a_missing_network_is_named() {
        check(
            "Caused by:\n  [6] Couldn't resolve host name (Could not resolve host: index.crates.io)",
            "building Trunk 0.21.14: no network; connect and run this again, what is already downloaded is kept",
        );
    }

    #[test]
    fn anything_else_points_at_the_output() {
        check("error[E0308]", "building Trunk 0.21.14 failed (exit status: 101); the reason stands above");
    }
}
