//! Where facts come from: one row for each exporter, one with an empty name for all other files.

use crate::Result;
use rusqlite::{Connection, OptionalExtension, Transaction};

/// The id of a source; `None` where nothing came from it yet.
pub fn find(conn: &Connection, name: &str) -> Result<Option<i64>> {
    let mut statement = conn.prepare_cached("SELECT id FROM source WHERE name = ?1")?;
    Ok(statement.query_row([name], |row| row.get(0)).optional()?)
}

/// The id of a source, which is added where it is new.
pub fn find_or_add(tx: &Transaction<'_>, name: &str) -> Result<i64> {
    if let Some(id) = find(tx, name)? {
        return Ok(id);
    }
    tx.prepare_cached("INSERT INTO source (name) VALUES (?1)")?.execute([name])?;
    Ok(tx.last_insert_rowid())
}

/// Every source: (id, name).
pub fn all(conn: &Connection) -> Result<Vec<(i64, String)>> {
    let mut statement = conn.prepare_cached("SELECT id, name FROM source ORDER BY id")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
