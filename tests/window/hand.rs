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

#[test]
fn a_row_deleted_by_hand_stays_away_from_its_file_until_the_deletion_is_undone() {
    let place = Place::new();
    let program = Program::start(&place);
    program.click("button", "Import your CSV");
    program.click("textbox", "Name");
    program.keys("Kept");
    program.click("button", "Create workspace");
    let list = "id,customer,plan,amount,currency,start,status\n\
        s1,c1,Pro,29.00,EUR,2025-01-01,active\ns2,c2,Pro,39.00,EUR,2025-01-01,active\n";
    let file = place.file("list.csv", list);
    place.answer_dialog(&file);
    program.click("button", "Choose file");
    bring_in(&program);
    program.go("#/customers/2");
    program.choose("Kind of record", "subscriptions");
    program.click_on(&program.select("section[aria-labelledby=records] tbody button"));
    program.find("dialog", "Correct: subscription");
    program.click("button", "Delete");
    program.see("Deleted: subscription.");
    assert_eq!(mrr(&place), [2_900, 0]);

    // The same file again leaves it out and says so.
    program.go("#/import");
    place.answer_dialog(&file);
    program.click("button", "Choose file");
    bring_in(&program);
    let counts = ["new", "unchanged", "skipped"];
    let counts = counts.map(|tile| program.text(&format!("[data-count={tile}] dd")));
    assert_eq!(counts, ["0", "1", "1"]);
    let cause = program.text("[data-cause=still_deleted]");
    assert!(cause.contains("was deleted by hand"), "{cause}");
    assert_eq!(mrr(&place), [2_900, 0]);
    program.assert_accessible();

    // Undone, it is back, and known to its file again.
    program.go("#/import/history");
    program.click("button", "Undo: Deleted: subscription");
    program.click("button", "Take it back");
    program.see("It is back.");
    assert_eq!(mrr(&place), [2_900, 3_900]);
}

#[test]
fn a_label_is_added_to_a_customer() {
    let place = Place::new();
    let program = sample(&place);
    program.go("#/customers/1");
    program.click("button", "Correct this customer");
    program.find("dialog", "Correct: customer");
    fill(&program, "label.name", "territory");
    save(&program);
    program.see("Type a value for “territory”.");
    fill(&program, "label.value", "north");
    program.assert_accessible();
    save(&program);
    program.see("Corrected: customer.");
    program.click("button", "Correct this customer");
    program.select("dialog [data-field='attribute.territory']");
}

#[track_caller]
fn bring_in(program: &Program) {
    program.find("heading", "First rows");
    program.click("button", "Import this file");
    program.find("heading", "Imported");
}

/// Types over what stands in a field of the form.
#[track_caller]
fn fill(program: &Program, field: &str, text: &str) {
    program.click_on(&program.select(&format!("dialog [data-field='{field}']")));
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
