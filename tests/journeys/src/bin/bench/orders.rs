//! What was typed after `cargo xtask bench`.

use anyhow::{Context, Result, bail};

/// What to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Orders {
    /// The pages side by side.
    pub(crate) pages: bool,
    /// The made-up large course.
    pub(crate) course: bool,
    /// How often each page is visited.
    pub(crate) runs: usize,
}

impl Orders {
    /// Understands the arguments; none means everything.
    pub(crate) fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Self> {
        let mut orders = Self { pages: true, course: true, runs: 5 };
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--pages" => orders.course = false,
                "--course" => orders.pages = false,
                "--runs" => {
                    let runs = arguments.next().context("`--runs` needs a number after it")?;
                    orders.runs =
                        runs.parse().ok().filter(|runs| *runs > 0).with_context(|| format!("{runs} runs?"))?;
                }
                _ => bail!("`{argument}` is not known here; there are --pages, --course and --runs N"),
            }
        }
        if !orders.pages && !orders.course {
            bail!("`--pages` and `--course` each leave out the other: name one, or neither for both");
        }
        Ok(orders)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(typed: &str) -> Result<Orders> {
        Orders::parse(typed.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn everything_is_measured_unless_one_part_is_named() {
        assert_eq!(parse("").unwrap(), Orders { pages: true, course: true, runs: 5 });
        assert_eq!(parse("--course").unwrap(), Orders { pages: false, course: true, runs: 5 });
        assert_eq!(parse("--pages --runs 2").unwrap(), Orders { pages: true, course: false, runs: 2 });
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for typed in ["--runs", "--runs 0", "--runs x", "--all", "--pages --course"] {
            assert!(parse(typed).is_err(), "{typed}");
        }
    }
}
