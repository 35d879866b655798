//! From a number to the customers behind it, to one of them, and back.

use crate::driver::{Key, Place, Program};
use crate::sample;

#[test]
fn a_bar_of_churn_opens_exactly_the_customers_it_counted() {
    let place = Place::new();
    let program = sample(&place);
    program.click("link", "Churn");
    let bar = program.select("figure button[aria-label^='March 2026: Customers lost']");
    let spoken = program.attribute(&bar, "aria-label");
    let said = number_after(&spoken, "Customers lost ");
    assert!(said > 0, "{spoken}");
    program.click_on(&bar);
    program.find("heading", "Who left in March 2026");
    program.find("table", "Who left in March 2026");
    assert_eq!(rows(&program, "section.list"), said);
    there_and_back(&program, "section.list");
}

#[test]
fn a_cohort_cell_opens_exactly_the_customers_it_counted() {
    let place = Place::new();
    let program = sample(&place);
    program.click("link", "Retention");
    program.click("button", "Number");
    // Second row from the top, three months after the start: some stayed and some did not. The
    // address changes before the cells do, and a percentage is a number too.
    let cell = "[data-at='1:3']";
    let count = number_after(&program.attribute(&program.select(cell), "aria-label"), "%, ");
    program.wait_until("the cell shows the number it says", || {
        program.text(cell) == count.to_string()
    });
    program.click_on(&program.select(cell));
    program.select("aside table");
    assert_eq!(rows(&program, "aside"), count);
    there_and_back(&program, "aside");
}

/// Opens the first customer of a list and comes back to where the list was.
#[track_caller]
fn there_and_back(program: &Program, list: &str) {
    let before = program.route();
    let count = rows(program, list);
    let first = format!("{list} tbody a.name");
    let name = program.text(&first);
    program.click_on(&program.select(&first));
    program.find("heading", &name);
    assert!(program.route().starts_with("#/customers/"), "{}", program.route());
    program.chord(Key::Alt, Key::Left.into());
    program.wait_until("the place from before", || program.route() == before);
    program.select(&format!("{list} tbody a.name"));
    assert_eq!(rows(program, list), count);
}

/// How many rows the table of a list says it has.
#[track_caller]
fn rows(program: &Program, list: &str) -> usize {
    let table = program.select(&format!("{list} table"));
    program.attribute(&table, "aria-rowcount").parse::<usize>().unwrap() - 1
}

fn number_after(spoken: &str, words: &str) -> usize {
    let (_, rest) = spoken.split_once(words).unwrap();
    rest.split([',', ' ']).next().unwrap().parse().unwrap()
}
