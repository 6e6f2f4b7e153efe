//! The dictionaries of hunspell.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;

/// The dictionary of a language.
fn dictionary(language: &str) -> &'static str {
    match language {
        "kk" => "kk_KZ",
        "ru" => "ru_RU",
        "en" => "en_GB",
        _ => panic!("no dictionary is known for `{language}`: name one in tests/wording/hunspell.rs"),
    }
}

/// Those of the words that the dictionary does not have.
pub(crate) fn unknown<'a>(language: &str, words: &BTreeSet<&'a str>) -> BTreeSet<&'a str> {
    let dictionary = dictionary(language);
    let mut command = Command::new("hunspell");
    command.args(["-l", "-i", "UTF-8", "-d", dictionary]).stdin(Stdio::piped());
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap_or_else(|error| {
            panic!("hunspell does not start ({error}): run `cargo xtask test --filter spelling`")
        });
    let mut into = child.stdin.take().expect("it was asked for");
    // Dictionaries know the straight apostrophe.
    let lines: String = words.iter().map(|word| format!("{}\n", word.replace('’', "'"))).collect();
    // It answers before it has heard everything: whoever did not listen would wait for ever.
    let writer = thread::spawn(move || into.write_all(lines.as_bytes()));
    let output = child.wait_with_output().expect("hunspell ends");
    let heard = writer.join().expect("writing does not panic");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && heard.is_ok(), "hunspell has no {dictionary}: {errors}");
    let unknown = String::from_utf8(output.stdout).expect("hunspell answers in UTF-8");
    let unknown: BTreeSet<&str> = unknown.lines().collect();
    words.iter().filter(|word| unknown.contains(word.replace('’', "'").as_str())).copied().collect()
}
