//! What one unit of a currency is worth in the workspace's.

use super::terms::{Codes, bytes};
use crate::model::{Currency, Day};
use crate::{Error, Result};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use rust_decimal::Decimal;

/// A rate from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// One unit of this...
    pub currency: Currency,
    /// ... from this day on ...
    pub day: Day,
    /// ... is so many units of the workspace's currency; above 0.
    pub rate: Decimal,
}

/// Every rate, by currency and day.
pub fn all(conn: &Connection) -> Result<Vec<Rate>> {
    let mut statement =
        conn.prepare_cached("SELECT currency, day, rate FROM rate ORDER BY currency, day")?;
    let mut rows = statement.query([])?;
    let mut codes = Codes::default();
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let text: String = row.get(2)?;
        let rate =
            text.parse().map_err(|_| Error::Damaged { details: format!("rate “{text}”") })?;
        found.push(Rate { currency: codes.currency(bytes(row, 0)?)?, day: Day(row.get(1)?), rate });
    }
    Ok(found)
}

/// The id of the rate of a currency from a day on.
pub fn id(conn: &Connection, currency: Currency, day: Day) -> Result<Option<i64>> {
    let mut statement =
        conn.prepare_cached("SELECT id FROM rate WHERE currency = ?1 AND day = ?2")?;
    Ok(statement.query_row(params![currency.code(), day.0], |row| row.get(0)).optional()?)
}

/// Adds the rate of a currency from a day on of which there is none yet.
pub fn add(tx: &Transaction<'_>, rate: Rate) -> Result<()> {
    let (currency, day, value) = (rate.currency.code(), rate.day.0, rate.rate.to_string());
    tx.prepare_cached("INSERT INTO rate (currency, day, rate) VALUES (?1, ?2, ?3)")?
        .execute(params![currency, day, value])?;
    Ok(())
}

/// Sets the rate of a currency from a day on.
pub fn set(tx: &Transaction<'_>, rate: Rate) -> Result<()> {
    let (currency, day, value) = (rate.currency.code(), rate.day.0, rate.rate.to_string());
    let mut update =
        tx.prepare_cached("UPDATE rate SET rate = ?3 WHERE currency = ?1 AND day = ?2")?;
    // Not an upsert: one that finds its row uses up an id, and the change would seem to add a row.
    if update.execute(params![currency, day, value])? == 0 {
        add(tx, rate)?;
    }
    Ok(())
}

/// Takes away the rate of a currency from a day on; what was before it then goes on.
pub fn remove(tx: &Transaction<'_>, currency: Currency, day: Day) -> Result<()> {
    tx.prepare_cached("DELETE FROM rate WHERE currency = ?1 AND day = ?2")?
        .execute(params![currency.code(), day.0])?;
    Ok(())
}
