//! The numbered list of changes: every write belongs to one.

use crate::Result;
use rusqlite::{Connection, OptionalExtension, Row};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its number.
    pub id: i64,
    /// When, in UTC seconds.
    pub at: i64,
    /// `import` or `edit`.
    pub kind: String,
    /// File name or words.
    pub label: String,
    /// Whether it was undone.
    pub undone: bool,
}

impl Change {
    /// Whether the user did it, and it is not how the workspace began.
    pub fn is_step(&self) -> bool {
        matches!(self.kind.as_str(), "import" | "edit")
    }
}

/// The number of the newest change; none before the first.
pub fn newest(conn: &Connection) -> Result<Option<i64>> {
    Ok(conn.prepare_cached("SELECT max(id) FROM change")?.query_row([], |row| row.get(0))?)
}

/// Every change, newest first.
pub fn all(conn: &Connection) -> Result<Vec<Change>> {
    let mut statement =
        conn.prepare_cached("SELECT id, at, kind, label, undone FROM change ORDER BY id DESC")?;
    let rows = statement.query_map([], change)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One change; `None` where there is none of that number.
pub fn by_id(conn: &Connection, id: i64) -> Result<Option<Change>> {
    let mut statement =
        conn.prepare_cached("SELECT id, at, kind, label, undone FROM change WHERE id = ?1")?;
    Ok(statement.query_row([id], change).optional()?)
}

fn change(row: &Row<'_>) -> rusqlite::Result<Change> {
    Ok(Change {
        id: row.get(0)?,
        at: row.get(1)?,
        kind: row.get(2)?,
        label: row.get(3)?,
        undone: row.get::<_, i64>(4)? != 0,
    })
}
