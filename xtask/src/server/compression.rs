//! Brotli copies of the files, kept in memory. Two implementations with one face; the feature chooses.

#[cfg(not(feature = "compression"))]
mod disabled;
#[cfg(feature = "compression")]
mod enabled;

#[cfg(not(feature = "compression"))]
pub(super) use self::disabled::Compressed;
#[cfg(feature = "compression")]
pub(super) use self::enabled::Compressed;
