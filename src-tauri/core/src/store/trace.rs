//! What a change left in the tables, row by row: what it added and is still there, what it altered.

use super::write::{columns, tables};
use crate::{Error, Result};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Values by column.
pub type Values = Map<String, Value>;

/// A row a change touched.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// Its table.
    pub table: String,
    /// The row as it is now.
    pub now: Values,
    /// Of a row that was altered: each column that was, as it was before and after.
    pub altered: Vec<(String, Value, Value)>,
    /// The customer it is about, with a name to show.
    pub customer: Option<(i64, String)>,
}

/// Tables of this program's own making: no row of a file becomes one of theirs.
const OWN: [&str; 3] = ["source", "setting", "deleted"];

/// A part of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Rows before it.
    pub skip: usize,
    /// Rows on it, at most.
    pub most: usize,
}

/// Rows a change added, those of the table `first` before all others, and how many there are; what
/// was removed meanwhile is not among them.
pub fn added(
    conn: &Connection,
    change: i64,
    first: &str,
    page: Page,
) -> Result<(Vec<Trace>, usize)> {
    let sql = "SELECT tbl, first_id, last_id FROM added WHERE change = ?1
               ORDER BY tbl <> ?2, tbl, first_id";
    let mut statement = conn.prepare_cached(sql)?;
    let range = |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?));
    let ranges: Vec<(String, i64, i64)> =
        statement.query_map(params![change, first], range)?.collect::<rusqlite::Result<_>>()?;
    let known = tables(conn)?;
    let (mut found, mut count, mut skip) = (Vec::new(), 0, page.skip);
    for (table, from, to) in ranges {
        if OWN.contains(&table.as_str()) || !known.contains(&table) {
            continue;
        }
        let sql = format!("SELECT count(*) FROM {table} WHERE id BETWEEN ?1 AND ?2");
        let here: i64 = conn.prepare(&sql)?.query_row([from, to], |row| row.get(0))?;
        let here = usize::try_from(here).unwrap_or_default();
        count += here;
        let passed = skip.min(here);
        skip -= passed;
        let left = number(page.most.saturating_sub(found.len()));
        let sql = format!(
            "SELECT id FROM {table} WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT ?3 OFFSET ?4"
        );
        let mut statement = conn.prepare(&sql)?;
        for id in
            statement.query_map([from, to, left, number(passed)], |row| row.get::<_, i64>(0))?
        {
            found.extend(trace(conn, &table, id?, Vec::new())?);
        }
    }
    Ok((found, count))
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Rows a change altered, and how many there are.
pub fn altered(conn: &Connection, change: i64, page: Page) -> Result<(Vec<Trace>, usize)> {
    let condition = "log.change = ?1 AND op = 'update' AND tbl NOT IN ('source', 'setting')";
    let count: i64 = conn
        .prepare_cached(&format!("SELECT count(*) FROM log WHERE {condition}"))?
        .query_row([change], |row| row.get(0))?;
    let sql = format!(
        "SELECT id, tbl, row, old FROM log WHERE {condition} ORDER BY id LIMIT ?2 OFFSET ?3"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([change, number(page.most), number(page.skip)])?;
    let known = tables(conn)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (entry, table, id): (i64, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if known.contains(&table) {
            let old = row.get::<_, Option<String>>(3)?;
            let old = old.map(|old| parse(&old)).transpose()?.unwrap_or_default();
            let altered = after(conn, entry, &table, id, old)?;
            found.extend(trace(conn, &table, id, altered)?);
        }
    }
    Ok((found, usize::try_from(count).unwrap_or_default()))
}

/// The rows a change added, altered or took away, and those that undoing it took away: table and id.
/// None where there are more than so many.
pub fn touched(
    conn: &Connection,
    change: i64,
    most: usize,
) -> Result<Option<BTreeSet<(String, i64)>>> {
    let mut statement = conn.prepare_cached(
        "SELECT tbl, first_id, last_id FROM added WHERE change = ?1
         UNION ALL SELECT tbl, row, row FROM log WHERE change = ?1
         UNION ALL SELECT tbl, row, row FROM removed WHERE change = ?1",
    )?;
    let mut rows = statement.query([change])?;
    let mut touched = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let (table, from, to): (String, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let span = usize::try_from(to.saturating_sub(from)).unwrap_or(usize::MAX);
        if span >= most {
            return Ok(None);
        }
        touched.extend((from..=to).map(|id| (table.clone(), id)));
        if touched.len() > most {
            return Ok(None);
        }
    }
    Ok(Some(touched))
}

/// These rows of a table as they are now; one that is gone holds nothing.
pub fn of_rows(
    conn: &Connection,
    table: &str,
    ids: impl Iterator<Item = i64>,
) -> Result<Vec<Trace>> {
    let gone = || Trace {
        table: table.to_owned(),
        now: Values::new(),
        altered: Vec::new(),
        customer: None,
    };
    ids.map(|id| Ok(trace(conn, table, id, Vec::new())?.unwrap_or_else(gone))).collect()
}

/// Each altered column before and after: what the next change of it found, or what is there now.
fn after(
    conn: &Connection,
    entry: i64,
    table: &str,
    id: i64,
    old: Values,
) -> Result<Vec<(String, Value, Value)>> {
    let sql = "SELECT old FROM log JOIN change ON change.id = log.change
               WHERE tbl = ?1 AND row = ?2 AND log.id > ?3 AND undone = 0 AND old IS NOT NULL
               ORDER BY log.id";
    let mut statement = conn.prepare_cached(sql)?;
    let later = statement.query_map(params![table, id, entry], |row| row.get::<_, String>(0))?;
    let mut states = Vec::new();
    for old in later {
        states.push(parse(&old?)?);
    }
    states.extend(row(conn, table, id)?);
    let value = |column: &str| {
        states.iter().find_map(|state| state.get(column).cloned()).unwrap_or(Value::Null)
    };
    Ok(old.into_iter().map(|(column, old)| (column.clone(), old, value(&column))).collect())
}

fn trace(
    conn: &Connection,
    table: &str,
    id: i64,
    altered: Vec<(String, Value, Value)>,
) -> Result<Option<Trace>> {
    let Some(mut now) = row(conn, table, id)? else { return Ok(None) };
    let account =
        if table == "account" { Some(id) } else { now.get("account").and_then(Value::as_i64) };
    let customer = account.map(|account| customer(conn, account)).transpose()?.flatten();
    if let Some(plan) = now.get("plan").and_then(Value::as_i64) {
        let sql = "SELECT coalesce(name, key) FROM plan WHERE id = ?1";
        let name: Option<String> =
            conn.prepare_cached(sql)?.query_row([plan], |row| row.get(0)).optional()?;
        now.insert("plan".to_owned(), name.map_or(Value::Null, Value::String));
    }
    Ok(Some(Trace { table: table.to_owned(), now, altered, customer }))
}

fn customer(conn: &Connection, account: i64) -> Result<Option<(i64, String)>> {
    let sql = "SELECT customer, coalesce(nullif(name, ''), nullif(email, ''), key)
               FROM account WHERE id = ?1";
    let found = conn
        .prepare_cached(sql)?
        .query_row([account], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found)
}

/// The customer a change made by hand is about, with a name to show: of the first row it added, else
/// of the first it altered or deleted. Without a number for one who is gone.
pub fn about(conn: &Connection, change: i64) -> Result<Option<(Option<i64>, String)>> {
    let sql = "SELECT tbl, first_id, NULL FROM added WHERE change = ?1
                 AND tbl NOT IN ('source', 'setting', 'plan', 'deleted')
               UNION ALL
               SELECT tbl, row, old FROM (SELECT * FROM log WHERE change = ?1 ORDER BY id LIMIT 1)
               UNION ALL
               SELECT tbl, row, old FROM (SELECT * FROM removed WHERE change = ?1 LIMIT 1)
               LIMIT 1";
    let mut statement = conn.prepare_cached(sql)?;
    let found: Option<(String, i64, Option<String>)> = statement
        .query_row([change], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((table, id, old)) = found else { return Ok(None) };
    if !tables(conn)?.contains(&table) {
        return Ok(None);
    }
    let now = row(conn, &table, id)?;
    let old = old.map(|old| parse(&old)).transpose()?;
    let of = |column: &str| {
        let values = now.iter().chain(&old);
        values.filter_map(|values| values.get(column)).find_map(Value::as_i64)
    };
    let account = match table.as_str() {
        "account" => Some(id),
        "bond" => of("one"),
        _ => of("account").or_else(|| of("referrer")),
    };
    let Some(account) = account else { return Ok(None) };
    match customer(conn, account)? {
        Some((customer, name)) => Ok(Some((Some(customer), name))),
        None => Ok(gone(conn, account)?.map(|name| (None, name))),
    }
}

/// What an account that was deleted was called.
fn gone(conn: &Connection, account: i64) -> Result<Option<String>> {
    let sql =
        "SELECT coalesce(nullif(old ->> 'name', ''), nullif(old ->> 'email', ''), old ->> 'key')
               FROM log WHERE tbl = 'account' AND row = ?1 AND op = 'delete'
               ORDER BY id DESC LIMIT 1";
    Ok(conn.prepare_cached(sql)?.query_row([account], |row| row.get(0)).optional()?.flatten())
}

/// The columns of a row that somebody corrected by hand, each with what its file last said of it.
pub fn corrected(conn: &Connection, table: &str, id: i64) -> Result<Values> {
    let sql = "SELECT kind, old FROM log JOIN change ON change.id = log.change
               WHERE tbl = ?1 AND row = ?2 AND op = 'update' AND undone = 0 AND old IS NOT NULL
               ORDER BY log.id";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params![table, id])?;
    let mut before = Values::new();
    while let Some(row) = rows.next()? {
        let by_hand = row.get::<_, String>(0)? == "edit";
        for (column, old) in parse(&row.get::<_, String>(1)?)? {
            if by_hand {
                before.entry(column).or_insert(old);
            } else {
                // A file has said something new since.
                before.remove(&column);
            }
        }
    }
    Ok(before)
}

/// A row as it is now; `None` where there is none.
pub fn row(conn: &Connection, table: &str, id: i64) -> Result<Option<Values>> {
    let pairs: Vec<String> =
        columns(conn, table)?.iter().map(|column| format!("'{column}', {column}")).collect();
    let sql = format!("SELECT json_object({}) FROM {table} WHERE id = ?1", pairs.join(", "));
    let json: Option<String> =
        conn.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?;
    json.map(|json| parse(&json)).transpose()
}

fn parse(json: &str) -> Result<Values> {
    serde_json::from_str(json).map_err(|error| Error::Damaged { details: format!("log: {error}") })
}
