//! Putting old values back, entry by entry, newest first.
//!
//! Where a later change touched the same column, its value stays and its entry takes over the
//! older value. Where an old row or value cannot come back, because its unique name is taken or
//! what it refers to is gone, the entry goes to the change that is in the way: undoing that one
//! brings it back.

use super::Outcome;
use super::entry::{self, Entry};
use super::row::{self, Values};
use super::shape::{Shape, Table};
use crate::Result;
use rusqlite::{Connection, OptionalExtension, Transaction};

/// Undoing one change: what it needs at hand.
pub(super) struct Back<'a> {
    pub(super) tx: &'a Transaction<'a>,
    pub(super) shape: &'a Shape,
    pub(super) change: i64,
    /// Entries that wait until rows the change added are gone; newest first.
    pub(super) waiting: Vec<Entry>,
}

/// What is in the way of an old row or value, with the other change that put it there.
pub(super) enum Blocked {
    /// Nothing.
    No,
    /// What it refers to is gone.
    Missing(Option<i64>),
    /// Its unique name is taken.
    Taken(Option<i64>),
}

impl<'a> Back<'a> {
    pub(super) fn new(tx: &'a Transaction<'a>, shape: &'a Shape, change: i64) -> Self {
        Self { tx, shape, change, waiting: Vec::new() }
    }

    /// Puts back what the entries of the change hold.
    pub(super) fn entries(&mut self, outcome: &mut Outcome) -> Result<()> {
        entry::newest_first(self.tx, self.change, |entry| {
            if !self.try_back(entry.clone(), outcome)? {
                self.waiting.push(entry);
            }
            Ok(())
        })?;
        self.settle(outcome)
    }

    /// Tries again what had to wait, until nothing moves any more.
    pub(super) fn settle(&mut self, outcome: &mut Outcome) -> Result<()> {
        loop {
            let before = self.waiting.len();
            for _ in 0..before {
                let entry = self.waiting.remove(0).again(self.tx)?;
                if !self.try_back(entry.clone(), outcome)? {
                    self.waiting.push(entry);
                }
            }
            if self.waiting.len() == before {
                return Ok(());
            }
        }
    }

