//! Purchases, events and referrals by hand: what they change is spliced into the points.

use super::Workspace;
use crate::Result;
use crate::book::{SPLICED, Touched};
use crate::store::{Connection, change, trace};
use std::sync::{Arc, PoisonError};

/// Above so many rows everything is read again.
const FEW: usize = 200;

/// What was deleted by hand is remembered for later imports: no book holds it.
const REMEMBERED: &str = "deleted";

/// Whether all of these tables hold nothing but what is spliced.
pub(super) fn are_deeds<'a>(mut tables: impl Iterator<Item = &'a String>) -> bool {
    tables.all(|table| SPLICED.contains(&table.as_str()) || table == REMEMBERED)
}

impl Workspace {
    /// A reader that goes on seeing the file as it is at this moment.
    pub(super) fn at_this_moment(&self) -> Result<Connection> {
        let conn = self.store.reader()?;
        conn.execute_batch("BEGIN")?;
        // The moment is that of the first read.
        change::newest(&conn)?;
        Ok(conn)
    }

    /// The next book after a change was made or turned that touched few rows of those tables and
    /// none of others; false where it was more: then all is to be read again. `was` sees the file
    /// before it.
    pub(super) fn renew_deeds(&self, was: &Connection, change: i64) -> Result<bool> {
        let is = self.store.reader()?;
        let mut rows = Touched::new();
        for conn in [was, &is] {
            let Some(touched) = trace::touched(conn, change, FEW)? else { return Ok(false) };
            rows.extend(touched);
        }
        if !are_deeds(rows.iter().map(|(table, _)| table)) {
            return Ok(false);
        }
        let mut book = self.book.write().unwrap_or_else(PoisonError::into_inner);
        *book = Arc::new(book.with_deeds(was, &is, &rows)?);
        Ok(true)
    }
}
