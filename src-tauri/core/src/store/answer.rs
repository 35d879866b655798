//! Survey answers; one without an account is anonymous.

use super::bulk::inserter;
use crate::Result;
use crate::model::{Day, NpsCategory};
use rusqlite::Connection;
use rusqlite::types::Type;

const COLUMNS: [&str; 10] = [
    "account",
    "survey",
    "wave",
    "day",
    "score",
    "quality",
    "service",
    "experience",
    "comment",
    "category",
];

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Id of the account; `None` for an anonymous answer.
    pub account: Option<i64>,
    /// Name of the survey.
    pub survey: String,
    /// Its wave: `2026-Q1`.
    pub wave: Option<String>,
    /// When it was given.
    pub day: Day,
    /// How likely to recommend, 0 to 10.
    pub score: Option<u8>,
    /// Quality of the product, 1 to 10.
    pub quality: Option<u8>,
    /// Service, 1 to 10.
    pub service: Option<u8>,
    /// Overall experience, 1 to 10.
    pub experience: Option<u8>,
    /// In the customer's words.
    pub comment: Option<String>,
    /// The group of an answer whose score the source did not keep; `None` where there is a score.
    pub category: Option<NpsCategory>,
}

inserter!("answer", COLUMNS, Answer, |bulk, row| {
    bulk.put(row.account)?;
    bulk.put(&row.survey)?;
    bulk.put(&row.wave)?;
    bulk.put(row.day.0)?;
    bulk.put(row.score)?;
    bulk.put(row.quality)?;
    bulk.put(row.service)?;
    bulk.put(row.experience)?;
    bulk.put(&row.comment)?;
    bulk.put(row.category.map(NpsCategory::code))
});

/// Every answer: (id, answer), by day.
pub fn all(conn: &Connection) -> Result<Vec<(i64, Answer)>> {
    let sql = format!("SELECT id, {} FROM answer ORDER BY day, id", COLUMNS.join(", "));
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| {
        let answer = Answer {
            account: row.get(1)?,
            survey: row.get(2)?,
            wave: row.get(3)?,
            day: Day(row.get(4)?),
            score: row.get(5)?,
            quality: row.get(6)?,
            service: row.get(7)?,
            experience: row.get(8)?,
            comment: row.get(9)?,
            category: category(row.get(10)?)?,
        };
        Ok((row.get(0)?, answer))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn category(code: Option<String>) -> rusqlite::Result<Option<NpsCategory>> {
    let Some(code) = code else { return Ok(None) };
    let unknown = || rusqlite::Error::InvalidColumnType(10, code.clone(), Type::Text);
    NpsCategory::from_code(&code).map(Some).ok_or_else(unknown)
}
