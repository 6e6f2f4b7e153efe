//! What a program need not carry. Names that wasm-bindgen gives to functions end in sixteen digits of chance, stand in the
//! module and in its script, and do not shrink: short ones spare every lesson four kilobytes in brotli. The names of the
//! files of libraries were for panics, which are silent in a finished program: another half kilobyte.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportKind, ExportSection, ImportSection, Module, RawSection};
use wasmparser::{ExportSectionReader, ImportSectionReader, Parser, Payload};

/// Where the compiler says that the files of libraries are: of its own ones, and of all others by xtask's build.
const LIBRARIES: [&[u8]; 2] = [b"/rustc/", b"/rust/deps/"];

/// What the script of a program says to those who start it in a way of old. We do not.
const UNSAID: [&str; 2] = [
    r"using deprecated parameters for \`initSync()\`; pass a single object instead",
    "using deprecated parameters for the initialization function; pass a single object instead",
];

/// What is exported under so long a name, such as `memory`, is found by it.
const SHORT: usize = "memory".len();

/// A module and its script without custom sections (WebAssembly Core 2.0, 5.5.3: names for whoever reads a stack trace),
/// without the names of the files of libraries, and with short names for what is imported and exported. Fails if the bytes are no
/// module, or the script does not have the names.
pub(crate) fn slim(wasm: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut module = Module::new();
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("the program is not wasm")?;
        if let Payload::ImportSection(imports) = payload {
            module.section(&renamed(imports, &mut names)?);
        } else if let Payload::ExportSection(exports) = payload {
            module.section(&renamed_exports(exports, script, &mut names)?);
        } else if let (Some((id, range)), false) = (payload.as_section(), matches!(payload, Payload::CustomSection(_)))
        {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            let data = wasm.get(range).context("a section ends outside of the program")?;
            if matches!(payload, Payload::DataSection(_)) {
                module.section(&RawSection { id, data: &without_libraries(data) });
            } else {
                module.section(&RawSection { id, data });
            }
        }
    }
    let script = UNSAID.iter().fold(script.to_owned(), |script, unsaid| script.replace(unsaid, ""));
    Ok((module.finish(), with_names(&script, &names)?))
}

/// The data with blanks for the names of the files of libraries: nothing in it moves.
fn without_libraries(data: &[u8]) -> Vec<u8> {
    let mut blanked = Vec::with_capacity(data.len());
    let mut rest = data;
    while let Some((first, others)) = rest.split_first() {
        let is_library = LIBRARIES.iter().any(|library| rest.starts_with(library));
        if let Some(name) = is_library.then(|| name_of_file(rest)).flatten() {
            blanked.resize(blanked.len() + name, b' ');
            rest = rest.get(name..).unwrap_or_default();
        } else {
            blanked.push(*first);
            rest = others;
        }
    }
    blanked
}

/// How long the name of a Rust file is that the bytes begin with.
fn name_of_file(bytes: &[u8]) -> Option<usize> {
    const ENDING: &[u8] = b".rs";
    let printable = bytes.iter().take_while(|byte| byte.is_ascii_graphic()).count();
    let end = bytes.get(..printable)?.windows(ENDING.len()).position(|end| end == ENDING)?;
    Some(end + ENDING.len())
}

/// The imports under short names; remembers which is which.
fn renamed(imports: ImportSectionReader<'_>, names: &mut BTreeMap<String, String>) -> Result<ImportSection> {
    let mut short = ImportSection::new();
    for import in imports.into_imports() {
        let import = import?;
        let next = format!("i{:x}", names.len());
        let name = names.entry(import.name.to_owned()).or_insert(next);
        short.import(import.module, name, RoundtripReencoder.entity_type(import.ty)?);
    }
    Ok(short)
}

/// The exports, of which the script's own ones have short names; remembers which is which.
fn renamed_exports(
    exports: ExportSectionReader<'_>,
    script: &str,
    names: &mut BTreeMap<String, String>,
) -> Result<ExportSection> {
    let used: BTreeSet<&str> = script.split(|sign: char| !is_of_name(sign)).collect();
    let mut short = ExportSection::new();
    for (n, export) in exports.into_iter().enumerate() {
        let export = export?;
        let is_renamed = export.name.len() > SHORT && used.contains(export.name);
        let name = if is_renamed { format!("x{n:x}") } else { export.name.to_owned() };
        short.export(&name, ExportKind::from(export.kind), export.index);
        if is_renamed {
            names.insert(export.name.to_owned(), name);
        }
    }
    Ok(short)
}

