//! Purchases and visits outside the subscription: what loyalty programmes count.

use super::bulk::inserter;
use super::terms::{Codes, bytes};
use crate::Result;
use crate::model::{Day, Money};
use rusqlite::Connection;

/// What a customer bought on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purchase {
    /// Id of the account.
    pub account: i64,
    /// When.
    pub day: Day,
    /// For how much.
    pub amount: Money,
    /// How many visits it stands for.
    pub visits: u32,
}

inserter!("purchase", ["account", "day", "amount", "currency", "visits"], Purchase, |bulk, row| {
    bulk.put(row.account)?;
    bulk.put(row.day.0)?;
    bulk.put(row.amount.minor)?;
    bulk.put(row.amount.currency.code())?;
    bulk.put(row.visits)
});

/// Calls `each` with (id, purchase) of every purchase, in the order they came.
pub fn each(conn: &Connection, mut each: impl FnMut(i64, Purchase) -> Result<()>) -> Result<()> {
    let mut statement =
        conn.prepare_cached("SELECT id, account, day, amount, currency, visits FROM purchase")?;
    let mut rows = statement.query([])?;
    let mut codes = Codes::default();
    while let Some(row) = rows.next()? {
        let amount = Money::new(row.get(3)?, codes.currency(bytes(row, 4)?)?);
        let (account, day, visits) = (row.get(1)?, Day(row.get(2)?), row.get(5)?);
        each(row.get(0)?, Purchase { account, day, amount, visits })?;
    }
    Ok(())
}

/// Every purchase: (id, purchase), by day.
pub fn all(conn: &Connection) -> Result<Vec<(i64, Purchase)>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, account, day, amount, currency, visits FROM purchase ORDER BY day, id",
    )?;
    let mut rows = statement.query([])?;
    let mut codes = Codes::default();
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let amount = Money::new(row.get(3)?, codes.currency(bytes(row, 4)?)?);
        let (account, day, visits) = (row.get(1)?, Day(row.get(2)?), row.get(5)?);
        found.push((row.get(0)?, Purchase { account, day, amount, visits }));
    }
    Ok(found)
}
