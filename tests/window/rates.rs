//! Exchange rates by day: typed in Settings, seen as exchange effect, taken back.

use crate::driver::{Key, Place};
use crate::{sample, terminal};

#[test]
fn a_rate_from_a_day_on_is_an_exchange_effect_with_its_customers_and_can_be_taken_back() {
    let place = Place::new();
    let program = sample(&place);
    let before = terminal::metrics(&place);
    program.click("link", "Settings");
    program.find("heading", "Exchange rates");
    program.see("from the beginning");
    program.click("button", "Add a rate of SEK");
    program.click("textbox", "From day");
    program.keys("2026-10-10");
    program.click("textbox", "1 SEK in EUR");
    program.keys("0,1");
    program.click("button", "Save");
    program.see("Saved.");
    program.see("10 Oct 2026");
    program.assert_accessible();

    let october = terminal::focus(&place);
    let effect = october["fx"].as_i64().unwrap();
    assert!(effect > 0, "crowns became dearer: {october}");
    let month = |one: &&serde_json::Value| one["period"] == october["period"];
    let was = before.iter().find(month).unwrap();
    assert_eq!(october["expansion"], was["expansion"], "nobody pays more");
    program.go("#/revenue/2026-10");
    program.find("heading", "October 2026");
    program.click_on(&program.select("[data-part=fx] dd :is(a, button)"));
    program.see("Whose money changed in value in October 2026");
    program.press(Key::Escape);

    program.click("link", "Settings");
    program.click("button", "Remove the rate of SEK: 10 Oct 2026");
    program.wait_until("it is gone", || !program.shows("10 Oct 2026"));
    assert_eq!(terminal::metrics(&place), before);
    program.chord(Key::Control, 'z');
    program.see("10 Oct 2026");
    assert_eq!(terminal::focus(&place)["fx"], effect);
}
