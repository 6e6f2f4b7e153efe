//! The components. They see the world only through [`crate::host::Host`], and decide nothing that the domain decides.
//!
//! `pages` are whole views, `questions` one component per kind of question, `figures` drawn SVG,
//! `still` what is rendered once and never again, `parts` the rest.

mod address;
mod adoption;
mod app;
mod asked;
mod figures;
mod head;
mod pages;
mod parts;
mod questions;
mod rehearsal;
mod served;
mod session;
mod setting;
mod shared;
mod still;

pub use address::{Address, View, bank_path, documents_path};
#[cfg(feature = "ssr")]
pub use app::rendered;
pub use app::{App, AppProps, DESK, LESSONS, Program, Start, WHOLE, program_of};
pub use asked::asked_page;
pub use head::{Head, head};
pub use pages::{ChooseLanguage, ChooseLanguageProps, NotFound, NotFoundProps, Regret};
pub use session::{Kept, PROGRESS_KEY, Session};
pub use setting::{HostHandle, Links};
#[cfg(feature = "ssr")]
pub use still::{
    Print, closing_check, embed_page, frame_code, lesson_bank, lesson_page, parallel_page, print_page, reference_page,
};
