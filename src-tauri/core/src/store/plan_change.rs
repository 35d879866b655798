//! Change logs: from a day on this is the whole state of a subscription.

use super::bulk::{Bulk, inserter};
use super::keys;
use super::terms::{self, Codes, bytes, status};
use crate::Result;
use crate::model::{Day, PlanChange};
use rusqlite::{Connection, Row, Transaction, params};

const COLUMNS: [&str; 15] = [
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
    "listed",
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

/// Rewrites a change; columns that stay the same leave no trace in the change it belongs to. Its
/// identity stays: the row of its file is this one.
pub fn update(tx: &Transaction<'_>, id: i64, row: &PlanChange) -> Result<()> {
    let mut statement = tx.prepare_cached(
        "UPDATE plan_change SET account = ?2, subscription = ?3, day = ?4, second = ?5, status = ?6,
           plan = ?7, amount = ?8, mrr = ?9, currency = ?10, unit = ?11, unit_count = ?12,
           listed = ?13, quantity = ?14, discount = ?15
         WHERE id = ?1",
    )?;
    statement.execute(params![
        id,
        row.account,
        row.subscription,
        row.day.0,
        row.second,
        row.status.code(),
        row.terms.plan,
        row.terms.amount,
        row.terms.mrr,
        row.terms.currency.code(),
        row.terms.interval.unit.code(),
        row.terms.interval.count,
        row.terms.listed,
        row.terms.quantity,
        row.terms.discount,
    ])?;
    Ok(())
}

/// Whether a row of this hash is there.
pub fn has_hash(tx: &Transaction<'_>, hash: i64) -> Result<bool> {
    keys::has(tx, "plan_change", hash)
}

/// Adds one row, which its file will find again, and gives its id.
pub fn add(tx: &Transaction<'_>, new: &New<'_>) -> Result<i64> {
    let mut inserter = Inserter::new(tx)?;
    let id = inserter.push(new)?;
    inserter.finish()?;
    keys::enter(tx, "plan_change", (new.hash, id))?;
    Ok(id)
}

/// One change; `None` where there is none.
pub fn by_id(conn: &Connection, id: i64) -> Result<Option<Stored>> {
    Ok(selected(conn, "WHERE id = ?1", id)?.pop())
}

/// The changes of an account, oldest first. Reads the whole table: for one customer, not for a list.
pub fn of_account(conn: &Connection, account: i64) -> Result<Vec<Stored>> {
    selected(conn, "WHERE account = ?1 ORDER BY day, second, id", account)
}

fn selected(conn: &Connection, condition: &str, id: i64) -> Result<Vec<Stored>> {
    let sql = format!("SELECT id, {} FROM plan_change {condition}", COLUMNS.join(", "));
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([id])?;
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
