//! Who is a member from when, and what he brought.

use super::{MOST, accounts, day};
use crate::model::Day;
use crate::store::member::{self, Member};
use crate::{Error, Result};
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Somebody who joins, or leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct MemberEntry {
    /// The customer, by number.
    pub customer: i64,
    /// First day he is a member, or no longer one; today without.
    pub day: Option<String>,
}

/// Points somebody brought from an earlier programme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct OpeningEntry {
    /// The customer, by number.
    pub customer: i64,
    /// How many; in place of what was there.
    #[ts(type = "number")]
    pub points: i64,
    /// The day they begin; without, the first day he is a member.
    pub day: Option<String>,
}

/// Writes that a customer joined.
///
/// # Errors
/// `NoSuchCustomer`, `BadDay`; `BadSetting` where he was a member on that day.
pub fn join(tx: &Transaction<'_>, entry: &MemberEntry, today: Day) -> Result<()> {
    let day = day(entry.day.as_deref(), today)?;
    let rows = rows(tx, entry.customer)?;
    if rows.iter().any(|(_, row)| is_on(row, day)) {
        return Err(Error::BadSetting { field: "joined", value: day.to_string() });
    }
    let account = accounts(tx, entry.customer)?[0];
    let blank = rows.into_iter().find(|(_, row)| row.joined.is_none() && row.left.is_none());
    match blank {
        // What he brought waits for the day he joins.
        Some((id, row)) => member::update(tx, id, &Member { joined: Some(day), ..row }),
        None => {
            let joined = Some(day);
            let row = Member { account, joined, left: None, opening: None, opening_on: None };
            member::add(tx, &row).map(drop)
        }
    }
}

/// Writes that a customer left, also one who never joined because everybody is a member.
///
/// # Errors
/// `NoSuchCustomer`, `BadDay`.
pub fn leave(tx: &Transaction<'_>, entry: &MemberEntry, today: Day) -> Result<()> {
    let day = day(entry.day.as_deref(), today)?;
    let rows = rows(tx, entry.customer)?;
    let account = accounts(tx, entry.customer)?[0];
    let latest = rows.iter().filter(|(_, row)| row.joined.is_none_or(|joined| joined <= day));
    match latest.max_by_key(|(_, row)| row.joined) {
        Some((id, row)) => member::update(tx, *id, &Member { left: Some(day), ..*row }),
        None => {
            let left = Some(day);
            let row = Member { account, joined: None, left, opening: None, opening_on: None };
            member::add(tx, &row).map(drop)
        }
    }
}

/// Writes what a customer brought from an earlier programme, in place of what was written before.
///
/// # Errors
/// `NoSuchCustomer`, `BadDay`; `BadSetting` for less than nothing.
pub fn opening(tx: &Transaction<'_>, entry: &OpeningEntry) -> Result<()> {
    if !(0..=MOST).contains(&entry.points) {
        return Err(Error::BadSetting { field: "points", value: entry.points.to_string() });
    }
    let typed = entry.day.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let opening_on = typed.map(|text| day(Some(text), Day::MIN)).transpose()?;
    let opening = (entry.points > 0).then_some(entry.points);
    let rows = rows(tx, entry.customer)?;
    let account = accounts(tx, entry.customer)?[0];
    let known = rows.iter().find(|(_, row)| row.opening.is_some()).or(rows.first());
    match known {
        Some((id, row)) => member::update(tx, *id, &Member { opening, opening_on, ..*row }),
        None => {
            let row = Member { account, joined: None, left: None, opening, opening_on };
            member::add(tx, &row).map(drop)
        }
    }
}

/// What is told of a customer, over all his accounts.
fn rows(tx: &Transaction<'_>, customer: i64) -> Result<Vec<(i64, Member)>> {
    let mut rows = Vec::new();
    for account in accounts(tx, customer)? {
        rows.extend(member::of_account(tx, account)?);
    }
    Ok(rows)
}

fn is_on(row: &Member, day: Day) -> bool {
    row.joined.is_some_and(|joined| joined <= day) && row.left.is_none_or(|left| day < left)
}
