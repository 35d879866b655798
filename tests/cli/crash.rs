//! An import that is cancelled or one of many at once: everything of it is there, or nothing.

use crate::kinds::SORTS;
use crate::program::{Desk, text};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Stdio};

/// A change log long enough to be caught in the middle of.
fn long_log(desk: &Desk, rows: i64) -> PathBuf {
    SORTS[0].file(desk, rows)
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
