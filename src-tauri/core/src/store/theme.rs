//! Themes of the user's own, and what he says comments are about.

use crate::Result;
use rusqlite::{Connection, Transaction, params};

/// A theme of the user's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its number.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// Beginnings of words that suggest it.
    pub words: Vec<String>,
}

/// Where a comment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Said {
    /// With an answer, by its id.
    Answer(i64),
    /// With a cancellation, by its id.
    Cancellation(i64),
}

/// What the user says of a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The theme: `price`, `own-12`.
    pub theme: String,
    /// Which comment.
    pub said: Said,
    /// Whether it is about that theme.
    pub about: bool,
}

impl Said {
    /// Ids of the answer and of the cancellation, one of them absent.
    pub(super) fn columns(self) -> (Option<i64>, Option<i64>) {
        match self {
            Self::Answer(id) => (Some(id), None),
            Self::Cancellation(id) => (None, Some(id)),
        }
    }

    /// Reads what `columns` gives; an answer where both are there.
    pub(super) fn of(answer: Option<i64>, cancellation: Option<i64>) -> Option<Self> {
        answer.map(Self::Answer).or_else(|| cancellation.map(Self::Cancellation))
    }
}

/// Every theme of the user's own, by id.
pub fn all(conn: &Connection) -> Result<Vec<Theme>> {
    let mut statement = conn.prepare_cached("SELECT id, name, words FROM theme ORDER BY id")?;
    let rows = statement.query_map([], |row| {
        let words: String = row.get(2)?;
        let words = words.lines().map(str::to_owned).collect();
        Ok(Theme { id: row.get(0)?, name: row.get(1)?, words })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Adds a theme.
pub fn add(tx: &Transaction<'_>, name: &str, words: &[String]) -> Result<i64> {
    tx.prepare_cached("INSERT INTO theme (name, words) VALUES (?1, ?2)")?
        .execute(params![name, words.join("\n")])?;
    Ok(tx.last_insert_rowid())
}

/// Everything the user said of comments.
pub fn marks(conn: &Connection) -> Result<Vec<Mark>> {
    let mut statement = conn
        .prepare_cached("SELECT theme, answer, cancellation, about FROM theme_mark ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut marks = Vec::new();
    while let Some(row) = rows.next()? {
        let Some(said) = Said::of(row.get(1)?, row.get(2)?) else { continue };
        let about = row.get::<_, i64>(3)? != 0;
        marks.push(Mark { theme: row.get(0)?, said, about });
    }
    Ok(marks)
}

/// Keeps what the user says in place of what he said before.
pub fn mark(tx: &Transaction<'_>, mark: &Mark) -> Result<()> {
    let (answer, cancellation) = mark.said.columns();
    // Not an upsert: one that finds its row uses up an id, and the change would seem to add a row.
    let known = tx
        .prepare_cached(
            "UPDATE theme_mark SET about = ?4
             WHERE theme = ?1 AND answer IS ?2 AND cancellation IS ?3",
        )?
        .execute(params![mark.theme, answer, cancellation, i64::from(mark.about)])?;
    if known == 0 {
        tx.prepare_cached(
            "INSERT INTO theme_mark (theme, answer, cancellation, about) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![mark.theme, answer, cancellation, i64::from(mark.about)])?;
    }
    Ok(())
}
