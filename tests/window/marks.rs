//! One figure of a chart and one of a card: by the arrow keys, and by the menu of the right button.

use crate::driver::{Key, Place};
use crate::sample;

#[test]
fn up_and_down_choose_a_series_and_enter_opens_its_customers() {
    let place = Place::new();
    let program = sample(&place);
    program.click("link", "Revenue");
    program.select("figure button[aria-label*='New +']");
    program.tab_to("New +");
    program.press(Key::Down);
    program.wait_until("the first series is chosen", || program.text(".chosen").starts_with("New"));
    let amount = program.text(".chosen .text");
    program.press(Key::Enter);
    program.find("heading", "Who moved in October 2026");
    assert!(program.route().ends_with("list=moved%3A2026-10%3Anew"), "{}", program.route());
    program.wait_until("the list comes to the chosen amount", || {
        program.text("aside tfoot td:last-child") == amount
    });
}

#[test]
fn the_menu_of_a_figure_leads_to_exactly_its_customers() {
    let place = Place::new();
    let program = sample(&place);
    let figure = "[data-figure=customers_end] button.figure";
    let count = program.text(figure);
    program.script_with("document.querySelector(arguments[0]).focus()", vec![figure.into()]);
    program.chord(Key::Shift, Key::F10.into());
    program.find("menuitem", "Show only these customers");
    program.assert_accessible();
    program.press(Key::Escape);
    program.wait_until("the focus is back", || {
        program.script("return document.querySelector('[role=menu]') === null") == true
            && program.focus().contains(&count)
    });
    program.chord(Key::Shift, Key::F10.into());
    program.click("menuitem", "Show only these customers");
    program.find("heading", "Customers");
    program.wait_until("the list has as many as the figure said", || {
        program.text("tfoot td:first-child") == format!("{count} customers")
    });
}
