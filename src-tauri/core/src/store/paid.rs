//! What was invoiced and what was charged, as far as it was paid.

use super::terms::{Codes, bytes, day, text};
use crate::Result;
use crate::model::{Day, Money};
use rusqlite::Connection;

/// An invoice that was sent, borrowed for the length of the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invoice<'a> {
    /// Its id.
    pub id: i64,
    /// Id of the account.
    pub account: i64,
    /// The exporter's number; empty without one.
    pub key: &'a str,
    /// When.
    pub day: Day,
    /// How much, tax included.
    pub amount: Money,
    /// The part of it that is tax, in the same minor units.
    pub tax: i64,
    /// Whether it was paid.
    pub is_paid: bool,
    /// The first day it is for, where its file says one before its own.
    pub from: Day,
}

/// A charge that succeeded, borrowed for the length of the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment<'a> {
    /// Its id.
    pub id: i64,
    /// Id of the account.
    pub account: i64,
    /// The number of the invoice it pays; empty where nobody says.
    pub invoice: &'a str,
    /// When.
    pub day: Day,
    /// How much.
    pub amount: Money,
    /// What was given back of it, in the same minor units; all of what was charged back.
    pub refunded: i64,
    /// The day that was given back; none where no file said it.
    pub refunded_on: Option<Day>,
}

/// Calls `each` with every invoice that was sent and not taken back.
pub fn invoices(conn: &Connection, mut each: impl FnMut(Invoice<'_>) -> Result<()>) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT id, account, key, day, amount, currency, coalesce(tax, 0), status = 'paid',
           min(day, coalesce(period_start, day))
         FROM invoice WHERE status IN ('paid', 'open', 'uncollectible')",
    )?;
    let mut rows = statement.query([])?;
    let mut codes = Codes::default();
    while let Some(row) = rows.next()? {
        each(Invoice {
            id: row.get(0)?,
            account: row.get(1)?,
            key: text(row, 2)?.unwrap_or_default(),
            day: Day(row.get(3)?),
            amount: Money::new(row.get(4)?, codes.currency(bytes(row, 5)?)?),
            tax: row.get(6)?,
            is_paid: row.get(7)?,
            from: Day(row.get(8)?),
        })?;
    }
    Ok(())
}

/// Calls `each` with every charge that succeeded, whatever became of it.
pub fn payments(conn: &Connection, mut each: impl FnMut(Payment<'_>) -> Result<()>) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT id, account, invoice, day, amount, currency,
           iif(status IN ('refunded', 'disputed') AND refunded = 0, amount, refunded),
           refunded_on
         FROM payment WHERE status IN ('paid', 'refunded', 'disputed')",
    )?;
    let mut rows = statement.query([])?;
    let mut codes = Codes::default();
    while let Some(row) = rows.next()? {
        each(Payment {
            id: row.get(0)?,
            account: row.get(1)?,
            invoice: text(row, 2)?.unwrap_or_default(),
            day: Day(row.get(3)?),
            amount: Money::new(row.get(4)?, codes.currency(bytes(row, 5)?)?),
            refunded: row.get(6)?,
            refunded_on: day(row, 7)?,
        })?;
    }
    Ok(())
}
