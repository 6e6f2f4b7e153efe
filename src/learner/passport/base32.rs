//! Bytes as letters and digits, by Crockford: <https://www.crockford.com/base32.html>.

use crate::quiz::letters::is_space;

const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Bytes as digits, five bits each; the last is filled up with zeros.
pub(super) fn encode(bytes: &[u8]) -> Vec<u8> {
    let mut digits = Vec::with_capacity(bytes.len() * 8 / 5 + 1);
    let (mut held, mut bits) = (0u32, 0);
    let digit = |five: u32| DIGITS.get((five & 31) as usize).copied().unwrap_or(b'0');
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            digits.push(digit(held >> bits));
        }
    }
    if bits > 0 {
        digits.push(digit(held << (5 - bits)));
    }
    digits
}

/// The bytes of digits; `None` if one is no digit, or more is left over than was filled up.
pub(super) fn decode(digits: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(digits.len() * 5 / 8);
    let (mut held, mut bits) = (0u32, 0);
    for digit in digits {
        let five = DIGITS.iter().position(|known| known == digit)?;
        held = held << 5 | u32::try_from(five).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits & 255).try_into().ok()?);
        }
    }
    (bits < 5 && held & ((1 << bits) - 1) == 0).then_some(bytes)
}

/// The letters and digits of a text as they are meant: upper case, with what is easily mistaken put right, and without what
/// stands between groups. What is no ASCII becomes something that is no digit.
pub(super) fn letters(text: &str) -> Vec<u8> {
    let is_between = |c: &char| is_space(*c) || matches!(c, '-' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let meant = |c: char| match c.to_ascii_uppercase() {
        'O' => b'0',
        'I' | 'L' => b'1',
        other => u8::try_from(other).unwrap_or(b'?'),
    };
    text.chars().filter(|c| !is_between(c)).map(meant).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_easily_mistaken_is_put_right() {
        assert_eq!(letters(" shqL-0oO\u{2011}il1\n"), b"SHQ1000111");
    }

    #[test]
    fn what_is_no_digit_has_no_bytes() {
        for digits in [b"00U".as_slice(), b"0?", b"0*", b"001", b"1"] {
            assert_eq!(decode(digits), None, "{digits:?}");
        }
    }

    proptest! {
        #[test]
        fn digits_give_back_the_bytes(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            prop_assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }
    }
}
