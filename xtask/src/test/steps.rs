//! The steps, in the order they run: what tells most for the least time goes first. To add one, add a line.

/// One thing that can pass or fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) work: Work,
    /// The step whose outcome this one uses.
    pub(super) after: Option<&'static str>,
}

/// What a step does. Arguments are separated by spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// `cargo` with these arguments: Rust is enough.
    Cargo(&'static str),
    /// `cargo clippy`, with every warning an error.
    Clippy(&'static str),
    /// `cargo` with these arguments, the tools on PATH, and the browsers in the environment.
    Browsers(&'static str),
    /// `cargo` with these arguments, and hunspell on PATH with its dictionaries.
    Dictionaries(&'static str),
    /// The finished `dist/`.
    Build,
}

const fn step(name: &'static str, work: Work) -> Step {
    Step { name, work, after: None }
}

/// Everything there is to test.
pub(super) const STEPS: &[Step] = &[
    step("format", Work::Cargo("fmt --all --check")),
    step("clippy: domain alone", Work::Clippy("-p shanyraq --no-default-features --lib")),
    step("clippy: native", Work::Clippy("-p shanyraq --features prerender --all-targets")),
    step("clippy: tasks", Work::Clippy("-p xtask --features compression --all-targets")),
    step(
        "clippy: browser",
        Work::Clippy(
            "-p shanyraq --target wasm32-unknown-unknown --no-default-features --features browser --bin shanyraq --bin desk --bin whole --lib",
        ),
    ),
    step(
        "clippy: browser tests",
        Work::Clippy(
            "-p shanyraq --target wasm32-unknown-unknown --no-default-features --features browser,ssr --test browser",
        ),
    ),
    step("clippy: journeys", Work::Clippy("-p journeys --all-targets")),
    step("native tests", Work::Cargo("test -p shanyraq --features prerender")),
    step("spelling", Work::Dictionaries("test -p shanyraq --features prerender --test wording -- --nocapture")),
    step("tests of the tasks", Work::Cargo("test -p xtask --features compression")),
    step(
        "browser tests",
        Work::Browsers(
            "test -p shanyraq --target wasm32-unknown-unknown --no-default-features --features browser,ssr --test browser",
        ),
    ),
    step("build", Work::Build),
    Step { name: "journeys: run", work: Work::Browsers("test -p journeys"), after: Some("build") },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_has_a_name_of_its_own_and_uses_an_earlier_one() {
        for (index, step) in STEPS.iter().enumerate() {
            let earlier = &STEPS[..index];
            assert!(earlier.iter().all(|other| other.name != step.name), "{}", step.name);
            if let Some(ground) = step.after {
                assert!(earlier.iter().any(|other| other.name == ground), "{}", step.name);
            }
        }
    }
}
