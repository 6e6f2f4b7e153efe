//! What a question is, what a learner may answer, and how the answer is marked.
//!
//! Pure: no clock, no chance, no browser, and nothing that can fail. A new kind of question is a file here, a
//! variant of [`Task`], and a component of the same name in `ui/questions`.

mod choice;
mod mark;
mod ordering;
mod question;
mod response;
mod spelling;

pub use choice::{Choice, ChoiceOption};
pub use mark::{Invalid, Mark, Score};
pub use ordering::{Item, Ordering};
pub use question::{Asks, Question, Task};
pub use response::Response;
pub use spelling::counts_as;
