//! The program of the pages around the lessons: cover, practice, progress. It may be heavier than that of the lessons,
//! which nobody who reads a lesson has to wait for.

/// As in the program of lessons.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    shanyraq::browser::start(shanyraq::ui::DESK);
}
