//! Rows of any table as JSON objects, in and out.

use super::shape::Table;
use crate::{Error, Result};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::{Map, Value};

/// Values by column.
pub(super) type Values = Map<String, Value>;

/// The SQL that makes a JSON object of a row.
pub(super) fn object(table: &Table) -> String {
    let pairs: Vec<String> = table.columns.iter().map(|c| format!("'{c}', {c}")).collect();
    format!("json_object({})", pairs.join(", "))
}

/// The SQL that takes the columns out of a JSON object.
pub(super) fn extracted(table: &Table, json: &str) -> String {
    let columns = table.columns.iter();
    columns.map(|c| format!("json_extract({json}, '$.{c}')")).collect::<Vec<_>>().join(", ")
}

pub(super) fn read(conn: &Connection, table: &Table, id: i64) -> Result<Option<Values>> {
    let sql = format!("SELECT {} FROM {} WHERE id = ?1", object(table), table.name);
    let json: Option<String> =
        conn.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?;
    json.map(|json| parse(&json)).transpose()
}

pub(super) fn exists(conn: &Connection, table: &str, id: i64) -> Result<bool> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE id = ?1)");
    Ok(conn.prepare_cached(&sql)?.query_row([id], |row| row.get(0))?)
}

pub(super) fn insert(conn: &Connection, table: &Table, id: i64, values: &Values) -> Result<()> {
    let sql = format!(
        "INSERT INTO {} (id, {}) VALUES (?1, {})",
        table.name,
        table.columns.join(", "),
        extracted(table, "?2")
    );
    conn.prepare_cached(&sql)?.execute(params![id, text(values)?])?;
    Ok(())
}

/// Sets the columns named in `values`, and only these.
pub(super) fn set(conn: &Connection, table: &Table, id: i64, values: &Values) -> Result<()> {
    let set: Vec<String> = table
        .columns
        .iter()
        .filter(|c| values.contains_key(*c))
        .map(|c| format!("{c} = json_extract(?2, '$.{c}')"))
        .collect();
    let sql = format!("UPDATE {} SET {} WHERE id = ?1", table.name, set.join(", "));
    conn.prepare_cached(&sql)?.execute(params![id, text(values)?])?;
    Ok(())
}

pub(super) fn delete(conn: &Connection, table: &Table, id: i64) -> Result<()> {
    conn.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", table.name))?.execute([id])?;
    Ok(())
}

/// Another row that has the same values where no two rows may: its id and which columns.
pub(super) fn twin<'t>(
    conn: &Connection,
    table: &'t Table,
    id: i64,
    values: &Values,
) -> Result<Option<(i64, &'t [String])>> {
    for columns in &table.unique {
        let same: Vec<String> =
            columns.iter().map(|c| format!("{c} = json_extract(?2, '$.{c}')")).collect();
        let sql =
            format!("SELECT id FROM {} WHERE {} AND id <> ?1", table.name, same.join(" AND "));
        let found: Option<i64> = conn
            .prepare_cached(&sql)?
            .query_row(params![id, text(values)?], |row| row.get(0))
            .optional()?;
        if let Some(twin) = found {
            return Ok(Some((twin, columns)));
        }
    }
    Ok(None)
}

/// A row the values refer to that is not there: (table, id).
pub(super) fn missing<'t>(
    conn: &Connection,
    table: &'t Table,
    values: &Values,
) -> Result<Option<(&'t str, i64)>> {
    for (column, parent) in &table.references {
        if let Some(id) = values.get(column).and_then(Value::as_i64)
            && !exists(conn, parent, id)?
        {
            return Ok(Some((parent, id)));
        }
    }
    Ok(None)
}

pub(super) fn parse(json: &str) -> Result<Values> {
    serde_json::from_str(json).map_err(|e| Error::Damaged { details: format!("change log: {e}") })
}

pub(super) fn text(values: &Values) -> Result<String> {
    serde_json::to_string(values).map_err(|e| Error::Unexpected(e.to_string()))
}
