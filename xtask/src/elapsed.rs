//! Durations in words, the way a person waiting reads them.

use std::time::Duration;

/// `0.4 s`, `12 s`, `2 min 05 s`.
pub(crate) fn in_words(elapsed: Duration) -> String {
    match elapsed.as_secs() {
        0..10 => format!("{:.1} s", elapsed.as_secs_f64()),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn precision_falls_as_the_wait_grows() {
        for (milliseconds, expected) in [(430, "0.4 s"), (12_900, "12 s"), (125_000, "2 min 05 s")] {
            assert_eq!(in_words(Duration::from_millis(milliseconds)), expected);
        }
    }
}
