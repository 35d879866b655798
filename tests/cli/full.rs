//! A disk that is full, or a file that may not grow: nothing is changed, nothing is left behind, and
//! it is said so.
#![cfg(unix)]

use crate::kinds::{SORTS, Sort};
use crate::program::{Desk, text};
use std::fs;
use std::process::Command;

/// Rows of what does not fit.
const ROWS: i64 = 20_000;
/// Bytes of the unit of `ulimit -f`.
const BLOCK: u64 = 512;

/// Runs the command where no file may grow beyond so many bytes; the signal that would end it is
/// ignored, as on a full disk there is none either.
fn limited(desk: &Desk, bytes: u64, arguments: &[&str]) -> (i32, String) {
    let command = desk.command(arguments);
    let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$@\"", bytes / BLOCK);
    let output = Command::new("sh")
        .args(["-c", &script, "sh"])
        .arg(command.get_program())
        .args(command.get_args())
        .current_dir(desk.path(""))
        .env_remove("LANG")
        .env_remove("LC_ALL")
        .output()
        .unwrap();
    (output.status.code().unwrap_or(-1), String::from_utf8(output.stderr).unwrap())
}

/// Names of the files, without the journal that an open workspace has.
fn files(desk: &Desk) -> Vec<String> {
    let mut files = desk.files();
    files.retain(|name| !name.ends_with("-wal") && !name.ends_with("-shm"));
    files
}

#[test]
fn an_import_that_does_not_fit_changes_nothing_and_says_why() {
    let (mut refused, mut taken) = (0, 0);
    for (number, sort) in SORTS.iter().enumerate() {
        let desk = Desk::small();
        let file = sort.file(&desk, ROWS);
        let imports = desk.json(&["imports"]);
        let before = files(&desk);
        let size = fs::metadata(desk.path("workspace.holdfast")).unwrap().len();
        let mut lacking = None;
        // Little room, more room, enough for all.
        for room in [1, 3 + number as u64, 800] {
            let import = ["import", text(&file), "--as", sort.kind];
            let (code, words) = limited(&desk, size + room * 16_384, &import);
            desk.run(&["check"]).expect_code(0);
            assert_eq!(files(&desk), before, "{}", sort.name);
            if code == 0 {
                taken += 1;
                desk.run(&["undo", &newest(&desk)]).expect_code(0);
                continue;
            }
            assert_eq!(code, 4, "{}: {words}", sort.name);
            assert!(words.contains("The disk is full. Nothing was lost."), "{words}");
            assert_eq!(desk.json(&["imports"]), imports, "{}", sort.name);
            refused += 1;
            lacking = lacking.or_else(|| missing(&words).map(|missing| (room, missing)));
        }
        let (room, missing) = lacking.unwrap_or_else(|| panic!("{}: not said", sort.name));
        goes_in_with(sort, room * 16_384, missing);
    }
    assert!(refused >= 10 && taken >= 5, "{refused} refused, {taken} taken");
}

/// With as much more as was said to be missing it goes in, and that is no number out of the air.
#[track_caller]
fn goes_in_with(sort: &Sort, room: u64, missing: u64) {
    let desk = Desk::small();
    let file = sort.file(&desk, ROWS);
    let size = fs::metadata(desk.path("workspace.holdfast")).unwrap().len();
    let import = ["import", text(&file), "--as", sort.kind];
    let (code, words) = limited(&desk, size + room + missing, &import);
    assert_eq!(code, 0, "{} with {missing} bytes more: {words}", sort.name);
    let needed = 2 * (fs::metadata(desk.path("workspace.holdfast")).unwrap().len() - size);
    assert!(missing < 2 * needed + 1_000_000, "{}: {missing} of {needed}", sort.name);
}

/// The number of the newest import.
fn newest(desk: &Desk) -> String {
    desk.json(&["imports"]).as_array().unwrap().last().unwrap()["import"].to_string()
}

/// The bytes a message says are missing, rounded up.
fn missing(words: &str) -> Option<u64> {
    let (_, rest) = words.split_once("About ")?;
    let (size, _) = rest.split_once(" more are needed")?;
    let (number, unit) = size.split_once(' ').unwrap();
    let number: u64 = number.replace(',', "").parse().unwrap();
    Some((number + 1) * if unit == "MB" { 1_000_000 } else { 1_000 })
}
