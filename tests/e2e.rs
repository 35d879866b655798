//! The real window: what a user sees and does, through WebKitWebDriver under a display of its own.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failure in here is a failed test"
)]

#[expect(dead_code, reason = "alone.rs needs a word more")]
#[path = "window/driver/mod.rs"]
mod driver;
#[path = "window/terminal.rs"]
mod terminal;

#[path = "window/access.rs"]
mod access;
#[path = "window/accounts.rs"]
mod accounts;
#[path = "window/figures.rs"]
mod figures;
#[path = "window/first_page.rs"]
mod first_page;
#[path = "window/hand.rs"]
mod hand;
#[path = "window/import.rs"]
mod import;
#[path = "window/keyboard.rs"]
mod keyboard;
#[path = "window/lists.rs"]
mod lists;
#[path = "window/loyalty.rs"]
mod loyalty;
#[path = "window/marks.rs"]
mod marks;
#[path = "window/rates.rs"]
mod rates;
#[path = "window/steps.rs"]
mod steps;
#[path = "window/surveys.rs"]
mod surveys;
#[path = "window/voice.rs"]
mod voice;

use driver::{Place, Program};

/// The program with the sample business open at its Overview.
#[track_caller]
fn sample(place: &Place) -> Program {
    let program = Program::start(place);
    program.click("button", "Explore the sample business");
    program.find("heading", "Overview");
    program.select("[data-figure=mrr_end]");
    program
}
