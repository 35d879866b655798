//! What an import of the past did, as lists, and what taking it back would do.

use super::cause::ProblemCause;
use super::problem::{Problem, Problems};
use super::{Field, Kind};
use crate::Result;
use crate::model::{Currency, Day, Money};
use crate::shown::{Align, Cell, Column, Row, Table};
use crate::store::import_row;
use crate::store::trace::{self, Trace, Values};
use crate::store::{Counts, Outcome, Store};
use crate::voice::Voice;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Rows of a list; how many there are is said.
const LISTED: usize = 500;
/// Values told of a new row.
const TOLD: usize = 6;
/// Lines of a cause that are kept with an import.
const KEPT: usize = 200;

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

/// What an import added or altered, as a list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ImportRows {
    /// The rows, the first five hundred of them.
    pub table: Table,
    /// "The first 500 of 1,284"; none where these are all.
    pub more: Option<String>,
}

/// What was wrong with the rows of an import.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ImportProblems {
    /// By what is wrong.
    pub causes: Vec<ProblemCause>,
    /// Line by line, the first two hundred of each cause.
    pub problems: Vec<Problem>,
}

/// Which rows of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum ImportPart {
    /// Those it added that are still there.
    New,
    /// Those it altered.
    Changed,
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
    for (table, counts) in &outcome.tables {
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

/// What an import added or altered.
pub fn import_rows(
    conn: &Connection,
    change: i64,
    part: ImportPart,
    voice: &Voice,
) -> Result<ImportRows> {
    let listed = import_row::all(conn)?.into_iter().find(|one| one.import.change == change);
    let first = listed.map_or_else(String::new, |one| table_of(&one.import.kind));
    let (traces, count) = match part {
        ImportPart::New => trace::added(conn, change, &first, LISTED)?,
        ImportPart::Changed => trace::altered(conn, change, LISTED)?,
    };
    let more = (count > traces.len()).then(|| {
        let number = |n: usize| voice.count(i64::try_from(n).unwrap_or(i64::MAX)).into();
        voice.say("import-first-of", &[("shown", number(traces.len())), ("count", number(count))])
    });
    let rows = traces.iter().enumerate().map(|(at, trace)| row(at, trace, voice)).collect();
    let column = |key: &str| Column {
        key: key.to_owned(),
        label: voice.say(&format!("import-list-{key}"), &[]),
        align: Align::Start,
        sortable: false,
    };
    let columns = ["who", "what", "values"].map(column).into();
    Ok(ImportRows { table: Table { columns, rows, count, ..Table::default() }, more })
}

fn row(at: usize, trace: &Trace, voice: &Voice) -> Row {
    let what = match kind_of(&trace.table) {
        Some(kind) => voice.say(&format!("kind-{}", kind.code()), &[]),
        None => voice.say("import-other-entries", &[]),
    };
    let name = |key: &str| trace.now.get(key).and_then(Value::as_str).map(str::to_owned);
    let who = match &trace.customer {
        Some((_, name)) => name.clone(),
        None if trace.table == "rate" => rate_of(&trace.now, voice),
        None => name("name").or_else(|| name("key")).unwrap_or_default(),
    };
    let values = if trace.altered.is_empty() {
        let empty = |value: &Value| matches!(value.as_i64(), Some(0)) || value.is_null();
        let mut now: Vec<_> = trace.now.iter().filter(|(_, value)| !empty(value)).collect();
        now.sort_by_key(|(column, _)| place(column));
        // The name stands in its own column already.
        let told = now.into_iter().filter(|(column, _)| *column != "name").filter_map(
            |(column, value)| {
                Some(format!(
                    "{} {}",
                    label(column, voice)?,
                    said(column, value, &trace.now, voice)?
                ))
            },
        );
        told.take(TOLD).collect::<Vec<_>>().join(" · ")
    } else {
        let told = trace.altered.iter().filter_map(|(column, before, after)| {
            let said = |value| said(column, value, &trace.now, voice).unwrap_or_else(|| "–".into());
            Some(format!("{} {} → {}", label(column, voice)?, said(before), said(after)))
        });
        told.collect::<Vec<_>>().join(" · ")
    };
    let cell = |text: String| Cell { text, ..Cell::default() };
    let open = trace.customer.as_ref().map(|(customer, _)| format!("/customers/{customer}"));
    Row { key: at.to_string(), cells: [who, what, values].map(cell).into(), open }
}

/// Which rate it is: "USD, 2 Jan 2026".
fn rate_of(row: &Values, voice: &Voice) -> String {
    let day = row.get("day").and_then(Value::as_i64).and_then(|day| i32::try_from(day).ok());
    let day = day.map(|day| voice.day(Day(day)));
    let currency = row.get("currency").and_then(Value::as_str).map(str::to_owned);
    [currency, day].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Where a column stands among the others: as the fields of files do.
fn place(column: &str) -> usize {
    let field = |field: &Field| field.code() == column;
    Field::ALL.iter().position(field).unwrap_or(Field::ALL.len())
}

/// What a column is called, where a field of a file stands for it.
fn label(column: &str, voice: &Voice) -> Option<String> {
    let field = match column {
        "day" => Field::Date,
        // The currency stands with its amounts.
        "customer" | "currency" => return None,
        column => Field::from_code(column)?,
    };
    Some(voice.say(&field.label_key(), &[]))
}

/// A value as people read it; none for what is empty or a number of our own making.
fn said(column: &str, value: &Value, row: &Values, voice: &Voice) -> Option<String> {
    let is_date = column == "day" || Field::from_code(column).is_some_and(Field::is_date);
    match value {
        Value::Number(number) if is_date => {
            let day = number.as_i64().and_then(|day| i32::try_from(day).ok())?;
            Some(voice.day(Day(day)))
        }
        Value::Number(number) => {
            let number = number.as_i64()?;
            let currency = row.get("currency").and_then(Value::as_str).and_then(Currency::parse);
            let is_money = ["amount", "mrr", "tax"].contains(&column);
            match currency.filter(|_| is_money) {
                Some(currency) => Some(voice.money_cents(Money::new(number, currency))),
                None => Some(voice.count(number)),
            }
        }
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        _ => None,
    }
}

/// Problems as an import keeps them: in nobody's words yet.
#[derive(Serialize, Deserialize)]
struct Kept {
    problems: Problems,
    /// The column each field was read from.
    columns: BTreeMap<String, String>,
}

/// What an import keeps of its problems, as JSON.
pub(super) fn kept(problems: &Problems, columns: BTreeMap<String, String>) -> Option<String> {
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
    let Some(json) = import_row::problems(conn, change)? else { return Ok(None) };
    // A cause that only another version of the program knows makes the list one nobody can read.
    let Ok(kept) = serde_json::from_str::<Kept>(&json) else { return Ok(None) };
    let column = |field: Field| kept.columns.get(field.code()).cloned().unwrap_or_default();
    Ok(Some(ImportProblems {
        causes: kept.problems.causes(voice, column),
        problems: kept.problems.say(voice, column),
    }))
}
