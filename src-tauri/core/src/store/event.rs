//! What customers did: a login, a feature used, a data export, a visit to the cancel page.

use super::bulk::inserter;
use crate::Result;
use crate::model::Day;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// One thing a customer did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Id of the account.
    pub account: i64,
    /// When.
    pub day: Day,
    /// `login`
    pub kind: String,
    /// Which feature, which page.
    pub detail: Option<String>,
}

inserter!("event", ["account", "day", "kind", "detail"], Event, |bulk, row| {
    bulk.put(row.account)?;
    bulk.put(row.day.0)?;
    bulk.put(&row.kind)?;
    bulk.put(&row.detail)
});

/// The events of an account, oldest first. Reads the whole table.
pub fn of_account(conn: &Connection, account: i64) -> Result<Vec<Event>> {
    let mut statement = conn.prepare_cached(
        "SELECT account, day, kind, detail FROM event WHERE account = ?1 ORDER BY day, id",
    )?;
    let rows = statement.query_map([account], |row| {
        Ok(Event {
            account: row.get(0)?,
            day: Day(row.get(1)?),
            kind: row.get(2)?,
            detail: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Kinds of events that are signs of leaving, not of use.
const NO_USE: &str = "'export', 'data_export', 'backup', 'cancel_page'";

/// Calls `each` with account and day of every event of use.
pub fn uses(conn: &Connection, mut each: impl FnMut(i64, Day) -> Result<()>) -> Result<()> {
    let sql = format!("SELECT account, day FROM event WHERE kind NOT IN ({NO_USE})");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, Day(row.get(1)?))?;
    }
    Ok(())
}

/// Account and day of an event of use; none where there is none of that number, or it is no use.
pub fn use_by_id(conn: &Connection, id: i64) -> Result<Option<(i64, Day)>> {
    let sql = format!("SELECT account, day FROM event WHERE id = ?1 AND kind NOT IN ({NO_USE})");
    let row = |row: &Row<'_>| Ok((row.get(0)?, Day(row.get(1)?)));
    Ok(conn.prepare_cached(&sql)?.query_row([id], row).optional()?)
}

/// Whether an account has an event of use on a day. May read the whole table.
pub fn is_used(conn: &Connection, account: i64, day: Day) -> Result<bool> {
    let sql = format!(
        "SELECT EXISTS (SELECT 1 FROM event
           WHERE account = ?1 AND day = ?2 AND kind NOT IN ({NO_USE}))"
    );
    Ok(conn.prepare_cached(&sql)?.query_row(params![account, day.0], |row| row.get(0))?)
}

/// How many there are.
pub fn count(conn: &Connection) -> Result<i64> {
    let mut statement = conn.prepare_cached("SELECT count(*) FROM event")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}
