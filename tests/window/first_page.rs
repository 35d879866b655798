//! The first page: two ways in, and none out.

use crate::driver::{Key, Place, Program};

#[test]
fn the_window_opens_and_offers_two_ways_in() {
    let program = Program::start(&Place::new());
    assert_eq!(program.title(), "Holdfast");
    program.find("heading", "Welcome");
    program.see("Explore the sample business");
    program.see("Import your CSV");
}

#[test]
fn it_speaks_the_language_of_the_system() {
    let program = Program::start(&Place::speaking("nl_NL.UTF-8"));
    assert_eq!(program.script("return document.documentElement.lang"), "nl");
    assert!(!program.shows("Welcome"));
}

#[test]
fn tab_alone_reaches_both_ways_in() {
    let program = Program::start(&Place::new());
    for way in ["Explore the sample business", "Import your CSV"] {
        program.wait_until(way, || {
            program.press(Key::Tab);
            program.focus().contains(way)
        });
    }
}

#[test]
fn the_first_page_is_accessible_in_both_themes() {
    let program = Program::start(&Place::new());
    for theme in ["light", "dark"] {
        program.theme(theme);
        program.assert_accessible();
    }
}

#[test]
fn nothing_leads_out_of_the_window() {
    let program = Program::start(&Place::new());
    let before = program.script("return location.href");
    program.script("location.href = 'https://example.org/'");
    program.script("window.open('https://example.org/')");
    program.find("heading", "Welcome");
    assert_eq!(program.script("return location.href"), before);
}
