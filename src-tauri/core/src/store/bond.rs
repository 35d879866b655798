//! Bonds: what the user decided of two accounts. A decision taken back is a row less.

use crate::Result;
use crate::identity::Decision;
use rusqlite::{Connection, Transaction, params};

/// Every decision that stands.
pub fn all(conn: &Connection) -> Result<Vec<Decision>> {
    let mut statement = conn.prepare_cached("SELECT one, other, joined FROM bond ORDER BY id")?;
    let rows = statement.query_map([], |row| {
        Ok(Decision { one: row.get(0)?, other: row.get(1)?, joined: row.get::<_, i64>(2)? != 0 })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes a decision in place of an earlier one of the same accounts.
pub fn set(tx: &Transaction<'_>, decision: Decision) -> Result<()> {
    let mut statement = tx.prepare_cached(
        "INSERT INTO bond (one, other, joined) VALUES (?1, ?2, ?3)
         ON CONFLICT (one, other) DO UPDATE SET joined = excluded.joined",
    )?;
    statement.execute(params![decision.one, decision.other, i64::from(decision.joined)])?;
    Ok(())
}

/// Takes the decision of two accounts away.
pub fn remove(tx: &Transaction<'_>, decision: Decision) -> Result<()> {
    let mut statement = tx.prepare_cached("DELETE FROM bond WHERE one = ?1 AND other = ?2")?;
    statement.execute([decision.one, decision.other])?;
    Ok(())
}
