//! The program in the browser: adopts the page as it was prerendered.

fn main() {
    shanyraq::browser::start();
}
