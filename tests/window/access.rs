//! Every view, as axe-core sees it, in both themes.

use crate::driver::{Key, Place};
use crate::sample;

/// Address, and what is there once the view is.
const VIEWS: [(&str, &str); 20] = [
    ("#/overview", "[data-figure=mrr_end]"),
    ("#/revenue", "figure button"),
    ("#/revenue/2026-09?list=moved:2026-09", "aside tbody a.name"),
    ("#/retention", "[data-at='1:2']"),
    ("#/retention?list=cohort:2026-02:2", "aside tbody a.name"),
    ("#/churn", "section.list tbody a.name"),
    ("#/churn/2026-03", "section.list tbody a.name"),
    ("#/customers", "tbody a.name"),
    ("#/customers/1", "section.who"),
    ("#/surveys", "figure button"),
    ("#/surveys?survey=Loyalty%20index", "figure button"),
    ("#/surveys/enter", "section.form"),
    ("#/surveys/follow", "section.list tbody a.name"),
    ("#/loyalty", "[data-tier]"),
    ("#/loyalty/members", "tbody a.name"),
    ("#/loyalty/ledger", "[data-entry]"),
    ("#/loyalty/referrals", "[data-referral]"),
    ("#/loyalty?list=loyalty:2026-11-20:tier=2", "aside tbody a.name"),
    ("#/import", "section.zone"),
    ("#/settings", "fieldset"),
];

#[test]
fn every_view_is_accessible_in_the_light_theme() {
    every_view_is_accessible("light");
}

#[test]
fn every_view_is_accessible_in_the_dark_theme() {
    every_view_is_accessible("dark");
}

#[track_caller]
fn every_view_is_accessible(theme: &str) {
    let place = Place::new();
    let program = sample(&place);
    program.theme(theme);
    let mut faults = Vec::new();
    for (address, there) in VIEWS {
        program.go(address);
        program.select(there);
        // What still fades in has less contrast than it will have.
        program.wait_until("nothing is awaited and nothing moves", || {
            program.script(
                "return document.querySelector('[aria-busy=true]') === null &&
                   document.getAnimations().every((one) => one.playState !== 'running')",
            ) == true
        });
        faults.extend(program.faults());
    }
    program.go("#/overview");
    program.click("button", "How MRR, end of October is computed");
    program.select(".pop h2");
    faults.extend(program.faults());
    program.press(Key::Escape);
    program.chord(Key::Control, 'k');
    program.find("combobox", "Search or jump to");
    faults.extend(program.faults());
    program.keys("a");
    program.select("[role=option]");
    faults.extend(program.faults());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
