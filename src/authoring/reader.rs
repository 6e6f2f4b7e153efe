//! Reading a TOML table key by key, so that one look finds every mistake in it: unknown keys, missing ones, values of
//! the wrong kind, each where it stands.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::diagnostic::{Reports, Rule, SourceFile};
use super::said::{Piece, say};
use crate::course::{Date, Source};
use crate::id::{Text, is_kebab_case};

/// A table of a TOML text that is a part of a file.
pub(super) struct Reader<'a> {
    pub(super) file: SourceFile<'a>,
    pub(super) reports: &'a Reports,
    /// What the table is, in the words of the author's guide: “a question”.
    what: &'a str,
    /// The names of the tables around it and its own, the outermost first.
    trail: Vec<String>,
    /// Where the TOML text begins in the file, in bytes.
    offset: usize,
    table: &'a DeTable<'a>,
    span: Range<usize>,
    asked: RefCell<BTreeSet<String>>,
}

/// Parses a TOML text that begins at `offset` in the file, and reads it. What is not TOML is reported.
pub(super) fn with_table<T>(
    file: SourceFile<'_>,
    reports: &Reports,
    text: &str,
    offset: usize,
    what: &str,
    read: impl FnOnce(&Reader<'_>) -> T,
) -> T {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let span = error.span().unwrap_or_default();
        let at = offset + span.start..offset + span.end;
        let message = format!("this is not TOML: {}", error.message());
        file.error(
            reports,
            &at,
            Rule::Syntax,
            &message,
            "mend the line; a text stands between straight quotation marks",
        );
    }
    let span = offset..offset + text.len();
    let table = table.get_ref();
    let trail = vec![name_of(table).unwrap_or(what).to_owned()];
    let reader = Reader { file, reports, what, trail, offset, table, span, asked: RefCell::default() };
    let result = read(&reader);
    reader.report_unknown_keys();
    result
}

impl<'a> Reader<'a> {
    /// Where the table stands in the file, in bytes.
    pub(super) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Where the value of a key stands in the file, in bytes; the table itself if there is no such key.
    pub(super) fn span_of(&self, key: &str) -> Range<usize> {
        self.table.get(key).map_or_else(|| self.span(), |value| self.shift(&value.span()))
    }

    /// Reports an error at the value of a key.
    pub(super) fn error(&self, key: &str, rule: Rule, message: &str, remedy: &str) {
        self.file.error(self.reports, &self.span_of(key), rule, message, remedy);
    }

    /// Whether there is such a key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// The keys of a table whose keys the author chooses, each with its place.
    pub(super) fn own_keys(&self) -> Vec<(&'a str, Range<usize>)> {
        self.table.keys().map(|key| (key.get_ref().as_ref(), self.shift(&key.span()))).collect()
    }

    /// Words that a pupil reads; must be there.
    pub(super) fn words(&self, key: &str) -> Option<Text> {
        self.words_or(key, Rule::MissingKey, "write it")
    }

    /// Words that a pupil reads; if they are missing, that is this rule broken, with this remedy.
    pub(super) fn words_or(&self, key: &str, rule: Rule, remedy: &str) -> Option<Text> {
        let text = self.string(key).map(str::trim).filter(|text| !text.is_empty());
        if text.is_none() && !self.wrong_kind(key, DeValue::is_str) {
            let message = format!("{} has no `{key}`", self.what);
            self.file.error(self.reports, &self.span_of(key), rule, &message, remedy);
        }
        let text = text?;
        self.say(key, text, &self.span_of(key));
        Some(Text::from(text))
    }

    /// The names that lead to a key, and to the table that is its value.
    fn trail_to(&self, key: &str, table: Option<&DeTable<'_>>) -> Vec<String> {
        let inner = [Some(key), table.and_then(name_of)].into_iter().flatten();
        self.trail.iter().map(String::as_str).chain(inner).map(str::to_owned).collect()
    }

    /// Notes what a pupil reads; `span` is the value in the file, with its quotation marks.
    fn say(&self, key: &str, text: &str, span: &Range<usize>) {
        let written = self.file.text.get(span.clone()).unwrap_or_default();
        let written = written.trim_start_matches(['"', '\'']).trim_start();
        let as_written = text.bytes().zip(written.bytes()).take_while(|(read, written)| read == written).count();
        let piece = Piece { in_text: 0, in_file: span.end - written.len(), as_written };
        say(&self.file, self.reports, &self.trail_to(key, None), text, vec![piece]);
    }

