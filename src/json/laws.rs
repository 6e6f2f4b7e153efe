//! The reader and the writer against `serde_json`, which read and wrote what is on devices.

use std::fmt;

use proptest::prelude::*;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{DEEPEST, read, write};
use crate::id::Text;
use crate::wire::Value;

/// A value as `serde_json` reads and writes it.
#[derive(Debug, PartialEq)]
struct Model(Value);

impl Serialize for Model {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Value::Nothing => serializer.serialize_unit(),
            Value::Number(number) => serializer.serialize_u64(*number),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(list) => {
                let mut sequence = serializer.serialize_seq(Some(list.len()))?;
                list.iter().try_for_each(|value| sequence.serialize_element(&Self(value.clone())))?;
                sequence.end()
            }
            Value::Map(map) => serializer.collect_map(map.iter().map(|(name, value)| (&**name, Self(value.clone())))),
        }
    }
}

struct ModelVisitor;

impl<'de> Visitor<'de> for ModelVisitor {
    type Value = Model;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Model, E> {
        Ok(Model(Value::Nothing))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Model, E> {
        Ok(Model(Value::Number(number)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Model, E> {
        Ok(Model(Value::Text(Text::from(text))))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Model, A::Error> {
        let mut list = Vec::new();
        while let Some(Model(value)) = sequence.next_element()? {
            list.push(value);
        }
        Ok(Model(Value::List(list)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Model, A::Error> {
        let mut map = Vec::new();
        while let Some((name, Model(value))) = entries.next_entry::<String, Model>()? {
            map.push((Text::from(name), value));
        }
        Ok(Model(Value::Map(map)))
    }
}

impl<'de> Deserialize<'de> for Model {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ModelVisitor)
    }
}

fn model_read(text: &str) -> Option<Value> {
    serde_json::from_str::<Model>(text).ok().map(|model| model.0)
}

#[track_caller]
fn check(text: &str, value: &Value) {
    assert_eq!(read(text).as_ref(), Some(value), "{text}");
    assert_eq!(model_read(text).as_ref(), Some(value), "{text}");
}

#[track_caller]
fn check_is_none(text: &str) {
    assert_eq!(read(text), None, "{text}");
    assert_eq!(model_read(text), None, "{text}");
}

fn text(text: &str) -> Value {
    Value::Text(Text::from(text))
}

fn any_text() -> impl Strategy<Value = Text> {
    "([ -~]|[\"\\\\/\\x00-\\x1f\\x7f]|[а-яәі]|\\PC|[\u{2028}\u{ffff}\u{1f600}]){0,8}".prop_map(Text::from)
}

fn any_number() -> impl Strategy<Value = u64> {
    prop_oneof![any::<u64>(), 0u64..200, Just(0), Just(u64::MAX), (0u32..20).prop_map(|power| 10u64.pow(power))]
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf =
        prop_oneof![Just(Value::Nothing), any_number().prop_map(Value::Number), any_text().prop_map(Value::Text)];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::List),
            prop::collection::vec((any_text(), inner), 0..6).prop_map(Value::Map),
        ]
    })
}

/// JSON of all kinds, and what is nearly JSON, with spaces between.
fn any_json() -> impl Strategy<Value = String> {
    let string = "\"([a-c]|[ әі\u{1f600}]|\\\\[\"\\\\/bfnrt]|\\\\u00[0-9a-fA-F]{2}|\\\\u[dD][89a-fA-F][0-9a-f]{2}|\\\\u[dD][89abAB][0-9a-f]{2}\\\\u[dD][c-fC-F][0-9a-f]{2}){0,4}\"";
    let number = "-?(0|[1-9][0-9]{0,21}|0[0-9])(\\.[0-9]{1,2})?([eE][+-]?[0-9])?";
    let leaf = prop_oneof![
        6 => "0|[1-9][0-9]{0,18}",
        6 => string,
        3 => "null",
        1 => "true|false|nul|Null|NaN|'a'",
        1 => number,
    ];
    leaf.prop_recursive(5, 30, 5, move |inner| {
        let spaced =
            ("[ \t\r\n]{0,2}", inner, "[ \t\r\n]{0,2}").prop_map(|(before, json, after)| before + &json + &after);
        let entry =
            ("[ \n]?", string, "[ \n]?", spaced.clone()).prop_map(|(a, name, b, json)| a + &name + &b + ":" + &json);
        prop_oneof![
            prop::collection::vec(spaced, 0..5).prop_map(|list| format!("[{}]", list.join(","))),
            prop::collection::vec(entry, 0..5).prop_map(|map| format!("{{{}}}", map.join(","))),
        ]
    })
}

/// A text with a few letters taken out, put in or replaced by what means something in JSON.
fn mutated(json: &str, changes: Vec<(usize, u8, char)>) -> String {
    let mut letters: Vec<char> = json.chars().collect();
    for (at, change, letter) in changes {
        let at = at % (letters.len() + 1);
        match change % 3 {
            0 => letters.insert(at, letter),
            1 => letters.truncate(at.max(1)),
            _ if at < letters.len() => drop(letters.remove(at)),
            _ => letters.push(letter),
        }
    }
    letters.into_iter().collect()
}

fn any_changes() -> impl Strategy<Value = Vec<(usize, u8, char)>> {
    let letters: Vec<char> =
        "[]{}\",:\\/0123456789.eE+-nulltrfabcdDu \n\t\0\u{b}\u{1f}\u{a0}ә\u{1f600}".chars().collect();
    let change = prop_oneof![1 => Just(1), 12 => prop::sample::select(vec![0u8, 2])];
    prop::collection::vec((0usize..400, change, prop::sample::select(letters)), 1..4)
}

#[test]
fn numbers_are_whole_and_no_greater_than_they_can_be() {
    for (json, number) in [("0", 0), (" 7\n", 7), ("1995", 1995), ("18446744073709551615", u64::MAX)] {
        check(json, &Value::Number(number));
    }
    for json in
        ["-1", "-0", "+1", "01", "00", "1.5", "1.0", "1e3", "1E3", ".5", "1.", "18446744073709551616", "0x1", "1 2"]
    {
        check_is_none(json);
    }
}

#[test]
fn texts_have_all_escapes() {
    check(r#""\"\\\/\b\f\n\r\t""#, &text("\"\\/\u{8}\u{c}\n\r\t"));
    check(r#""\u04D9\u003c\uFFFF\u0000""#, &text("ә<\u{ffff}\0"));
    check(r#""\ud83d\ude00 \uDBFF\uDFFF""#, &text("\u{1f600} \u{10ffff}"));
    check("\"\u{7f}\u{80}\u{2028}\"", &text("\u{7f}\u{80}\u{2028}"));
    for json in [
        r#"""#,
        r#""\"#,
        r#""\""#,
        r#""\a""#,
        r#""\U0041""#,
        r#""\u""#,
        r#""\u004""#,
        r#""\u00g0""#,
        r#""\u+041""#,
        r#""\ud800""#,
        r#""\udc00""#,
        r#""\ud800\ud800""#,
        r#""\ud800x""#,
        r#""\ud800\n""#,
        r#""\ud800dc00""#,
        r#""\udc00\ud800""#,
        "\"\n\"",
        "\"\0\"",
        "\"\u{1f}\"",
        "'a'",
        "a",
    ] {
        check_is_none(json);
    }
}

#[test]
fn lists_and_maps_are_whole() {
    check(" [ ] ", &Value::List(vec![]));
    let list = vec![Value::Nothing, Value::List(vec![Value::Number(1)]), text("")];
    check("[null , [1]\n,\t\"\"]", &Value::List(list));
    let both = vec![("b".into(), Value::Number(2)), ("a".into(), Value::Number(1)), ("b".into(), Value::Map(vec![]))];
    check(r#"{"b":2, "a" : 1,"\u0062":{}}"#, &Value::Map(both));
    for json in [
        "",
        " ",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,]",
        "[,1]",
        "[1,,2]",
        "[1 2]",
        "[1}",
        "{",
        "}",
        "{]",
        "{,}",
        r#"{"a"}"#,
        r#"{"a":}"#,
        r#"{"a":1,}"#,
        r#"{"a":1 "b":2}"#,
        r#"{"a",1}"#,
        "{a:1}",
        "{1:1}",
        r#"{"a":1}}"#,
        "[] []",
        "null,",
        "nul",
        "nulll",
        "NULL",
        "true",
        "[false]",
        "// a\n1",
        "\u{feff}1",
        "\u{a0}1",
        "1\u{b}",
    ] {
        check_is_none(json);
    }
}

#[test]
fn what_is_nested_too_deep_is_not_read() {
    let lists = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let maps = |depth: usize| "{\"\":".repeat(depth) + "1" + &"}".repeat(depth);
    for nested in [lists, maps] {
        for (depth, is_read) in [(DEEPEST, true), (DEEPEST + 1, false), (100_000, false)] {
            assert_eq!(read(&nested(depth)).is_some(), is_read, "{depth}");
            assert_eq!(model_read(&nested(depth)).is_some(), is_read, "{depth}");
        }
    }
    assert_eq!(read(&"[".repeat(1_000_000)), None);
    // Side by side is not within each other.
    assert!(read(&format!("[{}1]", "[[]],".repeat(1_000))).is_some());
}

#[test]
fn every_letter_is_written_as_ever() {
    for letter in ('\0'..='\u{ffff}').chain(['\u{1_0000}', '\u{10_ffff}']) {
        let value = text(letter.encode_utf8(&mut [0; 4]));
        let written = write(&value);
        assert_eq!(written, serde_json::to_string(&Model(value.clone())).unwrap());
        assert_eq!(read(&written), Some(value));
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read(value in any_value()) {
        prop_assert_eq!(read(&write(&value)), Some(value));
    }

    #[test]
    fn every_value_is_written_as_ever(value in any_value()) {
        prop_assert_eq!(write(&value), serde_json::to_string(&Model(value)).unwrap());
    }

    #[test]
    fn every_number_is_written_as_ever(number in any_number()) {
        prop_assert_eq!(write(&Value::Number(number)), number.to_string());
    }

    #[test]
    fn json_is_read_as_ever(json in any_json()) {
        prop_assert_eq!(read(&json), model_read(&json), "{}", json);
    }

    #[test]
    fn what_is_nearly_json_is_read_as_ever(json in any_json(), changes in any_changes()) {
        let json = mutated(&json, changes);
        prop_assert_eq!(read(&json), model_read(&json), "{}", json);
    }

    #[test]
    fn what_was_written_and_then_damaged_is_read_as_ever(value in any_value(), changes in any_changes()) {
        let json = mutated(&write(&value), changes);
        prop_assert_eq!(read(&json), model_read(&json), "{}", json);
    }

    #[test]
    fn signs_at_random_are_read_as_ever(json in "[\\[\\]{}\",:0-2eE.+\\-nul\\\\tr \\n\\x00]{0,12}") {
        prop_assert_eq!(read(&json), model_read(&json), "{}", json);
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        prop_assert_eq!(read(&text), model_read(&text));
        let _ = read(&format!("[\"{text}"));
    }
}
