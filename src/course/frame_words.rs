//! The words of a page in the frame of another site. They stand in the table `[frame]` of `interface.toml`, and travel in
//! the script that only frames load.

use super::word_list::word_list;
use crate::id::Text;

word_list! {
    /// Every word that a page says of its being in a frame, in one language.
    FrameWords
    /// The link to the same page without a frame.
    full_version,
    /// What stands before its address, where a link may not be followed.
    full_version_at,
    /// What cannot be done in a frame without an origin, and why.
    frame_limits,
    /// What is said where an address names no lesson.
    choose_lesson,
}
