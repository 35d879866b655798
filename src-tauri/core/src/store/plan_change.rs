//! Change logs: from a day on this is the whole state of a subscription.

use super::bulk::{Bulk, inserter};
use super::terms::{self, Codes, bytes, status};
use crate::Result;
use crate::model::{Day, PlanChange};
use rusqlite::{Connection, Row};

const COLUMNS: [&str; 14] = [
    "account",
    "subscription",
    "day",
    "second",
    "status",
    "plan",
    "amount",
    "mrr",
    "currency",
    "unit",
    "unit_count",
    "quantity",
    "discount",
    "hash",
];

/// A row to insert: the change, and the hash of the normalised row and its occurrence number.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// What the source says.
    pub change: &'a PlanChange,
    /// Tells the same row again from a twin of it.
    pub hash: i64,
}

/// A change with its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its id.
    pub id: i64,
    /// What its source says.
    pub change: PlanChange,
}

inserter!("plan_change", COLUMNS, New<'_>, put);

fn put(bulk: &mut Bulk<'_>, New { change, hash }: &New<'_>) -> Result<()> {
    bulk.put(change.account)?;
    bulk.put(&change.subscription)?;
    bulk.put(change.day.0)?;
    bulk.put(change.second)?;
    bulk.put(change.status.code())?;
    terms::put(bulk, &change.terms)?;
    bulk.put(hash)
}

/// Calls `each` with the hash of every row.
pub fn hashes(conn: &Connection, mut each: impl FnMut(i64)) -> Result<()> {
    let mut statement = conn.prepare_cached("SELECT hash FROM plan_change ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?);
    }
    Ok(())
}

/// The changes of an account, oldest first. Reads the whole table: for one customer, not for a list.
pub fn of_account(conn: &Connection, account: i64) -> Result<Vec<Stored>> {
    let sql = format!(
        "SELECT id, {} FROM plan_change WHERE account = ?1 ORDER BY day, second, id",
        COLUMNS.join(", ")
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([account])?;
    let mut codes = Codes::default();
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(stored(row, &mut codes)?);
    }
    Ok(found)
}

/// How many there are.
pub fn count(conn: &Connection) -> Result<i64> {
    let mut statement = conn.prepare_cached("SELECT count(*) FROM plan_change")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

fn stored(row: &Row<'_>, codes: &mut Codes) -> Result<Stored> {
    let change = PlanChange {
        account: row.get(1)?,
        subscription: row.get(2)?,
        day: Day(row.get(3)?),
        second: row.get(4)?,
        status: status(bytes(row, 5)?)?,
        terms: terms::read(row, 6, codes)?,
    };
    Ok(Stored { id: row.get(0)?, change })
}
