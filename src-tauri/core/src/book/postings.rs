//! Which rows of a table belong to which account: an index in memory, made when it is first asked
//! for and gone with the book.
//!
//! An index in the file would be kept up row by row while a million rows are imported or undone.
//! This one is read beside the first page that asks for it, and from then on a page of one customer
//! reads his rows and no others.

use crate::Result;
use crate::store::{Connection, record};
use rayon::slice::ParallelSliceMut;
use rustc_hash::FxHashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

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

/// Those that were asked for, by table and column.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    slots: Mutex<FxHashMap<String, Slot>>,
    /// Held while one is read: on two cores the next one waits.
    reading: Mutex<()>,
}

type Slot = Arc<OnceLock<Postings>>;

impl Shelf {
    /// What stands of it after a write that touched only these tables.
    pub(super) fn without(&self, touched: &[&str]) -> Self {
        let slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        let is_touched =
            |name: &str| name.split_once('.').is_none_or(|(table, _)| touched.contains(&table));
        let kept = slots.iter().filter(|(name, slot)| !is_touched(name) && slot.get().is_some());
        let kept = kept.map(|(name, slot)| (name.clone(), Arc::clone(slot))).collect();
        Self { slots: Mutex::new(kept), reading: Mutex::default() }
    }

    /// The place of the postings of a column, and whether somebody has asked for them before.
    pub(super) fn slot(&self, table: &str, column: &str) -> (Slot, bool) {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        let name = format!("{table}.{column}");
        let known = slots.contains_key(&name);
        (Arc::clone(slots.entry(name).or_default()), known)
    }

    /// Reads the postings of a column into their place.
    pub(super) fn read(&self, slot: &Slot, conn: &Connection, table: &str, column: &str) {
        let _turn = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        // Without them every page goes on reading the whole table: slower, and as good.
        if let Ok(postings) = Postings::read(conn, table, column) {
            slot.get_or_init(|| postings);
        }
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
