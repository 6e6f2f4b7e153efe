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
    let twins = twins(text);
    let mut at = 0;
    for run in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let word = run.trim_end_matches(|c: char| !c.is_alphabetic());
        let message = if word.chars().any(is_cyrillic) && !word.chars().all(is_cyrillic) {
            Some(format!("`{word}` mixes letters of two scripts"))
        } else if is_disguised(word, twins) {
            Some(format!("`{word}` is of another script than the text around it, and looks the same"))
        } else {
            None
        };
        if let Some(message) = message {
            let remedy = "type it again with one keyboard: search and screen readers stumble over look-alikes";
            report(Slip { at, rule: Rule::MixedScript, message, remedy });
        }
        at += run.len();
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

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&c)
}

/// The letters that a text does not have, and that look like those it has; none if it is of both scripts.
fn twins(text: &str) -> &'static str {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let cyrillic = text.chars().filter(|c| is_cyrillic(*c)).count();
    if cyrillic * 4 >= letters * 3 {
        "aceiopxyABCEHIKMOPTXY"
    } else if cyrillic * 4 < letters {
        "асеіорхуАВСЕНІКМОРТХУ"
    } else {
        ""
    }
}

/// Whether a word among words of the other script could be read as one of theirs. Capitals alone are mostly meant:
/// numerals, and names of licences.
fn is_disguised(word: &str, twins: &str) -> bool {
    word.chars().any(char::is_lowercase) && word.chars().all(|c| twins.contains(c))
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
        check("нəрсе мен бαр", &[Rule::MixedScript, Rule::MixedScript]);
        check("ҚХА XIII сессиясы, COVID-тен", &[]);
    }

    #[test]
    fn a_word_of_twins_alone_is_told_by_the_words_around_it() {
        check("жиналды cap сонда", &[Rule::MixedScript]);
        check("they say осе there", &[Rule::MixedScript]);
        check("CC BY, XX ғасыр, Times газеті", &[]);
        check("the word шаңырақ, a copy", &[]);
    }
}
