//! Who is one customer, decided by hand and taken back; what is missing, and where it is mended.

use crate::driver::{Key, Place, Program};
use crate::{sample, terminal};
use serde_json::Value;

#[test]
fn two_customers_become_one_and_two_again() {
    let place = Place::new();
    let program = sample(&place);
    let before = customers(&place);
    let all = before.len();
    program.go("#/customers/1");
    program.find("heading", "Accounts");
    let here = program.text("section.who h2");
    let other = before.iter().map(|one| one["name"].as_str().unwrap());
    let other = other.filter(|name| *name != here).nth(7).unwrap().to_owned();

    join(&program, &other);
    assert_eq!(customers(&place).len(), all - 1);
    program.chord(Key::Control, 'z');
    program.see("They are separate again.");
    assert_eq!(customers(&place), before);

    program.go("#/customers/1");
    join(&program, &other);
    let split = program.select("section[aria-labelledby=accounts] li:last-child button:last-child");
    program.click_on(&split);
    program.see("The account is a customer of its own now.");
    assert_eq!(customers(&place), before);
    program.assert_accessible();
}

#[test]
fn every_line_of_what_is_missing_opens_as_many_as_it_says() {
    let place = Place::new();
    let program = sample(&place);
    program.go("#/import/health");
    program.find("heading", "Data health");
    let said = terminal::ask(&place, &["health"]);
    for line in said["lines"].as_array().unwrap() {
        let code = line["code"].as_str().unwrap();
        let shown = program.select(&format!("li[data-code={code}]"));
        let count = program.attribute(&shown, "data-count");
        assert_eq!(count, line["count"].to_string(), "{code}");
        let Some(list) = line["list"].as_str() else { continue };
        program.click_on(&program.select(&format!("li[data-code={code}] a")));
        program.find("heading", "Customers");
        assert!(program.route().contains(&list.replace(':', "%3A")), "{}", program.route());
        program.wait_until("the list is as long", || {
            program.script("return document.querySelectorAll('tbody tr').length") != 0
        });
        program.go("#/import/health");
        program.find("heading", "Data health");
    }
    program.assert_accessible();
}

/// On the page of a customer: he belongs together with another.
#[track_caller]
fn join(program: &Program, other: &str) {
    program.click("button", "Belongs together with …");
    program.click("textbox", "Name, mail address or key");
    program.keys(other);
    program.click("button", other);
    program.see("Becomes one customer");
    program.click("button", "Make one customer");
    program.see("They are one customer now.");
}

#[track_caller]
fn customers(place: &Place) -> Vec<Value> {
    terminal::ask(place, &["customers"]).as_array().unwrap().clone()
}
