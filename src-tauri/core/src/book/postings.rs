//! Which rows of a table belong to which account: an index in memory, made when it is first asked
//! for and gone with the book.
//!
//! An index in the file would be kept up row by row while a million rows are imported or undone.
//! This one costs a pass over a table once after a change, and then a page of one customer reads
//! his rows and no others.

use crate::Result;
use crate::store::{Connection, record};
use rayon::slice::ParallelSliceMut;
use rustc_hash::FxHashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// (account, id) of every row of one column, in that order: eight bytes a row.
#[derive(Debug, Default)]
pub(super) struct Postings {
    near: Vec<(u32, u32)>,
    /// Those whose numbers are too large for that: none in any file we have seen.
    far: Vec<(i64, i64)>,
}

impl Postings {
    fn read(conn: &Connection, table: &str, column: &str) -> Result<Self> {
        let mut postings = Self::default();
        record::owners(conn, table, column, |account, id| {
            match (u32::try_from(account), u32::try_from(id)) {
                (Ok(account), Ok(id)) => postings.near.push((account, id)),
                _ => postings.far.push((account, id)),
            }
        })?;
        postings.near.par_sort_unstable();
        postings.far.sort_unstable();
        Ok(postings)
    }

    /// Ids of the rows of an account.
    pub(super) fn of(&self, account: i64) -> Vec<i64> {
        let mut ids = Vec::new();
        if let Ok(account) = u32::try_from(account) {
            let from = self.near.partition_point(|row| row.0 < account);
            let rows = self.near[from..].iter().take_while(|row| row.0 == account);
            ids.extend(rows.map(|row| i64::from(row.1)));
        }
        let from = self.far.partition_point(|row| row.0 < account);
        let rows = self.far[from..].iter().take_while(|row| row.0 == account);
        ids.extend(rows.map(|row| row.1));
        ids
    }
}

/// The postings of one column, once they have been read.
type Read = Arc<Mutex<Option<Arc<Postings>>>>;

/// Those that were asked for, by table and column.
#[derive(Debug, Default)]
pub(super) struct Shelf(Mutex<FxHashMap<String, Read>>);

impl Shelf {
    /// What stands of it after a write that touched only these tables.
    pub(super) fn without(&self, touched: &[&str]) -> Self {
        let slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_touched =
            |name: &str| name.split_once('.').is_none_or(|(table, _)| touched.contains(&table));
        let kept = slots.iter().filter(|(name, _)| !is_touched(name));
        Self(Mutex::new(kept.map(|(name, slot)| (name.clone(), Arc::clone(slot))).collect()))
    }

    /// The postings of a column. Two who ask at once for the same one wait for one reading; other
    /// columns are not kept waiting.
    pub(super) fn of(
        &self,
        table: &str,
        column: &str,
        conn: impl FnOnce() -> Result<Connection>,
    ) -> Result<Arc<Postings>> {
        let slot = {
            let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(slots.entry(format!("{table}.{column}")).or_default())
        };
        let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = &*slot {
            return Ok(Arc::clone(known));
        }
        let read = Arc::new(Postings::read(&conn()?, table, column)?);
        *slot = Some(Arc::clone(&read));
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_account_whatever_their_numbers() {
        let far = i64::from(u32::MAX) + 7;
        let postings =
            Postings { near: vec![(1, 4), (2, 3), (2, 9), (5, 1)], far: vec![(2, far), (far, 8)] };
        assert_eq!(postings.of(2), [3, 9, far]);
        assert_eq!(postings.of(far), [8]);
        assert_eq!(postings.of(3), [0; 0]);
    }
}
