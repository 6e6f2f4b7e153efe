//! What a pupil reads is set as in a book: real quotation marks, in pairs; words in one script.

use crate::authoring::diagnostic::Rule;

const PAIRS: &[(char, char)] = &[('«', '»'), ('“', '”'), ('„', '“'), ('(', ')')];

/// A slip of the keyboard.
pub(in crate::authoring) struct Slip {
    /// Where it stands in the text, in bytes.
    pub(in crate::authoring) at: usize,
    pub(in crate::authoring) rule: Rule,
    pub(in crate::authoring) message: String,
    pub(in crate::authoring) remedy: &'static str,
}

/// Checks the marks and letters of a text; each mistake is handed to `report`.
pub(in crate::authoring) fn typography(text: &str, report: impl Fn(Slip)) {
    if let Some(at) = text.find(['"', '\'']) {
        let remedy = "write «…» in Kazakh and Russian, “…” and ’ in English";
        report(Slip { at, rule: Rule::Quotation, message: "a straight quotation mark".to_owned(), remedy });
    }
    if let Some((at, mark)) = unpaired(text) {
        let message = format!("`{mark}` has no partner");
        report(Slip { at, rule: Rule::Quotation, message, remedy: "close what was opened, or take it away" });
    }
    let mut at = 0;
    for word in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        if is_mixed(word) {
            let message =
                format!("`{}` mixes Latin and Cyrillic letters", word.trim_end_matches(|c: char| !c.is_alphabetic()));
            let remedy = "type it again with one keyboard: search and screen readers stumble over look-alikes";
            report(Slip { at, rule: Rule::MixedScript, message, remedy });
        }
        at += word.len();
    }
}

/// The first mark that closes nothing, or else the last that is never closed, with its place in bytes.
fn unpaired(text: &str) -> Option<(usize, char)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, mark) in text.char_indices() {
        // “ closes „…“ and opens “…”: it closes if „ is open.
        let closes_low = mark == '“' && open.last().is_some_and(|(_, mark)| *mark == '„');
        if closes_low {
            open.pop();
        } else if PAIRS.iter().any(|(opening, _)| *opening == mark) {
            open.push((at, mark));
        } else if let Some((opening, _)) = PAIRS.iter().find(|(_, closing)| *closing == mark)
            && open.pop().is_none_or(|(_, mark)| mark != *opening)
        {
            return Some((at, mark));
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
        typography(text, |slip| found.borrow_mut().push(slip.rule));
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
