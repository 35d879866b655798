//! Waves of surveys with their days, and who is invited to them.

use super::bulk::Bulk;
use crate::Result;
use crate::model::Day;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// A wave with its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wave {
    /// Its number.
    pub id: i64,
    /// Id of its survey.
    pub survey: i64,
    /// What answers name it by.
    pub name: String,
    /// First day.
    pub first: Day,
    /// Last day, included.
    pub last: Day,
}

/// Every wave, by id.
pub fn all(conn: &Connection) -> Result<Vec<Wave>> {
    let mut statement =
        conn.prepare_cached("SELECT id, survey, name, first_day, last_day FROM wave ORDER BY id")?;
    let rows = statement.query_map([], |row| {
        Ok(Wave {
            id: row.get(0)?,
            survey: row.get(1)?,
            name: row.get(2)?,
            first: Day(row.get(3)?),
            last: Day(row.get(4)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The id of a wave of a survey by its name.
pub fn find(conn: &Connection, survey: i64, name: &str) -> Result<Option<i64>> {
    let mut statement =
        conn.prepare_cached("SELECT id FROM wave WHERE survey = ?1 AND name = ?2")?;
    Ok(statement.query_row(params![survey, name], |row| row.get(0)).optional()?)
}

/// Adds a wave; its own id is not looked at.
pub fn add(tx: &Transaction<'_>, wave: &Wave) -> Result<i64> {
    tx.prepare_cached(
        "INSERT INTO wave (survey, name, first_day, last_day) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![wave.survey, wave.name, wave.first.0, wave.last.0])?;
    Ok(tx.last_insert_rowid())
}

/// Rewrites the days of a wave.
pub fn set_days(tx: &Transaction<'_>, id: i64, first: Day, last: Day) -> Result<()> {
    tx.prepare_cached("UPDATE wave SET first_day = ?2, last_day = ?3 WHERE id = ?1")?
        .execute(params![id, first.0, last.0])?;
    Ok(())
}

/// Rewrites the name of a wave; its answers name it by that, too.
pub fn rename(tx: &Transaction<'_>, id: i64, name: &str) -> Result<()> {
    tx.prepare_cached("UPDATE wave SET name = ?2 WHERE id = ?1")?.execute(params![id, name])?;
    Ok(())
}

/// Takes a wave away, with its invitations.
pub fn remove(tx: &Transaction<'_>, id: i64) -> Result<()> {
    uninvite(tx, id)?;
    tx.prepare_cached("DELETE FROM wave WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// Invites accounts to a wave on a day.
pub fn invite(tx: &Transaction<'_>, wave: i64, day: Day, accounts: &[i64]) -> Result<()> {
    let mut rows = Bulk::new(tx, "invitation", &["wave", "account", "day"])?;
    for account in accounts {
        rows.put(wave)?;
        rows.put(account)?;
        rows.put(day.0)?;
        rows.end()?;
    }
    rows.finish().map(|_| ())
}

/// Takes back every invitation to a wave.
pub fn uninvite(tx: &Transaction<'_>, wave: i64) -> Result<()> {
    tx.prepare_cached("DELETE FROM invitation WHERE wave = ?1")?.execute([wave])?;
    Ok(())
}

/// Calls `each` with wave, customer and day of every invitation, in the order they were made.
pub fn invitations(
    conn: &Connection,
    mut each: impl FnMut(i64, i64, Day) -> Result<()>,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT wave, customer, day FROM invitation JOIN account ON account.id = account
         ORDER BY invitation.id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?, Day(row.get(2)?))?;
    }
    Ok(())
}
