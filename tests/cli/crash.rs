//! An import that is killed, cancelled or one of many at once: everything of it is there, or nothing.

use crate::program::{Desk, text};
use holdfast_core::store;
use holdfast_core::store::import_row::{self, Listed};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::time::Duration;

/// Rows of the import that is killed.
const ROWS: i64 = 4_000;

/// A change log long enough to be caught in the middle of.
fn long_log(desk: &Desk, rows: i64) -> PathBuf {
    let mut csv = "customer,date,status,plan,mrr,currency\n".to_owned();
    for row in 0..rows {
        let (customer, month, day) = (row / 3, row % 3 + 1, row % 28 + 1);
        let mrr = 10 + row % 90;
        writeln!(csv, "c{customer},2025-{month:02}-{day:02},active,Plan {},{mrr}.00,EUR", row % 7)
            .unwrap();
    }
    desk.file("long.csv", csv)
}

/// Small steps of chance, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

fn start(desk: &Desk, arguments: &[&str]) -> Child {
    let mut command = desk.command(arguments);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Waits until it has said this many lines of progress, or has ended.
fn wait_for_lines(child: &mut Child, lines: u64) -> BufReader<std::process::ChildStderr> {
    let mut words = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    for _ in 0..lines {
        if words.read_line(&mut line).unwrap() == 0 {
            break;
        }
    }
    words
}

/// Reads the file in this process: a hundred rounds of starting the program would take minutes.
fn reading(desk: &Desk) -> holdfast_core::Result<Vec<Listed>> {
    let conn = store::open_reading(&desk.path("workspace.holdfast"))?;
    assert_eq!(store::check(&conn)?, [], "not sound");
    import_row::all(&conn)
}

fn sound(desk: &Desk) {
    desk.run(&["check"]).expect_code(0);
}

/// What the workspace says of itself.
fn state(desk: &Desk) -> [Value; 2] {
    let metrics = desk.json(&["metrics", "--as-of", "2026-06-15", "--by", "quarter"]);
    let customers = desk.json(&["customers", "--as-of", "2026-06-15"]);
    [metrics, customers]
}

#[cfg(unix)]
#[test]
fn an_import_killed_anywhere_is_there_whole_or_not_at_all() {
    let desk = Desk::small();
    let long = long_log(&desk, ROWS);
    let import = ["import", text(&long), "--json", "--progress"];
    let before = state(&desk);

    // The whole course of it once: how often it tells of progress and how long it takes.
    let clock = std::time::Instant::now();
    let words = desk.run(&import).expect_code(0).words;
    let whole = u64::try_from(clock.elapsed().as_micros()).unwrap();
    let steps = u64::try_from(words.lines().count()).unwrap();
    let after = state(&desk);
    assert_ne!(before, after);
    let mut last = undo_last(&desk);
    assert_eq!(state(&desk), before);

    let mut dice = Dice(11);
    let (mut nothing, mut everything) = (0, 0);
    for round in 0..100 {
        let mut child = start(&desk, &import);
        // Every other time from a step of its progress on, otherwise anywhere in its course.
        let (lines, at_most) = match round % 2 {
            0 => (dice.below(steps + 1), whole / (steps + 1)),
            _ => (0, whole),
        };
        let words = wait_for_lines(&mut child, lines);
        std::thread::sleep(Duration::from_micros(dice.below(at_most + 1)));
        child.kill().unwrap();
        let mut acknowledged = String::new();
        child.stdout.take().unwrap().read_to_string(&mut acknowledged).unwrap();
        child.wait().unwrap();
        drop(words);

        let newest = reading(&desk).unwrap().pop().unwrap();
        if newest.import.change > last {
            assert_eq!(newest.import.new, ROWS, "in part: {newest:?}");
            everything += 1;
            last = undo_last(&desk);
        } else {
            assert_eq!(acknowledged, "", "acknowledged and lost");
            nothing += 1;
        }
    }
    assert_eq!(state(&desk), before);
    assert!(nothing > 10, "{nothing} stopped, {everything} came through: killed too late");
    desk.run(&import).expect_code(0);
    assert_eq!(state(&desk), after);
}

/// Undoes the newest import; gives its number.
fn undo_last(desk: &Desk) -> i64 {
    let imports = desk.json(&["imports"]);
    let number = imports.as_array().unwrap().last().unwrap()["import"].as_i64().unwrap();
    desk.run(&["undo", &number.to_string()]).expect_code(0);
    number
}

#[cfg(unix)]
#[test]
fn ctrl_c_cancels_an_import_and_changes_nothing() {
    let desk = Desk::small();
    let long = long_log(&desk, 60_000);
    let before = (state(&desk), desk.json(&["imports"]));
    let mut child = start(&desk, &["import", text(&long), "--progress", "--lang", "nl"]);
    let mut words = wait_for_lines(&mut child, 1);
    let interrupted = std::process::Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(interrupted.success());
    let mut rest = String::new();
    words.read_to_string(&mut rest).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130), "{rest}");
    assert!(rest.contains("Geannuleerd. Er is niets gewijzigd."), "{rest}");
    assert_eq!((state(&desk), desk.json(&["imports"])), before);
    sound(&desk);
}

#[test]
fn of_twenty_imports_at_once_one_writes() {
    let desk = Desk::with_workspace();
    let long = long_log(&desk, 30_000);
    let started: Vec<Child> =
        (0..20).map(|_| start(&desk, &["import", text(&long), "--json"])).collect();
    let mut wrote = 0;
    for child in started {
        let output = child.wait_with_output().unwrap();
        let words = String::from_utf8(output.stderr).unwrap();
        match output.status.code() {
            Some(3) => assert!(words.contains("open in another"), "{words}"),
            Some(0) => {
                let data: Value = serde_json::from_slice(&output.stdout).unwrap();
                // One that came when the writer had gone finds nothing new.
                wrote += i32::from(data[0]["new"] != json!(0));
            }
            code => panic!("{code:?}: {words}"),
        }
    }
    assert_eq!(wrote, 1);
    assert_eq!(desk.json(&["customers"]).as_array().unwrap().len(), 10_000);
    sound(&desk);
}

#[test]
fn reading_goes_on_beside_an_import() {
    let desk = Desk::small();
    let long = long_log(&desk, 30_000);
    let before = desk.json(&["customers"]);
    let mut child = start(&desk, &["import", text(&long), "--progress"]);
    let words = wait_for_lines(&mut child, 1);
    let during = desk.json(&["customers"]).as_array().unwrap().len();
    let all = before.as_array().unwrap().len();
    assert!(during == all || during == all + 10_000, "{during} of {all}");
    drop(words);
    child.wait().unwrap();
}
