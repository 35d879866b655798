//! A record out of the store, with what only makes sense together with it.

use super::super::Kind;
use super::fields::{owners, table_of};
use super::{KEY, RecordRef, Written};
use crate::store::{
    Connection, account, answer, deleted, plan_change, record, subscription, trace,
};
use crate::{Error, Result};
use rusqlite::Transaction;

/// Deletes a record: a subscription with its plan changes, a customer with everything he has.
///
/// # Errors
/// `NoSuchRecord` for what is not there (any more); `RecordNeeded` for a plan somebody has.
pub fn delete(tx: &Transaction<'_>, record: RecordRef) -> Result<Written> {
    record.by_hand()?;
    let (kind, id) = (record.kind, record.id.ok_or(Error::NoSuchRecord)?);
    let row = trace::row(tx, table_of(kind), id)?.ok_or(Error::NoSuchRecord)?;
    let owner = owners(kind).first().and_then(|column| row.get(*column)).and_then(|v| v.as_i64());
    let owner = owner.map(|id| account::by_id(tx, id)).transpose()?.flatten();
    match kind {
        Kind::Customers => {
            customer(tx, id)?;
            return Ok(Written::default());
        }
        Kind::Subscriptions => changes_of(tx, id)?,
        Kind::Plans => {
            let count = record::plan_users(tx, id)?;
            if count > 0 {
                return Err(Error::RecordNeeded { count });
            }
        }
        _ => {}
    }
    take(tx, kind, id)?;
    Ok(Written { customer: owner.map(|one| one.customer), ..Written::default() })
}

/// The change log of a subscription: left behind it would go on to say what he pays.
fn changes_of(tx: &Transaction<'_>, id: i64) -> Result<()> {
    let one = subscription::by_id(tx, id)?.ok_or(Error::NoSuchRecord)?.subscription;
    let only = subscription::of_account(tx, one.account)?.len() == 1;
    for stored in plan_change::of_account(tx, one.account)? {
        let of = &stored.change.subscription;
        if *of == one.key || (only && of.is_empty()) {
            take(tx, Kind::PlanChanges, stored.id)?;
        }
    }
    Ok(())
}

/// A customer: all his accounts and all that points to them.
fn customer(tx: &Transaction<'_>, account: i64) -> Result<()> {
    let customer = account::by_id(tx, account)?.ok_or(Error::NoSuchRecord)?.customer;
    let accounts: Vec<i64> =
        account::of_customer(tx, customer)?.into_iter().map(|stored| stored.id).collect();
    for kind in super::kinds().filter(|kind| *kind != Kind::Customers) {
        for column in owners(kind) {
            for id in ids(tx, table_of(kind), column, &accounts)? {
                take(tx, kind, id)?;
            }
        }
    }
    for id in accounts {
        remember(tx, Kind::Customers, id)?;
        // With what is no record of a kind: decisions, invitations, points.
        record::delete_whole(tx, "account", id)?;
    }
    Ok(())
}

/// Deletes one row, and takes note of it for the file that brought it.
fn take(tx: &Transaction<'_>, kind: Kind, id: i64) -> Result<()> {
    remember(tx, kind, id)?;
    match kind {
        Kind::Answers => answer::remove(tx, id),
        kind => record::delete(tx, table_of(kind), id),
    }
}

/// Keeps what a file said of a row, before anybody corrected it. What got its key by hand no file
/// brings.
pub(crate) fn remember(tx: &Transaction<'_>, kind: Kind, id: i64) -> Result<()> {
    let table = table_of(kind);
    let mut row = trace::row(tx, table, id)?.ok_or(Error::NoSuchRecord)?;
    row.extend(trace::corrected(tx, table, id)?);
    for column in owners(kind).into_iter().filter(|_| kind != Kind::Customers) {
        let owner = row.get(column).and_then(|id| id.as_i64());
        if let Some(owner) = owner.map(|id| account::by_id(tx, id)).transpose()?.flatten() {
            row.insert(deleted::owner(column), owner.account.key.into());
        }
    }
    let number = |column: &str| row.get(column).and_then(|value| value.as_i64());
    let key = row.get("key").and_then(|key| key.as_str()).unwrap_or_default();
    let hash = match kind {
        Kind::Customers | Kind::Plans => number("source").map(|of| deleted::identity(of, key)),
        Kind::Subscriptions => {
            let account = number("account").map(|id| account::by_id(tx, id)).transpose()?;
            account.flatten().map(|account| deleted::identity(account.source, key))
        }
        _ => number("hash").filter(|hash| *hash != 0),
    };
    match hash {
        Some(hash) if !key.starts_with(KEY) => deleted::add(tx, table, hash, &row),
        _ => Ok(()),
    }
}

fn ids(conn: &Connection, table: &str, column: &str, accounts: &[i64]) -> Result<Vec<i64>> {
    let mut all = Vec::new();
    for account in accounts {
        all.extend(record::ids_of(conn, table, column, *account)?);
    }
    Ok(all)
}
