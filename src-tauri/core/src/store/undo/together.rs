//! Rows that wait for each other's unique names: they are lifted out and put back all at once.

use super::Outcome;
use super::back::{Back, Blocked};
use super::entry::{self, Entry};
use super::row::{self, Values};
use super::shape::Table;
use crate::Result;
use std::collections::{BTreeMap, BTreeSet};

impl Back<'_> {
    /// Brings back as many of the waiting rows of a table as fit together.
    pub(super) fn together(&mut self, table: &Table, outcome: &mut Outcome) -> Result<()> {
        let mut rows = BTreeSet::new();
        for entry in self.waiting.iter().filter(|e| e.table == table.name) {
            if matches!(self.blocked_by(&entry.again(self.tx)?)?, Blocked::Taken(_)) {
                rows.insert(entry.row);
            }
        }
        while !rows.is_empty() {
            self.tx.execute_batch("SAVEPOINT together")?;
            let unfit = self.put_back(table, &rows)?;
            let Some(unfit) = unfit else {
                self.tx.execute_batch("RELEASE together")?;
                outcome.at(table).restored += rows.len();
                self.waiting.retain(|e| e.table != table.name || !rows.contains(&e.row));
                return Ok(());
            };
            self.tx.execute_batch("ROLLBACK TO together; RELEASE together")?;
            rows.remove(&unfit);
        }
        Ok(())
    }

    /// Puts the rows back as they were before their waiting entries; a row that does not fit is
    /// named, and everything is half done then.
    fn put_back(&self, table: &Table, rows: &BTreeSet<i64>) -> Result<Option<i64>> {
        let mut lifted: BTreeMap<i64, Values> = BTreeMap::new();
        for &id in rows {
            if let Some(values) = row::read(self.tx, table, id)? {
                row::delete(self.tx, table, id)?;
                lifted.insert(id, values);
            }
        }
        let mut entries: Vec<&Entry> = self.waiting.iter().collect();
        entries.retain(|e| e.table == table.name && rows.contains(&e.row));
        entries.sort_by_key(|e| std::cmp::Reverse(e.id));
        for entry in entries {
            self.swap(entry.again(self.tx)?, &mut lifted)?;
        }
        for (id, values) in lifted {
            if row::missing(self.tx, table, &values)?.is_some()
                || row::twin(self.tx, table, id, &values)?.is_some()
            {
                return Ok(Some(id));
            }
            row::insert(self.tx, table, id, &values)?;
        }
        Ok(None)
    }

    /// Swaps the values of an entry with those of its lifted row, or of the next later entry.
    fn swap(&self, mut entry: Entry, lifted: &mut BTreeMap<i64, Values>) -> Result<()> {
        if entry.is_delete {
            if let Some(old) = entry.old.take() {
                lifted.insert(entry.row, old);
            }
            return entry.save(self.tx);
        }
        let mut later = entry::later(self.tx, &entry)?;
        for (column, value) in entry.old.iter_mut().flatten() {
            let next = later.iter_mut().find(|l| l.holds(column));
            let held = match next {
                Some(next) => next.old.as_mut(),
                None => lifted.get_mut(&entry.row),
            };
            if let Some(held) = held.and_then(|held| held.get_mut(column)) {
                std::mem::swap(held, value);
            }
        }
        later.iter().try_for_each(|l| l.save(self.tx))?;
        entry.save(self.tx)
    }
}
