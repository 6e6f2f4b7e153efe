//! With brotli: each file is compressed once, at the quality a host would use for files it compresses in advance.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use brotli::enc::BrotliEncoderParams;

use super::super::held;

/// The compressed bytes of every file asked for so far.
#[derive(Debug, Default)]
pub(in super::super) struct Compressed {
    files: Mutex<BTreeMap<PathBuf, Arc<[u8]>>>,
}

impl Compressed {
    pub(in super::super) const AVAILABLE: bool = true;

    /// The file in brotli. Slow the first time: quality 11 takes about a second for each half megabyte.
    pub(in super::super) fn file(&self, file: &Path) -> io::Result<Arc<[u8]>> {
        if let Some(known) = held(&self.files).get(file) {
            return Ok(Arc::clone(known));
        }
        // Not under the lock: a page must not wait for the wasm to be compressed.
        let plain = fs::read(file)?;
        let mut compressed = Vec::new();
        let parameters = BrotliEncoderParams { quality: 11, size_hint: plain.len(), ..Default::default() };
        brotli::BrotliCompress(&mut plain.as_slice(), &mut compressed, &parameters)?;
        let compressed: Arc<[u8]> = compressed.into();
        held(&self.files).insert(file.to_owned(), Arc::clone(&compressed));
        Ok(compressed)
    }
}
