//! An import, an undo or an answer typed in that is killed: all of it is there, or nothing, whichever
//! kind of file and wherever it was.
//!
//! A place is a step of its own progress, or the moment at which the journal (commit) or the
//! workspace itself (checkpoint) is written; only some are a moment by the clock.
#![cfg(unix)]

use crate::kinds::{SORTS, Sort};
use crate::program::{Desk, text};
use holdfast_core::store::import_row::{self, Listed};
use holdfast_core::store::{self, Connection, answer};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Stdio};
use std::time::{Duration, Instant, SystemTime};

/// Rounds on one workspace.
const TURNS: usize = 100;
/// Rows of what is killed.
const ROWS: i64 = 4_000;

/// Where it is killed.
#[derive(Clone, Copy, Debug)]
enum Place {
    /// After so many lines of progress: while it parses and inserts.
    Step(u64),
    /// When the journal is written.
    Commit,
    /// When the workspace itself is.
    Checkpoint,
    /// At any moment of its course.
    Moment(Duration),
}

/// Small steps of chance, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }

    /// The next place of `turn`, for something that takes this long and tells so many steps.
    fn place(&mut self, turn: u64, steps: u64, whole: Duration) -> Place {
        match turn % 4 {
            0 => Place::Step(self.below(steps + 1)),
            1 => Place::Commit,
            2 => Place::Checkpoint,
            _ => Place::Moment(whole.mul_f64(self.below(1_000) as f64 / 1_000.0)),
        }
    }
}

/// A workspace to kill in.
struct Ground {
    desk: Desk,
    /// The newest import, undone or not.
    last: i64,
}

impl Ground {
    fn new() -> Self {
        let desk = Desk::small();
        let last = listed(&desk).pop().unwrap().import.change;
        Self { desk, last }
    }

    fn file(&self) -> PathBuf {
        self.desk.path("workspace.holdfast")
    }

    fn journal(&self) -> PathBuf {
        self.desk.path("workspace.holdfast-wal")
    }

    /// Runs a command until the place is reached and kills it there. What it had said by then.
    fn kill(&self, arguments: &[&str], place: Place) -> String {
        self.killed(arguments, place).0
    }

