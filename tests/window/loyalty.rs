//! Loyalty: a programme set up from what was imported, changed with its preview, undone; points
//! redeemed by keys; every tier opens its members.

use crate::driver::{Key, Place, Program};
use crate::import::{bring_in, with_new_workspace};
use crate::sample;
use holdfast_tests::repository;

/// The page of the sample's programme.
#[track_caller]
fn programme(program: &Program) {
    program.keys("gl");
    program.find("heading", "Loyalty");
    program.select("[data-tier]");
}

/// What a number in the page says, without its marks between thousands.
#[track_caller]
fn number(program: &Program, css: &str) -> i64 {
    let text = program.text(css).replace(',', "").replace('\u{2212}', "-");
    text.trim_start_matches('+').parse().unwrap_or_else(|_| panic!("{css} says {text}"))
}

/// Types into a field of the rules in place of what it holds.
#[track_caller]
fn set(program: &Program, field: &str, value: &str) {
    program.click_on(&program.select(&format!("[data-field={field}]")));
    program.chord(Key::Control, 'a');
    program.keys(value);
}

#[test]
fn a_tier_opens_exactly_its_members() {
    let place = Place::new();
    let program = sample(&place);
    programme(&program);
    let members = number(&program, "[data-tier=Gold] .fig");
    assert!(members > 0);
    program.click_on(&program.select("[data-tier=Gold] .fig a"));
    let shown = format!("{members} customers");
    program.wait_until("the list has them", || program.text("aside").contains(&shown));
    assert!(program.text("aside h2").contains("Gold"));
}

#[test]
fn a_threshold_shows_at_once_what_it_does_and_is_applied_and_undone() {
    let place = Place::new();
    let program = sample(&place);
    programme(&program);
    let then = || number(&program, "[data-preview-tier=Gold] [data-then]");
    let gold = || number(&program, "[data-tier=Gold] .fig");
    let before = gold();
    // Far fewer points to Gold: more members, said beside the form without scrolling.
    set(&program, "threshold-2", "600");
    program.select("[data-drafted] [data-preview-tier=Gold]");
    program.wait_until("the preview follows", || then() > before);
    let more = then();
    program.see("draft, not applied");
    let fits = "return document.querySelector('[data-drafted]').getBoundingClientRect().bottom
        <= innerHeight && document.querySelector('main').scrollTop === 0";
    assert_eq!(program.script(fits), true, "all of it is in sight");
    // A draft is still there after going away.
    program.keys("\u{e004}");
    program.go("#/overview");
    program.find("heading", "Overview");
    program.go("#/loyalty");
    program
        .wait_until("the draft was kept", || program.shows("draft, not applied") && then() == more);
    program.click_on(&program.select("[data-drafted] footer button.primary"));
    program.see("The new rules hold from");
    program.wait_until("no draft is left", || !program.shows("draft, not applied"));
    program.chord(Key::Control, 'z');
    program.see("The loyalty programme is as it was before.");
    program.wait_until("the rules are as before", || gold() == before);
}

#[test]
fn rules_that_cannot_be_played_say_why() {
    let place = Place::new();
    let program = sample(&place);
    programme(&program);
    set(&program, "threshold-2", "400");
    program.see("The lowest tier begins at 0, and every other one above the one before it.");
    program.select("[data-drafted] footer button.primary:disabled");
    program.click("button", "Discard");
    program.wait_until("no draft is left", || !program.shows("draft, not applied"));
}

