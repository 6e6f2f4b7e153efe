//! Values in a text.

use std::fmt;

/// `template` with each `{name}` replaced by its value. Braces in a value are never taken for a name.
pub(crate) fn fill(template: &str, values: &[(&str, &dyn fmt::Display)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut pieces = template.split('{');
    filled.extend(pieces.next());
    for piece in pieces {
        let slot = piece
            .split_once('}')
            .and_then(|(slot, rest)| values.iter().find(|(name, _)| *name == slot).map(|(_, value)| (value, rest)));
        match slot {
            Some((value, rest)) => filled.extend([&*value.to_string(), rest]),
            None => filled.extend(["{", piece]),
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_not_filled_again() {
        assert_eq!(fill("{a}, {b} and {c}", &[("a", &"{b}"), ("b", &2)]), "{b}, 2 and {c}");
        assert_eq!(fill("no { slot } here {", &[]), "no { slot } here {");
    }
}
