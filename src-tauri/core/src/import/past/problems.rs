//! What was wrong with the rows of an import, and which of them were left out.

use super::super::Field;
use super::super::cause::ProblemCause;
use super::super::problem::{Problem, Problems};
use super::rows::LISTED;
use crate::Result;
use crate::shown::{Cell, Row};
use crate::store::import_row;
use crate::voice::Voice;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Lines of a cause that are kept with an import: as many as a list shows.
const KEPT: usize = LISTED;

/// What was wrong with the rows of an import.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ImportProblems {
    /// By what is wrong.
    pub causes: Vec<ProblemCause>,
    /// Line by line, the first five hundred of each cause.
    pub problems: Vec<Problem>,
}

/// Problems as an import keeps them: in nobody's words yet.
#[derive(Serialize, Deserialize)]
struct Kept {
    problems: Problems,
    /// The column each field was read from.
    columns: BTreeMap<String, String>,
}

/// What an import keeps of its problems, as JSON.
pub(in crate::import) fn kept(
    problems: &Problems,
    columns: BTreeMap<String, String>,
) -> Option<String> {
    let kept = Kept { problems: problems.first(KEPT), columns };
    serde_json::to_string(&kept).ok()
}

/// What was wrong with the rows of an import; none where it kept nothing of that, as before this
/// version.
pub fn import_problems(
    conn: &Connection,
    change: i64,
    voice: &Voice,
) -> Result<Option<ImportProblems>> {
    let Some(kept) = Kept::read(conn, change)? else { return Ok(None) };
    let column = |field: Field| kept.columns.get(field.code()).cloned().unwrap_or_default();
    Ok(Some(ImportProblems {
        causes: kept.problems.causes(voice, column),
        problems: kept.problems.say(voice, column),
    }))
}

impl Kept {
    fn read(conn: &Connection, change: i64) -> Result<Option<Self>> {
        let Some(json) = import_row::problems(conn, change)? else { return Ok(None) };
        // A cause that only another version of the program knows makes the list one nobody can read.
        Ok(serde_json::from_str(&json).ok())
    }
}

/// The rows an import left out, by line, each with the first thing that is wrong with it: of each cause
/// those whose lines were kept. None where it was not kept.
pub(super) fn skipped(conn: &Connection, change: i64, voice: &Voice) -> Result<Option<Vec<Row>>> {
    let Some(Kept { problems, columns }) = Kept::read(conn, change)? else { return Ok(None) };
    let row = |problem: Problem| Row {
        key: problem.line.to_string(),
        cells: [problem.line.to_string(), problem.column, problem.value, problem.message]
            .map(|text| Cell { text, ..Cell::default() })
            .into(),
        open: None,
    };
    let column = |field: Field| columns.get(field.code()).cloned().unwrap_or_default();
    let left_out = problems.left_out().say(voice, column);
    Ok(Some(left_out.into_iter().map(row).collect()))
}
