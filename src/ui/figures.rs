//! Drawn figures: SVG made here, in the colours of the theme, each with a text that says the same.

mod emblem;
mod shanyraq;

pub(super) use emblem::emblem;
pub(super) use shanyraq::{Known, shanyraq};

/// A length in a drawing, given in tenths of its unit. Whole numbers are written alike by the prerenderer and the
/// browser, and the program does without the printing of floating-point numbers.
pub(super) fn tenths(length: usize) -> String {
    format!("{}.{}", length / 10, length % 10)
}

#[cfg(test)]
mod tests {
    use super::tenths;

    #[test]
    fn lengths_are_written_to_a_tenth() {
        for (length, written) in [(0, "0.0"), (7, "0.7"), (123, "12.3")] {
            assert_eq!(tenths(length), written);
        }
    }
}
