//! The standard library's table of lower-case letters: eleven kilobytes that compress badly. What puts a panic into words
//! is all that uses it.

use std::collections::BTreeSet;

use anyhow::Result;
use wasm_encoder::SectionId;
use wasmparser::{BinaryReader, DataKind, DataSectionReader, Operator};

use super::{Compiled, Index};

/// How many bytes of the table may stand before the part that is looked for: 55 pairs.
const BEFORE: u64 = 55 * 8;

/// The data (5.5.14) with zeros in place of the table, if no function that may run refers to it: nothing in it moves.
pub(super) fn without_letters(program: &Compiled<'_>, alive: &BTreeSet<Index>) -> Result<Vec<u8>> {
    let data = program.raw(SectionId::Data).data;
    let table = table();
    let mut without = data.to_vec();
    for segment in DataSectionReader::new(BinaryReader::new(data, 0))? {
        let segment = segment?;
        let DataKind::Active { offset_expr, .. } = &segment.kind else { continue };
        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else { continue };
        let Some(place) = find(segment.data, &table) else { continue };
        let start = u64::from(value.cast_unsigned()) + u64::try_from(place)?;
        let around = start.saturating_sub(BEFORE)..start + u64::try_from(table.len())?;
        if !is_referred_to(program, alive, &around)?
            && let Some(bytes) = find(data, &table).and_then(|at| without.get_mut(at..at + table.len()))
        {
            bytes.fill(0);
        }
    }
    Ok(without)
}

/// The table from its second letter after İ on, which has no small letter of its own: pairs of a letter and the small one.
fn table() -> Vec<u8> {
    let small = |letter: char| letter.to_lowercase().next().filter(|small| *small != letter);
    let pairs = ('\u{132}'..=char::MAX).filter_map(|letter| Some([letter, small(letter)?]));
    pairs.flatten().flat_map(|letter| u32::from(letter).to_le_bytes()).collect()
}

/// Whether a function that may run has a number in it that may be an address within.
fn is_referred_to(program: &Compiled<'_>, alive: &BTreeSet<Index>, addresses: &std::ops::Range<u64>) -> Result<bool> {
    for body in alive.iter().filter_map(|function| program.body(*function)) {
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            let number = match operators.read()? {
                Operator::I32Const { value } => u64::from(value.cast_unsigned()),
                Operator::I32Load { memarg } | Operator::I64Load { memarg } | Operator::I32Load8U { memarg } => {
                    memarg.offset
                }
                _ => continue,
            };
            if addresses.contains(&number) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

fn find(within: &[u8], bytes: &[u8]) -> Option<usize> {
    within.windows(bytes.len()).position(|window| window == bytes)
}
