//! The catalogue of rewards.

use crate::{Error, Result};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What sort of reward it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum RewardKind {
    /// A month that is not paid.
    FreeMonth,
    /// Something off the price.
    Discount,
    /// What is new, before others have it.
    EarlyAccess,
    /// Something given, on a birthday or an anniversary.
    Gift,
}

impl RewardKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::FreeMonth, Self::Discount, Self::EarlyAccess, Self::Gift];

    /// `free_month`
    pub fn code(self) -> &'static str {
        match self {
            Self::FreeMonth => "free_month",
            Self::Discount => "discount",
            Self::EarlyAccess => "early_access",
            Self::Gift => "gift",
        }
    }
}

/// Something points are given for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reward {
    /// Its number; 0 for one that is to be.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// What sort it is.
    pub kind: RewardKind,
    /// What it takes.
    pub points: i64,
    /// What it costs, in minor units of the workspace's currency; none where nobody said.
    pub worth: Option<i64>,
    /// No longer offered.
    pub retired: bool,
}

/// Every reward, those offered first, the cheapest first.
pub fn all(conn: &Connection) -> Result<Vec<Reward>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, name, kind, points, worth, retired FROM reward ORDER BY retired, points, id",
    )?;
    let mut rows = statement.query([])?;
    let mut rewards = Vec::new();
    while let Some(row) = rows.next()? {
        rewards.push(reward(row)?);
    }
    Ok(rewards)
}

/// One reward; none where there is none of this number (any more).
pub fn by_id(conn: &Connection, id: i64) -> Result<Option<Reward>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, name, kind, points, worth, retired FROM reward WHERE id = ?1",
    )?;
    let mut rows = statement.query([id])?;
    rows.next()?.map(reward).transpose()
}

/// The number of the reward of this name.
pub fn find(conn: &Connection, name: &str) -> Result<Option<i64>> {
    let mut statement = conn.prepare_cached("SELECT id FROM reward WHERE name = ?1")?;
    Ok(statement.query_row([name], |row| row.get(0)).optional()?)
}

/// Adds a reward; its number.
pub fn add(tx: &Transaction<'_>, reward: &Reward) -> Result<i64> {
    let Reward { name, kind, points, worth, retired, .. } = reward;
    tx.prepare_cached(
        "INSERT INTO reward (name, kind, points, worth, retired) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![name, kind.code(), points, worth, retired])?;
    Ok(tx.last_insert_rowid())
}

/// Rewrites a reward; what stays the same leaves no trace in the change.
pub fn update(tx: &Transaction<'_>, reward: &Reward) -> Result<()> {
    let Reward { id, name, kind, points, worth, retired } = reward;
    tx.prepare_cached(
        "UPDATE reward SET name = ?2, kind = ?3, points = ?4, worth = ?5, retired = ?6
         WHERE id = ?1",
    )?
    .execute(params![id, name, kind.code(), points, worth, retired])?;
    Ok(())
}

fn reward(row: &Row<'_>) -> Result<Reward> {
    let code: String = row.get(2)?;
    let kind = RewardKind::ALL.into_iter().find(|kind| kind.code() == code);
    let kind = kind.ok_or_else(|| Error::Damaged { details: format!("reward “{code}”") })?;
    Ok(Reward {
        id: row.get(0)?,
        name: row.get(1)?,
        kind,
        points: row.get(3)?,
        worth: row.get(4)?,
        retired: row.get(5)?,
    })
}
