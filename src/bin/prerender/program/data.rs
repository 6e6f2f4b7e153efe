//! Data that only panics referred to: the places in sources where they may come from, and two tables of the standard
//! library, of small letters and of signs that can be shown. What is not referred to becomes zeros, which weigh nothing:
//! so nothing moves.

use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::Result;
use wasm_encoder::SectionId;
use wasmparser::{BinaryReader, DataKind, DataSectionReader, Operator};

use super::Compiled;

/// Silent functions, and such as only they call, that have tables to themselves.
const WITH_TABLES: [&str; 3] =
    ["feat_hydration::node_type_str", "<char>::escape_debug_ext", "core::unicode::printable::"];
/// Less than this many bytes is no table.
const LEAST: u32 = 64;

/// The data (5.5.14) without what nothing refers to, `numbers` being all that stand in the code that is left.
pub(super) fn without_unused(program: &Compiled<'_>, numbers: &BTreeSet<u32>) -> Result<Vec<u8>> {
    let data = program.raw(SectionId::Data).data;
    let (mut before, mut tables) = (BTreeSet::new(), BTreeSet::new());
    for function in program.functions() {
        let of_this = program.numbers(function)?;
        if WITH_TABLES.iter().any(|name| program.name(function).contains(name)) {
            tables.extend(of_this.iter().copied());
        }
        before.extend(of_this);
    }
    let mut without = data.to_vec();
    let mut from = 0;
    for segment in DataSectionReader::new(BinaryReader::new(data, 0))? {
        let segment = segment?;
        let DataKind::Active { offset_expr, .. } = &segment.kind else { continue };
        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else { continue };
        // Segments stand one after the other, each with a head of some bytes.
        let Some(head) = data.get(from..).and_then(|rest| find(rest, segment.data)) else { continue };
        // Data refer to data, too.
        let words = segment.data.chunks_exact(4).filter_map(|word| Some(u32::from_le_bytes(word.try_into().ok()?)));
        let words: Vec<u32> = words.collect();
        let numbers = words.iter().chain(numbers).copied().collect();
        before.extend(words);
        let segment = Segment { bytes: segment.data, address: value.cast_unsigned(), numbers: &numbers };
        for unused in segment.places().into_iter().chain(segment.tables(&tables, &before)) {
            let start = from + head;
            if let Some(bytes) = without.get_mut(start + unused.start..start + unused.end) {
                bytes.fill(0);
            }
        }
        from += head + segment.bytes.len();
    }
    Ok(without)
}

/// Data as they come to lie in memory.
struct Segment<'a> {
    bytes: &'a [u8],
    address: u32,
    numbers: &'a BTreeSet<u32>,
}

impl Segment<'_> {
    /// Whether a number may be an address within.
    fn is_used(&self, range: &Range<usize>) -> bool {
        let address = |at: usize| u32::try_from(at).ok().and_then(|at| self.address.checked_add(at));
        let (Some(start), Some(end)) = (address(range.start), address(range.end)) else { return true };
        self.numbers.range(start..end).next().is_some()
    }

    /// Places in sources (`core::panic::Location`: the name of a file, how long it is, line, column) that are not used.
    fn places(&self) -> Vec<Range<usize>> {
        const SIZE: usize = 16;
        let words = |at: usize| {
            let mut words = self
                .bytes
                .get(at..at + SIZE)?
                .chunks_exact(4)
                .map(|word| Some(u32::from_le_bytes(word.try_into().ok()?)));
            Some([words.next()??, words.next()??, words.next()??, words.next()??])
        };
        let is_place = |[name, length, line, column]: [u32; 4]| {
            let start = name.checked_sub(self.address).and_then(|start| usize::try_from(start).ok());
            let name = start
                .zip(usize::try_from(length).ok())
                .and_then(|(start, length)| self.bytes.get(start..start.checked_add(length)?));
            // Names of files of libraries are blank by now: see `slim.rs`.
            let is_file = name.is_some_and(|name| {
                name.len() > 6 && (name.ends_with(b".rs") || name.iter().all(|byte| *byte == b' '))
            });
            is_file && (1..100_000).contains(&line) && (1..1000).contains(&column)
        };
        let starts = (0..self.bytes.len()).step_by(4);
        let places = starts.filter(|start| words(*start).is_some_and(is_place)).map(|start| start..start + SIZE);
        places.filter(|place| !self.is_used(place)).collect()
    }

    /// What begins at one of these numbers and goes on to the next of all that stood in code or data before, where it is
    /// not used.
    fn tables(&self, starts: &BTreeSet<u32>, before: &BTreeSet<u32>) -> Vec<Range<usize>> {
        let table = |start: &u32| {
            let end = *before.range(start + 1..).next()?;
            let at = |address: u32| usize::try_from(address.checked_sub(self.address)?).ok();
            let table = at(*start)?..at(end)?;
            (end - start >= LEAST && table.end <= self.bytes.len()).then_some(table)
        };
        starts.iter().filter_map(table).filter(|table| !self.is_used(table)).collect()
    }
}

fn find(within: &[u8], bytes: &[u8]) -> Option<usize> {
    within.windows(bytes.len().max(1)).position(|window| window == bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_that_nothing_refers_to_are_found() {
        let mut bytes = b"src/app.rs  ".to_vec();
        for place in [[1024, 10, 7, 9], [1024, 10, 8, 9], [1024, 10, 0, 9], [1024, 9, 8, 9]] {
            bytes.extend(place.into_iter().flat_map(u32::to_le_bytes));
        }
        let numbers = BTreeSet::from([1024 + 12 + 16]);
        let segment = Segment { bytes: &bytes, address: 1024, numbers: &numbers };
        // The second is referred to, the third is in no line, the fourth in no file.
        let found: Vec<_> = segment.places().iter().map(|place| (place.start, place.end)).collect();
        assert_eq!(found, [(12, 28)]);
    }

    #[test]
    fn tables_go_as_far_as_to_what_stood_next() {
        let starts = BTreeSet::from([0, 1000, 1200, 1390]);
        let before = BTreeSet::from([0, 1000, 1100, 1110, 1200, 1300, 1390]);
        let found = |numbers: &[u32]| -> Vec<_> {
            let numbers = numbers.iter().copied().collect();
            let segment = Segment { bytes: &[7; 400], address: 1000, numbers: &numbers };
            segment.tables(&starts, &before).iter().map(|table| (table.start, table.end)).collect()
        };
        // The last goes on to no one knows where.
        assert_eq!(found(&[1100]), [(0, 100), (200, 300)]);
        assert_eq!(found(&[1000, 1250]), [], "they are used");
    }
}
