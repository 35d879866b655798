//! Hands the facts to the ledger, one call a row, without owning text.
//!
//! Two connections that each read half of the ids nearly halve the time ([`halves`]);
//! [`same_moment`] makes sure that both see the same changes.

use super::terms::{self, Codes, bytes, day, status, text};
use crate::model::{AccountRow, Day, InvoiceRow, PlanChangeRow, SubscriptionRow};
use crate::{Error, Result};
use rusqlite::{Connection, params};
use rustc_hash::FxHasher;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::RangeInclusive;

/// Ids of one table, both ends included.
pub type Ids = RangeInclusive<i64>;

/// Every id of a table there can be.
pub const ALL: Ids = i64::MIN..=i64::MAX;

/// The ids of the accounts, in two halves.
pub fn account_halves(conn: &Connection) -> Result<[Ids; 2]> {
    halves(conn, "account")
}

/// The ids of the subscriptions, in two halves.
pub fn subscription_halves(conn: &Connection) -> Result<[Ids; 2]> {
    halves(conn, "subscription")
}

/// The ids of the plan changes, in two halves.
pub fn plan_change_halves(conn: &Connection) -> Result<[Ids; 2]> {
    halves(conn, "plan_change")
}

pub(super) fn halves(conn: &Connection, table: &'static str) -> Result<[Ids; 2]> {
    // Asked for one by one SQLite looks at an end of the table; asked for both it reads all of it.
    let sql = format!("SELECT (SELECT min(id) FROM {table}), (SELECT max(id) FROM {table})");
    let (first, last): (Option<i64>, Option<i64>) =
        conn.query_row(&sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (first, last) = (first.unwrap_or(0), last.unwrap_or(-1));
    let middle = first + (last - first) / 2;
    Ok([first..=middle, middle + 1..=last])
}

/// Begins to read on both connections at the same moment of the workspace's history. What they
/// read stays the same until they are dropped.
pub fn same_moment(one: &Connection, other: &Connection) -> Result<()> {
    for _ in 0..1_000 {
        one.execute_batch("BEGIN")?;
        other.execute_batch("BEGIN")?;
        if moment(one)? == moment(other)? {
            return Ok(());
        }
        one.execute_batch("ROLLBACK")?;
        other.execute_batch("ROLLBACK")?;
    }
    Err(Error::WriteBusy)
}

/// Tells apart what two connections see: the last change and which ones are undone.
fn moment(conn: &Connection) -> Result<(Option<i64>, i64)> {
    let sql = "SELECT max(id), coalesce(sum(undone * id), 0) FROM change";
    Ok(conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// The tables of facts a ledger is read from.
pub const OF_LEDGER: [&str; 8] = [
    "account",
    "cancellation",
    "invoice",
    "plan",
    "plan_change",
    "rate",
    "setting",
    "subscription",
];

/// Adds up what tells this moment of a ledger's history from every other: the changes that touched
/// what it is read from, with what is undone of them, and the last id each of its tables has given
/// out. A survey answer, a login or a note changes nothing of that.
pub fn history(conn: &Connection, sum: &mut impl Hasher) -> Result<()> {
    let tables = format!("('{}')", OF_LEDGER.join("', '"));
    // Of a change that is undone its own rows are in `removed`.
    let mut changes = conn.prepare_cached(&format!(
        "SELECT id, at, kind, label, undone FROM change
         WHERE EXISTS (SELECT 1 FROM import WHERE import.change = change.id)
            OR EXISTS (SELECT 1 FROM added
                       WHERE added.change = change.id AND added.tbl IN {tables})
            OR EXISTS (SELECT 1 FROM log
                       WHERE log.change = change.id AND log.tbl IN {tables})
            OR EXISTS (SELECT 1 FROM removed
                       WHERE removed.change = change.id AND removed.tbl IN {tables})
         ORDER BY id"
    ))?;
    let mut rows = changes.query([])?;
    while let Some(row) = rows.next()? {
        let number = |at: usize| row.get::<_, i64>(at);
        [number(0)?, number(1)?, number(4)?].hash(sum);
        [bytes(row, 2)?, bytes(row, 3)?].hash(sum);
    }
    let mut given = conn.prepare_cached(&format!(
        "SELECT name, seq FROM sqlite_sequence WHERE name IN {tables} ORDER BY name"
    ))?;
    let mut rows = given.query([])?;
    while let Some(row) = rows.next()? {
        (bytes(row, 0)?, row.get::<_, i64>(1)?).hash(sum);
    }
    Ok(())
}

/// Calls `each` with every account of the ids, by id; with what their files say beside the country
/// only where that is wanted: taking it apart costs more than all the rest.
pub fn accounts(
    conn: &Connection,
    ids: Ids,
    with_attributes: bool,
    mut each: impl FnMut(AccountRow<'_>) -> Result<()>,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT id, customer, country, iif(?3, attributes, NULL) FROM account
         WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
    )?;
    let mut rows = statement.query(params![ids.start(), ids.end(), with_attributes])?;
    while let Some(row) = rows.next()? {
        let attributes = match text(row, 3)? {
            Some(json) => attributes(json)?,
            None => Vec::new(),
        };
        let (id, customer, country) = (row.get(0)?, row.get(1)?, text(row, 2)?);
        each(AccountRow { id, customer, country, attributes })?;
    }
    Ok(())
}

/// Calls `each` with every subscription of the ids, by id.
pub fn subscriptions(
    conn: &Connection,
    ids: Ids,
    mut each: impl FnMut(SubscriptionRow<'_>) -> Result<()>,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT id, account, key, plan, amount, mrr, currency, unit, unit_count, listed, quantity,
           discount, status, start, trial_start, trial_end, period_start, period_end, at_period_end,
           cancel_requested, ended, past_due_since, paused_on, cancel_reason, seen_on
         FROM subscription WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
    )?;
    let mut rows = statement.query([ids.start(), ids.end()])?;
    let mut codes = Codes::default();
    while let Some(row) = rows.next()? {
        each(SubscriptionRow {
            id: row.get(0)?,
            account: row.get(1)?,
            key: key_hash(bytes(row, 2)?),
            terms: terms::read(row, 3, &mut codes)?,
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
            cancel_reason: text(row, 23)?,
            seen_on: Day(row.get(24)?),
        })?;
    }
    Ok(())
}

/// Calls `each` with every plan change of the ids, by id.
pub fn plan_changes(
    conn: &Connection,
    ids: Ids,
    mut each: impl FnMut(PlanChangeRow) -> Result<()>,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT id, account, subscription, day, second, status,
           plan, amount, mrr, currency, unit, unit_count, listed, quantity,
           discount
         FROM plan_change WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
    )?;
    let mut rows = statement.query([ids.start(), ids.end()])?;
    let mut codes = Codes::default();
    while let Some(row) = rows.next()? {
        let key = bytes(row, 2)?;
        each(PlanChangeRow {
            id: row.get(0)?,
            account: row.get(1)?,
            key: (!key.is_empty()).then(|| key_hash(key)),
            day: Day(row.get(3)?),
            second: row.get(4)?,
            status: status(bytes(row, 5)?)?,
            terms: terms::read(row, 6, &mut codes)?,
        })?;
    }
    Ok(())
}

/// The day of the newest invoice and how many there are; `None` without any.
pub fn newest_invoice(conn: &Connection) -> Result<Option<(Day, i64)>> {
    let sql = "SELECT max(day), count(*) FROM invoice";
    let (day, count): (Option<i32>, i64) =
        conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(day.map(|day| (Day(day), count)))
}

/// The ids of the accounts, in so many parts.
pub fn account_parts(conn: &Connection, parts: i64) -> Result<Vec<Ids>> {
    let [low, high] = account_halves(conn)?;
    let (first, last) = (*low.start(), *high.end());
    let width = (last - first) / parts.max(1) + 1;
    let part = |n: i64| first + n * width..=(first + (n + 1) * width - 1).min(last);
    Ok((0..parts.max(1)).map(part).collect())
}

/// Calls `each` with every invoice of these accounts that tells what was paid for a period. Reads
/// the whole table.
pub fn invoices(
    conn: &Connection,
    accounts: &Ids,
    mut each: impl FnMut(InvoiceRow) -> Result<()>,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT account, subscription, period_start, period_end, plan,
           amount - coalesce(tax, 0), currency, quantity
         FROM invoice
         WHERE account BETWEEN ?1 AND ?2 AND period_start < period_end
           AND status IN ('paid', 'open') AND amount > coalesce(tax, 0)",
    )?;
    let mut rows = statement.query([accounts.start(), accounts.end()])?;
    let mut codes = Codes::default();
    while let Some(row) = rows.next()? {
        each(InvoiceRow {
            account: row.get(0)?,
            subscription: text(row, 1)?.map_or(0, |key| key_hash(key.as_bytes())),
            from: Day(row.get(2)?),
            to: Day(row.get(3)?),
            plan: row.get(4)?,
            amount: row.get(5)?,
            currency: codes.currency(bytes(row, 6)?)?,
            quantity: row.get(7)?,
        })?;
    }
    Ok(())
}

/// Calls `each` with every account a list of subscriptions or a change log speaks of.
pub fn payers(conn: &Connection, mut each: impl FnMut(i64) -> Result<()>) -> Result<()> {
    let mut statement = conn
        .prepare_cached("SELECT account FROM subscription UNION SELECT account FROM plan_change")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?)?;
    }
    Ok(())
}