    /// Reports ids that stand in one list more than once.
    pub(super) fn refuse_twins<'i>(&self, ids: impl IntoIterator<Item = (&'i str, Range<usize>)>) {
        let mut seen = BTreeSet::new();
        for (id, at) in ids {
            if !seen.insert(id) {
                let message = format!("`{id}` stands here twice");
                self.file.error(
                    self.reports,
                    &at,
                    Rule::DuplicateId,
                    &message,
                    "give each its own id, or leave one out",
                );
            }
        }
    }

    /// Words that may be left out.
    pub(super) fn optional_words(&self, key: &str) -> Option<Text> {
        self.ask(key);
        if self.has(key) { self.words(key) } else { None }
    }

    /// A name or a part of a word, which need not be of the language of the file: it is not spelled; must be there.
    pub(super) fn letters(&self, key: &str) -> Option<Text> {
        let text = self.string(key).filter(|text| !text.is_empty());
        if text.is_none() && !self.has(key) {
            self.missing(key, "write it");
        }
        text.map(Text::from)
    }

    /// A string that no pupil reads: an address, a name of a rule.
    pub(super) fn string(&self, key: &str) -> Option<&'a str> {
        self.ask(key);
        let value = self.table.get(key)?.get_ref();
        if value.is_str() {
            value.as_str()
        } else {
            self.refuse_kind(key, "a text between straight quotation marks");
            None
        }
    }

    /// One of a closed list of names; must be there.
    pub(super) fn one_of<T: Copy>(&self, key: &str, names: &[(&str, T)]) -> Option<T> {
        let list: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
        let remedy = format!("write one of: {}", list.join(", "));
        if !self.has(key) {
            self.ask(key);
            self.missing(key, &remedy);
            return None;
        }
        let name = self.string(key)?;
        let found = names.iter().find(|(n, _)| *n == name).map(|(_, value)| *value);
        if found.is_none() {
            self.error(key, Rule::WrongValue, &format!("`{name}` is not a `{key}` of {}", self.what), &remedy);
        }
        found
    }

    /// An id; must be there.
    pub(super) fn id(&self, key: &str) -> Option<&'a str> {
        if !self.has(key) {
            self.ask(key);
            self.missing(key, "give it a name of its own: kebab-case words that never change");
            return None;
        }
        let id = self.string(key)?;
        self.check_id(id, &self.span_of(key)).then_some(id)
    }

    /// A list of ids, each with its place. Empty where the key is left out.
    pub(super) fn ids(&self, key: &str) -> Vec<(&'a str, Range<usize>)> {
        let texts = self.items(key).into_iter().filter_map(|value| {
            let at = self.shift(&value.span());
            let text = value.get_ref().as_str();
            if text.is_none() {
                self.file.error(
                    self.reports,
                    &at,
                    Rule::WrongValue,
                    "this is not an id",
                    "write kebab-case words between quotation marks",
                );
            }
            text.filter(|id| self.check_id(id, &at)).map(|id| (id, at))
        });
        texts.collect()
    }

    /// A list of texts that a pupil reads, such as the months. Empty where the key is left out.
    pub(super) fn word_list(&self, key: &str) -> Vec<Text> {
        let words = self.items(key).into_iter().filter_map(|value| {
            let at = self.shift(&value.span());
            let text = value.get_ref().as_str().map(str::trim).filter(|text| !text.is_empty());
            if text.is_none() {
                let remedy = "write it between straight quotation marks";
                self.file.error(self.reports, &at, Rule::WrongValue, "this is no text", remedy);
            }
            self.say(key, text?, &at);
            text.map(Text::from)
        });
        words.collect()
    }

    /// A list of texts that no pupil reads. Empty where the key is left out.
    pub(super) fn strings(&self, key: &str) -> Vec<String> {
        let texts = self.items(key).into_iter().filter_map(|value| {
            let text = value.get_ref().as_str().filter(|text| !text.is_empty());
            if text.is_none() {
                let remedy = "write it between straight quotation marks";
                self.file.error(self.reports, &self.shift(&value.span()), Rule::WrongValue, "this is no text", remedy);
            }
            text.map(str::to_owned)
        });
        texts.collect()
    }

    /// A whole number within bounds; must be there.
    pub(super) fn number(&self, key: &str, bounds: std::ops::RangeInclusive<u16>) -> Option<u16> {
        self.ask(key);
        let remedy = format!("write a whole number from {} to {}", bounds.start(), bounds.end());
        let Some(value) = self.table.get(key) else {
            self.missing(key, &remedy);
            return None;
        };
        let number = Self::whole(value.get_ref()).filter(|number| bounds.contains(number));
        if number.is_none() {
            self.error(key, Rule::WrongValue, &format!("this cannot be the `{key}` of {}", self.what), &remedy);
        }
        number
    }

    /// A list of whole numbers within bounds.
    pub(super) fn numbers(&self, key: &str, bounds: &std::ops::RangeInclusive<u16>) -> Vec<u16> {
        let remedy = format!("write whole numbers from {} to {}", bounds.start(), bounds.end());
        let numbers = self.items(key).into_iter().filter_map(|value| {
            let number = Self::whole(value.get_ref()).filter(|number| bounds.contains(number));
            if number.is_none() {
                self.file.error(
                    self.reports,
                    &self.shift(&value.span()),
                    Rule::WrongValue,
                    "this number cannot stand here",
                    &remedy,
                );
            }
            number
        });
        numbers.collect()
    }

    /// Yes or no; no where it is left out.
    pub(super) fn flag(&self, key: &str) -> bool {
        self.ask(key);
        if self.wrong_kind(key, DeValue::is_bool) {
            self.refuse_kind(key, "`true`, or leave the key out");
        }
        self.table.get(key).and_then(|value| value.get_ref().as_bool()).unwrap_or_default()
    }

    /// A date that may be left out.
    pub(super) fn optional_date(&self, key: &str) -> Option<Date> {
        self.ask(key);
        let value = self.table.get(key)?.get_ref();
        let text = value.as_datetime().map(ToString::to_string).or_else(|| value.as_str().map(str::to_owned));
        let date = text.and_then(|text| text.parse().ok());
        if date.is_none() {
            self.refuse_kind(key, "a date such as 1995-03-01, or a year or month between quotation marks");
        }
        date
    }

    /// A date; must be there.
    pub(super) fn date(&self, key: &str) -> Option<Date> {
        let date = self.optional_date(key);
        if !self.has(key) {
            self.missing(key, "write a date such as 1995-03-01");
        }
        date
    }

    /// A date after which a fact wants checking again, if there is one: a warning if it has passed.
    pub(super) fn review_by(&self, today: Date) -> Option<Date> {
        let date = self.optional_date("review-by");
        if let Some(date) = date.filter(|date| date.last_day() < today.last_day()) {
            let message = format!("this was to be checked again by {date}");
            let remedy = "check it against its sources; then put new dates into `checked` and `review-by`";
            self.file.warn(self.reports, &self.span_of("review-by"), Rule::Stale, &message, remedy);
        }
        date
    }

    /// A table that may be left out.
    pub(super) fn optional_table<T>(&self, key: &str, what: &'a str, read: impl FnOnce(&Self) -> T) -> Option<T> {
        self.ask(key);
        let value = self.table.get(key)?;
        if self.wrong_kind(key, DeValue::is_table) {
            self.refuse_kind(key, "a table");
        }
        self.inner(key, value, what, read)
    }

    /// A list of tables, each read by `read`; if they have ids, each has its own. Empty where the key is left out.
    pub(super) fn tables<T>(&self, key: &str, what: &'a str, mut read: impl FnMut(&Self) -> T) -> Vec<T> {
        let ids = self.items(key).into_iter().filter_map(|value| value.get_ref().as_table()?.get("id"));
        self.refuse_twins(ids.filter_map(|id| Some((id.get_ref().as_str()?, self.shift(&id.span())))));
        let tables = self.items(key).into_iter().filter_map(|value| {
            let table = self.inner(key, value, what, &mut read);
            if table.is_none() {
                let at = self.shift(&value.span());
                self.file.error(
                    self.reports,
                    &at,
                    Rule::WrongValue,
                    &format!("this is not {what}"),
                    "write { … } with its keys",
                );
            }
            table
        });
        tables.collect()
    }

    /// The sources of a finding.
    pub(super) fn sources(&self) -> Vec<Source> {
        let sources = self.tables("sources", "a source", |source| {
            let url = source.string("url");
            if url.is_none_or(|url| !(url.starts_with("https://") || url.starts_with("http://"))) {
                let remedy = "write the whole address, beginning with https://";
                source.error("url", Rule::WrongValue, "a source needs an address that can be opened", remedy);
            }
            let date = source.optional_date("date");
            Some(Source { title: source.words("title")?, date, url: Text::from(url?) })
        });
        sources.into_iter().flatten().collect()
    }

    fn inner<T>(
        &self,
        key: &str,
        value: &'a Spanned<DeValue<'a>>,
        what: &'a str,
        read: impl FnOnce(&Self) -> T,
    ) -> Option<T> {
        let table = value.get_ref().as_table()?;
        let reader = Reader {
            file: self.file,
            reports: self.reports,
            what,
            trail: self.trail_to(key, Some(table)),
            offset: self.offset,
            table,
            span: self.shift(&value.span()),
            asked: RefCell::default(),
        };
        let result = read(&reader);
        reader.report_unknown_keys();
        Some(result)
    }

    fn items(&self, key: &str) -> Vec<&'a Spanned<DeValue<'a>>> {
        self.ask(key);
        if self.wrong_kind(key, DeValue::is_array) {
            self.refuse_kind(key, "a list between [ and ]");
        }
        self.table
            .get(key)
            .and_then(|value| value.get_ref().as_array())
            .map(|array| array.iter().collect())
            .unwrap_or_default()
    }

    fn whole(value: &DeValue<'_>) -> Option<u16> {
        value.as_integer().filter(|integer| integer.radix() == 10).and_then(|integer| integer.as_str().parse().ok())
    }

    fn check_id(&self, id: &str, at: &Range<usize>) -> bool {
        let good = is_kebab_case(id);
        if !good {
            let message = format!("`{id}` cannot be an id");
            self.file.error(
                self.reports,
                at,
                Rule::WrongValue,
                &message,
                "write small Latin letters and digits, joined by single hyphens",
            );
        }
        good
    }

    fn missing(&self, key: &str, remedy: &str) {
        let message = format!("{} has no `{key}`", self.what);
        self.file.error(self.reports, &self.span, Rule::MissingKey, &message, remedy);
    }

    fn wrong_kind(&self, key: &str, is_right: impl Fn(&DeValue<'a>) -> bool) -> bool {
        self.table.get(key).is_some_and(|value| !is_right(value.get_ref()))
    }

    fn refuse_kind(&self, key: &str, wanted: &str) {
        self.error(key, Rule::WrongValue, &format!("`{key}` is of the wrong kind"), &format!("write {wanted}"));
    }

    /// Notes that a key is one the table may have.
    pub(super) fn ask(&self, key: &str) {
        self.asked.borrow_mut().insert(key.to_owned());
    }

    fn report_unknown_keys(&self) {
        let asked = self.asked.borrow();
        for key in self.table.keys().filter(|key| !asked.contains(key.get_ref().as_ref())) {
            let message = format!("`{}` is not a key of {}", key.get_ref(), self.what);
            let remedy = known_keys(&asked, key.get_ref());
            self.file.error(self.reports, &self.shift(&key.span()), Rule::UnknownKey, &message, &remedy);
        }
    }

    fn shift(&self, span: &Range<usize>) -> Range<usize> {
        self.offset + span.start..self.offset + span.end
    }
}

/// The id of a table.
fn name_of<'t>(table: &'t DeTable<'_>) -> Option<&'t str> {
    table.get("id").and_then(|id| id.get_ref().as_str())
}

/// What to write instead of an unknown key: all that are known, or of many the nearest ones.
fn known_keys(known: &BTreeSet<String>, unknown: &str) -> String {
    const READABLE: usize = 15;
    let mut keys: Vec<&str> = known.iter().map(String::as_str).collect();
    if keys.len() <= READABLE {
        return format!("known keys: {}", keys.join(", "));
    }
    keys.sort_by_key(|key| strsim::damerau_levenshtein(key, unknown));
    keys.truncate(3);
    format!("did you mean {}?", keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", "))
}
