//! What an author wrote, after checking: a tree that can be shown, not judged.
//!
//! ```text
//! Outline          the course: its lessons in order, enough for the map on the cover
//! └─ LessonOutline
//! Lesson           one lesson, whole
//! └─ Section       a heading, prose, figures, and one to three questions
//!    └─ Block
//! Course           the course in all its languages, one Edition each
//! Page             all that one page needs to show itself, in one language; what never changes in it is HTML
//! ```

mod about;
mod alphabet;
mod block;
mod claim;
mod date;
mod desk_words;
mod doctor_words;
mod edition;
mod fill;
mod findable;
mod frame_words;
mod happening;
mod lesson;
mod offline_words;
mod outline;
mod page;
mod parallel;
mod plural;
mod prose;
mod reference;
mod reference_words;
mod sites_words;
mod span;
mod still_page;
mod uses;
mod word;
mod word_list;
mod words;

pub use about::{About, AboutSection};
pub use alphabet::{Alphabet, Rank};
pub use block::{
    Act, Again, Block, Chamber, Count, EventKind, Ladder, Misconception, Numbers, Rung, SeatPart, Seats, Teacher,
    ThenAndNow, Timeline, TimelineEvent, WhoSaysSo,
};
pub use claim::{Claim, ClaimKind, Since, Source, Verified};
pub use date::Date;
pub use desk_words::DeskWords;
pub use doctor_words::DoctorWords;
pub use edition::{Course, Edition, SEARCH};
pub(crate) use fill::fill;
pub use frame_words::FrameWords;
pub use happening::Happening;
pub use lesson::{Goal, Lesson, Section, Term};
pub use offline_words::OfflineWords;
pub use outline::{LessonBank, LessonOutline, Outline, SectionOutline};
pub use page::{
    Content, FootLink, Ground, LanguageChoice, LessonLink, LessonPage, Page, PageSection, Piece, quoted, sealed,
    unsealed,
};
pub use parallel::{Parallel, Side, pairs};
pub use plural::{Plural, PluralRule};
pub use prose::{Inline, Prose, plain_text};
pub use reference::Reference;
pub use reference_words::ReferenceWords;
pub use sites_words::SitesWords;
pub use span::{Chronicle, Institution, Span, Strand};
pub use still_page::StillPage;
pub use uses::Use;
pub use word::{Word, WordChange, WordForm, WordPart};
pub use words::Words;
