//! The program of lessons in two parts. With the first a lesson is live, and whoever taps on an answer has it; the rest
//! comes right after it: what judges typed answers, results, other pages, what was kept earlier. On a slow line a lesson
//! is live a sixth sooner.
//!
//! Both parts share memory, tables and globals. A function of the rest stands in a slot of the table. Until the rest has
//! arrived, there is a stub in its place, which asks the page for the rest and then calls the same slot again: so nothing
//! ever goes wrong by calling too early, it only waits. The rest calls the first part by slots as well.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{
    ElementSection, EntityType, ExportKind, Function, ImportSection, Instruction, Module, RawSection, SectionId,
    TableSection, TableType,
};

use super::data::without_unused;
use super::silence::{alive, nothing_to_nothing, silent, trap};
use super::{Code, Compiled, Index, Target, at, segment};

/// What a lesson that has just been opened does not call, by the names of its functions, a line for each. Some of it is called where progress has been kept or a result is shown: there `static/boot.js` has the rest
/// come first.
const LATER: &str = include_str!("later.txt");

/// The names of what comes later.
pub(crate) fn later() -> Vec<&'static str> {
    LATER.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

/// Below this many bytes a function stays: a stub would take as many. And functions that do the same are one, under the
/// name of any of them: the little that a result page does to throw something away is what all pages do.
pub(super) const LEAST: u64 = 200;

/// The module and the name under which the first part imports what asks the page for the rest. No parameters, no result.
const LOAD: (&str, &str) = ("rest", "load");
/// The module under which the rest imports the first part.
const FIRST: &str = "first";

/// A program in two parts.
pub(crate) struct Divided {
    pub(crate) first: Vec<u8>,
    pub(crate) rest: Vec<u8>,
    /// Names that no function has any more.
    pub(crate) gone: Vec<String>,
}

/// Divides a program, with silent panics: functions with one of these names come later.
///
/// # Errors
/// If most of the names occur nowhere: then the program is another than it was when they were chosen. One or the other may
/// be missing elsewhere: of functions that do the same the compiler keeps one, and not everywhere the same.
pub(crate) fn divide(program: &Compiled<'_>, names: &[&str]) -> Result<Divided> {
    let silent = silent(program)?;
    let alive = alive(program, &silent)?;
    let is_of = |name: &str| alive.iter().any(|function| program.name(*function).contains(name));
    let gone: Vec<String> = names.iter().filter(|name| !is_of(name)).map(|name| (*name).to_owned()).collect();
    ensure!(
        gone.len() * 2 <= names.len(),
        "of the functions that come later most are gone: {}. Correct src/bin/prerender/program/later.txt, or a lesson is \
         live later",
        gone.join(", ")
    );
    let later = functions_of_the_rest(program, &alive, names)?;
    let defined = |function: &Index| program.body(*function).is_some();
    let first: Vec<Index> = alive.difference(&later).copied().filter(defined).collect();
    let rest: Vec<Index> = later.into_iter().collect();
    let slots = Slots::of(program, &first, &rest)?;
    let plan = Plan { program, first, rest, slots };
    let (rest, numbers) = plan.rest()?;
    Ok(Divided { first: plan.first(numbers)?, rest, gone })
}

/// The functions of the rest: those of that name, and those that only they call.
fn functions_of_the_rest(program: &Compiled<'_>, alive: &BTreeSet<Index>, names: &[&str]) -> Result<BTreeSet<Index>> {
    let exported = program.exported();
    let may = |function: Index| program.body(function).is_some() && !exported.contains(&function);
    let is_named = |function: Index| names.iter().any(|name| program.name(function).contains(name));
    let by_name = alive
        .iter()
        .copied()
        .filter(|function| may(*function) && is_named(*function) && program.size(*function) >= LEAST);
    let mut later: BTreeSet<Index> = by_name.collect();
    let in_table: BTreeSet<Index> = program.slots.1.iter().copied().collect();
    let mut callers: BTreeMap<Index, BTreeSet<Index>> = BTreeMap::new();
    for caller in alive {
        for called in program.calls(*caller)? {
            callers.entry(called).or_default().insert(*caller);
        }
    }
    loop {
        let more: Vec<Index> = callers
            .iter()
            .filter(|(function, callers)| {
                may(**function)
                    && alive.contains(function)
                    && !later.contains(function)
                    && !in_table.contains(function)
                    && callers.is_subset(&later)
            })
            .map(|(function, _)| *function)
            .collect();
        if more.is_empty() {
            return Ok(later);
        }
        later.extend(more);
    }
}

/// Who stands in which slot of the first table.
struct Slots {
    /// The slot of every function that is called by one.
    of: BTreeMap<Index, u32>,
    /// All slots from the first that has a function.
    all: Vec<Index>,
}

