//! Purchases and visits outside the subscription: what loyalty programmes count.

use super::bulk::inserter;
use super::facts::{self, Ids};
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

/// The ids of the purchases, in two halves.
pub fn halves(conn: &Connection) -> Result<[Ids; 2]> {
    facts::halves(conn, "purchase")
}

/// Calls `each` with (id, purchase) of every purchase of the ids, in the order they came.
pub fn each(
    conn: &Connection,
    ids: &Ids,
    mut each: impl FnMut(i64, Purchase) -> Result<()>,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT id, account, day, amount, currency, visits FROM purchase
         WHERE id BETWEEN ?1 AND ?2",
    )?;
    let mut rows = statement.query([ids.start(), ids.end()])?;
    let mut codes = Codes::default();
    while let Some(row) = rows.next()? {
        let amount = Money::new(row.get(3)?, codes.currency(bytes(row, 4)?)?);
        let (account, day, visits) = (row.get(1)?, Day(row.get(2)?), row.get(5)?);
        each(row.get(0)?, Purchase { account, day, amount, visits })?;
    }
    Ok(())
}

/// One purchase; none where there is none of that number.
pub fn by_id(conn: &Connection, id: i64) -> Result<Option<Purchase>> {
    let mut statement = conn.prepare_cached(
        "SELECT account, day, amount, currency, visits FROM purchase WHERE id = ?1",
    )?;
    let mut rows = statement.query([id])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let amount = Money::new(row.get(2)?, Codes::default().currency(bytes(row, 3)?)?);
    let (account, day, visits) = (row.get(0)?, Day(row.get(1)?), row.get(4)?);
    Ok(Some(Purchase { account, day, amount, visits }))
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
