//! Points redeemed for something, given or taken.

use super::{LONGEST, MOST, accounts, day, text};
use crate::model::Day;
use crate::store::adjustment::{self, Adjustment};
use crate::store::redemption::{self, Redemption};
use crate::store::reward::{self, Reward};
use crate::{Error, Result};
use rusqlite::{Connection, Transaction};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Points that are to be redeemed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct RedemptionEntry {
    /// The customer, by number.
    pub customer: i64,
    /// The reward of the catalogue, by number.
    pub reward: Option<i64>,
    /// For what, where no reward of the catalogue is taken.
    pub what: String,
    /// How many points; those of the reward without.
    #[ts(type = "number | null")]
    pub points: Option<i64>,
    /// When, `2026-11-20`; today without.
    pub day: Option<String>,
}

/// Points that are given or taken by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct AdjustmentEntry {
    /// The customer, by number.
    pub customer: i64,
    /// Above 0 given, below 0 taken.
    #[ts(type = "number")]
    pub points: i64,
    /// Why.
    pub reason: String,
    /// When, `2026-11-20`; today without.
    pub day: Option<String>,
}

/// What is to be redeemed, when, once it is checked. `account` is still open.
///
/// # Errors
/// `NoSuchReward`; `BadSetting` for no points or no words; `BadDay`.
pub fn redeemed(conn: &Connection, entry: &RedemptionEntry, today: Day) -> Result<Redemption> {
    let taken: Option<Reward> = match entry.reward {
        Some(id) => {
            let offered = reward::by_id(conn, id)?.filter(|reward| !reward.retired);
            Some(offered.ok_or(Error::NoSuchReward)?)
        }
        None => None,
    };
    let points = entry.points.or(taken.as_ref().map(|reward| reward.points)).unwrap_or(0);
    if !(1..=MOST).contains(&points) {
        return Err(Error::BadSetting { field: "points", value: points.to_string() });
    }
    let what = match taken {
        Some(_) => None,
        None => Some(text(&entry.what, LONGEST, "redeemed_for")?),
    };
    let day = day(entry.day.as_deref(), today)?;
    Ok(Redemption { account: 0, day, reward: entry.reward, what, points })
}

/// Writes a redemption the balance allows; its number.
///
/// # Errors
/// `NoSuchCustomer`.
pub fn redeem(tx: &Transaction<'_>, customer: i64, row: &Redemption) -> Result<i64> {
    let account = accounts(tx, customer)?[0];
    redemption::add(tx, &Redemption { account, ..row.clone() })
}

/// Writes an adjustment; its number.
///
/// # Errors
/// `BadSetting` for no points or no reason, `BadDay`, `NoSuchCustomer`.
pub fn adjust(tx: &Transaction<'_>, entry: &AdjustmentEntry, today: Day) -> Result<i64> {
    if entry.points == 0 || entry.points.checked_abs().is_none_or(|it| it > MOST) {
        return Err(Error::BadSetting { field: "adjustment", value: entry.points.to_string() });
    }
    let row = Adjustment {
        account: accounts(tx, entry.customer)?[0],
        day: day(entry.day.as_deref(), today)?,
        points: entry.points,
        reason: text(&entry.reason, LONGEST, "adjustment_reason")?,
    };
    adjustment::add(tx, &row)
}