impl Slots {
    /// The slots that there are, and one for each function that the other part calls and that has none.
    fn of(program: &Compiled<'_>, first: &[Index], rest: &[Index]) -> Result<Self> {
        let mut slots = Self { of: BTreeMap::new(), all: Vec::new() };
        for function in &program.slots.1 {
            slots.add(program, *function)?;
        }
        for (callers, others) in [(first, rest), (rest, first)] {
            for caller in callers {
                for called in program.calls(*caller)? {
                    let is_across =
                        others.binary_search(&called).is_ok() || (callers == rest && program.body(called).is_none());
                    if is_across && !slots.of.contains_key(&called) {
                        slots.add(program, called)?;
                    }
                }
            }
        }
        Ok(slots)
    }

    fn add(&mut self, program: &Compiled<'_>, function: Index) -> Result<()> {
        let slot = program.slots.0 + u32::try_from(self.all.len())?;
        self.of.entry(function).or_insert(slot);
        self.all.push(function);
        Ok(())
    }
}

struct Plan<'p, 'a> {
    program: &'p Compiled<'a>,
    /// The functions of the first part, in order, without those that are imported.
    first: Vec<Index>,
    /// The functions of the rest, in order.
    rest: Vec<Index>,
    slots: Slots,
}

impl Plan<'_, '_> {
    /// The first part, with all data. `numbers` are those that stand in the code of the rest.
    fn first(&self, numbers: BTreeSet<u32>) -> Result<Vec<u8>> {
        let program = self.program;
        // After what is imported: what asks for the rest, and the trap; then the stubs; then the functions.
        let (load, trap_index) = (program.imported, program.imported + 1);
        let stubs: Vec<Index> = self.rest.iter().copied().filter(|one| self.slots.of.contains_key(one)).collect();
        let behind = trap_index + 1 + u32::try_from(stubs.len())?;
        let ordered = program.ordered(&self.first);
        let places: BTreeMap<Index, u32> = ordered.iter().copied().zip(behind..).collect();
        let here = |function| places.get(&function).copied().or((function < program.imported).then_some(function));
        let target = |function: Index| match (here(function), self.rest.binary_search(&function)) {
            (Some(index), _) => Target::Here(index),
            (None, Ok(_)) => self.slots.of.get(&function).map_or(Target::Trap, |slot| Target::Slot(*slot)),
            (None, Err(_)) => Target::Trap,
        };
        let mut code = Code::default();
        code.add(nothing_to_nothing(program)?, &trap());
        for function in &stubs {
            code.add(self.type_of(*function)?, &self.stub(*function, load)?);
        }
        for function in &ordered {
            program.write(&mut code, *function, &target)?;
        }
        let in_slot = |function: &Index| {
            here(*function).or_else(|| {
                let at = stubs.binary_search(function).ok()?;
                u32::try_from(at).ok().map(|at| trap_index + 1 + at)
            })
        };
        let in_slots: Vec<Index> =
            self.slots.all.iter().map(|function| in_slot(function).unwrap_or(trap_index)).collect();
        let mut elements = ElementSection::new();
        segment(&mut elements, program.slots.0, &in_slots);
        let mut imports = ImportSection::new();
        for import in &program.imports {
            imports.import(import.module, import.name, RoundtripReencoder.entity_type(import.ty)?);
        }
        imports.import(LOAD.0, LOAD.1, EntityType::Function(nothing_to_nothing(program)?));
        let mut tables = TableSection::new();
        for table in self.tables()? {
            tables.table(table);
        }
        let mut exports = program.written_exports(&here)?;
        for (name, kind, index) in self.shared() {
            exports.export(&name, kind, index);
        }
        let mut module = Module::new();
        module.section(&program.raw(SectionId::Type)).section(&imports).section(&code.types).section(&tables);
        module.section(&program.raw(SectionId::Memory)).section(&program.raw(SectionId::Global)).section(&exports);
        module.section(&elements).section(&code.bodies);
        code.numbers.extend(numbers);
        let data = without_unused(program, &code.numbers)?;
        module.section(&RawSection { id: SectionId::Data.into(), data: &data });
        Ok(module.finish())
    }

