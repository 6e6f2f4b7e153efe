//! What was typed after `cargo xtask bench`.

use anyhow::{Context, Result, bail};

/// What to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Orders {
    /// The pages side by side.
    pub(crate) pages: bool,
    /// The answers to every kind of question.
    pub(crate) kinds: bool,
    /// The made-up large course.
    pub(crate) course: bool,
    /// How often each page is visited.
    pub(crate) runs: usize,
}

impl Orders {
    /// Understands the arguments; none means everything. `--pages` has the kinds measured with it.
    pub(crate) fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Self> {
        let mut orders = Self { pages: false, kinds: false, course: false, runs: 5 };
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--pages" => (orders.pages, orders.kinds) = (true, true),
                "--kinds" => orders.kinds = true,
                "--course" => orders.course = true,
                "--runs" => {
                    let runs = arguments.next().context("`--runs` needs a number after it")?;
                    orders.runs =
                        runs.parse().ok().filter(|runs| *runs > 0).with_context(|| format!("{runs} runs?"))?;
                }
                _ => bail!("`{argument}` is not known here; there are --pages, --kinds, --course and --runs N"),
            }
        }
        if !orders.kinds && !orders.course {
            (orders.pages, orders.kinds, orders.course) = (true, true, true);
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
    fn everything_is_measured_unless_parts_are_named() {
        let orders = |pages, kinds, course, runs| Orders { pages, kinds, course, runs };
        assert_eq!(parse("").unwrap(), orders(true, true, true, 5));
        assert_eq!(parse("--runs 2").unwrap(), orders(true, true, true, 2));
        assert_eq!(parse("--course").unwrap(), orders(false, false, true, 5));
        assert_eq!(parse("--kinds").unwrap(), orders(false, true, false, 5));
        assert_eq!(parse("--pages --runs 2").unwrap(), orders(true, true, false, 2));
        assert_eq!(parse("--kinds --course").unwrap(), orders(false, true, true, 5));
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for typed in ["--runs", "--runs 0", "--runs x", "--all"] {
            assert!(parse(typed).is_err(), "{typed}");
        }
    }
}
