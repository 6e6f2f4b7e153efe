//! Names made of what they name.

use sha2::{Digest, Sha256};

/// A name in the making: twelve hexadecimal digits that hang on every part, and on where one ends and the next begins.
#[derive(Default)]
pub(crate) struct Fingerprint(Sha256);

impl Fingerprint {
    /// One more part.
    pub(crate) fn add(&mut self, part: &[u8]) {
        self.0.update(part.len().to_le_bytes());
        self.0.update(part);
    }

    /// The name of all parts so far.
    pub(crate) fn name(self) -> String {
        let number = self.0.finalize().iter().take(6).fold(0, |number: u64, byte| (number << 8) | u64::from(*byte));
        format!("{number:012x}")
    }
}

/// The name of these parts.
pub(crate) fn fingerprint<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut print = Fingerprint::default();
    parts.into_iter().for_each(|part| print.add(part));
    print.name()
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn a_name_hangs_on_every_part() {
        let of = |parts: &[&str]| fingerprint(parts.iter().map(|part| part.as_bytes()));
        assert_eq!(of(&["a", "b"]), of(&["a", "b"]), "and on nothing else");
        assert_eq!(of(&[]).len(), 12);
        for other in [&["a", "c"][..], &["b", "a"], &["ab", ""], &["ab"], &["a", "b", ""]] {
            assert_ne!(of(&["a", "b"]), of(other), "{other:?}");
        }
    }
}
