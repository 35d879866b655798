//! Points that were redeemed, and for what.

use crate::Result;
use crate::model::Day;
use rusqlite::{Connection, Row, Transaction, params};

/// Points given for something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redemption {
    /// Id of the account.
    pub account: i64,
    /// When.
    pub day: Day,
    /// Id of the reward, where one of the catalogue was taken.
    pub reward: Option<i64>,
    /// For what, in the user's words, where none was.
    pub what: Option<String>,
    /// How many points, above 0.
    pub points: i64,
}

/// Every redemption: (id, redemption), by day.
pub fn all(conn: &Connection) -> Result<Vec<(i64, Redemption)>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, account, day, reward, what, points FROM redemption ORDER BY day, id",
    )?;
    let rows = statement.query_map([], redemption)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Adds a redemption; its number.
pub fn add(tx: &Transaction<'_>, row: &Redemption) -> Result<i64> {
    tx.prepare_cached(
        "INSERT INTO redemption (account, day, reward, what, points) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![row.account, row.day.0, row.reward, row.what, row.points])?;
    Ok(tx.last_insert_rowid())
}

fn redemption(row: &Row<'_>) -> rusqlite::Result<(i64, Redemption)> {
    let redemption = Redemption {
        account: row.get(1)?,
        day: Day(row.get(2)?),
        reward: row.get(3)?,
        what: row.get(4)?,
        points: row.get(5)?,
    };
    Ok((row.get(0)?, redemption))
}
