//! Who brought whom.

use super::bulk::inserter;
use crate::Result;
use crate::model::Day;
use rusqlite::Connection;

/// One customer brought by another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Referral {
    /// Id of the account that brought him.
    pub referrer: i64,
    /// Id of the account that came.
    pub referred: i64,
    /// When.
    pub day: Day,
}

inserter!("referral", ["referrer", "referred", "day"], Referral, |bulk, row| {
    bulk.put(row.referrer)?;
    bulk.put(row.referred)?;
    bulk.put(row.day.0)
});

/// Every referral: (id, referral), by day.
pub fn all(conn: &Connection) -> Result<Vec<(i64, Referral)>> {
    let mut statement =
        conn.prepare_cached("SELECT id, referrer, referred, day FROM referral ORDER BY day, id")?;
    let rows = statement.query_map([], |row| {
        let (referrer, referred, day) = (row.get(1)?, row.get(2)?, Day(row.get(3)?));
        Ok((row.get(0)?, Referral { referrer, referred, day }))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
