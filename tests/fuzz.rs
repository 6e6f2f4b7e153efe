//! What reads texts from elsewhere, held to its laws: every seed of `fuzz/corpus/` and some thousands of mutations of
//! them, always the same. The targets in `fuzz/` go on from there: see CONTRIBUTING.md, “Fuzzing”.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it must be")]

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

#[path = "../fuzz/entries.rs"]
#[expect(unreachable_pub, reason = "the fuzz targets call the same functions from outside")]
mod entries;

/// How many mutations each reader is given.
const MUTATIONS: u32 = 1_000;

/// The longest that a mutation becomes, in bytes.
const LONGEST: usize = 4_096;

/// One thing that happens to bytes.
#[derive(Clone, Debug)]
enum Change {
    Flip(Index, u8),
    Put(Index, Vec<u8>),
    Overwrite(Index, u8),
    Truncate(Index),
    CutOut(Index, usize),
    Repeat(Index, usize, usize),
    /// The beginning of this, the end of another seed.
    Splice(Index, Index, Index),
}

fn any_change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    // What means something to one reader or another.
    let telling = prop::sample::select(vec![
        "\"",
        "\\",
        "\\ud800",
        "{",
        "[",
        "}",
        "]",
        ",",
        ":",
        "null",
        "0",
        "-1",
        "1e9",
        "4294967295",
        "4294967296",
        "18446744073709551616",
        "%",
        "%00",
        "%C3",
        "&",
        "=",
        "+",
        " ",
        "\n",
        "\u{feff}",
        "\u{200b}",
        "\u{202e}",
        "\u{301}",
        "а",
        "I",
        "І",
        "|",
        "-",
        "SHQ1-",
        "он",
    ]);
    let put = prop_oneof![telling.prop_map(|text| text.as_bytes().to_vec()), prop::collection::vec(any::<u8>(), 1..5)];
    prop_oneof![
        4 => (at(), 0u8..8).prop_map(|(at, bit)| Change::Flip(at, bit)),
        4 => (at(), put).prop_map(|(at, bytes)| Change::Put(at, bytes)),
        3 => (at(), prop_oneof![any::<u8>(), b'0'..=b'9', Just(255)]).prop_map(|(at, byte)| Change::Overwrite(at, byte)),
        1 => at().prop_map(Change::Truncate),
        2 => (at(), 1usize..16).prop_map(|(at, length)| Change::CutOut(at, length)),
        1 => (at(), 1usize..40, 2usize..60).prop_map(|(at, length, times)| Change::Repeat(at, length, times)),
        2 => (at(), at(), at()).prop_map(|(at, other, from)| Change::Splice(at, other, from)),
    ]
}

impl Change {
    fn of(&self, mut bytes: Vec<u8>, seeds: &[(String, Vec<u8>)]) -> Vec<u8> {
        let place = |at: &Index, bytes: &[u8]| at.index(bytes.len() + 1);
        match self {
            Self::Flip(at, bit) => {
                let at = place(at, &bytes);
                bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << bit);
            }
            Self::Put(at, put) => {
                let at = place(at, &bytes);
                bytes.splice(at..at, put.iter().copied());
            }
            Self::Overwrite(at, with) => {
                let at = place(at, &bytes);
                bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = *with);
            }
            Self::Truncate(at) => bytes.truncate(place(at, &bytes)),
            Self::CutOut(at, length) => {
                let at = place(at, &bytes);
                bytes.drain(at..(at + length).min(bytes.len()));
            }
            Self::Repeat(at, length, times) => {
                let at = place(at, &bytes);
                let part: Vec<u8> = bytes.iter().skip(at).take(*length).copied().collect();
                bytes.splice(at..at, part.repeat(*times));
            }
            Self::Splice(at, other, from) => {
                bytes.truncate(place(at, &bytes));
                let (_, other) = other.get(seeds);
                bytes.extend(other.iter().skip(place(from, other)));
            }
        }
        bytes.truncate(LONGEST);
        bytes
    }
}

/// The seeds of a target, by name.
fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = format!("{}/fuzz/corpus/{target}", env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let mut seeds: Vec<_> =
        entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect();
    // The file system has an order of its own.
    seeds.sort();
    seeds
}

#[track_caller]
fn holds(target: &str, entry: fn(&[u8])) {
    let seeds = seeds(target);
    assert!(seeds.len() >= 10, "the corpus of {target} is gone");
    for (name, seed) in &seeds {
        let result = catch_unwind(|| entry(seed));
        assert!(result.is_ok(), "the laws do not hold of fuzz/corpus/{target}/{name}");
    }
    let config = Config { cases: MUTATIONS, max_shrink_iters: 200, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let mutations = (any::<Index>(), prop::collection::vec(any_change(), 1..6));
    let result = runner.run(&mutations, |(seed, changes)| {
        let (name, seed) = seed.get(&seeds);
        let mutation = changes.iter().fold(seed.clone(), |bytes, change| change.of(bytes, &seeds));
        catch_unwind(AssertUnwindSafe(|| entry(&mutation)))
            .map_err(|_| TestCaseError::fail(format!("made of {name}: {:?}", String::from_utf8_lossy(&mutation))))
    });
    assert!(result.is_ok(), "{}", result.unwrap_err());
}

#[test]
fn no_passport_harms_what_is_known() {
    holds("passport", entries::passport);
}

#[test]
fn whatever_was_saved_is_loaded_as_it_is_or_not_at_all() {
    holds("saved", entries::saved);
}

#[test]
fn any_link_asks_for_something_that_can_be_asked() {
    holds("link", entries::link);
}

#[test]
fn anything_typed_is_compared_and_a_word_counts_as_itself() {
    holds("typed", entries::typed);
}
