//! Survey answers; one without an account is anonymous.

use super::bulk::inserter;
use crate::Result;
use crate::model::{Day, NpsCategory};
use rusqlite::types::{ToSqlOutput, Type};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, Transaction, params};

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
    let rows = statement.query_map([], |row| Ok((row.get(0)?, read(row, 1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One answer; `None` where there is none.
pub fn by_id(conn: &Connection, id: i64) -> Result<Option<Answer>> {
    let sql = format!("SELECT {} FROM answer WHERE id = ?1", COLUMNS.join(", "));
    let mut statement = conn.prepare_cached(&sql)?;
    Ok(statement.query_row([id], |row| read(row, 0)).optional()?)
}

fn read(row: &Row<'_>, at: usize) -> rusqlite::Result<Answer> {
    Ok(Answer {
        account: row.get(at)?,
        survey: row.get(at + 1)?,
        wave: row.get(at + 2)?,
        day: Day(row.get(at + 3)?),
        score: row.get(at + 4)?,
        quality: row.get(at + 5)?,
        service: row.get(at + 6)?,
        experience: row.get(at + 7)?,
        comment: row.get(at + 8)?,
        category: category(row.get(at + 9)?)?,
    })
}

/// Adds one answer typed in; its id.
pub fn add(tx: &Transaction<'_>, answer: &Answer) -> Result<i64> {
    let sql = "INSERT INTO answer
                 (account, survey, wave, day, score, quality, service, experience, comment, category)
               VALUES (:account, :survey, :wave, :day, :score, :quality, :service, :experience,
                       :comment, :category)";
    tx.prepare_cached(sql)?.execute(&values(answer)[..])?;
    Ok(tx.last_insert_rowid())
}

/// Corrects an answer; columns that stay the same leave no trace in the change.
pub fn update(tx: &Transaction<'_>, id: i64, answer: &Answer) -> Result<()> {
    let sql = "UPDATE answer SET account = :account, survey = :survey, wave = :wave, day = :day,
                 score = :score, quality = :quality, service = :service, experience = :experience,
                 comment = :comment, category = :category
               WHERE id = :id";
    let mut values = values(answer).to_vec();
    values.push((":id", &id));
    tx.prepare_cached(sql)?.execute(&values[..])?;
    Ok(())
}

/// The columns of an answer by name, as they are written.
fn values(answer: &Answer) -> [(&'static str, &dyn ToSql); COLUMNS.len()] {
    [
        (":account", &answer.account),
        (":survey", &answer.survey),
        (":wave", &answer.wave),
        (":day", &answer.day.0),
        (":score", &answer.score),
        (":quality", &answer.quality),
        (":service", &answer.service),
        (":experience", &answer.experience),
        (":comment", &answer.comment),
        (":category", &answer.category),
    ]
}

/// Calls the survey of answers otherwise.
pub fn rename_survey(tx: &Transaction<'_>, old: &str, new: &str) -> Result<()> {
    tx.prepare_cached("UPDATE answer SET survey = ?2 WHERE survey = ?1")?.execute([old, new])?;
    Ok(())
}

/// Puts an answer into a wave.
pub fn set_wave(tx: &Transaction<'_>, id: i64, wave: &str) -> Result<()> {
    tx.prepare_cached("UPDATE answer SET wave = ?2 WHERE id = ?1")?.execute(params![id, wave])?;
    Ok(())
}

/// Takes an answer away, with its items and what the user made of its comment. A wish stays, without
/// the comment it was in.
pub fn remove(tx: &Transaction<'_>, id: i64) -> Result<()> {
    for sql in [
        "DELETE FROM answer_item WHERE answer = ?1",
        "DELETE FROM theme_mark WHERE answer = ?1",
        "UPDATE feature_request SET answer = NULL WHERE answer = ?1",
        "DELETE FROM answer WHERE id = ?1",
    ] {
        tx.prepare_cached(sql)?.execute([id])?;
    }
    Ok(())
}

/// Gives an answer these values for items of its survey's own, and no others.
pub fn set_items(tx: &Transaction<'_>, answer: i64, items: &[(i64, u8)]) -> Result<()> {
    tx.prepare_cached("DELETE FROM answer_item WHERE answer = ?1")?.execute([answer])?;
    for (item, value) in items {
        tx.prepare_cached("INSERT INTO answer_item (answer, item, value) VALUES (?1, ?2, ?3)")?
            .execute(params![answer, item, value])?;
    }
    Ok(())
}

/// An answer as the book reads it: with the customer, by number, and borrowed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Read<'a> {
    /// Its number.
    pub id: i64,
    /// The customer it is of; `None` for an anonymous one.
    pub customer: Option<i64>,
    /// Name of the survey.
    pub survey: &'a str,
    /// Its wave.
    pub wave: Option<&'a str>,
    /// When it was given.
    pub day: Day,
    /// The score.
    pub score: Option<u8>,
    /// Quality, service, experience.
    pub items: [Option<u8>; 3],
    /// In the customer's words.
    pub comment: Option<&'a str>,
    /// The group, where its source did not keep the score.
    pub category: Option<NpsCategory>,
}

/// Calls `each` with every answer, or with one, by day.
pub fn each(
    conn: &Connection,
    only: Option<i64>,
    mut each: impl FnMut(Read<'_>) -> Result<()>,
) -> Result<()> {
    let condition = if only.is_some() { "WHERE answer.id = ?1" } else { "WHERE ?1 IS NULL" };
    let sql = format!(
        "SELECT answer.id, customer, survey, wave, day, score, quality, service, experience, comment,
                category
         FROM answer LEFT JOIN account ON account.id = account {condition}
         ORDER BY day, answer.id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([only])?;
    while let Some(row) = rows.next()? {
        each(Read {
            id: row.get(0)?,
            customer: row.get(1)?,
            survey: super::terms::text(row, 2)?.unwrap_or_default(),
            wave: super::terms::text(row, 3)?,
            day: Day(row.get(4)?),
            score: row.get(5)?,
            items: [row.get(6)?, row.get(7)?, row.get(8)?],
            comment: super::terms::text(row, 9)?.filter(|text| !text.trim().is_empty()),
            category: category(row.get(10)?)?,
        })?;
    }
    Ok(())
}

/// Calls `each` with answer, item and value of every answer to items of a survey's own, or of one.
pub fn own_items(
    conn: &Connection,
    only: Option<i64>,
    mut each: impl FnMut(i64, i64, u8) -> Result<()>,
) -> Result<()> {
    let sql = match only {
        Some(_) => "SELECT answer, item, value FROM answer_item WHERE answer = ?1 ORDER BY id",
        None => "SELECT answer, item, value FROM answer_item WHERE ?1 IS NULL ORDER BY id",
    };
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([only])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?, row.get(2)?)?;
    }
    Ok(())
}

/// One change of an answer: when, and the old values of what changed, as JSON. Absent for the day it
/// was brought.
pub type Step = (i64, Option<String>);

/// What became of an answer since it was brought, oldest first: when it was brought, then every
/// change of it that stands.
pub fn history(conn: &Connection, id: i64) -> Result<Vec<Step>> {
    let mut statement = conn.prepare_cached(
        "SELECT at, NULL, 0 FROM added JOIN change ON change.id = change
         WHERE tbl = 'answer' AND ?1 BETWEEN first_id AND last_id
         UNION ALL
         SELECT at, old, log.id FROM log JOIN change ON change.id = change
         WHERE tbl = 'answer' AND row = ?1 AND NOT undone ORDER BY 3",
    )?;
    let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The names of the surveys answers speak of, with whether any has a score and any an item.
pub fn surveys(conn: &Connection) -> Result<Vec<(String, bool, bool)>> {
    let mut statement = conn.prepare_cached(
        "SELECT survey, max(score IS NOT NULL OR category IS NOT NULL),
           max(coalesce(quality, service, experience) IS NOT NULL)
         FROM answer GROUP BY survey ORDER BY survey",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((row.get(0)?, row.get::<_, i64>(1)? != 0, row.get::<_, i64>(2)? != 0))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl ToSql for NpsCategory {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.code().into())
    }
}

fn category(code: Option<String>) -> rusqlite::Result<Option<NpsCategory>> {
    let Some(code) = code else { return Ok(None) };
    let unknown = || rusqlite::Error::InvalidColumnType(10, code.clone(), Type::Text);
    NpsCategory::from_code(&code).map(Some).ok_or_else(unknown)
}
