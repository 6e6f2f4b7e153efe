//! Names made of what they name.

use sha2::{Digest, Sha256};

/// Twelve hexadecimal digits that hang on every part, and on where one ends and the next begins.
pub(crate) fn fingerprint<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    let number = hash.finalize().iter().take(6).fold(0, |number: u64, byte| (number << 8) | u64::from(*byte));
    format!("{number:012x}")
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
