//! As much of HTML as the renderer writes: enough to look at a page, and to show it line by line.

use std::fmt;

/// An element.
#[derive(Default)]
pub(crate) struct Element {
    /// Its name, such as `p`.
    pub(crate) name: String,
    /// Its attributes, as they are written.
    pub(crate) attributes: Vec<(String, String)>,
    children: Vec<Node>,
}

enum Node {
    Element(Element),
    Text(String),
}

/// Elements without an end.
const VOID: [&str; 6] = ["input", "img", "br", "hr", "link", "meta"];

impl Element {
    /// What was rendered, in an element without a name.
    pub(crate) fn parse(html: &str) -> Self {
        let mut open = vec![Self::default()];
        let mut rest = html;
        while let Some((text, after)) = rest.split_once('<') {
            let (tag, after) = after.split_once('>').expect("a tag ends");
            rest = after;
            let innermost = open.last_mut().expect("the root stays open");
            if !text.is_empty() {
                innermost.children.push(Node::Text(unescaped(text)));
            }
            if tag.starts_with('!') {
                continue;
            }
            if let Some(name) = tag.strip_prefix('/') {
                let closed = open.pop().expect("an element is open");
                assert_eq!(closed.name, name, "elements are closed in order");
                open.last_mut().expect("the root stays open").children.push(Node::Element(closed));
                continue;
            }
            let element = Self::of_tag(tag.trim_end_matches('/').trim());
            if tag.ends_with('/') || VOID.contains(&element.name.as_str()) {
                innermost.children.push(Node::Element(element));
            } else {
                open.push(element);
            }
        }
        assert!(rest.is_empty() && open.len() == 1, "every element is closed");
        open.pop().expect("the root")
    }

    fn of_tag(tag: &str) -> Self {
        let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut attributes = Vec::new();
        while let Some((key, after)) = rest.split_once("=\"") {
            let (value, after) = after.split_once('"').expect("a value ends");
            // What stands before the last space is an attribute without a value.
            let key = key.trim();
            let mut keys: Vec<&str> = key.split_whitespace().collect();
            let key = keys.pop().expect("an attribute has a name");
            attributes.extend(keys.into_iter().map(|key| (key.to_owned(), String::new())));
            attributes.push((key.to_owned(), unescaped(value)));
            rest = after;
        }
        attributes.extend(rest.split_whitespace().map(|key| (key.to_owned(), String::new())));
        Self { name: name.to_owned(), attributes, children: Vec::new() }
    }

    /// It and everything in it, in the order of the page.
    pub(crate) fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        for child in &self.children {
            if let Node::Element(element) = child {
                all.extend(element.all());
            }
        }
        all
    }

    /// The value of an attribute.
    pub(crate) fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    /// The elements directly in it.
    pub(crate) fn children(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Whether it has a class.
    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|classes| classes.split_whitespace().any(|known| known == class))
    }

    /// Everything that it says, names of drawings and buttons too, each with whether it is marked as of a language of
    /// its own.
    pub(crate) fn texts(&self) -> Vec<(&str, bool)> {
        let is_marked = self.attribute("lang").is_some();
        let mut texts: Vec<(&str, bool)> =
            self.attribute("aria-label").into_iter().map(|label| (label, is_marked)).collect();
        for child in &self.children {
            match child {
                Node::Text(text) => texts.push((text, is_marked)),
                Node::Element(element) => {
                    texts.extend(element.texts().into_iter().map(|(text, is_inner)| (text, is_marked || is_inner)));
                }
            }
        }
        texts
    }

    /// Everything that it says, in one.
    pub(crate) fn text(&self) -> String {
        self.texts().into_iter().map(|(text, _)| text).collect()
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        let indent = "  ".repeat(depth);
        let inner = if self.name.is_empty() { depth } else { depth + 1 };
        if !self.name.is_empty() {
            write!(f, "{indent}<{}", self.name)?;
            for (key, value) in &self.attributes {
                write!(f, " {key}=\"{value}\"")?;
            }
            f.write_str(">\n")?;
        }
        for child in &self.children {
            match child {
                Node::Text(text) => {
                    let space = |is_there: bool| if is_there { "␣" } else { "" };
                    let (before, after) = (text.starts_with(' '), text.len() > 1 && text.ends_with(' '));
                    writeln!(f, "{}{}{}{}", "  ".repeat(inner), space(before), text.trim_matches(' '), space(after))?;
                }
                Node::Element(element) => element.write(f, inner)?,
            }
        }
        Ok(())
    }
}

/// One line for each tag and each text; ends of elements are shown by the indent, spaces at the ends of texts by a
/// mark.
impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, 0)
    }
}

fn unescaped(text: &str) -> String {
    let named = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    named.iter().fold(text.to_owned(), |text, (name, character)| text.replace(name, character))
}
