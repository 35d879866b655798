//! The rows of an import as a list: those it added, altered, found as they are, left out.

use super::super::Field;
use super::problems::skipped;
use super::{kind_of, table_of};
use crate::Result;
use crate::model::{Currency, Day, Money};
use crate::shown::{Align, Cell, Column, Row, Table};
use crate::store::import_row;
use crate::store::trace::{self, Page, Trace, Values};
use crate::voice::Voice;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// Rows of a page of the window, and lines kept of each cause of a problem.
pub(super) const LISTED: usize = 500;
/// Values told of a new row.
const TOLD: usize = 6;

/// Rows of an import, as a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ImportRows {
    /// The rows of one page; `count` says how many there are.
    pub table: Table,
    /// "501 to 1,000 of 1,284"; none where these are all.
    pub more: Option<String>,
    /// Rows before the previous page; none on the first.
    pub before: Option<usize>,
    /// Rows before the next page; none on the last.
    pub after: Option<usize>,
    /// Which rows they were is known; an import of an earlier version did not keep that.
    pub kept: bool,
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
    /// Those that said what was there already.
    Unchanged,
    /// Those it left out.
    Skipped,
}

impl ImportPart {
    /// Every part, in the order they are counted.
    pub const ALL: [Self; 4] = [Self::New, Self::Changed, Self::Unchanged, Self::Skipped];

    /// Stable name: `new`.
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Unchanged => "unchanged",
            Self::Skipped => "skipped",
        }
    }
}

/// The rows of a part of an import, a page of the window: those after the first `skip`.
///
/// # Errors
/// `NoSuchChange` for a number that is no import's.
pub fn import_rows(
    conn: &Connection,
    change: i64,
    part: ImportPart,
    skip: usize,
    voice: &Voice,
) -> Result<ImportRows> {
    import_page(conn, change, part, Page { skip, most: LISTED }, voice)
}

/// The rows of a part of an import, a page as large as is wanted.
///
/// # Errors
/// `NoSuchChange` for a number that is no import's.
pub fn import_page(
    conn: &Connection,
    change: i64,
    part: ImportPart,
    page: Page,
    voice: &Voice,
) -> Result<ImportRows> {
    let listed = import_row::all(conn)?.into_iter().find(|one| one.import.change == change);
    let import = listed.ok_or(crate::Error::NoSuchChange { change })?.import;
    let table = table_of(&import.kind);
    let of_traces = |traces: &[Trace], count| {
        let rows = traces.iter().enumerate();
        let rows = rows.map(|(at, trace)| row(page.skip + at, trace, voice)).collect();
        list(&["who", "what", "values"], rows, count, page, voice)
    };
    match part {
        ImportPart::New => {
            let (traces, count) = trace::added(conn, change, &table, page)?;
            Ok(of_traces(&traces, count))
        }
        ImportPart::Changed => {
            let (traces, count) = trace::altered(conn, change, page)?;
            Ok(of_traces(&traces, count))
        }
        ImportPart::Unchanged => {
            let Some(same) = import_row::same(conn, change)? else {
                return Ok(nothing(import.unchanged, voice));
            };
            let traces = trace::of_rows(conn, &table, same.ids().skip(page.skip).take(page.most))?;
            Ok(of_traces(&traces, same.len()))
        }
        ImportPart::Skipped => {
            let Some(rows) = skipped(conn, change, voice)? else {
                return Ok(nothing(import.skipped, voice));
            };
            let (count, known) = (usize::try_from(import.skipped).unwrap_or_default(), rows.len());
            let rows = rows.into_iter().skip(page.skip).take(page.most).collect();
            let mut list = list(&["line", "column", "value", "cause"], rows, count, page, voice);
            // Of each cause only so many lines are kept.
            list.after = list.after.filter(|after| *after < known);
            Ok(list)
        }
    }
}

/// Nothing to list, because there is none or because it was not kept.
fn nothing(counted: i64, voice: &Voice) -> ImportRows {
    let page = Page { skip: 0, most: LISTED };
    ImportRows { kept: counted == 0, ..list(&[], Vec::new(), 0, page, voice) }
}

fn list(columns: &[&str], rows: Vec<Row>, count: usize, page: Page, voice: &Voice) -> ImportRows {
    let column = |key: &&str| Column {
        key: (*key).to_owned(),
        label: voice.say(&format!("import-list-{key}"), &[]),
        align: Align::Start,
        sortable: false,
    };
    let more = (count > rows.len()).then(|| {
        let number = |n: usize| voice.count(i64::try_from(n).unwrap_or(i64::MAX)).into();
        let (first, last) = (page.skip + 1, page.skip + rows.len());
        let args = [("first", number(first)), ("last", number(last)), ("count", number(count))];
        voice.say("import-rows-of", &args)
    });
    let last = page.skip + rows.len();
    let columns = columns.iter().map(column).collect();
    let table = Table { columns, rows, count, ..Table::default() };
    ImportRows {
        table,
        more,
        before: (page.skip > 0).then(|| page.skip.saturating_sub(page.most)),
        after: (last < count && last > page.skip).then_some(last),
        kept: true,
    }
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
    let values = if trace.now.is_empty() {
        voice.say("import-row-deleted", &[])
    } else if trace.altered.is_empty() {
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
