//! The window while a large file comes in: it goes on, answers from what was there before, and
//! refuses other writes with a word.

use crate::driver::{Place, Program};
use holdfast_tests::repository;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Rows of the file: some seconds even where nothing else runs.
const ROWS: usize = 120_000;
/// Milliseconds the window may stand still; a machine of two cores that reads and writes with both
/// may take longer now and then, and that is a small part of the time.
const STILL: f64 = 100.0;
const SMALL_PART: f64 = 0.05;
/// What no machine takes that is merely busy.
const STUCK: f64 = 400.0;

/// Beats every ten milliseconds, and asks the program for its state over and over.
const WATCH: &str = "
    const watch = window.watch = { on: true, beats: [], answers: [], customers: [] };
    let last = performance.now();
    const beat = () => {
      const now = performance.now();
      watch.beats.push(now - last);
      last = now;
      if (watch.on) setTimeout(beat, 10);
    };
    beat();
    const ask = async () => {
      while (watch.on) {
        const begun = performance.now();
        const state = await window.__TAURI_INTERNALS__.invoke('state');
        watch.answers.push(performance.now() - begun);
        watch.customers.push(state.workspace.customers);
        await new Promise((done) => setTimeout(done, 20));
      }
    };
    void ask();
";

/// Tries to set a rate meanwhile: the refusal, or nothing.
const WRITE: &str = "
    const done = arguments[0];
    const typed = { currency: 'SEK', day: '2025-01-01', rate: '0.09', insteadOf: null };
    window.__TAURI_INTERNALS__.invoke('save_rate', { typed }).then(() => done(null), done);
";

fn list() -> String {
    let mut csv = "id,customer,plan,amount,currency,interval,start,status\n".to_owned();
    for n in 0..ROWS {
        let day = n % 28 + 1;
        writeln!(csv, "b{n},bulk{n},Pro,29.00,EUR,month,2025-01-{day:02},active").unwrap();
    }
    csv
}

#[test]
fn the_window_goes_on_while_a_large_file_comes_in() {
    let place = Place::new();
    let program = Program::start(&place);
    program.click("button", "Import your CSV");
    program.click("textbox", "Name");
    program.keys("Busy");
    program.click("button", "Create workspace");
    place.answer_dialog(&repository("tests/fixtures/stripe").join("subscriptions_all.csv"));
    program.click("button", "Choose file");
    bring_in(&program);
    program.find("heading", "Imported");

    place.answer_dialog(&place.file("large.csv", list()));
    program.click("button", "Choose another file");
    program.see("large.csv");
    program.script(WATCH);
    bring_in(&program);
    program.find("button", "Cancel import");
    program.wait_until("rows are read", || program.shows("rows a second"));
    let refusal = program.answer(WRITE);
    program.find("heading", "Imported");
    let watched = program.script("watch.on = false; return watch");

    assert_eq!(refusal["code"], "write_busy", "{refusal}");
    let word = refusal["message"].as_str().unwrap();
    assert!(word.contains("An import is still running."), "{word}");
    let customers = watched["customers"].as_array().unwrap();
    let (before, after) = (&customers[0], customers.last().unwrap());
    let old = customers.iter().filter(|one| *one == before).count();
    assert!(old > 20, "answered {old} times from before, of {}", customers.len());
    assert_ne!(before, after, "and from all of it when it is done");
    went_on("the page", &watched["beats"]);
    went_on("the program", &watched["answers"]);

    // A page that does stand still is seen.
    let held =
        "watch.on = true; const until = performance.now() + 500; let last = performance.now();
        watch.beats = []; setTimeout(() => watch.beats.push(performance.now() - last), 10);
        while (performance.now() < until); return null";
    program.script(held);
    let stuck = || program.script("return watch.beats")[0].as_f64();
    assert!(program.wait_for("a beat", stuck) > STUCK);
}

#[track_caller]
fn bring_in(program: &Program) {
    program.find("heading", "First rows");
    program.click("button", "Import this file");
}

/// Holds these milliseconds to what a person does not notice.
#[track_caller]
fn went_on(who: &str, times: &Value) {
    let times: Vec<f64> = times.as_array().unwrap().iter().filter_map(Value::as_f64).collect();
    let all: f64 = times.iter().sum();
    let still: f64 = times.iter().filter(|time| **time > STILL).sum();
    let longest = times.iter().copied().fold(0.0, f64::max);
    let said = json!({ "all": all, "still": still, "longest": longest });
    assert!(longest < STUCK && still < SMALL_PART * all, "{who} stood still: {said}");
}
