//! A record out of the store, with what only makes sense together with it.

use super::super::Kind;
use super::fields::{owners, table_of};
use super::{RecordRef, Written};
use crate::store::{Connection, account, bond, plan_change, record, subscription, trace};
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
    record::delete(tx, table_of(kind), id)?;
    Ok(Written { customer: owner.map(|one| one.customer), ..Written::default() })
}

/// The change log of a subscription: left behind it would go on to say what he pays.
fn changes_of(tx: &Transaction<'_>, id: i64) -> Result<()> {
    let one = subscription::by_id(tx, id)?.ok_or(Error::NoSuchRecord)?.subscription;
    let only = subscription::of_account(tx, one.account)?.len() == 1;
    for stored in plan_change::of_account(tx, one.account)? {
        let of = &stored.change.subscription;
        if *of == one.key || (only && of.is_empty()) {
            record::delete(tx, "plan_change", stored.id)?;
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
                record::delete(tx, table_of(kind), id)?;
            }
        }
    }
    let about = |id: i64| accounts.contains(&id);
    for decision in bond::all(tx)?.into_iter().filter(|d| about(d.one) || about(d.other)) {
        bond::remove(tx, decision)?;
    }
    accounts.iter().try_for_each(|id| record::delete(tx, "account", *id))
}

fn ids(conn: &Connection, table: &str, column: &str, accounts: &[i64]) -> Result<Vec<i64>> {
    let mut all = Vec::new();
    for account in accounts {
        all.extend(record::ids_of(conn, table, column, *account)?);
    }
    Ok(all)
}
