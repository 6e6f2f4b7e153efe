//! What is typed, and what it finds: `tests/search/*.tsv`, and laws for any text and any query.
#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where something is not as it must be")]

use proptest::prelude::*;
use shanyraq::id::LanguageId;
use shanyraq::search::{Document, Index, Kind};

fn document(kind: Kind, title: &str, text: &str, unseen: &str) -> Document {
    Document { kind, title: title.into(), place: "".into(), text: text.into(), unseen: unseen.into(), path: "".into() }
}

fn index(language: &str, documents: Vec<Document>) -> Index {
    Index::new(&LanguageId::from(language), documents)
}

/// Holds a language against its table; all that is not so is told at once.
fn check(language: &str, table: &str, at_least: usize) {
    let rows: Vec<(usize, Vec<&str>)> = (1..).zip(table.lines().map(|line| line.split('\t').collect())).collect();
    let rows: Vec<_> =
        rows.into_iter().filter(|(_, row): &(usize, Vec<&str>)| !row.concat().starts_with('#')).collect();
    let mut texts: Vec<&str> = rows.iter().filter_map(|(_, row)| row.first().copied()).collect();
    texts.sort_unstable();
    texts.dedup();
    let index = index(language, texts.iter().map(|text| document(Kind::Term, text, "", "")).collect());
    let mut wrong = Vec::new();
    for (line, row) in &rows {
        let [text, query, verdict, _rule] = row[..] else { panic!("line {line} has not four columns") };
        let number = texts.binary_search(&text).expect("a text of the table");
        let is_found = index.find(query).is_some_and(|found| found.documents.contains(&number));
        match verdict {
            "found" | "not" if is_found == (verdict == "found") => {}
            "found" | "not" => wrong.push(format!("line {line}: “{query}”, “{text}”: {verdict}")),
            _ => panic!("line {line}: {verdict} is no verdict"),
        }
    }
    assert!(rows.len() >= at_least, "{} rows", rows.len());
    assert!(wrong.is_empty(), "{} of {} rows are not so:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn kazakh_is_found_as_it_is_typed() {
    check("kk", include_str!("search/kk.tsv"), 60);
}

#[test]
fn russian_is_found_as_it_is_typed() {
    check("ru", include_str!("search/ru.tsv"), 30);
}

#[test]
fn english_is_found_as_it_is_typed() {
    check("en", include_str!("search/en.tsv"), 30);
}

#[test]
fn titles_come_before_terms_terms_before_headings_and_headings_before_text() {
    let documents = vec![
        document(Kind::Section, "Another", "a senate in the text", ""),
        document(Kind::Question, "What does the Senate do?", "", ""),
        document(Kind::Section, "The Senate in a heading", "", ""),
        document(Kind::Question, "Who decides?", "", "The Senate does."),
        document(Kind::Term, "Senate", "a chamber", ""),
        document(Kind::Lesson, "The Senate", "", ""),
        document(Kind::Section, "One more", "a senate, as in the first", ""),
    ];
    let index = index("en", documents);
    assert_eq!(index.find("senate").expect("a query").documents, [5, 4, 2, 1, 0, 3, 6]);
}

#[test]
fn what_is_spelled_alike_comes_before_kin_and_neighbours_before_words_far_apart() {
    let text = |text: &str| document(Kind::Section, "", text, "");
    let index = index(
        "en",
        vec![
            text("laws of the people"),
            text("the people and the law"),
            text("the law of people, and people in law"),
            text("people law"),
        ],
    );
    assert_eq!(index.find("law,").expect("a query").documents, [2, 1, 3, 0]);
    assert_eq!(index.find("people law,").expect("a query").documents.first(), Some(&3));
}

#[test]
fn among_equals_what_is_called_just_so_comes_first_and_then_what_begins_so() {
    let term = |title: &str| document(Kind::Term, title, "the assembly, the assembly", "");
    let index = index("en", vec![term("Council of the Assembly"), term("Assembly of the people"), term("Assemblies")]);
    assert_eq!(index.find("asembly").expect("a query").documents, [2, 1, 0]);
}

#[test]
fn a_single_letter_finds_nothing_yet() {
    let index = index("kk", vec![document(Kind::Term, "ант", "", "")]);
    for query in ["", " ", "а", " а ", "…", "ь"] {
        assert_eq!(index.find(query), None, "{query:?}");
    }
    assert_eq!(index.find("ан").expect("a query").documents, [0]);
    assert_eq!(index.find("жоқ").expect("a query").documents, [] as [usize; 0]);
}

#[test]
fn what_answers_is_marked_and_a_long_text_is_cut_around_it() {
    let long = format!("{} Ассамблеяның кеңесі, Ассамблея-кеңес. {}", "сөз ".repeat(200), "соңы ".repeat(200));
    let index = index("kk", vec![document(Kind::Section, "Ассамблея кеңесі туралы", &long, "")]);
    let found = index.find("ассамблея кене").expect("a query");
    let marked = |runs: &[shanyraq::search::Run<'_>]| {
        runs.iter().filter(|run| run.is_marked).map(|run| run.text.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(marked(&index.marked(&found, "Ассамблея кеңесі туралы")), ["Ассамблея", "кеңесі"]);
    let excerpt = index.excerpt(&found, &long);
    assert!(excerpt.is_cut_before && excerpt.is_cut_after);
    assert_eq!(marked(&excerpt.runs), ["Ассамблеяның", "кеңесі", "Ассамблея", "кеңес"]);
    let text: String = excerpt.runs.iter().map(|run| run.text).collect();
    assert!(text.starts_with("сөз ") && text.ends_with("соңы") && text.len() < 400, "{text}");
    let nothing = index.excerpt(&found, "Басқа мәтін.");
    assert_eq!((marked(&nothing.runs).len(), nothing.is_cut_before, nothing.is_cut_after), (0, false, false));
}

/// Letters of all kinds that meet in the course, and some that do not.
const TEXT: &str = "[аәбғеийіңоұһцьяю aschxyñş’\\-‑ .,!5½\u{301}\u{ad}λ中😀«»]{0,60}";

proptest! {
    #[test]
    fn any_query_in_any_text_is_answered_and_what_is_marked_is_the_text(
        texts in prop::collection::vec((TEXT, TEXT, TEXT), 0..6), any in ".{0,40}", typed in TEXT,
        language in prop::sample::select(vec!["kk", "ru", "en", "tt"]),
    ) {
        let documents = texts.iter().map(|(title, text, unseen)| document(Kind::Section, title, text, unseen)).collect();
        let index = index(language, documents);
        for query in [&any, &typed] {
            let Some(found) = index.find(query) else { continue };
            let mut numbers = found.documents.clone();
            numbers.sort_unstable();
            numbers.dedup();
            prop_assert_eq!(numbers.len(), found.documents.len());
            for (title, text, _) in &texts {
                let whole = |text: &str| index.marked(&found, text).iter().map(|run| run.text).collect::<String>();
                prop_assert_eq!(&whole(title), title);
                let excerpt: String = index.excerpt(&found, text).runs.iter().map(|run| run.text).collect();
                prop_assert!(text.contains(&excerpt));
            }
        }
    }

    #[test]
    fn a_word_of_a_text_finds_it_with_anything_around(
        texts in prop::collection::vec(TEXT, 1..6), pick in any::<prop::sample::Index>(),
        language in prop::sample::select(vec!["kk", "ru", "en", "tt"]),
    ) {
        let index = index(language, texts.iter().map(|text| document(Kind::Section, "", text, "")).collect());
        let number = pick.index(texts.len());
        let is_end = |letter: char| letter.is_whitespace() || "-‑.,!«»😀".contains(letter);
        for word in texts[number].split(is_end) {
            if let Some(found) = index.find(word) {
                prop_assert!(found.documents.contains(&number), "{:?} in {:?}", word, texts[number]);
            }
        }
    }
}
