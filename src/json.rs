//! JSON, read and written, as far as a [`Value`] goes: no truth values, and no numbers but whole ones from nought.
//!
//! `serde_json` would do, but it weighs some fourteen kilobytes of the program: it knows more numbers, and says what is
//! wrong with a text. Here a text that cannot be read is none. It reads and writes the same as `serde_json` otherwise
//! (`json/laws.rs`), for what it wrote is on devices.

#[cfg(test)]
mod laws;

use crate::id::Text;
use crate::wire::Value;

/// How many lists and maps may stand within each other: reading calls itself, and the stack has an end.
const DEEPEST: usize = 127;

/// The value of a text; `None` if it is no JSON, or JSON that is no [`Value`]. Never panics.
pub(crate) fn read(text: &str) -> Option<Value> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(DEEPEST)?;
    reader.skip_space();
    reader.peek().is_none().then_some(value)
}

/// The text of a value.
pub(crate) fn write(value: &Value) -> String {
    let mut text = String::new();
    // What is still to be written, the next of it last.
    let mut rest = vec![Step::Value(value)];
    while let Some(step) = rest.pop() {
        match step {
            Step::Sign(sign) => text.push(sign),
            Step::Text(value) => write_text(value, &mut text),
            Step::Value(value) => write_value(value, &mut text, &mut rest),
        }
    }
    text
}

/// A step of writing.
enum Step<'a> {
    Sign(char),
    Text(&'a str),
    Value(&'a Value),
}

/// Writes a value as far as its first part, and puts down the rest of it as steps.
fn write_value<'a>(value: &'a Value, text: &mut String, rest: &mut Vec<Step<'a>>) {
    match value {
        Value::Nothing => text.push_str("null"),
        Value::Number(number) => write_number(*number, text),
        Value::Text(value) => write_text(value, text),
        Value::List(list) => {
            text.push('[');
            rest.push(Step::Sign(']'));
            for (at, value) in list.iter().enumerate().rev() {
                rest.push(Step::Value(value));
                separate(at, rest);
            }
        }
        Value::Map(map) => {
            text.push('{');
            rest.push(Step::Sign('}'));
            for (at, (name, value)) in map.iter().enumerate().rev() {
                rest.push(Step::Value(value));
                rest.push(Step::Sign(':'));
                rest.push(Step::Text(name));
                separate(at, rest);
            }
        }
    }
}

/// A comma before all but the first.
fn separate(at: usize, rest: &mut Vec<Step<'_>>) {
    if at > 0 {
        rest.push(Step::Sign(','));
    }
}

fn write_number(number: u64, text: &mut String) {
    let mut unit = 1;
    while number / unit > 9 {
        unit *= 10;
    }
    while unit > 0 {
        write_digit(number / unit % 10, text);
        unit /= 10;
    }
}

/// A digit, decimal or hexadecimal.
fn write_digit(digit: u64, text: &mut String) {
    text.extend(u32::try_from(digit).ok().and_then(|digit| char::from_digit(digit, 16)));
}

fn write_text(value: &str, text: &mut String) {
    text.push('"');
    for letter in value.chars() {
        match letter {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\u{8}' => text.push_str("\\b"),
            '\t' => text.push_str("\\t"),
            '\n' => text.push_str("\\n"),
            '\u{c}' => text.push_str("\\f"),
            '\r' => text.push_str("\\r"),
            '\0'..='\u{1f}' => {
                text.push_str("\\u00");
                write_digit(u64::from(letter) >> 4, text);
                write_digit(u64::from(letter) & 15, text);
            }
            _ => text.push(letter),
        }
    }
    text.push('"');
}

