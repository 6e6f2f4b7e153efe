//! From an address to a file: the folder, the prefix it is mounted at, and what lies outside of both.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// A folder mounted at a path.
#[derive(Debug)]
pub(super) struct Site {
    root: PathBuf,
    prefix: String,
}

/// What stands at an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    File(PathBuf),
    /// A folder asked for without its closing slash: relative links would miss it.
    Folder,
    /// Nothing; with the page that says so, if the site has one.
    Nothing(Option<PathBuf>),
}

impl Site {
    pub(super) fn new(root: &Path, prefix: &str) -> Result<Self> {
        let root = root.canonicalize().with_context(|| format!("there is no folder {} to serve", root.display()))?;
        let inner = prefix.trim_matches('/');
        let prefix = if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") };
        Ok(Self { root, prefix })
    }

    /// The mount path, with a slash at both ends.
    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Looks up a percent-encoded path.
    pub(super) fn find(&self, path: &str) -> Found {
        if self.prefix.strip_suffix('/') == Some(path) {
            return Found::Folder;
        }
        let Some(inside) = path.strip_prefix(&self.prefix) else { return Found::Nothing(None) };
        let Some(relative) = relative_path(inside) else { return Found::Nothing(self.not_found_page(Path::new(""))) };
        let file = self.root.join(&relative);
        if file.is_dir() {
            if !path.ends_with('/') {
                return Found::Folder;
            }
            let index = file.join("index.html");
            if self.contains(&index) {
                return Found::File(index);
            }
        } else if !path.ends_with('/') && self.contains(&file) {
            return Found::File(file);
        }
        Found::Nothing(self.not_found_page(&relative))
    }

    /// Every file below a folder, given relative to the root.
    pub(super) fn files_below(&self, folder: &str) -> Result<Vec<PathBuf>> {
        let mut folders = vec![self.root.join(folder.trim_matches('/'))];
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            let entries = fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?;
            for entry in entries {
                let path = entry.with_context(|| format!("cannot list {}", folder.display()))?.path();
                if path.is_dir() { folders.push(path) } else { files.push(path) }
            }
        }
        files.sort();
        Ok(files)
    }

    /// The closest `404.html`, from the folder that was asked for up to the root.
    fn not_found_page(&self, relative: &Path) -> Option<PathBuf> {
        relative.ancestors().map(|folder| self.root.join(folder).join("404.html")).find(|page| page.is_file())
    }

    /// Whether `file` is a file, and inside the root even after following links.
    fn contains(&self, file: &Path) -> bool {
        file.is_file() && file.canonicalize().is_ok_and(|real| real.starts_with(&self.root))
    }
}

/// The path below the root that an address names, or `None` for one that tries to leave it.
fn relative_path(inside: &str) -> Option<PathBuf> {
    let inside = inside.strip_suffix('/').unwrap_or(inside);
    if inside.is_empty() {
        return Some(PathBuf::new());
    }
    inside.split('/').map(|segment| percent_decoded(segment).filter(|name| is_plain_name(name))).collect()
}

/// Neither empty, nor hidden (Trunk works in `dist/.stage`; `..` is covered too), nor more than one name.
fn is_plain_name(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', '\0', ':'])
}

fn percent_decoded(segment: &str) -> Option<String> {
    let mut decoded = Vec::with_capacity(segment.len());
    let mut bytes = segment.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let (high, low) = (hex_digit(bytes.next()?)?, hex_digit(bytes.next()?)?);
            decoded.push(high << 4 | low);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_path_below_the_root() {
        for (inside, expected) in [
            ("", Some("")),
            ("kk/", Some("kk")),
            ("kk/index.html", Some("kk/index.html")),
            ("kk/%D2%9B%D0%B0%D0%BB%D0%B0/", Some("kk/қала")),
            ("a%20b.svg", Some("a b.svg")),
        ] {
            assert_eq!(relative_path(inside), expected.map(PathBuf::from), "{inside:?}");
        }
    }

    #[test]
    fn no_address_leads_out_of_the_root() {
        for inside in [
            "../x",
            "a/../../x",
            "%2e%2e/x",
            "..%2fx",
            "a%2f..%2f..%2fx",
            "..\\x",
            "%5c",
            "/etc/passwd",
            "a//b",
            "%00",
            "%",
            "%zz",
            "%ff",
            ".stage/x",
            "c:/x",
        ] {
            assert_eq!(relative_path(inside), None, "{inside:?}");
        }
    }
}
