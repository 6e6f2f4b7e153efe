//! A program in pieces: its functions by name, who calls whom, and what it takes to put chosen ones together again.
//!
//! Terms and section numbers are those of WebAssembly Core 2.0.
#![expect(clippy::wildcard_enum_match_arm, reason = "of the hundreds of instructions few matter here")]

mod data;
mod division;
mod silence;
mod written;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail, ensure};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, ExportKind, ExportSection, Function, FunctionSection,
    Instruction, RawSection,
};
use wasmparser::{ElementItems, ElementKind, ExternalKind, FunctionBody, KnownCustom, Name, Operator, Parser, Payload};

pub(crate) use division::{Divided, divide, later};
pub(crate) use silence::silenced;
use written::{Written, number_in};

/// A function of a program, by its index.
type Index = u32;

/// A program, read.
pub(crate) struct Compiled<'a> {
    /// Sections that are written as they are, by their ids (5.5.2).
    raw: BTreeMap<u8, &'a [u8]>,
    /// How many functions are imported; their indices come first.
    imported: u32,
    /// The type of every function, by its index.
    types: Vec<u32>,
    /// How many parameters a function of a type has, and whether it has no result.
    shapes: Vec<(u32, bool)>,
    /// The bodies of the functions that are not imported.
    bodies: Vec<FunctionBody<'a>>,
    exports: Vec<wasmparser::Export<'a>>,
    imports: Vec<wasmparser::Import<'a>>,
    tables: Vec<wasmparser::TableType>,
    globals: Vec<wasmparser::GlobalType>,
    memory: wasmparser::MemoryType,
    /// The first slot of the first table that has a function, and the functions from there on.
    slots: (u32, Vec<Index>),
    /// The name of every function, without what tells apart two versions of a crate.
    names: Vec<String>,
}

/// Where a function that is called comes to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    /// In the same module, under this index.
    Here(Index),
    /// In this slot of the table, which another module may fill.
    Slot(u32),
    /// Nowhere: to call it is the end.
    Trap,
}

/// The names of a program's functions, by their indices. Empty if it has none: then nothing is known of what they do.
pub(crate) fn names(wasm: &[u8]) -> Result<BTreeMap<Index, String>> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CustomSection(section) = payload.context("the program is not wasm")? else { continue };
        let KnownCustom::Name(sections) = section.as_known() else { continue };
        for section in sections {
            let Name::Function(functions) = section? else { continue };
            for naming in functions {
                let naming = naming?;
                names.insert(naming.index, without_versions(naming.name));
            }
        }
    }
    Ok(names)
}

/// `a[0123456789abcdef]::b` is `a::b`.
fn without_versions(name: &str) -> String {
    let mut short = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        short.push_str(before);
        let version = after
            .split_once(']')
            .filter(|(version, _)| version.len() > 8 && version.bytes().all(|digit| digit.is_ascii_hexdigit()));
        rest = if let Some((_, after)) = version {
            after
        } else {
            short.push('[');
            after
        };
    }
    short + rest
}