/// The script with the names replaced.
fn with_names(script: &str, names: &BTreeMap<String, String>) -> Result<String> {
    let mut short = String::with_capacity(script.len());
    let mut found = 0;
    for word in script.split_inclusive(|sign: char| !is_of_name(sign)) {
        let name = word.trim_end_matches(|sign: char| !is_of_name(sign));
        if let Some(known) = names.get(name) {
            found += 1;
            short.push_str(known);
            short.push_str(word.get(name.len()..).unwrap_or_default());
        } else {
            short.push_str(word);
        }
    }
    ensure!(
        found >= names.len(),
        "the script of the program has {found} of {} names that the program imports",
        names.len()
    );
    Ok(short)
}

fn is_of_name(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '_' || sign == '$'
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{CustomSection, EntityType, MemorySection, MemoryType, TypeSection};

    use super::*;

    fn module(names: &[&str]) -> Vec<u8> {
        let (mut module, mut types, mut imports) = (Module::new(), TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        for name in names {
            imports.import("./app_bg.js", name, EntityType::Function(0));
        }
        let mut memories = MemorySection::new();
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0).export("not_asked_for", ExportKind::Memory, 0);
        exports.export("wasm_bindgen_1_invoke", ExportKind::Memory, 0);
        module.section(&types).section(&imports);
        module.section(&CustomSection { name: "name".into(), data: b"hi".into() }).section(&memories).section(&exports);
        module.finish()
    }

    #[test]
    #[expect(clippy::wildcard_enum_match_arm, reason = "one section is looked for")]
    fn imports_are_short_and_nothing_else_changes() -> Result<()> {
        let script = "const a={__wbg_new_0a:(a=>a),__wbg_new_0ab:b,__wbg_set_wasm:c};a.__wbg_new_0a(1);F.wasm_bindgen_1_invoke(F.memory)";
        let (wasm, script) = slim(&module(&["__wbg_new_0a", "__wbg_new_0ab"]), script)?;
        assert_eq!(script, "const a={i0:(a=>a),i1:b,__wbg_set_wasm:c};a.i0(1);F.x2(F.memory)");
        let exports = Parser::new(0).parse_all(&wasm).find_map(|payload| match payload.ok()? {
            Payload::ExportSection(exports) => exports.into_iter().map(|export| Some(export.ok()?.name)).collect(),
            _ => None,
        });
        assert_eq!(exports, Some(vec!["memory", "not_asked_for", "x2"]));
        assert_eq!(slim(&wasm, "i0 i1")?.0, wasm, "short names are kept, and no other section is left");
        let sections = Parser::new(0).parse_all(&wasm).filter_map(|payload| Some(payload.ok()?.as_section()?.0));
        assert_eq!(sections.collect::<Vec<_>>(), [1, 2, 5, 7], "types, imports, memory, exports");
        Ok(())
    }

    #[test]
    fn files_of_libraries_are_blank_and_nothing_moves() {
        let data =
            b"a/rustc/0a/library/core/src/str.rssrc/ui/app.rs\0/rust/deps/yew-1.0.0/src/lib.rs/rustc/\0/rust/deps/";
        let ours = b"src/ui/app.rs\0";
        let blanked = without_libraries(data);
        assert_eq!(blanked.len(), data.len());
        assert_eq!(blanked.iter().position(|byte| *byte == b's'), data.windows(ours.len()).position(|at| at == ours));
        let left: Vec<u8> = blanked.into_iter().filter(|byte| *byte != b' ').collect();
        assert_eq!(left, b"asrc/ui/app.rs\0/rustc/\0/rust/deps/", "a name that has no end is left as it is");
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let whole = module(&["__wbg_new_0a"]);
        assert!(slim(&whole, "const a={}").is_err(), "the script does not know the name");
        assert!(slim(&whole[..whole.len() - 1], "__wbg_new_0a").is_err(), "cut short");
        assert!(slim(b"no", "").is_err());
    }
}
