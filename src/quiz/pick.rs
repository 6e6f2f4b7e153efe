//! Picking a spot on a figure; a list with the same names does the same.

use super::Choice;
use crate::id::{OptionId, Text};
use crate::wire::wire_struct;

/// A spot that can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The option that it stands for.
    pub option: OptionId,
    /// Its outline, as an SVG path.
    pub path: Text,
}

/// A figure with spots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Its bounds, as the `viewBox` of an SVG.
    pub bounds: Text,
    /// What is drawn behind the spots, as an SVG path.
    pub ground: Text,
    /// The spots, one for each option.
    pub spots: Vec<Spot>,
}

/// A choice among the spots of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// The spots by name; one is right.
    pub choice: Choice,
    /// Where they lie.
    pub picture: Picture,
}

wire_struct!(Spot { option, path });
wire_struct!(Picture { bounds, ground, spots });
wire_struct!(Pick { choice, picture });
