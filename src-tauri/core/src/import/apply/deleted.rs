//! What was deleted by hand stays deleted for as long as its file says what it said before. Says the
//! file something new, the file counts, as with what was corrected by hand ([`super::corrected`]).

use crate::Result;
use crate::store::deleted;
use crate::store::trace::Values;
use rusqlite::Transaction;
use rustc_hash::{FxHashMap, FxHashSet};

/// Rows of one table that were deleted by hand, by what tells them apart.
pub(super) struct Deleted<'tx> {
    tx: &'tx Transaction<'tx>,
    rows: FxHashMap<i64, Vec<i64>>,
    /// Those this file has brought again.
    met: FxHashSet<i64>,
}

impl<'tx> Deleted<'tx> {
    pub(super) fn load(tx: &'tx Transaction<'tx>, table: &str) -> Result<Self> {
        Ok(Self { tx, rows: deleted::of_table(tx, table)?, met: FxHashSet::default() })
    }

    /// Nothing was: nearly always.
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn holds(&self, hash: i64) -> bool {
        !self.is_empty() && self.rows.contains_key(&hash)
    }

    /// A row of this file was this one: the next twin of it is another.
    pub(super) fn meet(&mut self, hash: i64) {
        self.met.insert(hash);
    }

    pub(super) fn is_met(&self, hash: i64) -> bool {
        !self.met.is_empty() && self.met.contains(&hash)
    }

    /// The rows of a hash as their file had brought them; several where one came back and was
    /// deleted once more.
    pub(super) fn old(&self, hash: i64) -> Result<Vec<Values>> {
        let ids = self.rows.get(&hash).map_or(&[][..], Vec::as_slice);
        ids.iter().map(|id| deleted::old(self.tx, *id)).collect()
    }
}
