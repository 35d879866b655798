//! Subscriptions as their sources state them today.

use super::bulk::{Bulk, inserter};
use super::terms::{self, Codes, bytes, day, status, text};
use super::trace::Values;
use super::{deleted, plan};
use crate::model::{Currency, Day, Subscription};
use crate::{Error, Result};
use rusqlite::{Connection, Row, Transaction, params};
use std::collections::BTreeMap;

const COLUMNS: [&str; 24] = [
    "account",
    "key",
    "plan",
    "amount",
    "mrr",
    "currency",
    "unit",
    "unit_count",
    "listed",
    "quantity",
    "discount",
    "status",
    "start",
    "trial_start",
    "trial_end",
    "period_start",
    "period_end",
    "at_period_end",
    "cancel_requested",
    "ended",
    "past_due_since",
    "paused_on",
    "cancel_reason",
    "seen_on",
];

/// A subscription with its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its id.
    pub id: i64,
    /// What its source says.
    pub subscription: Subscription,
}

inserter!("subscription", COLUMNS, Subscription, put);

fn put(bulk: &mut Bulk<'_>, row: &Subscription) -> Result<()> {
    bulk.put(row.account)?;
    bulk.put(&row.key)?;
    terms::put(bulk, &row.terms)?;
    bulk.put(row.status.code())?;
    bulk.put(row.start.0)?;
    bulk.put(row.trial_start.map(|d| d.0))?;
    bulk.put(row.trial_end.map(|d| d.0))?;
    bulk.put(row.period_start.map(|d| d.0))?;
    bulk.put(row.period_end.map(|d| d.0))?;
    bulk.put(row.at_period_end)?;
    bulk.put(row.cancel_requested.map(|d| d.0))?;
    bulk.put(row.ended.map(|d| d.0))?;
    bulk.put(row.past_due_since.map(|d| d.0))?;
    bulk.put(row.paused_on.map(|d| d.0))?;
    bulk.put(&row.cancel_reason)?;
    bulk.put(row.seen_on.0)
}

/// Rewrites a subscription; columns that stay the same leave no trace in the change.
pub fn update(tx: &Transaction<'_>, id: i64, row: &Subscription) -> Result<()> {
    let mut statement = tx.prepare_cached(
        "UPDATE OR FAIL subscription SET account = ?2, key = ?3, plan = ?4, amount = ?5, mrr = ?6,
           currency = ?7, unit = ?8, unit_count = ?9, listed = ?10, quantity = ?11, discount = ?12,
           status = ?13, start = ?14, trial_start = ?15, trial_end = ?16, period_start = ?17,
           period_end = ?18, at_period_end = ?19, cancel_requested = ?20, ended = ?21,
           past_due_since = ?22, paused_on = ?23, cancel_reason = ?24, seen_on = ?25
         WHERE id = ?1",
    )?;
    let number = |day: Option<Day>| day.map(|d| d.0);
    statement.execute(params![
        id,
        row.account,
        row.key,
        row.terms.plan,
        row.terms.amount,
        row.terms.mrr,
        row.terms.currency.code(),
        row.terms.interval.unit.code(),
        row.terms.interval.count,
        row.terms.listed,
        row.terms.quantity,
        row.terms.discount,
        row.status.code(),
        row.start.0,
        number(row.trial_start),
        number(row.trial_end),
        number(row.period_start),
        number(row.period_end),
        row.at_period_end,
        number(row.cancel_requested),
        number(row.ended),
        number(row.past_due_since),
        number(row.paused_on),
        row.cancel_reason,
        row.seen_on.0,
    ])?;
    Ok(())
}

/// Calls `each` with (id, account, key) of every subscription, by id.
pub fn keys(conn: &Connection, mut each: impl FnMut(i64, i64, &str) -> Result<()>) -> Result<()> {
    let mut statement =
        conn.prepare_cached("SELECT id, account, key FROM subscription ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?, text(row, 2)?.unwrap_or_default())?;
    }
    Ok(())
}

/// One subscription; `None` where there is none.
pub fn by_id(conn: &Connection, id: i64) -> Result<Option<Stored>> {
    Ok(selected(conn, "WHERE id = ?1", id)?.pop())
}

/// The subscriptions of an account, by id. Reads the whole table: for one customer, not for a list.
pub fn of_account(conn: &Connection, account: i64) -> Result<Vec<Stored>> {
    selected(conn, "WHERE account = ?1 ORDER BY id", account)
}

/// Whether a source has a subscription of this key. Reads the whole table.
pub fn has_key(conn: &Connection, source: i64, key: &str) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM subscription JOIN account ON account.id = account
                 WHERE subscription.key = ?2 AND source = ?1)";
    Ok(conn.prepare_cached(sql)?.query_row(params![source, key], |row| row.get(0))?)
}

/// The currencies of subscriptions, or of their plans where these name the price, with how many there
/// are of each. Reads the whole table.
pub fn currencies(conn: &Connection) -> Result<Vec<(Currency, u32)>> {
    let mut statement = conn.prepare_cached(
        "SELECT currency, iif(amount IS NULL AND mrr IS NULL, plan, NULL), count(*)
         FROM subscription GROUP BY 1, 2",
    )?;
    let listed = plan::listed(&plan::all(conn)?);
    let mut rows = statement.query([])?;
    let mut codes = Codes::default();
    let mut found: BTreeMap<Currency, u32> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let plan = row.get::<_, Option<i64>>(1)?.and_then(|plan| listed.get(&plan));
        let currency = match plan.and_then(|listed| listed.price) {
            Some(price) => price.currency,
            None => codes.currency(bytes(row, 0)?)?,
        };
        *found.entry(currency).or_default() += row.get::<_, u32>(2)?;
    }
    Ok(found.into_iter().collect())
}

/// How many there are.
pub fn count(conn: &Connection) -> Result<i64> {
    let mut statement = conn.prepare_cached("SELECT count(*) FROM subscription")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// The subscription that a JSON object of its columns stands for, as [`deleted::old`] gives it.
pub fn of_values(conn: &Connection, values: &Values) -> Result<Subscription> {
    let mut statement = conn.prepare_cached(&deleted::select(&COLUMNS))?;
    let mut rows = statement.query([deleted::json(values)?])?;
    let row = rows.next()?.ok_or_else(|| Error::Unexpected("no row of JSON".to_owned()))?;
    Ok(stored(row, &mut Codes::default())?.subscription)
}

fn selected(conn: &Connection, condition: &str, id: i64) -> Result<Vec<Stored>> {
    let sql = format!("SELECT id, {} FROM subscription {condition}", COLUMNS.join(", "));
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([id])?;
    let mut codes = Codes::default();
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(stored(row, &mut codes)?);
    }
    Ok(found)
}

fn stored(row: &Row<'_>, codes: &mut Codes) -> Result<Stored> {
    let subscription = Subscription {
        account: row.get(1)?,
        key: row.get(2)?,
        terms: terms::read(row, 3, codes)?,
        status: status(bytes(row, 12)?)?,
        start: Day(row.get(13)?),
        trial_start: day(row, 14)?,
        trial_end: day(row, 15)?,
        period_start: day(row, 16)?,
        period_end: day(row, 17)?,
        at_period_end: row.get(18)?,
        cancel_requested: day(row, 19)?,
        ended: day(row, 20)?,
        past_due_since: day(row, 21)?,
        paused_on: day(row, 22)?,
        cancel_reason: row.get(23)?,
        seen_on: Day(row.get(24)?),
    };
    Ok(Stored { id: row.get(0)?, subscription })
}
