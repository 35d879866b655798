//! The catalogue.

use super::{MOST, text};
use crate::store::reward::{self, Reward, RewardKind};
use crate::{Error, Result};
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest name of a reward.
const LONGEST: usize = 80;

/// A reward as it is typed in, or rewritten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct RewardEntry {
    /// The one that is rewritten; a new one without.
    pub id: Option<i64>,
    /// What it is called.
    pub name: String,
    /// What sort it is.
    pub kind: RewardKind,
    /// How many points it takes.
    #[ts(type = "number")]
    pub points: i64,
    /// What it costs, in minor units of the workspace's currency; absent where nobody says.
    #[ts(type = "number | null")]
    pub worth: Option<i64>,
    /// No longer offered. What was redeemed keeps its name.
    pub retired: bool,
}

/// Writes a reward; its number.
///
/// # Errors
/// `BadSetting` names what makes no sense, `NameTaken`, `NoSuchReward` where the one to rewrite is
/// gone.
pub fn save(tx: &Transaction<'_>, entry: &RewardEntry) -> Result<i64> {
    let name = text(&entry.name, LONGEST, "reward_name")?;
    let bad = |field, value: i64| Error::BadSetting { field, value: value.to_string() };
    if !(1..=MOST).contains(&entry.points) {
        return Err(bad("reward_points", entry.points));
    }
    if let Some(worth) = entry.worth.filter(|worth| *worth < 0) {
        return Err(bad("reward_worth", worth));
    }
    if reward::find(tx, &name)?.is_some_and(|id| entry.id != Some(id)) {
        return Err(Error::NameTaken { name });
    }
    let RewardEntry { kind, points, worth, retired, .. } = *entry;
    let row = Reward { id: entry.id.unwrap_or(0), name, kind, points, worth, retired };
    match entry.id {
        None => reward::add(tx, &row),
        Some(id) => {
            reward::by_id(tx, id)?.ok_or(Error::NoSuchReward)?;
            reward::update(tx, &row)?;
            Ok(id)
        }
    }
}