/// Calls `each` with account, day and reason of every cancellation that gives one.
pub fn reasons(
    conn: &Connection,
    mut each: impl FnMut(i64, Day, &str) -> Result<()>,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT account, day, reason FROM cancellation WHERE reason IS NOT NULL ORDER BY day, id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, Day(row.get(1)?), text(row, 2)?.unwrap_or_default())?;
    }
    Ok(())
}

fn key_hash(key: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(key);
    hasher.finish()
}

/// The pairs of a JSON object of texts, borrowed where nothing in them is escaped.
fn attributes(json: &str) -> Result<Vec<(Cow<'_, str>, Cow<'_, str>)>> {
    let pairs: Pairs<'_> = serde_json::from_str(json)
        .map_err(|e| Error::Damaged { details: format!("attributes: {e}") })?;
    Ok(pairs.0)
}

struct Pairs<'a>(Vec<(Cow<'a, str>, Cow<'a, str>)>);

impl<'de> Deserialize<'de> for Pairs<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Pairs<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of texts")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<'de>, A::Error> {
                let mut pairs = Vec::new();
                while let Some((name, value)) = map.next_entry::<Text<'de>, Text<'de>>()? {
                    pairs.push((name.0, value.0));
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// A text that borrows; `Cow` alone would always be owned.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);