    /// The rest, and the numbers that stand in its code.
    fn rest(&self) -> Result<(Vec<u8>, BTreeSet<u32>)> {
        let program = self.program;
        let ordered = program.ordered(&self.rest);
        let places: BTreeMap<Index, u32> = ordered.iter().copied().zip(0..).collect();
        let here = |function| places.get(&function).copied();
        let target = |function: Index| match (here(function), self.slots.of.get(&function)) {
            (Some(index), _) => Target::Here(index),
            (None, Some(slot)) => Target::Slot(*slot),
            (None, None) => Target::Trap,
        };
        let mut code = Code::default();
        for function in &ordered {
            program.write(&mut code, *function, &target)?;
        }
        // The slots that it fills, in runs.
        let mut elements = ElementSection::new();
        let mut run: Vec<Index> = Vec::new();
        for (slot, function) in (program.slots.0..).zip(self.slots.all.iter().map(Some).chain([None])) {
            match function.and_then(|function| here(*function)) {
                Some(index) => run.push(index),
                None if run.is_empty() => {}
                None => segment(&mut elements, slot - u32::try_from(run.len())?, &std::mem::take(&mut run)),
            }
        }
        let mut imports = ImportSection::new();
        let (mut tables, mut globals) = (self.tables()?.into_iter(), program.globals.iter());
        for (name, kind, _) in self.shared() {
            let entity = match kind {
                ExportKind::Table => EntityType::Table(tables.next().context("a table has a type")?),
                ExportKind::Global => {
                    let global = *globals.next().context("a global has a type")?;
                    EntityType::Global(RoundtripReencoder.global_type(global)?)
                }
                _ => EntityType::Memory(RoundtripReencoder.memory_type(program.memory)?),
            };
            imports.import(FIRST, &name, entity);
        }
        let mut module = Module::new();
        module.section(&program.raw(SectionId::Type)).section(&imports).section(&code.types);
        module.section(&elements).section(&code.bodies);
        Ok((module.finish(), code.numbers))
    }

    /// Waits for the rest, and calls the function that has then taken its place.
    fn stub(&self, function: Index, load: Index) -> Result<Function> {
        let slot = *self.slots.of.get(&function).context("a function of the rest that is called has a slot")?;
        let (parameters, _) = *at(&self.program.shapes, self.type_of(function)?).context("a function has a type")?;
        let mut stub = Function::new([]);
        stub.instruction(&Instruction::Call(load));
        for parameter in 0..parameters {
            stub.instruction(&Instruction::LocalGet(parameter));
        }
        let type_index = self.type_of(function)?;
        stub.instruction(&Instruction::I32Const(slot.cast_signed()))
            .instruction(&Instruction::CallIndirect { type_index, table_index: 0 })
            .instruction(&Instruction::End);
        Ok(stub)
    }

    fn type_of(&self, function: Index) -> Result<u32> {
        at(&self.program.types, function).copied().context("a function has a type")
    }

    /// The tables, of which the first has as many slots as are needed.
    fn tables(&self) -> Result<Vec<TableType>> {
        let size = u64::from(self.program.slots.0) + u64::try_from(self.slots.all.len())?;
        let tables = self.program.tables.iter().enumerate().map(|(n, table)| {
            let table = RoundtripReencoder.table_type(*table)?;
            Ok(if n == 0 { TableType { minimum: size, maximum: Some(size), ..table } } else { table })
        });
        tables.collect()
    }

    /// What both parts share, by the name that the first gives it.
    fn shared(&self) -> Vec<(String, ExportKind, u32)> {
        let all = |letter: char, kind, count: usize| {
            (0_u32..).take(count).map(move |index| (format!("{letter}{index}"), kind, index))
        };
        let memory = std::iter::once(("m".to_owned(), ExportKind::Memory, 0));
        let tables = all('t', ExportKind::Table, self.program.tables.len());
        memory.chain(tables).chain(all('g', ExportKind::Global, self.program.globals.len())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::names;
    use super::super::tests::{calls, sample, slots_called};
    use super::*;

    fn divided(names_of_later: &[&str]) -> Result<Divided> {
        let wasm = sample();
        divide(&Compiled::read(&wasm, &names(&wasm).unwrap()).unwrap(), names_of_later)
    }

    #[test]
    fn the_rest_has_what_is_named_and_what_only_that_calls() {
        let Divided { first, rest, gone } = divided(&["app::result"]).unwrap();
        assert!(gone.is_empty(), "{gone:?}");
        // What asks for the rest is imported as the second; then the trap, the stub, what is always there, alloc, main.
        // Main calls alloc, and traps instead of panicking.
        let expected: [&[u32]; 5] = [&[], &[1], &[], &[], &[5]];
        assert_eq!(calls(&first), expected);
        // Slots 1 and 2 were there. 3 is the result's: main and the stub call it.
        assert_eq!(slots_called(&first), [3, 3]);
        // The result calls what is only for it, and the other calls it back.
        let expected: [&[u32]; 2] = [&[1], &[0]];
        assert_eq!(calls(&rest), expected);
        // What is imported, main, and what is always there, which had a slot.
        assert_eq!(slots_called(&rest), [4, 5, 1]);
    }

    #[test]
    fn names_that_occur_nowhere_are_told_and_must_not_be_most() {
        assert_eq!(divided(&["app::result", "app::gone"]).unwrap().gone, ["app::gone"]);
        let error = divided(&["app::result", "app::gone", "app::too"]).map(|_| ()).unwrap_err().to_string();
        assert!(error.contains("app::gone, app::too") && error.contains("later.txt"), "{error}");
    }

    #[test]
    fn what_the_page_calls_is_in_the_first_part() {
        let Divided { first, rest, .. } = divided(&["main"]).unwrap();
        assert_eq!(calls(&rest), [[0_u32; 0]; 0]);
        assert_eq!(calls(&first).len(), 6);
    }
}
