//! Which rows of a table are known already: in the store before, or met in this file.
//!
//! Exact, and of a size that does not grow with file or store: some hundred thousand rows met last
//! are in memory; the keys of what this file added before them lie in sorted runs in a file
//! ([`runs`]); what the store had is in its key table ([`keys`]). A filter ([`filter`]) knows all that
//! is not in memory, so that a row nobody has seen, as most are, is looked up nowhere. A file that
//! comes again meets its rows in the order it added them: the next one is guessed, and right.
//! At the end the runs are merged into the key table, in order.

mod filter;
mod recent;
mod runs;

use crate::Result;
use crate::import::Limit;
use crate::store::Ids;
use crate::store::keys::{self, Finder, Key, Merger};
use crate::task::{Beat, Cancel};
use filter::Filter;
use recent::{Entry, Recent};
use runs::Runs;
use rusqlite::Transaction;
use std::hint::black_box;
use std::path::PathBuf;

/// Rows that are kept in memory; few in this crate's tests, so that they come here too.
const RECENT: usize = if cfg!(test) { 300 } else { 900_000 };
/// Rows of a file that are this small a part of what is stored are looked up without a filter: to
/// fill one takes as long.
const FEW: usize = 16;

/// What is known of a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// No row has it.
    Nowhere,
    /// A row the store had; this file has not spoken of it yet.
    Stored(i64),
    /// A row this file has spoken of, and the line if it is still known.
    Met(i64, Option<u32>),
}

/// The rows of one table.
pub(super) struct Known<'tx> {
    tx: &'tx Transaction<'tx>,
    table: &'static str,
    finder: Finder<'tx>,
    /// Rows from this id on are this file's.
    first: i64,
    /// How many the store had, at most.
    stored: usize,
    recent: Recent,
    /// How many of them are kept.
    room: usize,
    filter: Option<Filter>,
    runs: Runs,
    /// Rows of the store that were met and are not among the recent ones any more.
    met: Ids,
    /// The stored row met last, and whether it was the one after the last before it.
    last: i64,
    in_order: bool,
    cancel: Cancel,
}

impl<'tx> Known<'tx> {
    /// For a file of about so many rows; the next row of the table will get the id `first`.
    pub(super) fn load(
        tx: &'tx Transaction<'tx>,
        table: &'static str,
        first: i64,
        expected: u64,
        cancel: &Cancel,
        beat: &mut Beat<'_>,
    ) -> Result<Self> {
        let path = tx.path().map_or_else(PathBuf::new, PathBuf::from);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let stored = keys::at_most(tx, table)?;
        let expected = usize::try_from(expected).unwrap_or(usize::MAX);
        let mut known = Self {
            tx,
            table,
            finder: Finder::new(tx, table)?,
            first,
            stored,
            recent: Recent::with_room(expected.min(RECENT)),
            room: RECENT,
            filter: None,
            runs: Runs::new(path.with_file_name(format!(".{name}.keys"))),
            met: Ids::default(),
            last: 0,
            in_order: false,
            cancel: cancel.clone(),
        };
        if stored > 0 && expected >= stored / FEW {
            known.fill_filter(expected.max(RECENT), beat)?;
        }
        Ok(known)
    }

    /// A filter of everything the store had, with room for more.
    fn fill_filter(&mut self, more: usize, beat: &mut Beat<'_>) -> Result<()> {
        let mut filter = Filter::new(self.stored.saturating_add(more));
        if self.stored > 0 {
            let mut count = 0_u32;
            keys::each(self.tx, self.table, |(hash, _)| {
                count = count.wrapping_add(1);
                if count.is_multiple_of(4_096) {
                    beat()?;
                }
                filter.add(hash);
                Ok(())
            })?;
        }
        self.filter = Some(filter);
        Ok(())
    }

    /// Looks up in memory what will be asked for ([`super::pump::Target::ahead`]).
    #[inline]
    pub(super) fn ahead(&self, hash: i64) {
        let filter = self.filter.as_ref();
        black_box(self.recent.holds(hash) || filter.is_some_and(|filter| filter.may_hold(hash)));
    }

    /// Where a hash was met, or is.
    pub(super) fn find(&mut self, hash: i64) -> Result<Found> {
        if let Some(entry) = self.recent.find(hash) {
            return Ok(Found::Met(entry.row, Some(entry.line)));
        }
        if self.filter.as_ref().is_some_and(|filter| !filter.may_hold(hash)) {
            return Ok(Found::Nowhere);
        }
        if let Some(row) = self.runs.find(hash)? {
            return Ok(Found::Met(row, None));
        }
        let row = if self.stored > 0 { self.row(hash)? } else { None };
        Ok(match row {
            None => Found::Nowhere,
            Some(row) if self.met.holds(row) => Found::Met(row, None),
            Some(row) => Found::Stored(row),
        })
    }

    /// A row of the store: the one after the last, or where the key table says.
    fn row(&mut self, hash: i64) -> Result<Option<i64>> {
        let next = self.last + 1;
        if self.in_order && next < self.first && self.finder.hash(next)? == Some(hash) {
            return Ok(Some(next));
        }
        self.finder.row(hash)
    }

    /// From now on this file has spoken of the row.
    pub(super) fn meet(&mut self, hash: i64, row: i64, line: u32) -> Result<()> {
        if let Some(entry) = self.recent.find(hash) {
            (entry.row, entry.line) = (row, line);
            return Ok(());
        }
        if row < self.first {
            self.in_order = row == self.last + 1;
            self.last = row;
        }
        self.enter(hash, row, line)
    }

    /// The same for a hash that was just found nowhere.
    pub(super) fn enter(&mut self, hash: i64, row: i64, line: u32) -> Result<()> {
        self.recent.add(Entry { hash, row, line });
        if self.recent.len() >= self.room { self.spill() } else { Ok(()) }
    }