#[test]
fn points_are_redeemed_by_keys_refused_where_there_are_too_few_and_undone() {
    let place = Place::new();
    let program = sample(&place);
    program.go("#/loyalty/ledger");
    program.find("heading", "Rewards");
    let entries = || program.script("return document.querySelectorAll('[data-entry]').length");
    let before = entries();
    // The richest of all, by the list of members.
    program.go("#/loyalty/members?sort=-balance");
    let richest = program.text("tbody tr[aria-rowindex='2'] a");
    program.keys("r");
    program.wait_until("the customer is asked", || program.focus().starts_with("combobox"));
    program.keys(&richest);
    program.select("dialog [role=option]");
    program.press(Key::Enter);
    program.press(Key::Enter);
    program.see(&format!("Redeemed for {richest}."));
    program.go("#/loyalty/ledger");
    program.find("heading", "Rewards");
    program.wait_until("it is in the ledger", || program.text("[data-entry]").contains(&richest));
    program.chord(Key::Control, 'z');
    program.see("The loyalty programme is as it was before.");
    program.wait_until("it is gone", || entries() == before);

    // Who has nothing is told so, and nothing is written.
    program.go("#/loyalty/members?sort=balance");
    program.wait_until("the poorest is first", || {
        program.text("tbody tr[aria-rowindex='2'] a") != richest
    });
    let poorest = program.text("tbody tr[aria-rowindex='2'] a");
    program.keys("r");
    program.wait_until("the customer is asked", || program.focus().starts_with("combobox"));
    program.keys(&poorest);
    program.select("dialog [role=option]");
    program.press(Key::Enter);
    program.press(Key::Enter);
    program.see("Nothing was redeemed.");
    program.press(Key::Escape);
}

#[test]
fn a_programme_is_set_up_from_what_was_imported_and_taken_back() {
    let place = Place::new();
    let program = with_new_workspace(&place);
    place.answer_dialog(&repository("tests/fixtures/stripe").join("subscriptions_all.csv"));
    program.click("button", "Choose file");
    bring_in(&program);
    program.keys("gl");
    program.find("heading", "Set up a loyalty programme");
    program.click_on(&program.see("A longer stay"));
    program.select("[data-ready=spend] [data-preview]");
    program.click_on(&program.select("[data-ready=spend] footer button"));
    program.select("[data-rules]");
    program.select("[data-preview-tier=Bronze] [data-then]");
    program.click("button", "Start the programme");
    program.see("The programme counts from");
    program.select("[data-tier=Bronze]");
    program.assert_accessible();
    program.chord(Key::Control, 'z');
    program.find("heading", "Set up a loyalty programme");
}

#[test]
fn members_are_a_segment_picked_from_what_is_known_and_counted_while_it_is() {
    let place = Place::new();
    let program = sample(&place);
    programme(&program);
    program.click("button", "All rules");
    program.choose("Members are", "segment");
    let count = || program.text("[data-segment] [data-count]");
    program.wait_until("everybody is counted", || count().contains(" of "));
    let everybody = count();
    program.choose("What is known", "country");
    program.click_on(&program.select("[data-field='values-0']"));
    program.click_on(&program.select("[role=option]"));
    program.wait_until("fewer are counted", || count() != everybody);
    let picked: i64 = count().split(' ').next().unwrap().replace(',', "").parse().unwrap();
    let then = || -> i64 {
        let rows = "return [...document.querySelectorAll('[data-then]')]
            .reduce((sum, it) => sum + Number(it.innerText.replace(',', '')), 0)";
        program.script(rows).as_i64().unwrap()
    };
    program.wait_until("the preview has as many members", || then() == picked);
    // The same as text, which is changed by hand.
    program.press(Key::Escape);
    program.click("button", "As text");
    let text = program.find("textbox", "The segment as text");
    assert!(program.attribute(&text, "value").starts_with("country in ("));
    program.click_on(&text);
    program.chord(Key::Control, 'a');
    program.keys("colour = \"red\"");
    program.see("no customer has an attribute “colour”");
    program.select("[data-drafted] footer button.primary:disabled");
    program.chord(Key::Control, 'a');
    program.keys("plan = \"Team\"");
    program.wait_until("it counts again", || count().contains(" of ") && count() != everybody);
    program.assert_accessible();
    program.click("button", "Discard");
    program.wait_until("no draft is left", || !program.shows("draft, not applied"));
}