    /// Once the rows the change added to a table are gone, an unique name that is still taken is
    /// taken by another change, which gets the entry. So does what refers to a row the change added
    /// and would go back to one that cannot come yet: the added row stays with that change.
    pub(super) fn give_away(&mut self, table: &Table) -> Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        for entry in &waiting {
            let entry = entry.again(self.tx)?;
            if entry.table != table.name {
                self.waiting.push(entry);
                continue;
            }
            match self.blocked_by(&entry)? {
                Blocked::Missing(Some(other)) | Blocked::Taken(Some(other)) => {
                    entry.give_to(self.tx, other)?;
                }
                Blocked::Taken(None) => entry.drop_from(self.tx)?,
                Blocked::Missing(None) if self.holds_what_goes(table, &entry)? => {
                    match self.in_the_way(&entry, &waiting)? {
                        Some(other) => entry.give_to(self.tx, other)?,
                        None => self.waiting.push(entry),
                    }
                }
                _ => self.waiting.push(entry),
            }
        }
        Ok(())
    }

    /// What still waits in the end goes to the change that deleted what it needs, or never back.
    pub(super) fn give_up_waiting(mut self) -> Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        for entry in &waiting {
            let entry = entry.again(self.tx)?;
            match self.in_the_way(&entry, &waiting)? {
                Some(other) => entry.give_to(self.tx, other)?,
                None => entry.drop_from(self.tx)?,
            }
        }
        Ok(())
    }

    /// The other change because of which an entry waits; where it needs a row whose own entry
    /// waits too, the change in the way of that one.
    fn in_the_way(&self, entry: &Entry, waiting: &[Entry]) -> Result<Option<i64>> {
        let missing = match self.blocked_by(entry)? {
            Blocked::Missing(Some(other)) | Blocked::Taken(Some(other)) => return Ok(Some(other)),
            Blocked::Missing(None) => self.missing_for(entry)?,
            Blocked::No | Blocked::Taken(None) => None,
        };
        let Some((parent, gone)) = missing else { return Ok(None) };
        let deleted = waiting.iter().find(|w| w.is_delete && w.table == parent && w.row == gone);
        deleted.map_or(Ok(None), |deleted| self.in_the_way(&deleted.again(self.tx)?, waiting))
    }

    /// The row an entry needs that is not there: (table, id).
    fn missing_for(&self, entry: &Entry) -> Result<Option<(&str, i64)>> {
        match self.target(entry)? {
            Some((table, target)) => row::missing(self.tx, table, &target),
            None => Ok(None),
        }
    }

    /// Whether the row of an entry refers now, where the entry would change that, to a row this
    /// change has added.
    fn holds_what_goes(&self, table: &Table, entry: &Entry) -> Result<bool> {
        let now = row::read(self.tx, table, entry.row)?.unwrap_or_default();
        for (column, parent) in &table.references {
            if let Some(id) = now.get(column).and_then(serde_json::Value::as_i64)
                && entry.holds(column)
                && owner(self.tx, parent, id)? == Some(self.change)
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Undoes one entry; false where it has to wait.
    fn try_back(&self, mut entry: Entry, outcome: &mut Outcome) -> Result<bool> {
        let Some(table) = self.shape.table(&entry.table) else { return Ok(true) };
        let Some(old) = entry.old.take() else { return Ok(true) };
        if entry.is_delete {
            return self.restore(table, &entry, &old, outcome);
        }
        let mut later = self.later(&entry)?;
        let now = row::read(self.tx, table, entry.row)?.unwrap_or_default();
        let (taken, set): (Values, Values) =
            old.into_iter().partition(|(c, _)| now.is_empty() || later.iter().any(|l| l.holds(c)));
        if !set.is_empty() {
            let mut target = now.clone();
            target.extend(set.clone());
            if !matches!(self.blocked(table, entry.row, &target)?, Blocked::No) {
                return Ok(false);
            }
            row::set(self.tx, table, entry.row, &set)?;
            outcome.at(table).restored += 1;
        } else if !now.is_empty() {
            outcome.at(table).kept += 1;
        }
        let given = now.into_iter().filter(|(c, _)| set.contains_key(c));
        entry.old = Some(given.collect());
        self.swap_with_later(&mut later, taken, &mut entry)?;
        Ok(true)
    }

    /// The row or value an entry would bring back, and what is in its way.
    pub(super) fn blocked_by(&self, entry: &Entry) -> Result<Blocked> {
        let Some((table, target)) = self.target(entry)? else { return Ok(Blocked::No) };
        self.blocked(table, entry.row, &target)
    }

    /// The row as an entry would leave it.
    fn target(&self, entry: &Entry) -> Result<Option<(&Table, Values)>> {
        let (Some(table), Some(old)) = (self.shape.table(&entry.table), &entry.old) else {
            return Ok(None);
        };
        let mut target = row::read(self.tx, table, entry.row)?.unwrap_or_default();
        if target.is_empty() && !entry.is_delete {
            return Ok(None);
        }
        let later = self.later(entry)?;
        let set = old.iter().filter(|(c, _)| !later.iter().any(|l| l.holds(c)));
        target.extend(set.map(|(c, v)| (c.clone(), v.clone())));
        Ok(Some((table, target)))
    }

    /// The next later entry with the column takes over the older value and hands back the one it
    /// held, which is what this entry had given.
    fn swap_with_later(&self, later: &mut [Entry], taken: Values, entry: &mut Entry) -> Result<()> {
        let given = entry.old.get_or_insert_default();
        for (column, value) in taken {
            let next = later.iter_mut().find(|l| l.holds(&column));
            let held = next.and_then(|l| l.old.as_mut()).and_then(|old| old.get_mut(&column));
            let value = match held {
                Some(held) => std::mem::replace(held, value),
                None => value,
            };
            given.insert(column, value);
        }
        later.iter().try_for_each(|l| l.save(self.tx))?;
        entry.save(self.tx)
    }

    /// A deleted row comes back.
    fn restore(
        &self,
        table: &Table,
        entry: &Entry,
        old: &Values,
        outcome: &mut Outcome,
    ) -> Result<bool> {
        if !matches!(self.blocked(table, entry.row, old)?, Blocked::No) {
            return Ok(false);
        }
        if !row::exists(self.tx, &table.name, entry.row)? {
            row::insert(self.tx, table, entry.row, old)?;
            outcome.at(table).restored += 1;
        }
        entry.save(self.tx)?;
        Ok(true)
    }

    fn blocked(&self, table: &Table, id: i64, target: &Values) -> Result<Blocked> {
        if let Some((parent, gone)) = row::missing(self.tx, table, target)? {
            let entries = entry::of_row(self.tx, parent, gone)?;
            let deleted = entries.iter().find(|e| e.is_delete);
            return Ok(Blocked::Missing(deleted.map(|e| e.change)));
        }
        let Some((twin, columns)) = row::twin(self.tx, table, id, target)? else {
            return Ok(Blocked::No);
        };
        // Either of the two rows may have come to its name by a change that stands.
        let writer = |row| -> Result<Option<i64>> {
            let entries = entry::of_row(self.tx, &table.name, row)?;
            let wrote = entries.iter().find(|e| columns.iter().any(|c| e.holds(c)));
            Ok(wrote.map(|e| e.change))
        };
        for row in [twin, id] {
            let found = writer(row)?.or(owner(self.tx, &table.name, row)?);
            if let Some(change) = found.filter(|change| *change != self.change) {
                return Ok(Blocked::Taken(Some(change)));
            }
        }
        Ok(Blocked::Taken(None))
    }

    /// Later entries of the row that still count; those that wait do too.
    fn later(&self, entry: &Entry) -> Result<Vec<Entry>> {
        let mut later = entry::later(self.tx, entry)?;
        let waits = |w: &&Entry| w.table == entry.table && w.row == entry.row && w.id > entry.id;
        for waiting in self.waiting.iter().filter(waits) {
            later.push(waiting.again(self.tx)?);
        }
        later.sort_by_key(|l| l.id);
        Ok(later)
    }
}

/// The change that added a row; `None` for a row no change that stands has added.
pub(super) fn owner(conn: &Connection, table: &str, row: i64) -> Result<Option<i64>> {
    let sql = "SELECT change FROM added WHERE tbl = ?1 AND first_id <= ?2 AND last_id >= ?2";
    Ok(conn
        .prepare_cached(sql)?
        .query_row(rusqlite::params![table, row], |row| row.get(0))
        .optional()?)
}
