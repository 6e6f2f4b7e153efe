//! `cargo xtask test`: everything there is to test, the cheap before the dear.

mod findings;
mod steps;
mod workshop;

use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

use self::{
    steps::{STEPS, Step},
    workshop::Workshop,
};
use crate::{elapsed, project::Project};

/// How one step ended.
#[derive(Debug)]
struct Verdict {
    step: &'static str,
    result: Result<()>,
    elapsed: Duration,
}

/// Runs the steps whose name contains `filter`, all of them even if some fail, and sums up.
pub(crate) fn run(project: &Project, filter: Option<&str>) -> Result<ExitCode> {
    let steps = chosen(filter);
    if steps.is_empty() {
        let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        bail!("no step is called that; there are: {}", names.join(", "));
    }
    let mut workshop = Workshop::new(project);
    let mut verdicts: Vec<Verdict> = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        println!("\n=== {}/{} {}", index + 1, steps.len(), step.name);
        let started = Instant::now();
        let result = match broken_ground(step, &verdicts) {
            Some(ground) => Err(anyhow::anyhow!("not run, because the step \"{ground}\" failed")),
            None => workshop.perform(step.work),
        };
        let verdict = Verdict { step: step.name, result, elapsed: started.elapsed() };
        println!("{}", verdict.line());
        verdicts.push(verdict);
    }
    println!("\n{}", summary(&verdicts));
    let failed = verdicts.iter().any(|verdict| verdict.result.is_err());
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn chosen(filter: Option<&str>) -> Vec<&'static Step> {
    STEPS.iter().filter(|step| filter.is_none_or(|filter| step.name.contains(filter))).collect()
}

/// The failed step whose outcome `step` would have used.
fn broken_ground(step: &Step, verdicts: &[Verdict]) -> Option<&'static str> {
    let ground = step.after?;
    verdicts.iter().any(|verdict| verdict.step == ground && verdict.result.is_err()).then_some(ground)
}

impl Verdict {
    fn line(&self) -> String {
        let elapsed = elapsed::in_words(self.elapsed);
        match &self.result {
            Ok(()) => format!("--- {}: passed, {elapsed}", self.step),
            Err(error) => format!("--- {}: FAILED, {elapsed}: {error:#}", self.step),
        }
    }
}

/// The failures by name, and the count of both as the last line.
fn summary(verdicts: &[Verdict]) -> String {
    let failures: Vec<_> = verdicts.iter().filter(|verdict| verdict.result.is_err()).collect();
    let mut lines: Vec<_> = failures.iter().map(|verdict| verdict.line()).collect();
    lines.push(format!("{} passed, {} failed", verdicts.len() - failures.len(), failures.len()));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    fn verdict(step: &'static str, result: Result<()>) -> Verdict {
        Verdict { step, result, elapsed: Duration::from_secs(12) }
    }

    #[test]
    fn the_last_line_counts_and_the_ones_before_name_the_failures() {
        assert_eq!(summary(&[verdict("format", Ok(()))]), "1 passed, 0 failed");
        let verdicts = [verdict("format", Ok(())), verdict("build", Err(anyhow!("the build failed")))];
        assert_eq!(summary(&verdicts), "--- build: FAILED, 12 s: the build failed\n1 passed, 1 failed");
    }

    #[test]
    fn the_journeys_need_a_build_that_succeeded() {
        let [journeys] = chosen(Some("journeys: run")).try_into().unwrap();
        assert_eq!(broken_ground(journeys, &[verdict("build", Err(anyhow!("")))]), Some("build"));
        assert_eq!(broken_ground(journeys, &[verdict("build", Ok(()))]), None);
        assert_eq!(broken_ground(journeys, &[]), None);
    }

    #[test]
    fn a_filter_chooses_by_part_of_the_name() {
        assert_eq!(chosen(None).len(), STEPS.len());
        assert!(chosen(Some("clippy")).len() >= 5);
        assert!(chosen(Some("no such step")).is_empty());
    }
}
