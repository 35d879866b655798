//! Surveys: answers typed in at speed by keys alone, read off at once, undone, and kept through a kill.

use crate::driver::{Key, Place, Program};
use crate::{sample, terminal};
use serde_json::Value;
use std::time::Instant;

/// How many answers of NPS there are in the wave of the sample's last day.
fn answers(place: &Place) -> i64 {
    nps(place)["answers"].as_i64().unwrap()
}

fn nps(place: &Place) -> Value {
    let told = terminal::ask(place, &["surveys"]);
    let is_it = |one: &&Value| one["kind"] == "nps" && one["view"] == "all";
    told.as_array().unwrap().iter().rfind(is_it).unwrap().clone()
}

/// The page where answers are typed, reached by keys, with the form in focus.
#[track_caller]
fn enter(program: &Program) {
    program.keys("gs");
    program.find("heading", "Surveys");
    program.tab_to("Enter");
    program.press(Key::Enter);
    program.find("heading", "Enter answers");
    program.wait_until("the form has the keyboard", || {
        program.script("return document.activeElement.matches('section.form')") == true
    });
}

#[track_caller]
fn wait_for_answers(program: &Program, place: &Place, count: i64) {
    program.wait_until(&format!("{count} answers"), || answers(place) == count);
}

#[test]
fn sixty_answers_are_typed_by_keys_alone_in_less_than_two_minutes() {
    let place = Place::new();
    let program = sample(&place);
    let before = answers(&place);
    enter(&program);
    let first = program.text("[data-person]");
    let next = char::from(Key::Enter);
    let begun = Instant::now();
    let scores = ["9", "10", "7", "3", "8", "10"];
    for score in scores.iter().cycle().take(60) {
        program.keys(&format!("{score}{next}"));
    }
    wait_for_answers(&program, &place, before + 60);
    assert!(begun.elapsed().as_secs() < 120, "took {:?}", begun.elapsed());
    assert_ne!(program.text("[data-person]"), first, "the next customer is asked");
    // What the window shows is what the terminal tells.
    let told = nps(&place);
    let score = told["score"].as_f64().unwrap().round();
    let shown = program.text("[data-headline] .hero").replace('\u{2212}', "-");
    assert_eq!(shown.parse::<f64>().unwrap(), score);
    let tens =
        "return [...document.querySelectorAll('[data-answer] .score b')].map((e) => e.innerText)";
    let recent = program.script(tens);
    assert_eq!(recent[0], "10");
    assert_eq!(recent[1], "8");
}

#[test]
fn an_answer_is_skipped_corrected_commented_and_undone_by_keys() {
    let place = Place::new();
    let program = sample(&place);
    let before = answers(&place);
    enter(&program);
    let person = program.text("[data-person]");
    program.keys("s");
    program.wait_until("the next customer", || program.text("[data-person]") != person);
    let next = char::from(Key::Enter);
    // A comment is typed with the letters that are keys elsewhere.
    program.keys(&format!("4cabs n{next}"));
    wait_for_answers(&program, &place, before + 1);
    program.see("“abs n”");
    let detractors = nps(&place)["detractors"].as_i64().unwrap();
    program.keys("b");
    program.find("heading", "Correct an answer");
    program.keys(&format!("9{next}"));
    program.wait_until("it is corrected", || {
        nps(&place)["detractors"].as_i64().unwrap() == detractors - 1
    });
    program.find("heading", "Enter answers");
    program.chord(Key::Control, 'z');
    program.see("The answers are as they were before.");
    assert_eq!(nps(&place)["detractors"].as_i64().unwrap(), detractors);
    program.chord(Key::Control, 'z');
    wait_for_answers(&program, &place, before);
    // By name, without a mouse.
    program.keys("n");
    program.wait_until("the name is asked", || program.focus().starts_with("combobox"));
    let name = program.script("return document.querySelector('[data-answer] .name').innerText");
    let name = name.as_str().unwrap().to_owned();
    program.keys(&name.chars().take(6).collect::<String>());
    program.select("[role=option]");
    program.press(Key::Enter);
    program.wait_until("a customer is chosen", || program.text("[data-person]") != "Anonymous");
    program.keys(&format!("10{next}"));
    wait_for_answers(&program, &place, before + 1);
}

