//! The rules of the loyalty programme, each version with the first day it holds.

use crate::loyalty::{Programme, Version};
use crate::model::Day;
use crate::{Error, Result};
use rusqlite::{Connection, Transaction, params};

/// Every version, by day.
///
/// # Errors
/// `Damaged` where rules cannot be read.
pub fn all(conn: &Connection) -> Result<Vec<Version>> {
    let mut statement =
        conn.prepare_cached("SELECT from_day, rules FROM programme ORDER BY from_day")?;
    let mut rows = statement.query([])?;
    let mut versions = Vec::new();
    while let Some(row) = rows.next()? {
        let rules: String = row.get(1)?;
        let programme = serde_json::from_str(&rules)
            .map_err(|error| Error::Damaged { details: format!("programme: {error}") })?;
        versions.push(Version { from: Day(row.get(0)?), programme });
    }
    Ok(versions)
}

/// Says the rules of a version anew; what stays the same leaves no trace in the change.
pub fn rewrite(tx: &Transaction<'_>, from: Day, rules: &Programme) -> Result<()> {
    let rules = serde_json::to_string(rules).map_err(|e| Error::Unexpected(e.to_string()))?;
    tx.prepare_cached("UPDATE programme SET rules = ?2 WHERE from_day = ?1")?
        .execute(params![from.0, rules])?;
    Ok(())
}

/// From this day on these rules hold, whatever was to hold from that day or a later one.
pub fn set(tx: &Transaction<'_>, from: Day, rules: &Programme) -> Result<()> {
    let rules = serde_json::to_string(rules).map_err(|e| Error::Unexpected(e.to_string()))?;
    tx.prepare_cached("DELETE FROM programme WHERE from_day > ?1")?.execute([from.0])?;
    let known = tx
        .prepare_cached("UPDATE programme SET rules = ?2 WHERE from_day = ?1")?
        .execute(params![from.0, rules])?;
    if known == 0 {
        tx.prepare_cached("INSERT INTO programme (from_day, rules) VALUES (?1, ?2)")?
            .execute(params![from.0, rules])?;
    }
    Ok(())
}
