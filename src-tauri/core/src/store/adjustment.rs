//! Points given or taken by hand, with the reason.

use crate::Result;
use crate::model::Day;
use rusqlite::{Connection, Row, Transaction, params};

/// Points given or taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjustment {
    /// Id of the account.
    pub account: i64,
    /// When.
    pub day: Day,
    /// Above 0 given, below 0 taken.
    pub points: i64,
    /// Why.
    pub reason: String,
}

/// Every adjustment: (id, adjustment), by day.
pub fn all(conn: &Connection) -> Result<Vec<(i64, Adjustment)>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, account, day, points, reason FROM adjustment ORDER BY day, id",
    )?;
    let rows = statement.query_map([], adjustment)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Adds an adjustment; its number.
pub fn add(tx: &Transaction<'_>, row: &Adjustment) -> Result<i64> {
    tx.prepare_cached(
        "INSERT INTO adjustment (account, day, points, reason) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![row.account, row.day.0, row.points, row.reason])?;
    Ok(tx.last_insert_rowid())
}

fn adjustment(row: &Row<'_>) -> rusqlite::Result<(i64, Adjustment)> {
    let adjustment = Adjustment {
        account: row.get(1)?,
        day: Day(row.get(2)?),
        points: row.get(3)?,
        reason: row.get(4)?,
    };
    Ok((row.get(0)?, adjustment))
}
