//! The window while a large file comes in: it goes on, answers from what was there before, and
//! refuses other writes with a word.

use crate::driver::{Place, Program};
use holdfast_tests::repository;
use serde_json::Value;
use std::fmt::Write as _;

/// Rows of the file: some seconds even where nothing else runs.
const ROWS: usize = 120_000;
/// Milliseconds the window may stand still, or an answer may take. A machine of two cores that reads
/// and writes with both may take longer now and then: the page a small part of the time, the program
/// for few of its answers. Answers are counted, for they are asked for one after the other with
/// pauses between: all together take less than a second, of which a single late one is a large part.
const STILL: f64 = 100.0;
const SMALL_PART: f64 = 0.05;
const FEW: f64 = 0.1;
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
    let beats = Waits::of(&watched["beats"]);
    assert!(beats.longest < STUCK && beats.still < SMALL_PART * beats.all, "the page: {beats:?}");
    let answers = Waits::of(&watched["answers"]);
    assert!(answers.longest < STUCK, "the program: {answers:?}");
    assert!(answers.late < FEW * answers.count, "the program: {answers:?}");

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

/// Milliseconds that were waited, beside what a person does not notice.
#[derive(Debug)]
struct Waits {
    count: f64,
    late: f64,
    all: f64,
    still: f64,
    longest: f64,
}

impl Waits {
    fn of(times: &Value) -> Self {
        let times: Vec<f64> = times.as_array().unwrap().iter().filter_map(Value::as_f64).collect();
        let late: Vec<f64> = times.iter().copied().filter(|time| *time > STILL).collect();
        Self {
            count: times.len() as f64,
            late: late.len() as f64,
            all: times.iter().sum(),
            still: late.iter().sum(),
            longest: times.iter().copied().fold(0.0, f64::max),
        }
    }
}
