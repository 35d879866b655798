//! The real window: what a user sees and does, through WebKitWebDriver under a display of its own.

use holdfast_tests::{Place, Program};

#[test]
fn the_window_opens_and_says_who_it_is() {
    let program = Program::start(&Place::new());
    assert_eq!(program.title(), "Holdfast");
    program.find("heading", "Welcome");
}
