//! The words of a page in the frame of another site. They stand in the table `[frame]` of `interface.toml`, and travel in
//! the script that only frames load, and in that of pages which answers from a frame are brought to.

use super::word_list::word_list;
use crate::id::Text;

word_list! {
    /// Every word that a page says of its being in a frame, in one language.
    FrameWords
    /// The link to the same page without a frame.
    full_version,
    /// What stands before its address, where a link may not be followed.
    full_version_at,
    /// The same, of an address that takes the answers along.
    full_version_with_answers,
    /// What is said where the page around the frame follows the link: it does without the answers, and why.
    link_without_answers,
    /// What is said of more answers than an address holds.
    answers_too_long,
    /// What cannot be done in a frame without an origin, and why.
    frame_limits,
    /// The question whether to take in the answers that came with the address.
    take_answers,
    /// Button: take them in.
    take_answers_yes,
    /// Button: do not.
    take_answers_no,
    /// They were taken in.
    answers_taken,
    /// They turned out to be no answers.
    answers_unread,
    /// What is said where an address names no lesson.
    choose_lesson,
}
