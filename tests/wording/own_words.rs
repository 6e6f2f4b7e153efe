//! The course's own words: `content/words/LANGUAGE.txt`, one on a line, in the order of the alphabet.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The words of a list.
pub(crate) struct OwnWords {
    file: String,
    words: Vec<String>,
}

impl OwnWords {
    pub(crate) fn read(folder: &Path, language: &str) -> Self {
        let file = format!("{language}.txt");
        let text = fs::read_to_string(folder.join(&file)).expect("each language has a list of words");
        let words = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned);
        Self { words: words.collect(), file }
    }

    pub(crate) fn has(&self, word: &str) -> bool {
        self.words.iter().any(|own| own == word)
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// What is wrong with the list, if `used` are all words of the course and what they are forms of.
    pub(crate) fn mistakes(&self, used: &BTreeSet<&str>) -> Vec<String> {
        let file = &self.file;
        let unused = self.words.iter().filter(|word| !used.contains(word.as_str()));
        let unused = unused.map(|word| format!("`{word}` of content/words/{file} is used nowhere: take it away"));
        let pairs = self.words.windows(2).filter_map(|pair| pair.first().zip(pair.last()));
        let unsorted = pairs.filter(|(one, next)| one >= next);
        let unsorted =
            unsorted.map(|(one, next)| format!("content/words/{file} is not in order: `{next}` after `{one}`"));
        unused.chain(unsorted).collect()
    }
}

#[test]
fn a_list_is_in_order_and_in_use() {
    let own = |words: &[&str]| OwnWords {
        file: "kk.txt".to_owned(),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
    };
    let used = BTreeSet::from(["абзац", "этнос"]);
    assert_eq!(own(&["абзац", "этнос"]).mistakes(&used), [""; 0]);
    assert_eq!(own(&["этнос", "абзац"]).mistakes(&used).len(), 1);
    assert_eq!(own(&["абзац", "абзац"]).mistakes(&used).len(), 1);
    assert_eq!(own(&["сайт"]).mistakes(&used).len(), 1);
}
