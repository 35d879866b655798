//! What an import did, as the window shows it and `import --json` prints it.

use super::cause::ProblemCause;
use super::problem::Problem;
use crate::Result;
use crate::shown::Notice;
use crate::store::import_row::{self, Import, Listed};
use chrono::{DateTime, SecondsFormat};
use rusqlite::Connection;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// One import: counts of rows, where the fields came from, what was wrong.
/// `rows = new + changed + unchanged + skipped`.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ImportSummary {
    /// Its number, to undo it by; absent when it was only counted.
    pub import: Option<i64>,
    /// Name of the file.
    pub file: String,
    /// `subscriptions`
    pub kind: String,
    /// `stripe`, or empty.
    pub exporter: String,
    /// When: `2026-11-20T09:31:00Z`.
    pub at: String,
    /// Rows of the file.
    pub rows: i64,
    /// Rows that were not here before.
    pub new: i64,
    /// Rows that altered something.
    pub changed: i64,
    /// Rows that were here already.
    pub unchanged: i64,
    /// Rows that were left out.
    pub skipped: i64,
    /// It was taken back.
    pub undone: bool,
    /// Field to column; a value for all rows as `= value`.
    pub mapping: BTreeMap<String, String>,
    /// The first thousand problems of each cause, by line.
    pub problems: Vec<Problem>,
    /// The same by what is wrong, all of them.
    pub causes: Vec<ProblemCause>,
    /// How many rows were left out because something is wrong with them.
    pub errors: u64,
    /// How many rows were taken, or left out as known, and are worth a look.
    pub warnings: u64,
    /// How many things were guessed.
    pub guesses: u64,
    /// What the file cannot answer, and what was assumed.
    pub notices: Vec<Notice>,
}

impl ImportSummary {
    /// The counts of an import, without what only its run knows.
    pub fn of(import: Import) -> Self {
        Self {
            import: Some(import.change),
            file: import.file,
            kind: import.kind,
            exporter: import.exporter,
            at: String::new(),
            rows: import.rows,
            new: import.new,
            changed: import.changed,
            unchanged: import.unchanged,
            skipped: import.skipped,
            undone: false,
            mapping: import.mapping,
            problems: Vec::new(),
            causes: Vec::new(),
            errors: 0,
            warnings: 0,
            guesses: 0,
            notices: Vec::new(),
        }
    }
}

/// Every import of a workspace, oldest first, without problems and notices.
pub fn history(conn: &Connection) -> Result<Vec<ImportSummary>> {
    let listed = import_row::all(conn)?.into_iter();
    let summary = |listed: Listed| ImportSummary {
        at: instant(listed.at),
        undone: listed.undone,
        ..ImportSummary::of(listed.import)
    };
    Ok(listed.map(summary).collect())
}

/// An instant in UTC as text: `2026-11-20T09:31:00Z`.
pub fn instant(seconds: i64) -> String {
    let at = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
