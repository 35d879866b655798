//! What holds for the whole workspace: one row a setting, its value as JSON.

use crate::model::{Currency, Day, Policy, Targets};
use crate::{Error, Result};
use chrono_tz::Tz;
use rusqlite::{Connection, Row, Transaction};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The settings of a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Its name in the title and the menu.
    pub name: String,
    /// What everything is reported in.
    pub currency: Currency,
    /// Where a day begins and ends.
    pub time_zone: Tz,
    /// The day everything is seen from; `None` is today.
    pub as_of: Option<Day>,
    /// Rules that change figures.
    pub policy: Policy,
    /// What the user wants to reach.
    pub targets: Targets,
}

/// Reads the settings.
///
/// # Errors
/// `Damaged` where name, currency or time zone is missing or makes no sense.
pub fn read(conn: &Connection) -> Result<Settings> {
    let currency: String = required(conn, "currency")?;
    let time_zone: String = required(conn, "time_zone")?;
    let as_of: Option<i32> = value(conn, "as_of")?.flatten();
    Ok(Settings {
        name: required(conn, "name")?,
        currency: Currency::parse(&currency).ok_or_else(|| senseless("currency"))?,
        time_zone: time_zone.parse().map_err(|_| senseless("time_zone"))?,
        as_of: as_of.map(Day),
        policy: value(conn, "policy")?.unwrap_or_default(),
        targets: value(conn, "targets")?.unwrap_or_default(),
    })
}

/// Writes the settings; what stays the same leaves no trace in the change.
pub fn write(tx: &Transaction<'_>, settings: &Settings) -> Result<()> {
    set(tx, "name", &settings.name)?;
    set(tx, "currency", &settings.currency.code())?;
    set(tx, "time_zone", &settings.time_zone.name())?;
    set(tx, "as_of", &settings.as_of.map(|day| day.0))?;
    set(tx, "policy", &settings.policy)?;
    set(tx, "targets", &settings.targets)
}

/// One setting by its key; none where nobody has set it.
///
/// # Errors
/// `Damaged` where it is something else.
pub fn get<T: DeserializeOwned>(conn: &Connection, key: &str) -> Result<Option<T>> {
    value(conn, key)
}

/// Whether any key begins like this.
pub fn any_with(conn: &Connection, prefix: &str) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM setting WHERE substr(key, 1, length(?1)) = ?1)";
    Ok(conn.prepare_cached(sql)?.query_row([prefix], |row| row.get(0))?)
}

/// Every setting whose key begins like this, with its key; what cannot be read is passed over.
pub fn all_with<T: DeserializeOwned>(conn: &Connection, prefix: &str) -> Result<Vec<(String, T)>> {
    let sql = "SELECT key, value FROM setting WHERE substr(key, 1, length(?1)) = ?1 ORDER BY key";
    let mut statement = conn.prepare_cached(sql)?;
    let pair = |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?));
    let mut found = Vec::new();
    for pair in statement.query_map([prefix], pair)? {
        let (key, json) = pair?;
        found.extend(serde_json::from_str(&json).ok().map(|value| (key, value)));
    }
    Ok(found)
}

/// Sets one; the same value once more leaves no trace.
pub fn put(tx: &Transaction<'_>, key: &str, value: &impl Serialize) -> Result<()> {
    set(tx, key, value)
}

/// Takes one away.
pub fn remove(tx: &Transaction<'_>, key: &str) -> Result<()> {
    tx.prepare_cached("DELETE FROM setting WHERE key = ?1")?.execute([key])?;
    Ok(())
}

fn set(tx: &Transaction<'_>, key: &str, value: &impl Serialize) -> Result<()> {
    let json = serde_json::to_string(value).map_err(|e| Error::Unexpected(e.to_string()))?;
    // Not an upsert: one that finds its row uses up an id, and the change would seem to add a row.
    tx.prepare_cached("UPDATE setting SET value = ?2 WHERE key = ?1 AND value <> ?2")?
        .execute([key, &json])?;
    tx.prepare_cached(
        "INSERT INTO setting (key, value)
         SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM setting WHERE key = ?1)",
    )?
    .execute([key, &json])?;
    Ok(())
}

fn required<T: DeserializeOwned>(conn: &Connection, key: &str) -> Result<T> {
    value(conn, key)?.ok_or_else(|| senseless(key))
}

fn value<T: DeserializeOwned>(conn: &Connection, key: &str) -> Result<Option<T>> {
    let mut statement = conn.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    let mut rows = statement.query([key])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let json: String = row.get(0)?;
    serde_json::from_str(&json).map(Some).map_err(|_| senseless(key))
}

fn senseless(key: &str) -> Error {
    Error::Damaged { details: format!("setting “{key}”") }
}
