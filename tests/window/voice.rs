//! Language and theme change while one looks, and are there again at the next start.

use crate::driver::{Place, Program};
use crate::sample;

#[test]
fn language_and_theme_change_at_once_and_stay_with_the_place_after_a_restart() {
    let place = Place::new();
    let program = sample(&place);
    program.click("link", "Settings");
    for (language, code, heading) in [
        ("Nederlands", "nl", "Instellingen"),
        ("English", "en", "Settings"),
        ("Svenska", "sv", "Inställningar"),
    ] {
        program.click("button", language);
        program.find("heading", heading);
        assert_eq!(program.script("return document.documentElement.lang"), code);
    }
    for (theme, code) in [("Ljust", "light"), ("Mörkt", "dark")] {
        program.click_on(&program.see(theme));
        program.wait_until(theme, || worn(&program) == code);
    }
    program.click("link", "Bortfall");
    program.find("heading", "Bortfall");
    program.click_on(&program.select("figure button:nth-child(5)"));
    program.wait_until("a month is open", || program.route().starts_with("#/churn/2026-03"));
    let (route, heading) = (program.route(), heading(&program));
    wait_until_remembered(&program, &place, &route);
    drop(program);

    let again = Program::start(&place);
    again.find("heading", &heading);
    assert_eq!(again.route(), route);
    assert_eq!(again.script("return document.documentElement.lang"), "sv");
    assert_eq!(worn(&again), "dark");
    again.select("section.list tbody a.name");
}

fn heading(program: &Program) -> String {
    program.text("h1")
}

fn worn(program: &Program) -> String {
    let theme = program.script("return document.documentElement.dataset.theme ?? ''");
    theme.as_str().unwrap().to_owned()
}

/// The place is written a moment after one came to it.
#[track_caller]
fn wait_until_remembered(program: &Program, place: &Place, route: &str) {
    let route = route.trim_start_matches('#');
    program.wait_until("the place is written down", || {
        let files = std::fs::read_dir(place.home()).unwrap();
        files
            .flatten()
            .any(|file| std::fs::read_to_string(file.path()).is_ok_and(|text| text.contains(route)))
    });
}
