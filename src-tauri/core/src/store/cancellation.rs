//! What customers said when they cancelled, as far as it is in their own words.

use super::terms::text;
use crate::Result;
use crate::model::Day;
use rusqlite::{Connection, OptionalExtension};

/// A comment of a cancellation, borrowed for the length of the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comment<'a> {
    /// Id of the cancellation.
    pub id: i64,
    /// The customer, by number.
    pub customer: i64,
    /// When.
    pub day: Day,
    /// In his words.
    pub text: &'a str,
}

/// Calls `each` with every comment, oldest first.
pub fn comments(conn: &Connection, mut each: impl FnMut(Comment<'_>) -> Result<()>) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT cancellation.id, customer, day, comment
         FROM cancellation JOIN account ON account.id = account
         WHERE comment IS NOT NULL ORDER BY day, cancellation.id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let text = text(row, 3)?.unwrap_or_default();
        if !text.trim().is_empty() {
            each(Comment { id: row.get(0)?, customer: row.get(1)?, day: Day(row.get(2)?), text })?;
        }
    }
    Ok(())
}

/// Account and day of a cancellation; `None` where there is none.
pub fn by_id(conn: &Connection, id: i64) -> Result<Option<(i64, Day)>> {
    let mut statement =
        conn.prepare_cached("SELECT account, day FROM cancellation WHERE id = ?1")?;
    Ok(statement.query_row([id], |row| Ok((row.get(0)?, Day(row.get(1)?)))).optional()?)
}
