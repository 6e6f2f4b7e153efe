//! Without brotli: [`Server::start`](super::super::Server::start) refuses the option, so nothing here is reached.

use std::{io, path::Path, sync::Arc};

#[derive(Debug, Default)]
pub(in super::super) struct Compressed {}

impl Compressed {
    pub(in super::super) const AVAILABLE: bool = false;

    #[expect(clippy::unused_self, reason = "the same face as the enabled implementation")]
    pub(in super::super) fn file(&self, _file: &Path) -> io::Result<Arc<[u8]>> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