#[test]
fn a_column_from_a_spreadsheet_is_looked_at_and_saved_in_one_step() {
    let place = Place::new();
    let program = sample(&place);
    let before = answers(&place);
    enter(&program);
    // The driver has no clipboard: the page is handed what one would hold.
    program.script(
        "const data = new DataTransfer();
         data.setData('text/plain', '9\\n10\\n11\\n3\\n');
         document.querySelector('textarea').dispatchEvent(
           new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))",
    );
    program.see("3 answers; lines left out: 1");
    program.wait_until("Enter saves", || program.focus().contains("Save answers"));
    program.press(Key::Enter);
    wait_for_answers(&program, &place, before + 3);
    program.chord(Key::Control, 'z');
    wait_for_answers(&program, &place, before);
}

#[test]
fn a_bar_opens_exactly_its_answers() {
    let place = Place::new();
    let program = sample(&place);
    program.go("#/surveys");
    program.find("heading", "NPS");
    let told = nps(&place);
    program.click_on(&program.select("ul li a.num"));
    let list = program.text("aside h2");
    assert!(list.contains("detractors"), "{list}");
    let count = told["detractors"].as_i64().unwrap();
    let shown = format!("{count} answers");
    program.see(&shown);
}

/// How many answers of a wave the page of waves has, as its score card says.
fn headline(program: &Program) -> String {
    program.text("[data-headline]")
}

#[test]
fn a_survey_and_a_wave_are_called_otherwise_deleted_and_brought_back() {
    let place = Place::new();
    let program = sample(&place);
    let before = terminal::ask(&place, &["surveys"]);
    program.go("#/surveys?survey=NPS&wave=2026-Q3");
    program.wait_until("the wave is shown", || program.shows("NPS, Q3 2026"));
    let shown = headline(&program);

    program.click("button", "Survey and question");
    let name = program.select("dialog input");
    program.click_on(&name);
    program.chord(Key::Control, 'a');
    program.keys("Recommendation");
    program.click("button", "Save survey");
    program.wait_until("the survey has its name", || program.shows("Recommendation, Q3 2026"));
    assert_eq!(headline(&program), shown, "its answers came along");

    program.click("button", "Wave and invitations");
    let name = program.select("dialog input");
    program.click_on(&name);
    program.chord(Key::Control, 'a');
    program.keys("Summer");
    program.click("button", "Save wave");
    program.wait_until("the wave has its name", || program.shows("Recommendation, Summer"));
    assert_eq!(headline(&program), shown, "its answers came along");
    let named = terminal::ask(&place, &["surveys"]);
    let is_named = |one: &Value| one["survey"] == "Recommendation" && one["wave"] == "Summer";
    assert_eq!(named.as_array().unwrap().iter().filter(|one| is_named(one)).count(), 2);

    // What goes is said before; it is offered back, and Ctrl+Z does the rest.
    program.click("button", "Wave and invitations");
    let takes = program.text("dialog .apart p");
    let held = named.as_array().unwrap().iter().find(|one| is_named(one)).unwrap();
    assert!(takes.contains(&format!("{} answers", held["answers"])), "{takes}");
    program.assert_accessible();
    program.click("button", "Delete wave");
    program.see("Deleted: Summer");
    let left = terminal::ask(&place, &["surveys"]);
    assert!(!left.as_array().unwrap().iter().any(is_named));
    let is_there = |name: &str| {
        let told = terminal::ask(&place, &["surveys"]);
        told.as_array()
            .unwrap()
            .iter()
            .any(|one| one["survey"] == "Recommendation" && one["wave"] == name)
    };
    program.chord(Key::Control, 'z');
    program.wait_until("the wave is there again", || is_there("Summer"));
    program.chord(Key::Control, 'z');
    program.wait_until("the wave is called as before", || is_there("2026-Q3"));
    program.chord(Key::Control, 'z');
    program.wait_until("all is as before", || terminal::ask(&place, &["surveys"]) == before);
}

