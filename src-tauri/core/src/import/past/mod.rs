//! What an import of the past did, as lists, and what taking it back would do.

mod problems;
mod rows;

pub(super) use problems::kept;
pub use problems::{ImportProblems, import_problems};
pub use rows::{ImportPart, ImportRows, import_page, import_rows};

use super::Kind;
use crate::Result;
use crate::store::{Counts, Outcome, Store};
use crate::voice::Voice;
use serde::Serialize;
use ts_rs::TS;

/// What taking an import back would do, worked out by doing it and rolling back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct UndoLook {
    /// Rows that go.
    pub removes: Vec<UndoCount>,
    /// Rows that get back what they held before.
    pub restores: Vec<UndoCount>,
    /// Rows that stay as they are because of later changes.
    pub stays: Vec<UndoCount>,
    /// It can be done again afterwards: not so many rows go that they would not be kept.
    pub redo: bool,
}

/// Rows of one sort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct UndoCount {
    /// "subscriptions"
    pub label: String,
    /// "1,284"
    pub count: String,
}

/// What taking a change back would do.
///
/// # Errors
/// As [`Store::undo`].
pub fn undo_look(store: &Store, change: i64, voice: &Voice) -> Result<UndoLook> {
    let outcome = store.undo_preview(change)?;
    let counts = |of: fn(&Counts) -> usize| counted(&outcome, of, voice);
    Ok(UndoLook {
        removes: counts(|counts| counts.removed),
        restores: counts(|counts| counts.restored),
        stays: counts(|counts| counts.kept),
        redo: i64::try_from(outcome.total().removed).is_ok_and(|n| n <= Store::KEPT_FOR_REDO),
    })
}

/// Counts by what people call the rows of a table; what has no name of its own together, last.
fn counted(outcome: &Outcome, of: fn(&Counts) -> usize, voice: &Voice) -> Vec<UndoCount> {
    let mut named = Vec::new();
    let mut others = 0;
    // That it was deleted is no entry of its own.
    for (table, counts) in outcome.tables.iter().filter(|(table, _)| *table != "deleted") {
        match (of(counts), kind_of(table)) {
            (0, _) => {}
            (count, Some(kind)) => named.push((count, kind)),
            (count, None) => others += count,
        }
    }
    let text = |count: usize| voice.count(i64::try_from(count).unwrap_or(i64::MAX));
    let line = |(count, kind): (usize, Kind)| UndoCount {
        label: voice.say(&format!("kind-{}", kind.code()), &[]),
        count: text(count),
    };
    let mut lines: Vec<UndoCount> = named.into_iter().map(line).collect();
    if others > 0 {
        let label = voice.say("import-other-entries", &[]);
        lines.push(UndoCount { label, count: text(others) });
    }
    lines
}

/// The kind whose rows a table holds.
fn kind_of(table: &str) -> Option<Kind> {
    match table {
        "account" => Some(Kind::Customers),
        table => Kind::from_code(&format!("{}s", table.replace('_', "-"))),
    }
}

/// The table that holds the rows of a kind.
fn table_of(kind: &str) -> String {
    match kind {
        "customers" => "account".to_owned(),
        kind => kind.trim_end_matches('s').replace('-', "_"),
    }
}
