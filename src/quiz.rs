//! What a question is, what a learner may answer, and how the answer is marked.
//!
//! Pure: no clock, no chance, no browser, and nothing that can fail. A new kind of question is a file here, a
//! variant of [`Task`], and a component of the same name in `ui/questions`.

mod blank;
mod choice;
mod cloze;
mod mark;
mod ordering;
mod pick;
mod placing;
mod question;
mod reason;
mod response;
pub mod samples;
mod spelling;
mod true_false;

pub use blank::{Blank, Expected, Number, Rejected};
pub use choice::{Choice, ChoiceOption};
pub use cloze::Cloze;
pub use mark::{Invalid, Mark, Score};
pub use ordering::{Item, Ordering};
pub use pick::{Pick, Picture, Spot};
pub use placing::{Place, Placed, Placing};
pub use question::{Asks, Question, Task};
pub use reason::{Outcome, Reason};
pub use response::Response;
pub use spelling::counts_as;
pub(crate) use spelling::{LETTERS_FOR_A_SLIP, letters, slips, sound};
pub use true_false::{STEPS, TRUTHS, TrueFalse};