/// A text, read as far as `at`.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    /// Passes over a byte if it stands here.
    fn takes(&mut self, byte: u8) -> bool {
        let is_here = self.peek() == Some(byte);
        self.at += usize::from(is_here);
        is_here
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    /// As [`Reader::takes`], after spaces.
    fn takes_sign(&mut self, sign: u8) -> bool {
        self.skip_space();
        self.takes(sign)
    }

    /// The value that stands here, with so many lists and maps within each other at most.
    fn value(&mut self, room: usize) -> Option<Value> {
        self.skip_space();
        match self.next()? {
            b'n' => b"ull".iter().all(|byte| self.takes(*byte)).then_some(Value::Nothing),
            digit @ b'0'..=b'9' => self.number(digit).map(Value::Number),
            b'"' => self.text().map(Value::Text),
            b'[' => self.list(room.checked_sub(1)?).map(Value::List),
            b'{' => self.map(room.checked_sub(1)?).map(Value::Map),
            _ => None,
        }
    }

    /// The rest of a number. A fraction or an exponent is left, and is then not what comes after a value.
    fn number(&mut self, first: u8) -> Option<u64> {
        let mut number = u64::from(first - b'0');
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            if number == 0 {
                return None;
            }
            self.at += 1;
            number = number.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
        }
        Some(number)
    }

    fn list(&mut self, room: usize) -> Option<Vec<Value>> {
        let mut list = Vec::new();
        while self.has_more(list.is_empty(), b']')? {
            list.push(self.value(room)?);
        }
        Some(list)
    }

    /// The rest of a map. Of two values by one name both are kept.
    fn map(&mut self, room: usize) -> Option<Vec<(Text, Value)>> {
        let mut map = Vec::new();
        while self.has_more(map.is_empty(), b'}')? {
            let name = if self.takes_sign(b'"') { self.text()? } else { return None };
            let value = if self.takes_sign(b':') { self.value(room)? } else { return None };
            map.push((name, value));
        }
        Some(map)
    }

    /// Whether another part follows, or the end; `None` if neither does.
    fn has_more(&mut self, is_first: bool, end: u8) -> Option<bool> {
        if self.takes_sign(end) { Some(false) } else { (is_first || self.takes(b',')).then_some(true) }
    }

    /// The rest of a text after its first quotation mark.
    fn text(&mut self) -> Option<Text> {
        let plain = self.plain_text();
        // As nearly all are: a text of a page or of what is kept is made once, and not twice.
        if self.takes(b'"') {
            return Some(Text::from(plain));
        }
        let mut text = String::from(plain);
        loop {
            match self.next()? {
                b'"' => return Some(Text::from(text)),
                b'\\' => text.push(self.escaped()?),
                _ => return None,
            }
            text.push_str(self.plain_text());
        }
    }

    /// As far as a quotation mark, a backslash or a control character.
    fn plain_text(&mut self) -> &'a str {
        let start = self.at;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let end = rest.iter().position(|byte| *byte < b' ' || *byte == b'"' || *byte == b'\\');
        self.at = end.map_or(self.text.len(), |end| start + end);
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// The letter that what follows a backslash stands for.
    fn escaped(&mut self) -> Option<char> {
        let byte = match self.next()? {
            b'u' => return self.coded(),
            b'b' => 8,
            b't' => b'\t',
            b'n' => b'\n',
            b'f' => 12,
            b'r' => b'\r',
            plain @ (b'"' | b'\\' | b'/') => plain,
            _ => return None,
        };
        Some(char::from(byte))
    }

    /// The letter of a code of UTF-16; letters after U+FFFF have two.
    fn coded(&mut self) -> Option<char> {
        let mut code = self.code()?;
        if let 0xd800..0xdc00 = code {
            let is_pair = self.takes(b'\\') && self.takes(b'u');
            let low = self.code().filter(|low| is_pair && (0xdc00..0xe000).contains(low))?;
            code = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        }
        char::from_u32(code)
    }

    /// Four hexadecimal digits.
    fn code(&mut self) -> Option<u32> {
        let mut code = 0;
        for _ in 0..4 {
            code = code * 16 + char::from(self.next()?).to_digit(16)?;
        }
        Some(code)
    }
}