impl<'a> Compiled<'a> {
    /// Reads a program.
    ///
    /// # Errors
    /// If it is no module, or one unlike those that wasm-bindgen makes: with another start, passive segments, or more than
    /// one segment of functions.
    pub(crate) fn read(wasm: &'a [u8], names: &BTreeMap<Index, String>) -> Result<Self> {
        let (mut raw, mut types, mut shapes, mut bodies) = (BTreeMap::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut exports, mut imports, mut tables, mut globals) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut memory, mut slots, mut imported) = (None, (0, Vec::new()), 0);
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload.context("the program is not wasm")?;
            if let Some((id, range)) = payload.as_section() {
                let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
                raw.insert(id, wasm.get(range).context("a section ends outside of the program")?);
            }
            match payload {
                Payload::TypeSection(section) => {
                    for kind in section.into_iter_err_on_gc_types() {
                        let kind = kind?;
                        shapes.push((u32::try_from(kind.params().len())?, kind.results().is_empty()));
                    }
                }
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import?;
                        let wasmparser::TypeRef::Func(kind) = import.ty else {
                            bail!("{} is no function", import.name)
                        };
                        types.push(kind);
                        imported += 1;
                        imports.push(import);
                    }
                }
                Payload::FunctionSection(section) => {
                    for kind in section {
                        types.push(kind?);
                    }
                }
                Payload::TableSection(section) => {
                    for table in section {
                        tables.push(table?.ty);
                    }
                }
                Payload::MemorySection(section) => {
                    for one in section {
                        memory = Some(one?);
                    }
                }
                Payload::GlobalSection(section) => {
                    for global in section {
                        globals.push(global?.ty);
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        exports.push(export?);
                    }
                }
                Payload::ElementSection(section) => {
                    ensure!(section.count() == 1, "the program has more than one segment of functions");
                    for element in section {
                        slots = in_slots(&element?)?;
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body),
                Payload::StartSection { .. } | Payload::DataCountSection { .. } | Payload::TagSection(_) => {
                    bail!("the program has a section that wasm-bindgen does not write: {payload:?}")
                }
                _ => {}
            }
        }
        let names = (0..u32::try_from(types.len())?).map(|f| names.get(&f).cloned().unwrap_or_default()).collect();
        let memory = memory.context("the program has no memory")?;
        Ok(Self { raw, imported, types, shapes, bodies, exports, imports, tables, globals, memory, slots, names })
    }

    fn functions(&self) -> impl Iterator<Item = Index> + use<> {
        0..u32::try_from(self.types.len()).unwrap_or(u32::MAX)
    }

    fn name(&self, function: Index) -> &str {
        at(&self.names, function).map_or("", String::as_str)
    }

    fn body(&self, function: Index) -> Option<&FunctionBody<'a>> {
        at(&self.bodies, function.checked_sub(self.imported)?)
    }

    /// How many bytes a function takes.
    fn size(&self, function: Index) -> u64 {
        self.body(function).map_or(0, |body| body.range().end - body.range().start)
    }

    /// The functions that a function calls by name.
    fn calls(&self, function: Index) -> Result<BTreeSet<Index>> {
        let mut called = BTreeSet::new();
        let Some(body) = self.body(function) else { return Ok(called) };
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            match operators.read()? {
                Operator::Call { function_index } => _ = called.insert(function_index),
                Operator::RefFunc { .. } | Operator::ReturnCall { .. } => {
                    bail!("{} refers to a function in a way that is not known here", self.name(function))
                }
                _ => {}
            }
        }
        Ok(called)
    }

    /// The numbers that stand in a function, of which some are addresses.
    fn numbers(&self, function: Index) -> Result<BTreeSet<u32>> {
        let mut numbers = BTreeSet::new();
        let Some(body) = self.body(function) else { return Ok(numbers) };
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            numbers.extend(number_in(&RoundtripReencoder.instruction(operators.read()?)?));
        }
        Ok(numbers)
    }

    /// Functions in an order in which they take little room when compressed: such as are alike stand together.
    fn ordered(&self, functions: &[Index]) -> Vec<Index> {
        let mut ordered = functions.to_vec();
        ordered.sort_by_key(|function| (at(&self.types, *function), self.body(*function).map(FunctionBody::as_bytes)));
        ordered
    }

    /// The functions that are exported.
    fn exported(&self) -> BTreeSet<Index> {
        self.exports.iter().filter(|export| export.kind == ExternalKind::Func).map(|export| export.index).collect()
    }

    /// Adds a function as it stands in a module in which `target` says where others stand.
    fn write(&self, code: &mut Code, function: Index, target: &impl Fn(Index) -> Target) -> Result<()> {
        let body = self.body(function).context("an imported function has no body")?;
        let mut written = Written::new(RoundtripReencoder.new_function_with_parsed_locals(body)?);
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            match operators.read()? {
                Operator::Call { function_index } => match target(function_index) {
                    Target::Here(index) => written.write(&Instruction::Call(index)),
                    Target::Slot(slot) => {
                        let type_index = *at(&self.types, function_index).context("a function has a type")?;
                        written.write(&Instruction::I32Const(slot.cast_signed()));
                        written.write(&Instruction::CallIndirect { type_index, table_index: 0 });
                    }
                    Target::Trap => written.trap(),
                },
                Operator::Unreachable => written.trap(),
                other => written.write(&RoundtripReencoder.instruction(other)?),
            }
        }
        code.add(*at(&self.types, function).context("a function has a type")?, &written.function);
        code.numbers.extend(written.numbers);
        Ok(())
    }

    fn raw(&self, id: wasm_encoder::SectionId) -> RawSection<'a> {
        let id = u8::from(id);
        RawSection { id, data: self.raw.get(&id).copied().unwrap_or_default() }
    }

    /// The exports, of which every function stands where `here` says.
    fn written_exports(&self, here: &impl Fn(Index) -> Option<Index>) -> Result<ExportSection> {
        let mut section = ExportSection::new();
        for export in &self.exports {
            let index = match export.kind {
                ExternalKind::Func => here(export.index).context("a function that is exported is left out")?,
                _ => export.index,
            };
            section.export(export.name, ExportKind::from(export.kind), index);
        }
        Ok(section)
    }
}

