//! Features customers miss, and who asked for them.

use super::theme::Said;
use crate::model::Day;
use crate::{Error, Result};
use rusqlite::{Connection, Transaction, params};

/// How far a feature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Somebody misses it.
    Asked,
    /// It will be made.
    Planned,
    /// It is there since this day.
    Shipped(Day),
}

/// A feature customers miss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    /// Its number.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// How far it is.
    pub state: State,
}

/// Somebody asked for a feature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Id of the feature.
    pub feature: i64,
    /// The customer, by number, where one is known.
    pub customer: Option<i64>,
    /// Where he said so; `None` where it was noted without a comment.
    pub said: Option<Said>,
    /// When.
    pub day: Day,
    /// When he was told that it is there.
    pub told: Option<Day>,
}

impl State {
    /// As it is stored: word and day.
    fn columns(self) -> (&'static str, Option<i32>) {
        match self {
            Self::Asked => ("asked", None),
            Self::Planned => ("planned", None),
            Self::Shipped(day) => ("shipped", Some(day.0)),
        }
    }

    fn of(word: &str, day: Option<i32>) -> Result<Self> {
        match (word, day) {
            ("asked", _) => Ok(Self::Asked),
            ("planned", _) => Ok(Self::Planned),
            ("shipped", Some(day)) => Ok(Self::Shipped(Day(day))),
            _ => Err(Error::Damaged { details: format!("feature “{word}”") }),
        }
    }
}

/// Every feature, by id.
pub fn all(conn: &Connection) -> Result<Vec<Feature>> {
    let mut statement =
        conn.prepare_cached("SELECT id, name, state, shipped FROM feature ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut features = Vec::new();
    while let Some(row) = rows.next()? {
        let state = State::of(&row.get::<_, String>(2)?, row.get(3)?)?;
        features.push(Feature { id: row.get(0)?, name: row.get(1)?, state });
    }
    Ok(features)
}

/// Adds a feature that is asked for.
pub fn add(tx: &Transaction<'_>, name: &str) -> Result<i64> {
    tx.prepare_cached("INSERT INTO feature (name, state) VALUES (?1, 'asked')")?.execute([name])?;
    Ok(tx.last_insert_rowid())
}

/// Rewrites how far a feature is.
pub fn set_state(tx: &Transaction<'_>, id: i64, state: State) -> Result<()> {
    let (word, day) = state.columns();
    tx.prepare_cached("UPDATE feature SET state = ?2, shipped = ?3 WHERE id = ?1")?
        .execute(params![id, word, day])?;
    Ok(())
}

/// Every request, in the order they were noted.
pub fn requests(conn: &Connection) -> Result<Vec<Request>> {
    let mut statement = conn.prepare_cached(
        "SELECT feature, customer, answer, cancellation, day, told
         FROM feature_request LEFT JOIN account ON account.id = account
         ORDER BY feature_request.id",
    )?;
    let mut rows = statement.query([])?;
    let mut requests = Vec::new();
    while let Some(row) = rows.next()? {
        requests.push(Request {
            feature: row.get(0)?,
            customer: row.get(1)?,
            said: Said::of(row.get(2)?, row.get(3)?),
            day: Day(row.get(4)?),
            told: row.get::<_, Option<i32>>(5)?.map(Day),
        });
    }
    Ok(requests)
}

/// Notes a request of an account; the same comment once more changes nothing.
pub fn request(
    tx: &Transaction<'_>,
    feature: i64,
    account: Option<i64>,
    said: Option<Said>,
    day: Day,
) -> Result<()> {
    let (answer, cancellation) = said.map_or((None, None), Said::columns);
    tx.prepare_cached(
        "INSERT INTO feature_request (feature, account, answer, cancellation, day)
         SELECT ?1, ?2, ?3, ?4, ?5
         WHERE NOT EXISTS (SELECT 1 FROM feature_request WHERE feature = ?1 AND account IS ?2
                             AND answer IS ?3 AND cancellation IS ?4)",
    )?
    .execute(params![feature, account, answer, cancellation, day.0])?;
    Ok(())
}

/// Takes a comment's request back.
pub fn take_back(tx: &Transaction<'_>, feature: i64, said: Said) -> Result<()> {
    let (answer, cancellation) = said.columns();
    tx.prepare_cached(
        "DELETE FROM feature_request WHERE feature = ?1 AND answer IS ?2 AND cancellation IS ?3",
    )?
    .execute(params![feature, answer, cancellation])?;
    Ok(())
}

/// Notes on which day the requests of a customer were answered; none takes it back.
pub fn tell(tx: &Transaction<'_>, feature: i64, customer: i64, on: Option<Day>) -> Result<()> {
    tx.prepare_cached(
        "UPDATE feature_request SET told = ?3
         WHERE feature = ?1 AND account IN (SELECT id FROM account
           WHERE id = ?2 AND customer = ?2 OR customer = ?2 AND customer <> id)",
    )?
    .execute(params![feature, customer, on.map(|day| day.0)])?;
    Ok(())
}
