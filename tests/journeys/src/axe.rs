//! axe-core in a page: what it finds, in words.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

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

    /// What it finds in the page as it is: nothing, if all is well.
    ///
    /// # Errors
    /// It does not run.
    pub async fn look(&self, visit: &Visit) -> Result<Vec<String>> {
        let tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
        self.run(visit, json!({ "type": "tag", "values": tags })).await
    }

    /// What it finds in the colours of the page as it is: all that another theme can change.
    ///
    /// # Errors
    /// It does not run.
    pub async fn look_at_colours(&self, visit: &Visit) -> Result<Vec<String>> {
        self.run(visit, json!({ "type": "rule", "values": ["color-contrast", "link-in-text-block"] })).await
    }

    async fn run(&self, visit: &Visit, only: Value) -> Result<Vec<String>> {
        if !visit.script::<bool>("return 'axe' in window", []).await? {
            visit.script::<()>(&self.source, []).await?;
        }
        let run = "
            const done = arguments[arguments.length - 1];
            axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'], elementRef: false }).then(
              ({ violations }) => done(violations.map(({ id, help, nodes }) => ({
                id, help, nodes: nodes.map(({ target, html, failureSummary }) => ({ target: target.join(' '), html, summary: failureSummary })),
              }))),
              (error) => done([{ id: 'axe', help: String(error), nodes: [] }]));";
        let found = visit.browser.session().execute_async(run, vec![only]).await.context("axe does not run")?;
        let violations: Vec<Violation> = serde_json::from_value(found.json().clone())?;
        Ok(violations.iter().map(told).collect())
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