#[test]
fn a_workspace_without_customers_takes_answers_nobody_is_named_for() {
    let place = Place::new();
    let program = Program::start(&place);
    program.click("button", "Import your CSV");
    program.click("textbox", "Name");
    program.keys("Papers");
    program.click("button", "Create workspace");
    program.find("heading", "Import");
    program.go("#/surveys");
    program.see("There are no surveys yet.");
    program.assert_accessible();
    program.click("button", "Type answers");
    program.find("heading", "Enter answers");
    program.wait_until("the form has the keyboard", || {
        program.script("return document.activeElement.matches('section.form')") == true
    });
    let next = char::from(Key::Enter);
    // The first one makes the survey; what is typed meanwhile counts as well.
    for _ in 0..10 {
        program.keys(&format!("9{next}"));
    }
    wait_for_answers(&program, &place, 10);
    program.go("#/surveys");
    program.wait_until("the score", || headline(&program).contains("+100"));
}

#[test]
fn a_customer_s_page_has_what_he_answered_and_what_became_of_it() {
    let place = Place::new();
    let program = sample(&place);
    enter(&program);
    let name = program.text("[data-person]");
    let next = char::from(Key::Enter);
    program.keys(&format!("3cExports fail{next}"));
    program.see("“Exports fail”");
    program.click("link", &name);
    program.find("heading", "Survey answers");
    program.see("detractor");
    program.see("“Exports fail”");
    program.click("button", "What became of the answer of 20 Nov 2026");
    program.wait_until("its history", || program.shows(": entered"));
    program.assert_accessible();
}

#[cfg(unix)]
#[test]
fn what_was_acknowledged_outlives_a_kill_of_the_window() {
    let place = Place::new();
    let program = sample(&place);
    let before = answers(&place);
    enter(&program);
    let next = char::from(Key::Enter);
    for _ in 0..10 {
        program.keys(&format!("9{next}"));
    }
    // Acknowledged is what stands in the list of what was entered.
    let numbers =
        "return [...document.querySelectorAll('[data-answer] .n')].map((e) => e.innerText)";
    let newest = || {
        let shown = program.script(numbers);
        shown[0].as_str().map_or(0, |text| text.replace(',', "").parse().unwrap_or(0))
    };
    program.wait_until("some are acknowledged", || newest() > before + 2);
    program.keys(&format!("9{next}8{next}"));
    let acknowledged: i64 = newest();
    kill(&place);
    drop(program);
    assert!(answers(&place) >= acknowledged, "{} of {acknowledged}", answers(&place));
    // It opens again and shows them. Where it was is remembered a little later than what was typed.
    let again = Program::start(&place);
    again.go("#/surveys");
    again.find("heading", "NPS");
}

/// Kills the program of this place as a power cut would.
#[cfg(unix)]
fn kill(place: &Place) {
    let home = place.workspace().ancestors().nth(2).unwrap().to_string_lossy().into_owned();
    for entry in std::fs::read_dir("/proc").unwrap().flatten() {
        let is_ours = |file: &str, text: &str| {
            let bytes = std::fs::read(entry.path().join(file)).unwrap_or_default();
            String::from_utf8_lossy(&bytes).contains(text)
        };
        if is_ours("comm", "holdfast") && is_ours("environ", &home) {
            let pid = entry.file_name().to_string_lossy().into_owned();
            assert!(
                std::process::Command::new("kill").args(["-9", &pid]).status().unwrap().success()
            );
        }
    }
}
