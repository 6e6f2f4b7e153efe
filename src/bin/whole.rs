//! The program of the file that holds the whole course: every page of the other two.

/// As in the program of lessons.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    shanyraq::browser::start_whole();
}