    /// Makes room in memory: keys of new rows go into a run, of the others it is kept that they
    /// were met.
    fn spill(&mut self) -> Result<()> {
        self.cancel.check()?;
        if self.filter.is_none() {
            let cancel = self.cancel.clone();
            self.fill_filter(Limit::ROW_COUNT as usize, &mut || cancel.check())?;
        }
        let (first, met, filter) = (self.first, &mut self.met, &mut self.filter);
        let entries = self.recent.sorted();
        for entry in entries {
            if let Some(filter) = filter {
                filter.add(entry.hash);
            }
            if entry.row < first {
                met.add(entry.row);
            }
        }
        self.runs.add(entries.iter().filter(|entry| entry.row >= first).map(key))?;
        self.recent.clear();
        Ok(())
    }

    /// Writes the keys of the rows this file added into the key table.
    pub(super) fn finish(mut self, beat: &mut Beat<'_>) -> Result<()> {
        beat()?;
        let new = |entry: &&Entry| entry.row >= self.first;
        let last: Vec<Key> = self.recent.sorted().iter().filter(new).map(key).collect();
        let mut merger = Merger::new(self.tx, self.table)?;
        let mut count = 0_u32;
        self.runs.merge(&last, |key| {
            count = count.wrapping_add(1);
            if count.is_multiple_of(4_096) {
                beat()?;
            }
            merger.push(key)
        })?;
        merger.finish()
    }
}

fn key(entry: &Entry) -> Key {
    (entry.hash, entry.row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Currency;
    use crate::store::{Act, Founding, Store, check};

    /// Numbers in no order, as the hashes of facts are: above 0.
    pub(super) fn hash(n: i64) -> i64 {
        let mixed = (n + 1).cast_unsigned().wrapping_mul(0x9E37_79B9_7F4A_7C15);
        ((mixed ^ mixed >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 1).cast_signed().max(1)
    }

    /// Meets the hashes of numbers as an import would, with little room in memory: how many were
    /// new, stored, met before. New rows get the next ids.
    fn import(store: &Store, numbers: &[i64], room: usize) -> [usize; 3] {
        let act = Act { kind: "import", label: "t.csv", at: 0 };
        let work = |tx: &Transaction<'_>, _| {
            let first: i64 =
                tx.query_row("SELECT coalesce(max(id), 0) + 1 FROM cost", [], |row| row.get(0))?;
            let expected = numbers.len() as u64;
            let mut known =
                Known::load(tx, "cost", first, expected, &Cancel::default(), &mut || Ok(()))?;
            known.room = room;
            let mut counts = [0; 3];
            let mut next = first;
            for (line, n) in numbers.iter().enumerate() {
                let row = match known.find(hash(*n))? {
                    Found::Nowhere => {
                        counts[0] += 1;
                        let sql = "INSERT INTO cost (hash, period, amount, currency)
                                   VALUES (?1, '2025', 1, 'EUR')";
                        tx.execute(sql, [hash(*n)])?;
                        next += 1;
                        next - 1
                    }
                    Found::Stored(row) => {
                        counts[1] += 1;
                        row
                    }
                    Found::Met(row, _) => {
                        counts[2] += 1;
                        row
                    }
                };
                known.meet(hash(*n), row, line as u32)?;
            }
            known.finish(&mut || Ok(()))?;
            Ok(counts)
        };
        store.write(&act, work).unwrap()
    }

    /// Keys that lead to no row of their hash, after looking that every row is led to.
    fn wrong_keys(store: &Store) -> usize {
        let conn = store.reader().unwrap();
        assert_eq!(check(&conn).unwrap(), []);
        let mut wrong = 0;
        let mut last = i64::MIN;
        keys::each(&conn, "cost", |(hash, row)| {
            assert!(hash > last, "in order, each once");
            last = hash;
            let sql = "SELECT EXISTS (SELECT 1 FROM cost WHERE id = ?1 AND hash = ?2)";
            let right: bool = conn.query_row(sql, [row, hash], |row| row.get(0))?;
            wrong += usize::from(!right);
            Ok(())
        })
        .unwrap();
        wrong
    }

    #[test]
    fn little_memory_knows_the_same_rows_as_much() {
        for room in [7, 100, 1_000_000] {
            let dir = tempfile::tempdir().unwrap();
            let founding = Founding {
                name: "Test".to_owned(),
                currency: Currency::EUR,
                time_zone: chrono_tz::UTC,
            };
            let store = Store::create(&dir.path().join("t.holdfast"), &founding).unwrap();
            let first: Vec<i64> = (0..1_000).collect();
            assert_eq!(import(&store, &first, room), [1_000, 0, 0]);
            assert_eq!(import(&store, &first, room), [0, 1_000, 0], "in the same order");
            // In another order, each twice, with some that are new.
            let mixed: Vec<i64> = (0..3_000).map(|n| n * 7_919 % 1_500).collect();
            assert_eq!(import(&store, &mixed, room), [500, 1_000, 1_500], "with room for {room}");
            assert_eq!(import(&store, &[3, 1_700, 3, 1_700], room), [1, 1, 2], "too few to filter");
            assert_eq!(wrong_keys(&store), 0);
            for change in [3, 1, 2] {
                store.undo(change).unwrap();
                assert_eq!(wrong_keys(&store), 0);
            }
            let reader = store.reader().unwrap();
            let left: i64 =
                reader.query_row("SELECT count(*) FROM cost_key", [], |row| row.get(0)).unwrap();
            assert_eq!(left, 0, "undone, nothing is known");
            assert_eq!(import(&store, &first, room), [1_000, 0, 0]);
        }
    }
}
