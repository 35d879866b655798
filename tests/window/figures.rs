//! What the Overview shows is what the terminal says about the same file.

use crate::driver::{Place, Program};
use crate::{sample, terminal};

/// Holds the Overview, which is open, against the workspace's file.
#[track_caller]
pub(crate) fn assert_overview(program: &Program, place: &Place) {
    let expected = terminal::focus(place);
    assert_eq!(expected["currency"], "EUR");
    assert_eq!(shown(program, "mrr_end"), terminal::euros(&expected["mrr_end"]));
    let customers = expected["customers_end"].as_i64().unwrap();
    assert_eq!(shown(program, "customers_end"), terminal::grouped(customers));
    for rate in ["retention_rate", "nrr_12"] {
        assert_eq!(shown(program, rate), terminal::percent(&expected[rate]), "{rate}");
    }
}

/// The text of a figure at the head of the view.
#[track_caller]
pub(crate) fn shown(program: &Program, figure: &str) -> String {
    program.text(&format!("[data-figure={figure}] .f b"))
}

#[test]
fn the_sample_shows_the_figures_the_terminal_gives_for_it() {
    let place = Place::new();
    let program = sample(&place);
    assert_overview(&program, &place);
    program.click("button", "How MRR, end of October is computed");
    program.find("dialog", "MRR, end of October 2026");
}
