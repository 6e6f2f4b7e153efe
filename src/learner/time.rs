//! Points in time, as the host tells them.

/// Milliseconds since 1970-01-01T00:00:00Z, by the clock of the device, which may be wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(pub u64);
