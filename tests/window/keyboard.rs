//! The whole way from the first page to a customer without a mouse.

use crate::driver::{Key, Place, Program};

#[test]
fn keys_alone_lead_from_the_first_page_to_a_customer() {
    let place = Place::new();
    let program = Program::start(&place);
    program.keys("1");
    program.find("heading", "Overview");
    program.select("[data-figure=mrr_end]");

    program.keys("gr");
    program.find("heading", "Revenue");
    program.select("figure button");
    program.tab_to("MRR €");
    program.press(Key::Left);
    program.press(Key::Left);
    let mark = program.focus();
    let month = mark.strip_prefix("button ").and_then(|mark| mark.split_once(':')).unwrap().0;
    program.press(Key::Enter);
    program.find("heading", month);
    program.find("heading", &format!("Who moved in {month}"));

    program.select("aside tbody a.name");
    program.wait_until("Tab reaches a row", || {
        program.press(Key::Tab);
        program.focus().starts_with("a ")
            && program.script("return document.activeElement.closest('aside tbody') !== null")
                == true
    });
    let first = program.focus();
    program.press(Key::Down);
    program.wait_until("the next row has the keyboard", || program.focus() != first);
    let name = program.focus().trim_start_matches("a ").to_owned();
    program.press(Key::Enter);
    program.find("heading", &name);
    assert!(program.route().starts_with("#/customers/"), "{}", program.route());
}

#[test]
fn the_palette_leads_to_views_and_customers() {
    let place = Place::new();
    let program = crate::sample(&place);
    program.chord(Key::Control, 'k');
    program.find("combobox", "Search or jump to");
    program.keys("churn");
    program.press(Key::Enter);
    program.find("heading", "Churn");

    program.keys("gu");
    program.find("heading", "Customers");
    let name = program.text("tbody a.name");
    program.chord(Key::Control, 'k');
    program.keys(&name);
    program.wait_until("the customer is found", || {
        program.text("[role=option][aria-selected=true]") == name
    });
    program.press(Key::Enter);
    program.find("heading", &name);
    program.press(Key::Escape);
    assert!(program.route().starts_with("#/customers/"), "{}", program.route());
}