#[test]
fn a_past_day_shows_the_tiers_of_that_day_on_every_page() {
    let place = Place::new();
    let program = sample(&place);
    programme(&program);
    let today = number(&program, "[data-tier=Gold] .fig");
    program.click_on(&program.select("label input[placeholder='2026-12-01']"));
    program.chord(Key::Control, 'a');
    program.keys("2026-03-15");
    program.press(Key::Enter);
    program.wait_until("fewer have come that far", || {
        number(&program, "[data-tier=Gold] .fig") < today
    });
    let then = number(&program, "[data-tier=Gold] .fig");
    program.click("button", "Members");
    program.wait_until("the filters are of the day", || program.shows(&format!("Gold {then}")));
    assert!(program.route().contains("day=2026-03-15"), "{}", program.route());
    // Long before the programme.
    program.go("#/loyalty/members?day=2020-01-01");
    program.see("There was no programme on this day.");
}

#[test]
fn an_import_undone_after_its_points_were_spent_leaves_a_debt_that_is_listed() {
    let place = Place::new();
    let program = with_new_workspace(&place);
    let csv = "id,customer,name,plan,amount,currency,start,status\n\
        s1,c1,Ann,Pro,9.00,EUR,2025-01-01,active\ns2,c2,Bob,Pro,9.00,EUR,2025-01-01,active\n";
    place.answer_dialog(&place.file("list.csv", csv));
    program.click("button", "Choose file");
    bring_in(&program);
    let bought = "customer,date,amount,currency\nc1,2026-10-01,900.00,EUR\n";
    place.answer_dialog(&place.file("bought.csv", bought));
    program.chord(Key::Control, 'o');
    program.find("heading", "First rows");
    program.choose("Its rows are", "purchases");
    bring_in(&program);
    program.keys("gl");
    program.find("heading", "Set up a loyalty programme");
    program.click_on(&program.see("More spend"));
    program.click_on(&program.select("[data-ready=spend] footer button"));
    program.click("button", "Start the programme");
    program.see("The programme counts from");

    // Ann spends nearly all of it.
    program.go("#/loyalty/members?sort=-balance");
    program.select("tbody tr[aria-rowindex='2'] a");
    program.keys("r");
    program.wait_until("the customer is asked", || program.focus().starts_with("combobox"));
    program.keys("c1");
    program.select("dialog [role=option]");
    program.press(Key::Enter);
    program.click("textbox", "For what");
    program.keys("A mug");
    program.click("textbox", "Points");
    program.keys("900");
    program.press(Key::Enter);
    program.see("Redeemed for");

    program.go("#/import");
    program.click("button", "Undo the import of bought.csv");
    program.click("button", "Undo the import");
    program.find("button", "Redo the import of bought.csv");
    program.go("#/loyalty/members");
    program.click("button", "Below zero 1");
    program.wait_until("what is owed is listed", || program.text("tbody").contains('\u{2212}'));
    // Nothing can be redeemed until later points have filled it.
    program.keys("r");
    program.wait_until("the customer is asked", || program.focus().starts_with("combobox"));
    program.keys("c1");
    program.select("dialog [role=option]");
    program.press(Key::Enter);
    program.click("textbox", "For what");
    program.keys("Another");
    program.click("textbox", "Points");
    program.keys("1");
    program.press(Key::Enter);
    program.see("Nothing can be redeemed until new points have filled it.");
    program.press(Key::Escape);
    program.go("#/import");
    program.click("button", "Redo the import of bought.csv");
    program.find("button", "Undo the import of bought.csv");
    program.go("#/loyalty/members");
    program.wait_until("nobody owes anything", || {
        program.shows("All 2") && !program.shows("Below zero")
    });
}

#[test]
fn other_rules_are_played_over_the_past_where_they_were_asked_for() {
    let place = Place::new();
    let program = sample(&place);
    programme(&program);
    set(&program, "threshold-2", "600");
    program.select("[data-drafted]");
    program.click("button", "Play these over the past");
    let rows = "return document.querySelectorAll('[aria-labelledby=simulator] tbody tr').length";
    program.wait_until("twelve months are played", || program.script(rows) == 12);
    let seen = "const at = document.getElementById('simulator').getBoundingClientRect();
        return at.top >= 0 && at.bottom <= innerHeight";
    assert_eq!(program.script(seen), true, "whoever asked for it sees it");
    program.click("button", "Discard");
    program.wait_until("no draft is left", || !program.shows("draft, not applied"));
}
