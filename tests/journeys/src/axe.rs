//! axe-core in a page: what it finds, in words.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;

use crate::Visit;

/// axe-core, as npm has installed it.
#[derive(Debug)]
pub struct Axe {
    source: String,
}

#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    target: String,
    html: String,
    summary: String,
}

/// As many places are shown of each violation.
const SHOWN: usize = 3;

impl Axe {
    /// Reads it.
    ///
    /// # Errors
    /// It is not installed.
    pub fn find() -> Result<Self> {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/node_modules/axe-core/axe.min.js");
        let source = fs::read_to_string(&file);
        let source = source.with_context(|| format!("{} is missing: run `npm ci` in tests/web", file.display()))?;
        Ok(Self { source })
    }

    /// Looks at the page as it is; `what` names it in reports.
    ///
    /// # Errors
    /// It finds violations: all of them are in the error.
    pub async fn look(&self, visit: &Visit, what: &str) -> Result<()> {
        if !visit.script::<bool>("return 'axe' in window", []).await? {
            visit.script::<()>(&self.source, []).await?;
        }
        let run = "
            const done = arguments[arguments.length - 1];
            const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
            axe.run(document, { runOnly: tags, resultTypes: ['violations'], elementRef: false }).then(
              ({ violations }) => done(violations.map(({ id, help, nodes }) => ({
                id, help, nodes: nodes.map(({ target, html, failureSummary }) => ({ target: target.join(' '), html, summary: failureSummary })),
              }))),
              (error) => done([{ id: 'axe', help: String(error), nodes: [] }]));";
        let found = visit.browser.session().execute_async(run, vec![]).await.with_context(|| format!("axe on {what}"))?;
        let violations: Vec<Violation> = serde_json::from_value(found.json().clone())?;
        if violations.is_empty() {
            return Ok(());
        }
        let lines: Vec<String> = violations.iter().map(told).collect();
        bail!("{what}: {}", lines.join("\n  "))
    }
}

fn told(violation: &Violation) -> String {
    let places = violation.nodes.iter().take(SHOWN).map(|node| {
        let html: String = node.html.chars().take(120).collect();
        let summary = node.summary.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("\n    {}  {html}\n      {summary}", node.target)
    });
    let places: String = places.collect();
    format!("{} ({}), {} places{places}", violation.id, violation.help, violation.nodes.len())
}

/// Makes the text as large as asked, in percent.
///
/// # Errors
/// The page is gone.
pub async fn enlarge(visit: &Visit, percent: u32) -> Result<()> {
    // By the style object: a style attribute is against the policy of the page.
    visit.script("document.documentElement.style.fontSize = arguments[0]", [json!(format!("{percent}%"))]).await
}