    /// The same with what it had said in words, as far as that was not waited for.
    fn killed(&self, arguments: &[&str], place: Place) -> (String, String) {
        let mut command = self.desk.command(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut words = BufReader::new(child.stderr.take().unwrap());
        match place {
            Place::Step(lines) => wait_for_lines(&mut words, lines),
            Place::Commit | Place::Checkpoint => {
                // Only what tells steps has begun to write when it has told one.
                if arguments.contains(&"--progress") {
                    wait_for_lines(&mut words, 1);
                }
                let commit = matches!(place, Place::Commit);
                wait_for_write(&mut child, &if commit { self.journal() } else { self.file() });
            }
            Place::Moment(time) => std::thread::sleep(time),
        }
        child.kill().unwrap();
        let mut said = String::new();
        child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
        child.wait().unwrap();
        let mut rest = String::new();
        words.read_to_string(&mut rest).unwrap();
        (said, rest)
    }

    /// Rows of a table, after looking that the file is sound. In this process: to start the program a
    /// hundred times more would take minutes.
    fn rows(&self, table: &str) -> i64 {
        let conn = reading(&self.desk);
        // Whether all of them would be known again is looked at there, too.
        assert_eq!(store::check(&conn).unwrap(), [], "not sound");
        conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
    }

    fn undo_last(&mut self) {
        self.last = listed(&self.desk).pop().unwrap().import.change;
        self.desk.run(&["undo", &self.last.to_string()]).expect_code(0);
    }

    /// Imports the file once: how many steps it tells and how long it takes.
    fn whole(&mut self, import: &[&str]) -> (u64, Duration) {
        let clock = Instant::now();
        let words = self.desk.run(import).expect_code(0).words;
        (words.lines().count() as u64, clock.elapsed())
    }
}

fn wait_for_lines(words: &mut BufReader<ChildStderr>, lines: u64) {
    let mut line = String::new();
    for _ in 0..lines {
        if words.read_line(&mut line).unwrap() == 0 {
            return;
        }
    }
}

/// Until the file is written to.
fn wait_for_write(child: &mut Child, path: &Path) {
    let before = written(path);
    while written(path) == before && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
}

fn written(path: &Path) -> Option<(SystemTime, u64)> {
    let found = fs::metadata(path).ok()?;
    Some((found.modified().unwrap(), found.len()))
}

fn reading(desk: &Desk) -> Connection {
    store::open_reading(&desk.path("workspace.holdfast")).unwrap()
}

fn listed(desk: &Desk) -> Vec<Listed> {
    import_row::all(&reading(desk)).unwrap()
}

/// What the workspace says of itself.
fn state(desk: &Desk) -> [Value; 2] {
    let metrics = desk.json(&["metrics", "--as-of", "2026-06-15", "--by", "quarter"]);
    let customers = desk.json(&["customers", "--as-of", "2026-06-15"]);
    [metrics, customers]
}

/// Rounds of killed imports, in turn of every kind.
fn killed_imports(rounds: u64) {
    let mut dice = Dice(11);
    let (mut nothing, mut everything) = (0, 0);
    for (number, sort) in (0_u64..).zip(&SORTS) {
        let mine = (0..rounds).filter(|round| round % SORTS.len() as u64 == number);
        let turns: Vec<u64> = (number..).zip(mine).map(|(turn, _)| turn).collect();
        // What is taken back stays in the file: on the same ground every round would take longer.
        for turns in turns.chunks(TURNS) {
            let mut ground = Ground::new();
            let before = state(&ground.desk);
            let rows = ground.rows(sort.table);
            let file = sort.file(&ground.desk, ROWS);
            let import = ["import", text(&file), "--as", sort.kind, "--json", "--progress"];
            let (steps, whole) = ground.whole(&import);
            assert_eq!(ground.rows(sort.table), rows + ROWS, "{}", sort.name);
            ground.undo_last();
            assert_eq!(state(&ground.desk), before, "{}", sort.name);
            for turn in turns {
                let place = dice.place(*turn, steps, whole);
                let said = ground.kill(&import, place);
                if came_through(&mut ground, sort, rows, &said, place) {
                    everything += 1;
                } else {
                    nothing += 1;
                }
            }
            assert_eq!(state(&ground.desk), before, "{}", sort.name);
            ground.whole(&import);
            assert_eq!(ground.rows(sort.table), rows + ROWS, "{}", sort.name);
        }
    }
    assert!(nothing > rounds / 4, "{nothing} stopped, {everything} came through: killed too late");
    assert!(everything > 0, "none came through: killed too early");
}

/// Whether all of a killed import is there; it is taken back then. A part of it never is.
fn came_through(ground: &mut Ground, sort: &Sort, rows: i64, said: &str, place: Place) -> bool {
    let found = ground.rows(sort.table);
    let newest = listed(&ground.desk).pop().unwrap();
    if newest.import.change <= ground.last {
        assert_eq!(said, "", "{} at {place:?}: acknowledged and lost", sort.name);
        assert_eq!(found, rows, "{} at {place:?}: in part", sort.name);
        return false;
    }
    assert_eq!(newest.import.new, ROWS, "{} at {place:?}: in part", sort.name);
    assert_eq!(found, rows + ROWS, "{} at {place:?}: in part", sort.name);
    ground.undo_last();
    true
}

/// Rounds of killed undoing, in turn of every kind.
fn killed_undoing(rounds: u64) {
    let mut dice = Dice(12);
    let (mut nothing, mut everything) = (0, 0);
    for (number, sort) in (0_u64..).zip(&SORTS) {
        let mut ground = Ground::new();
        let rows = ground.rows(sort.table);
        let file = sort.file(&ground.desk, ROWS);
        let import = ["import", text(&file), "--as", sort.kind, "--json", "--progress"];
        let (_, whole) = ground.whole(&import);
        let mine = (0..rounds).filter(|round| round % SORTS.len() as u64 == number);
        for (turn, _) in (number..).zip(mine) {
            let newest = listed(&ground.desk).pop().unwrap();
            let undo = ["undo", &newest.import.change.to_string()];
            // It tells no steps: a moment, or the first write.
            let place = match dice.place(turn, 0, whole / 2) {
                Place::Step(_) => Place::Moment(Duration::ZERO),
                place => place,
            };
            ground.kill(&undo, place);
            let found = ground.rows(sort.table);
            if listed(&ground.desk).pop().unwrap().undone {
                assert_eq!(found, rows, "{} at {place:?}: undone in part", sort.name);
                everything += 1;
                ground.whole(&import);
                assert_eq!(ground.rows(sort.table), rows + ROWS, "{}: comes again", sort.name);
            } else {
                assert_eq!(found, rows + ROWS, "{} at {place:?}: undone in part", sort.name);
                nothing += 1;
            }
        }
    }
    assert!(nothing > 0 && everything > 0, "{nothing} stopped, {everything} came through");
}

/// Rounds of killed entries. After each of them the answers that came through are exactly those
/// that came through before, and this one if it did; it did if that was said.
fn killed_answers(rounds: u64) {
    let mut dice = Dice(13);
    let ground = Ground::new();
    let key = ground.desk.json(&["customers"])[0]["key"].as_str().unwrap().to_owned();
    let arguments = |comment: &str| -> Vec<String> {
        let named = ["answer", "--survey", "NPS", "--score", "9", "--customer", &key];
        [&named[..], &["--comment", comment]].concat().into_iter().map(str::to_owned).collect()
    };
    let first = arguments("round 0");
    let clock = Instant::now();
    ground.desk.run(&first.iter().map(String::as_str).collect::<Vec<_>>()).expect_code(0);
    let whole = clock.elapsed();
    let mut kept: Vec<String> = vec!["round 0".to_owned()];
    let (mut nothing, mut everything, mut unheard) = (0, 0, 0);
    for round in 1..=rounds {
        let comment = format!("round {round}");
        // It tells no steps: a moment, or the first write.
        let place = match dice.place(round, 0, whole) {
            Place::Step(_) => Place::Moment(whole.mul_f64(dice.below(1_000) as f64 / 1_000.0)),
            place => place,
        };
        let entered = arguments(&comment);
        let entered: Vec<&str> = entered.iter().map(String::as_str).collect();
        let (_, words) = ground.killed(&entered, place);
        let acknowledged = words.contains("Saved");
        let found = answers(&ground.desk);
        let is_there = found.contains(&comment);
        assert!(is_there || !acknowledged, "{place:?}: acknowledged and lost: {words}");
        if is_there {
            kept.push(comment);
            everything += 1;
            unheard += i32::from(!acknowledged);
        } else {
            nothing += 1;
        }
        assert_eq!(found, kept, "{place:?}: another answer than those that came through");
    }
    assert_eq!(ground.rows("answer"), i64::try_from(kept.len()).unwrap());
    eprintln!("{nothing} stopped, {everything} came through, {unheard} of them unheard");
    assert!(nothing > i64::try_from(rounds / 8).unwrap(), "{nothing} stopped: killed too late");
    assert!(everything > 0, "none came through: killed too early");
}

/// The comments of every answer in the order of entry; each is whole, and the file is sound.
fn answers(desk: &Desk) -> Vec<String> {
    let conn = reading(desk);
    assert_eq!(store::check(&conn).unwrap(), [], "not sound");
    let all = answer::all(&conn).unwrap();
    let comment = |(_, one): (i64, answer::Answer)| {
        assert_eq!((one.score, one.survey.as_str()), (Some(9), "NPS"), "in part");
        assert!(one.account.is_some(), "in part");
        one.comment.unwrap()
    };
    all.into_iter().map(comment).collect()
}

#[test]
fn a_hundred_imports_killed_anywhere_are_there_whole_or_not_at_all() {
    killed_imports(100);
}

#[test]
fn an_undo_killed_anywhere_is_done_whole_or_not_at_all() {
    killed_undoing(24);
}

#[test]
fn a_hundred_answers_killed_anywhere_are_there_when_they_were_acknowledged() {
    killed_answers(100);
}

#[test]
#[ignore = "minutes: make test-long"]
fn five_thousand_answers_killed_anywhere_are_there_when_they_were_acknowledged() {
    killed_answers(5_000);
}

#[test]
#[ignore = "half an hour: make test-long"]
fn five_thousand_imports_killed_anywhere_are_there_whole_or_not_at_all() {
    killed_imports(5_000);
}

#[test]
#[ignore = "minutes: make test-long"]
fn five_hundred_undone_imports_killed_anywhere_are_undone_whole_or_not_at_all() {
    killed_undoing(500);
}