/// The functions of a segment, and the slot of the first.
fn in_slots(element: &wasmparser::Element<'_>) -> Result<(u32, Vec<Index>)> {
    let ElementKind::Active { table_index: None | Some(0), offset_expr } = &element.kind else {
        bail!("a segment of functions is not for the first table")
    };
    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
        bail!("a segment of functions begins in a slot that is not known")
    };
    let ElementItems::Functions(functions) = &element.items else { bail!("a segment has more than functions") };
    let functions = functions.clone().into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok((u32::try_from(value)?, functions))
}

/// One segment of functions for the first table.
fn segment(section: &mut ElementSection, first: u32, functions: &[Index]) {
    section.active(None, &ConstExpr::i32_const(first.cast_signed()), Elements::Functions(functions.into()));
}

/// Functions with their types, and what they do.
#[derive(Default)]
struct Code {
    types: FunctionSection,
    bodies: CodeSection,
    /// Numbers that stand in them, of which some are addresses.
    numbers: BTreeSet<u32>,
}

impl Code {
    fn add(&mut self, type_index: u32, body: &Function) {
        self.types.function(type_index);
        self.bodies.function(body);
    }
}

fn at<T>(all: &[T], index: u32) -> Option<&T> {
    all.get(usize::try_from(index).ok()?)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        EntityType, GlobalSection, GlobalType, ImportSection, MemorySection, MemoryType, Module, RefType, TableSection,
        TableType, TypeSection, ValType,
    };

    use super::*;

    /// The functions of [`sample`] by their names: what is imported first. Each calls those that follow its name; the
    /// first is exported, and those in [`IN_TABLE`] stand in slots 1 and 2.
    const FUNCTIONS: [(&str, &[u32]); 7] = [
        ("imported", &[]),
        ("main", &[3, 6, 2]),
        ("core[0123456789abcdef]::panicking::panic", &[6]),
        ("app::result", &[0, 1, 4]),
        ("only_for_results", &[3, 5]),
        ("app::always", &[]),
        ("alloc", &[]),
    ];
    const IN_TABLE: [u32; 2] = [5, 2];

    /// A small program as wasm-bindgen leaves it. Only what is imported takes nothing and gives nothing; the others take
    /// a number.
    pub(super) fn sample() -> Vec<u8> {
        let (mut types, mut imports, mut code) = (TypeSection::new(), ImportSection::new(), Code::default());
        types.ty().function([ValType::I32], []);
        types.ty().function([], []);
        imports.import("./app_bg.js", "imported", EntityType::Function(1));
        for (_, calls) in FUNCTIONS.iter().skip(1) {
            let mut body = Function::new([]);
            for call in *calls {
                if *call > 0 {
                    body.instruction(&Instruction::LocalGet(0));
                }
                body.instruction(&Instruction::Call(*call));
            }
            // Large enough to be worth a stub.
            for _ in 0..division::LEAST {
                body.instruction(&Instruction::Nop);
            }
            body.instruction(&Instruction::End);
            code.add(0, &body);
        }
        let (mut tables, mut memories, mut globals) = (TableSection::new(), MemorySection::new(), GlobalSection::new());
        for (element_type, size) in [(RefType::FUNCREF, 3), (RefType::EXTERNREF, 8)] {
            tables.table(TableType { element_type, table64: false, minimum: size, maximum: Some(size), shared: false });
        }
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let global = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
        globals.global(global, &ConstExpr::i32_const(1024));
        let (mut exports, mut elements) = (ExportSection::new(), ElementSection::new());
        exports.export("main", ExportKind::Func, 1).export("memory", ExportKind::Memory, 0);
        segment(&mut elements, 1, &IN_TABLE);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&code.types).section(&tables).section(&memories);
        module.section(&globals).section(&exports).section(&elements).section(&code.bodies);
        module.section(&wasm_encoder::DataSection::new());
        let mut names = wasm_encoder::NameSection::new();
        let mut functions = wasm_encoder::NameMap::new();
        for (index, (name, _)) in (0..).zip(FUNCTIONS) {
            functions.append(index, name);
        }
        names.functions(&functions);
        module.section(&names);
        module.finish()
    }

    /// What each function of a module calls, and how many bytes it has.
    pub(super) fn calls(wasm: &[u8]) -> Vec<Vec<Index>> {
        let bodies = Parser::new(0).parse_all(wasm).filter_map(|payload| match payload.unwrap() {
            Payload::CodeSectionEntry(body) => Some(body),
            _ => None,
        });
        let of = |body: FunctionBody<'_>| {
            let operators = body.get_operators_reader().unwrap().into_iter();
            let called = operators.filter_map(|operator| match operator.unwrap() {
                Operator::Call { function_index } => Some(function_index),
                _ => None,
            });
            called.collect()
        };
        bodies.map(of).collect()
    }

    /// The slots that a module calls, in order.
    pub(super) fn slots_called(wasm: &[u8]) -> Vec<i32> {
        let mut slots = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            let Payload::CodeSectionEntry(body) = payload.unwrap() else { continue };
            let mut last = None;
            for operator in body.get_operators_reader().unwrap() {
                match operator.unwrap() {
                    Operator::I32Const { value } => last = Some(value),
                    Operator::CallIndirect { .. } => slots.extend(last),
                    _ => {}
                }
            }
        }
        slots
    }

    #[test]
    fn names_say_nothing_of_versions() {
        let name = "<shanyraq[eb62bbe4fb19ea85]::ui::App as yew[30016a583c96daf9]::Run<[u8]>>::run::<[char; 3]>";
        assert_eq!(without_versions(name), "<shanyraq::ui::App as yew::Run<[u8]>>::run::<[char; 3]>");
        let names = names(&sample()).unwrap();
        assert_eq!(names.get(&2).map(String::as_str), Some("core::panicking::panic"));
    }

    #[test]
    fn what_is_unlike_a_program_is_refused() {
        assert!(Compiled::read(b"no", &BTreeMap::new()).is_err());
        assert!(Compiled::read(&Module::new().finish(), &BTreeMap::new()).is_err(), "without memory");
        let sample = sample();
        assert!(Compiled::read(&sample[..sample.len() / 2], &BTreeMap::new()).is_err(), "cut short");
    }
}
