//! Records made, corrected and deleted by hand, ended, taken back and done again after a restart.

use crate::driver::{Key, Place, Program};
use crate::{sample, terminal};
use serde_json::Value;

#[test]
fn a_business_is_typed_corrected_and_taken_back_step_by_step() {
    let place = Place::new();
    let program = Program::start(&place);
    program.click("button", "Import your CSV");
    program.click("textbox", "Name");
    program.keys("Typed");
    program.click("button", "Create workspace");

    // Without any file: a customer, and what he pays.
    program.click("button", "Add customer");
    program.find("dialog", "Add: customer");
    save(&program);
    program.see("Type a name, a mail address or a company.");
    fill(&program, "name", "Harbour Tools");
    fill(&program, "email", "desk@harbour.example");
    save(&program);
    program.see("Added: customer.");
    program.click("button", "Add subscription");
    program.find("dialog", "Add: subscription");
    fill(&program, "plan", "Team");
    fill(&program, "amount", "7O");
    fill(&program, "start", "2024-01-31");
    save(&program);
    program.see("“7O” is not an amount");
    fill(&program, "amount", "29,50");
    save(&program);
    program.see("Added: subscription.");
    assert_eq!(mrr(&place), [2_950]);

    // Ended on a day, with the reason; one step back brings it again.
    program.click("button", "End: Team, monthly");
    program.find("dialog", "End this subscription");
    fill(&program, "ended", "2025-03-01");
    fill(&program, "cancel_reason", "Too dear");
    program.assert_accessible();
    save(&program);
    program.see("Corrected: subscription.");
    assert_eq!(mrr(&place), [0]);
    program.chord(Key::Control, 'z');
    program.see("It is as it was before.");
    assert_eq!(mrr(&place), [2_950]);

    // A record of any kind: made, found in the list, corrected, deleted.
    program.choose("Kind of record", "tickets");
    program.click("button", "Add: support ticket");
    fill(&program, "subject", "Cannot log in");
    save(&program);
    program.see("Added: support ticket.");
    program.click_on(&program.select("section[aria-labelledby=records] tbody button"));
    program.find("dialog", "Correct: support ticket");
    fill(&program, "subject", "Cannot log in at all");
    save(&program);
    program.see("Cannot log in at all");
    program.assert_accessible();
    drop(program);

    // The next day each step can still be taken back, the oldest first if need be.
    let program = Program::start(&place);
    program.find("heading", "Records");
    program.go("#/import/history");
    program.find("heading", "What was done");
    program.click("button", "Undo: Corrected: support ticket");
    program.find("dialog", "Undo: Corrected: support ticket");
    program.click("button", "Take it back");
    program.see("It is as it was before.");
    program.click("button", "Undo: Added: subscription");
    program.select("[data-undo=removes]");
    program.click("button", "Take it back");
    program.see("It is gone again.");
    assert_eq!(mrr(&place), [0]);
    program.click("button", "Redo: Added: subscription");
    program.see("It is done again.");
    assert_eq!(mrr(&place), [2_950]);
    program.assert_accessible();
}

#[test]
fn a_customer_of_the_sample_is_deleted_with_everything_and_comes_back() {
    let place = Place::new();
    let program = sample(&place);
    let before = terminal::metrics(&place);
    program.click("link", "Customers");
    program.click("button", "Add customer");
    program.find("dialog", "Add: customer");
    fill(&program, "name", "Nobody yet");
    // Left by mistake: what was typed is still there.
    program.press(Key::Escape);
    program.see("Not saved.");
    program.click("button", "Go on typing");
    program.find("dialog", "Add: customer");
    let value = "return document.querySelector('[data-field=name]').value";
    assert_eq!(program.script(value), "Nobody yet");
    program.press(Key::Escape);

    program.go("#/customers/1");
    program.click("button", "Correct this customer");
    program.find("dialog", "Correct: customer");
    program.click("button", "Delete");
    program.see("Deleted: customer.");
    assert_ne!(terminal::metrics(&place), before);
    program.click("button", "Undo");
    program.see("It is back.");
    assert_eq!(terminal::metrics(&place), before);
}

/// Types over what stands in a field of the form.
#[track_caller]
fn fill(program: &Program, field: &str, text: &str) {
    program.click_on(&program.select(&format!("dialog [data-field={field}]")));
    program.chord(Key::Control, 'a');
    program.keys(text);
}

#[track_caller]
fn save(program: &Program) {
    program.click("button", "Save");
}

/// What each paying customer pays, by the terminal.
#[track_caller]
fn mrr(place: &Place) -> Vec<i64> {
    let all = terminal::ask(place, &["customers"]);
    let mrr = |one: &Value| one["mrr"].as_i64().unwrap();
    all.as_array().unwrap().iter().map(mrr).collect()
}
