//! Surveys the user has described, with their items. Their kind and scale are never rewritten.

use crate::survey::{Item, ItemKey, Kind, Questions, Scale, Survey};
use crate::{Error, Result};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

/// Every survey with its items, by id.
pub fn all(conn: &Connection) -> Result<Vec<Survey>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, name, kind, low, high, question_en, question_nl, question_sv
         FROM survey ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    let mut surveys = Vec::new();
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        surveys.push(Survey {
            id,
            name: row.get(1)?,
            kind: kind(&row.get::<_, String>(2)?)?,
            scale: scale(row, 3)?,
            questions: [row.get(5)?, row.get(6)?, row.get(7)?],
            items: items(conn, id)?,
        });
    }
    Ok(surveys)
}

/// The id of the survey of this name; `None` where nobody has described it.
pub fn find(conn: &Connection, name: &str) -> Result<Option<i64>> {
    let mut statement = conn.prepare_cached("SELECT id FROM survey WHERE name = ?1")?;
    Ok(statement.query_row([name], |row| row.get(0)).optional()?)
}

/// Adds a survey with its items; the ids of both are given by the store.
pub fn add(tx: &Transaction<'_>, survey: &Survey) -> Result<i64> {
    let Survey { name, kind, scale, questions: [en, nl, sv], .. } = survey;
    tx.prepare_cached(
        "INSERT INTO survey (name, kind, low, high, question_en, question_nl, question_sv)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![name, kind.code(), scale.low, scale.high, en, nl, sv])?;
    let id = tx.last_insert_rowid();
    survey.items.iter().try_for_each(|item| add_item(tx, id, item))?;
    Ok(id)
}

/// Adds an item to a survey.
pub fn add_item(tx: &Transaction<'_>, survey: i64, item: &Item) -> Result<()> {
    let usual = match item.key {
        ItemKey::Own(_) => None,
        key => Some(key.code()),
    };
    tx.prepare_cached(
        "INSERT INTO survey_item (survey, usual, name, low, high) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![survey, usual, item.name, item.scale.low, item.scale.high])?;
    Ok(())
}

/// Rewrites the name of a survey; its answers name it by that, too.
pub fn rename(tx: &Transaction<'_>, id: i64, name: &str) -> Result<()> {
    tx.prepare_cached("UPDATE survey SET name = ?2 WHERE id = ?1")?.execute(params![id, name])?;
    Ok(())
}

/// Takes a survey away, with its items and the answers to those.
pub fn remove(tx: &Transaction<'_>, id: i64) -> Result<()> {
    for sql in [
        "DELETE FROM answer_item WHERE item IN (SELECT id FROM survey_item WHERE survey = ?1)",
        "DELETE FROM survey_item WHERE survey = ?1",
        "DELETE FROM survey WHERE id = ?1",
    ] {
        tx.prepare_cached(sql)?.execute([id])?;
    }
    Ok(())
}

/// Rewrites the words of a question; null gives the program's own back.
pub fn set_questions(tx: &Transaction<'_>, id: i64, questions: &Questions) -> Result<()> {
    let [en, nl, sv] = questions;
    tx.prepare_cached(
        "UPDATE survey SET question_en = ?2, question_nl = ?3, question_sv = ?4 WHERE id = ?1",
    )?
    .execute(params![id, en, nl, sv])?;
    Ok(())
}

fn items(conn: &Connection, survey: i64) -> Result<Vec<Item>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, usual, name, low, high FROM survey_item WHERE survey = ?1 ORDER BY id",
    )?;
    let mut rows = statement.query([survey])?;
    let mut items = Vec::new();
    while let Some(row) = rows.next()? {
        let key = match row.get::<_, Option<String>>(1)? {
            None => ItemKey::Own(row.get(0)?),
            Some(code) => ItemKey::from_code(&code).ok_or_else(|| senseless(&code))?,
        };
        items.push(Item { key, name: row.get(2)?, scale: scale(row, 3)? });
    }
    Ok(items)
}

fn kind(code: &str) -> Result<Kind> {
    Kind::from_code(code).ok_or_else(|| senseless(code))
}

fn scale(row: &Row<'_>, at: usize) -> Result<Scale> {
    let (low, high) = (row.get(at)?, row.get(at + 1)?);
    Scale::new(low, high).ok_or_else(|| senseless(&format!("{low} to {high}")))
}

fn senseless(what: &str) -> Error {
    Error::Damaged { details: format!("survey “{what}”") }
}
