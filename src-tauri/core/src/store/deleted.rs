//! What somebody deleted by hand, so that the file that brought it does not bring it again.
//!
//! A row of this table belongs to the change that deleted, so undoing that change takes it away.
//! Erasing a person has to take away his rows here, too.

use super::trace::Values;
use crate::model::{Currency, Day};
use crate::{Error, Result};
use rusqlite::{Connection, Transaction, params};
use rustc_hash::FxHashMap;
use serde_json::Value;
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// What tells a row apart that its source knows by a key.
pub fn identity(source: i64, key: &str) -> i64 {
    let mut hasher = SipHasher13::new();
    hasher.write(&source.to_le_bytes());
    hasher.write(key.as_bytes());
    hasher.finish().cast_signed()
}

/// What tells a rate apart: there is one of a currency and day, whoever said it.
pub fn rate_identity(currency: Currency, day: Day) -> i64 {
    identity(0, &format!("{} {}", currency.code(), day.0))
}

/// Under which name [`add`] keeps the key of the account that a column names: the account itself may
/// go, too.
pub fn owner(column: &str) -> String {
    format!("{column}.key")
}

/// Takes note of a row that is being deleted.
pub fn add(tx: &Transaction<'_>, table: &str, hash: i64, old: &Values) -> Result<()> {
    tx.prepare_cached("INSERT INTO deleted (of_table, identity, brought) VALUES (?1, ?2, ?3)")?
        .execute(params![table, hash, json(old)?])?;
    Ok(())
}

/// What was deleted of a table: ids of this one by what tells the rows apart.
pub fn of_table(conn: &Connection, table: &str) -> Result<FxHashMap<i64, Vec<i64>>> {
    let mut statement =
        conn.prepare_cached("SELECT identity, id FROM deleted WHERE of_table = ?1")?;
    let mut rows = statement.query([table])?;
    let mut found: FxHashMap<i64, Vec<i64>> = FxHashMap::default();
    while let Some(row) = rows.next()? {
        found.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(found)
}

/// A row as its file had brought it.
pub fn old(conn: &Connection, id: i64) -> Result<Values> {
    let mut statement = conn.prepare_cached("SELECT brought FROM deleted WHERE id = ?1")?;
    let text: String = statement.query_row([id], |row| row.get(0))?;
    let damaged = |error| Error::Damaged { details: format!("deleted: {error}") };
    serde_json::from_str(&text).map_err(damaged)
}

/// Of a row the key of the account that a column names.
pub fn owner_of<'v>(old: &'v Values, column: &str) -> Option<&'v str> {
    old.get(&owner(column)).and_then(Value::as_str)
}

/// What selects the columns of a row out of its JSON, `?1`, after an id of nothing.
pub(super) fn select(columns: &[&str]) -> String {
    let taken: Vec<String> = columns.iter().map(|column| format!("?1 ->> '{column}'")).collect();
    format!("SELECT 0, {}", taken.join(", "))
}

/// A row as JSON.
pub(super) fn json(values: &Values) -> Result<String> {
    serde_json::to_string(values).map_err(|error| Error::Unexpected(error.to_string()))
}
