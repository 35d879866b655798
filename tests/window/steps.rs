//! Taking back and doing again from anywhere, and what a text field keeps for itself.

use crate::driver::{Key, Place, Program};
use crate::{figures, sample, terminal};
use holdfast_tests::repository;

#[test]
fn the_last_change_is_taken_back_from_any_view() {
    let place = Place::new();
    let program = sample(&place);
    let before = terminal::metrics(&place);
    program.chord(Key::Control, 'z');
    program.see("There is nothing to undo.");
    assert_eq!(terminal::metrics(&place), before, "the sample itself stays");

    program.click("link", "Settings");
    program.click("textbox", "MRR above (EUR)");
    program.keys("50000");
    program.press(Key::Tab);
    program.see("Saved.");
    program.click("link", "Overview");
    program.find("heading", "Overview");
    program.chord(Key::Control, 'z');
    program.see("The settings are as they were before.");
    assert_eq!(target(&program), "");
    redo(&program);
    program.see("The settings are changed again.");
    assert_eq!(target(&program), "50000");
}

#[test]
fn language_and_theme_are_taken_back_like_any_other_change() {
    let place = Place::new();
    let program = sample(&place);
    program.click("link", "Settings");
    program.click_on(&program.see("Dark"));
    let worn = || program.script("return document.documentElement.dataset.theme") == "dark";
    program.wait_until("it is dark", worn);
    program.click("button", "Nederlands");
    program.find("heading", "Instellingen");
    program.click("link", "Overzicht");
    program.find("heading", "Overzicht");
    program.chord(Key::Control, 'z');
    program.find("heading", "Overview");
    assert!(worn());
    program.chord(Key::Control, 'z');
    program.wait_until("it is as the system is", || !worn());
    redo(&program);
    program.wait_until("it is dark again", worn);
}

#[test]
fn an_import_is_taken_back_by_its_toast_and_done_again_by_keys() {
    let place = Place::new();
    let program = sample(&place);
    let before = terminal::metrics(&place);
    place.drop_files(&[&repository("tests/fixtures/stripe/subscriptions_all.csv")]);
    program.find("heading", "First rows");
    program.click("button", "Import this file");
    program.see("subscriptions_all.csv is in.");
    let after = terminal::metrics(&place);
    assert_ne!(after, before);

    program.click_on(&program.select(".toast .offer"));
    program.find("heading", "Taken back");
    assert_eq!(terminal::metrics(&place), before);
    program.click("link", "Overview");
    program.find("heading", "Overview");
    redo(&program);
    program.see("subscriptions_all.csv is in again.");
    assert_eq!(terminal::metrics(&place), after);
    program.wait_until("the figures follow", || {
        let expected = terminal::euros(&terminal::focus(&place)["mrr_end"]);
        figures::shown(&program, "mrr_end") == expected
    });
}

#[test]
fn in_a_field_the_keys_belong_to_the_text() {
    let place = Place::new();
    let program = sample(&place);
    program.click("link", "Settings");
    program.click("textbox", "MRR above (EUR)");
    program.keys("50000");
    program.press(Key::Tab);
    program.see("Saved.");
    program.click("textbox", "MRR above (EUR)");
    program.chord(Key::Control, 'z');
    assert!(!program.shows("The settings are as they were before."));
    assert!(!program.shows("There is nothing to undo."));
}

/// The target for MRR as Settings shows it.
#[track_caller]
fn target(program: &Program) -> String {
    program.go("#/settings");
    let field = program.find("textbox", "MRR above (EUR)");
    let value = program
        .script_with("return arguments[0].value", vec![serde_json::to_value(&field).unwrap()]);
    program.go("#/overview");
    program.find("heading", "Overview");
    value.as_str().unwrap().to_owned()
}

#[track_caller]
fn redo(program: &Program) {
    program.chord_of(&[Key::Control, Key::Shift], 'z');
}
