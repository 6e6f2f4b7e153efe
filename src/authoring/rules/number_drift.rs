//! Numbers are the same in every language: in the lessons, the claims, the glossary and the interface. Languages order
//! their words, not their facts, differently, so each passage is compared as a whole.

use super::translations::{Pair, report};
use crate::authoring::diagnostic::Reports;
use crate::authoring::said::Said;
use crate::authoring::stated::numbers;

/// Reports a passage of a translation whose numbers are not those of the original.
pub(in crate::authoring) fn number_drift(pair: &Pair<'_>, reports: &Reports) {
    let (ours, theirs) = (numbers_of(pair.ours), numbers_of(pair.theirs));
    let extra = without(&theirs, &ours);
    let missing = without(&ours, &theirs);
    let list = |numbers: &[Number<'_>]| {
        let digits: Vec<String> = numbers.iter().map(|number| format!("`{}`", number.digits)).collect();
        format!("the number {}", digits.join(", "))
    };
    let message = match (&extra[..], &missing[..]) {
        ([], []) => return,
        ([], missing) => format!("{} stands in the original, and not here", list(missing)),
        (extra, []) => format!("{} stands here, and not in the original", list(extra)),
        (extra, missing) => format!("{} stands here, and {} in the original", list(extra), list(missing)),
    };
    report(pair, extra.first().map(|number| (number.said, number.at)), &message, reports);
}

/// A number, and where it was said.
#[derive(Clone, Copy)]
struct Number<'a> {
    digits: &'a str,
    said: &'a Said,
    at: usize,
}

fn numbers_of<'a>(passage: &[&'a Said]) -> Vec<Number<'a>> {
    let numbers_in = |said: &'a Said| numbers(&said.text).map(move |(at, digits)| Number { digits, said, at });
    passage.iter().flat_map(|said| numbers_in(said)).collect()
}

/// Those of the numbers that are left when each of the others has taken away one like itself.
fn without<'a>(numbers: &[Number<'a>], others: &[Number<'_>]) -> Vec<Number<'a>> {
    let mut others: Vec<&str> = others.iter().map(|number| number.digits).collect();
    let is_left = |number: &&Number<'a>| {
        let twin = others.iter().position(|other| *other == number.digits);
        twin.map(|twin| others.swap_remove(twin)).is_none()
    };
    numbers.iter().filter(is_left).copied().collect()
}
