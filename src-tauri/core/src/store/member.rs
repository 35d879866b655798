//! Who joined the programme or left it, and what he brought from an earlier one.

use crate::Result;
use crate::model::Day;
use rusqlite::{Connection, Row, Transaction, params};

/// One time somebody was a member, as it was told or imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Id of the account.
    pub account: i64,
    /// First day; none where only what he brought is told.
    pub joined: Option<Day>,
    /// First day he no longer is one.
    pub left: Option<Day>,
    /// Points from an earlier programme.
    pub opening: Option<i64>,
    /// The day they begin; none: the first he is a member.
    pub opening_on: Option<Day>,
}

/// Every row: (id, member), in the order they were told.
pub fn all(conn: &Connection) -> Result<Vec<(i64, Member)>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, account, joined, left_on, opening, opening_on FROM member ORDER BY id",
    )?;
    let rows = statement.query_map([], member)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Those of one account, in the order they were told. Reads the whole table.
pub fn of_account(conn: &Connection, account: i64) -> Result<Vec<(i64, Member)>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, account, joined, left_on, opening, opening_on FROM member
         WHERE account = ?1 ORDER BY id",
    )?;
    let rows = statement.query_map([account], member)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Adds a row; its number.
pub fn add(tx: &Transaction<'_>, row: &Member) -> Result<i64> {
    let [joined, left, opening_on] = days(row);
    tx.prepare_cached(
        "INSERT INTO member (account, joined, left_on, opening, opening_on)
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![row.account, joined, left, row.opening, opening_on])?;
    Ok(tx.last_insert_rowid())
}

/// Rewrites a row; what stays the same leaves no trace in the change.
pub fn update(tx: &Transaction<'_>, id: i64, row: &Member) -> Result<()> {
    let [joined, left, opening_on] = days(row);
    tx.prepare_cached(
        "UPDATE member SET account = ?2, joined = ?3, left_on = ?4, opening = ?5, opening_on = ?6
         WHERE id = ?1",
    )?
    .execute(params![id, row.account, joined, left, row.opening, opening_on])?;
    Ok(())
}

fn days(row: &Member) -> [Option<i32>; 3] {
    [row.joined, row.left, row.opening_on].map(|day| day.map(|day| day.0))
}

fn member(row: &Row<'_>) -> rusqlite::Result<(i64, Member)> {
    let day = |at| Ok::<_, rusqlite::Error>(row.get::<_, Option<i32>>(at)?.map(Day));
    let member = Member {
        account: row.get(1)?,
        joined: day(2)?,
        left: day(3)?,
        opening: row.get(4)?,
        opening_on: day(5)?,
    };
    Ok((row.get(0)?, member))
}
