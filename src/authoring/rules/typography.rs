//! What a pupil reads is set as in a book: real quotation marks, in pairs; words in one script.

use crate::authoring::diagnostic::Rule;

const PAIRS: &[(char, char)] = &[('«', '»'), ('“', '”'), ('„', '“'), ('(', ')')];

/// Checks the marks and letters of a text; each mistake is handed to `report` with its rule, message and remedy.
pub(in crate::authoring) fn typography(text: &str, report: impl Fn(Rule, &str, &str)) {
    if text.contains(['"', '\'']) {
        report(Rule::Quotation, "a straight quotation mark", "write «…» in Kazakh and Russian, “…” and ’ in English");
    }
    if let Some(mark) = unpaired(text) {
        report(Rule::Quotation, &format!("`{mark}` has no partner"), "close what was opened, or take it away");
    }
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| is_mixed(word)) {
        let message = format!("`{word}` mixes Latin and Cyrillic letters");
        report(Rule::MixedScript, &message, "type it again with one keyboard: search and screen readers stumble over look-alikes");
    }
}

/// The first mark that opens or closes nothing.
fn unpaired(text: &str) -> Option<char> {
    let mut open: Vec<char> = Vec::new();
    for mark in text.chars() {
        // “ closes „…“ and opens “…”: it closes if „ is open.
        let closes_low = mark == '“' && open.last() == Some(&'„');
        if closes_low {
            open.pop();
        } else if PAIRS.iter().any(|(opening, _)| *opening == mark) {
            open.push(mark);
        } else if let Some((opening, _)) = PAIRS.iter().find(|(_, closing)| *closing == mark) {
            if open.pop() != Some(*opening) {
                return Some(mark);
            }
        }
    }
    open.pop()
}

fn is_mixed(word: &str) -> bool {
    let latin = word.chars().any(|c| c.is_ascii_alphabetic());
    let cyrillic = word.chars().any(|c| ('\u{400}'..='\u{52f}').contains(&c));
    latin && cyrillic
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    #[track_caller]
    fn check(text: &str, expected: &[Rule]) {
        let found = RefCell::new(Vec::new());
        typography(text, |rule, _, _| found.borrow_mut().push(rule));
        assert_eq!(found.into_inner(), expected, "{text}");
    }

    #[test]
    fn quotations_close() {
        check("«Біз, «ортақ» халық»", &[]);
        check("“one (two)” ’s", &[]);
        check("„низко“ и “high”", &[]);
        check("«ашық", &[Rule::Quotation]);
        check("жабық»", &[Rule::Quotation]);
        check("«a (b» c)", &[Rule::Quotation]);
        check("a \"b\"", &[Rule::Quotation]);
    }

    #[test]
    fn a_word_keeps_to_one_script() {
        check("Бiз", &[Rule::MixedScript]);
        check("ҚХА XIII сессиясы, COVID-тен", &[]);
    }
}
