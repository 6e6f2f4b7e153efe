//! Silent panics. What a program says when it ends by a mistake of ours is for whoever develops it, and a development
//! build says it; in the hands of a pupil it would be a twentieth of what travels. There a panic ends the program at
//! once, and the browser still tells where.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};
use wasm_encoder::{ElementSection, Function, Instruction, Module, RawSection, SectionId};

use super::data::without_unused;
use super::{Code, Compiled, Index, Target, segment};

/// Functions that never return, and such as put into words what those say.
const SILENT: [&str; 18] = [
    "core::panicking::",
    "std::panicking::",
    "std::alloc::rust_oom",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::handle_error",
    "alloc::raw_vec::capacity_overflow",
    "core::cell::panic_already_",
    "core::cell::lazy::panic_poisoned",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "std::thread::local::panic_access_error",
    "console_error_panic_hook::hook",
    "yew::dom_bundle::utils::feat_hydration::node_type_str",
    " as core::fmt::Debug>::fmt",
    "core::fmt::builders::",
];

/// What runs without a panic, though it stands among them.
const NOT_SILENT: [&str; 2] = ["::panic_count::", "::set_hook"];

/// Which functions are silent. Without names, none is.
pub(super) fn silent(program: &Compiled<'_>) -> Result<BTreeSet<Index>> {
    let is_silent = |function: &Index| {
        let name = program.name(*function);
        program.body(*function).is_some()
            && !NOT_SILENT.iter().any(|other| name.contains(other))
            && SILENT.iter().any(|silent| name.contains(silent))
    };
    let silent: BTreeSet<Index> = program.functions().filter(is_silent).collect();
    ensure!(
        silent.is_disjoint(&program.exported()),
        "a function that the page calls is to be silent: correct SILENT in {}",
        file!()
    );
    Ok(silent)
}

/// The functions that may ever run, if the silent ones do not.
pub(super) fn alive(program: &Compiled<'_>, silent: &BTreeSet<Index>) -> Result<BTreeSet<Index>> {
    let mut alive = BTreeSet::new();
    let mut next: Vec<Index> = program.exported().into_iter().chain(program.slots.1.iter().copied()).collect();
    while let Some(function) = next.pop() {
        if !silent.contains(&function) && alive.insert(function) {
            next.extend(program.calls(function)?);
        }
    }
    Ok(alive)
}

/// The body of the function that stands for all that are silent.
pub(super) fn trap() -> Function {
    let mut trap = Function::new([]);
    trap.instruction(&Instruction::Unreachable).instruction(&Instruction::End);
    trap
}

/// The program with silent panics, and without what only they need.
pub(crate) fn silenced(program: &Compiled<'_>) -> Result<Vec<u8>> {
    let silent = silent(program)?;
    let alive = alive(program, &silent)?;
    let kept: Vec<Index> = alive.iter().copied().filter(|function| program.body(*function).is_some()).collect();
    let trap_index = program.imported;
    let ordered = program.ordered(&kept);
    let places: BTreeMap<Index, u32> = ordered.iter().copied().zip(trap_index + 1..).collect();
    let here = |function| places.get(&function).copied().or((function < program.imported).then_some(function));
    let target = |function| here(function).map_or(Target::Trap, Target::Here);
    let mut code = Code::default();
    code.add(nothing_to_nothing(program)?, &trap());
    for function in &ordered {
        program.write(&mut code, *function, &target)?;
    }
    let mut elements = ElementSection::new();
    let slots: Vec<Index> = program.slots.1.iter().map(|function| here(*function).unwrap_or(trap_index)).collect();
    segment(&mut elements, program.slots.0, &slots);
    let data = without_unused(program, &code.numbers)?;
    let mut module = Module::new();
    module.section(&program.raw(SectionId::Type)).section(&program.raw(SectionId::Import)).section(&code.types);
    module.section(&program.raw(SectionId::Table)).section(&program.raw(SectionId::Memory));
    module.section(&program.raw(SectionId::Global)).section(&program.written_exports(&here)?);
    module.section(&elements).section(&code.bodies).section(&RawSection { id: SectionId::Data.into(), data: &data });
    Ok(module.finish())
}

/// The type of functions that take and give nothing.
pub(super) fn nothing_to_nothing(program: &Compiled<'_>) -> Result<u32> {
    let found = program.shapes.iter().position(|shape| *shape == (0, true));
    ensure!(found.is_some(), "the program has no function that takes and gives nothing");
    Ok(u32::try_from(found.unwrap_or_default())?)
}

#[cfg(test)]
mod tests {
    use super::super::names;
    use super::super::tests::{calls, sample};
    use super::*;

    #[test]
    fn who_panics_traps_and_nothing_else_changes() {
        let wasm = sample();
        let program = Compiled::read(&wasm, &names(&wasm).unwrap()).unwrap();
        // From the second on: the trap, what is always there, alloc, the result, what is only for results, main.
        let expected: [&[u32]; 6] = [&[], &[], &[], &[0, 6, 5], &[4, 2], &[4, 3]];
        assert_eq!(calls(&silenced(&program).unwrap()), expected);
    }

    #[test]
    fn without_names_nothing_is_silent() {
        let wasm = sample();
        let program = Compiled::read(&wasm, &BTreeMap::new()).unwrap();
        assert!(silent(&program).unwrap().is_empty());
        assert_eq!(calls(&silenced(&program).unwrap()).len(), calls(&wasm).len() + 1);
    }
}
