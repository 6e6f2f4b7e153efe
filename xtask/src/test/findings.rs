//! The first things a failed step complained about, so that the summary can name them.

/// More would only push the first ones out of sight.
const MOST: usize = 3;

/// Complaints, in the order they were heard.
#[derive(Debug, Default)]
pub(super) struct Findings {
    found: Vec<String>,
}

impl Findings {
    /// Listens for a failed test, a compiler error or a badly formatted file.
    pub(super) fn hear(&mut self, line: &str) {
        if self.found.len() < MOST
            && let Some(finding) = finding(&without_colours(line))
            && !self.found.contains(&finding)
        {
            self.found.push(finding);
        }
    }

    /// All of them in one line, if there are any.
    pub(super) fn line(&self) -> Option<String> {
        (!self.found.is_empty()).then(|| self.found.join("; "))
    }
}

fn finding(line: &str) -> Option<String> {
    if let Some(test) = line.strip_prefix("test ") {
        let (name, verdict) = test.split_once(" ... ")?;
        return verdict.starts_with("FAIL").then(|| name.to_owned());
    }
    if let Some(place) = line.strip_prefix("Diff in ") {
        return Some(format!("{} is not formatted", place.trim_end_matches(':')));
    }
    let is_error = line.starts_with("error: ") || line.starts_with("error[");
    // These say that there were errors, not which.
    let is_echo =
        ["error: could not compile", "error: test failed", "error: aborting"].iter().any(|echo| line.starts_with(echo));
    (is_error && !is_echo).then(|| line.to_owned())
}

/// The line without terminal escape sequences, which are all of the kind `ESC [ … letter`.
fn without_colours(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((before, escaped)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = escaped.trim_start_matches(|part: char| !part.is_ascii_alphabetic());
        rest = rest.get(1..).unwrap_or_default();
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &[&str], expected: Option<&str>) {
        let mut findings = Findings::default();
        for line in lines {
            findings.hear(line);
        }
        assert_eq!(findings.line().as_deref(), expected);
    }

    #[test]
    fn failed_tests_are_named_once() {
        check(
            &["test a::b ... ok", "test a::c ... FAILED", "test a::c ... FAILED", "error: test failed, to rerun pass"],
            Some("a::c"),
        );
        check(&["test hydration::tap_is_kept ... FAIL"], Some("hydration::tap_is_kept"));
    }

    #[test]
    fn compiler_errors_are_quoted_without_their_colours() {
        check(
            &["\u{1b}[0m\u{1b}[1;31merror[E0425]\u{1b}[0m: no `lug`", "error: could not compile `x` (bin)"],
            Some("error[E0425]: no `lug`"),
        );
    }

    #[test]
    fn a_long_list_is_cut_short() {
        check(
            &["Diff in /a.rs:1:", "Diff in /b.rs:1:", "error: c", "error: d"],
            Some("/a.rs:1 is not formatted; /b.rs:1 is not formatted; error: c"),
        );
        check(&["all is well"], None);
    }
}
