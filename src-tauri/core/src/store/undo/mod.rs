//! Undoing any change, in any order, and doing it again.
//!
//! Law: undoing all changes in any order gives the facts from before. What makes it hold:
//! - Where a later change altered the same column, its value stays, and its entry in the log takes
//!   over the older value ([`back`]).
//! - A row that an undone change added and a later one touched stays and then belongs to that one
//!   ([`remove`]).
//! - Doing again swaps back, and is refused as soon as something later touched the same rows
//!   ([`again`]).

mod again;
mod back;
mod entry;
mod remove;
mod row;
mod shape;
mod together;

use super::write::explained;
use super::{Store, change, journal};
use crate::{Error, Result};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use shape::{Shape, Table};
use std::collections::BTreeMap;

/// What undoing or redoing does to one table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows taken away.
    pub removed: usize,
    /// Rows brought back, or given other values.
    pub restored: usize,
    /// Rows that stay as they are because of later changes.
    pub kept: usize,
}

/// What undoing or redoing does, by table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Only tables in which something is done or kept.
    pub tables: BTreeMap<String, Counts>,
}

impl Outcome {
    fn at(&mut self, table: &Table) -> &mut Counts {
        self.tables.entry(table.name.clone()).or_default()
    }

    /// Over all tables.
    pub fn total(&self) -> Counts {
        self.tables.values().fold(Counts::default(), |sum, counts| Counts {
            removed: sum.removed + counts.removed,
            restored: sum.restored + counts.restored,
            kept: sum.kept + counts.kept,
        })
    }
}

impl Store {
    /// Rows an undone change had added are kept up to this many, so that it can be done again. A
    /// larger import is imported again instead: keeping a copy of a million rows would double the
    /// file.
    pub const KEPT_FOR_REDO: i64 = 100_000;

    /// Undoes a change. Later changes stay as they are, and so does what they need of this one.
    ///
    /// # Errors
    /// `NoSuchChange` where there is none of that number, or it is undone already; `WriteBusy`.
    pub fn undo(&self, change: i64) -> Result<Outcome> {
        self.turn(|tx, shape| undo(tx, shape, change, Self::KEPT_FOR_REDO), true)
    }

    /// What [`Store::undo`] would do, worked out by doing it and rolling back.
    ///
    /// # Errors
    /// As [`Store::undo`].
    pub fn undo_preview(&self, change: i64) -> Result<Outcome> {
        self.turn(|tx, shape| undo(tx, shape, change, Self::KEPT_FOR_REDO), false)
    }

    /// Does an undone change again.
    ///
    /// # Errors
    /// `CannotRedo` where something later touched the same rows, or the change was too large to
    /// be kept; `NoSuchChange` where it is not undone; `WriteBusy`.
    pub fn redo(&self, change: i64) -> Result<Outcome> {
        self.turn(|tx, shape| redo(tx, shape, change), true)
    }

    /// Whether [`Store::redo`] would succeed.
    ///
    /// # Errors
    /// `WriteBusy`, and what can go wrong with the file.
    pub fn can_redo(&self, change: i64) -> Result<bool> {
        match self.turn(|tx, shape| redo(tx, shape, change), false) {
            Ok(_) => Ok(true),
            Err(Error::CannotRedo | Error::NoSuchChange { .. }) => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// Keeps fewer rows for redo, so that a test needs no hundred thousand.
    #[cfg(test)]
    pub(super) fn undo_keeping(&self, change: i64, rows: i64) -> Result<Outcome> {
        self.turn(|tx, shape| undo(tx, shape, change, rows), true)
    }

    fn turn(
        &self,
        work: impl FnOnce(&Transaction<'_>, &Shape) -> Result<Outcome>,
        keep: bool,
    ) -> Result<Outcome> {
        let writer = self.writer()?;
        // On a connection of its own. References are followed by hand: checking each of a million
        // rows that go would scan whole tables, and values come back in an order that no reference
        // knows. Nor is there anything to log: because of a trigger SQLite looks at every column of
        // every row, and keeps all pages in memory until the statement has ended.
        let mut conn = self.unwatched()?;
        let done = in_transaction(&mut conn, work, keep);
        journal::shorten(&conn, self.path());
        done.map_err(|error| explained(&writer, error))
    }
}

fn in_transaction(
    conn: &mut Connection,
    work: impl FnOnce(&Transaction<'_>, &Shape) -> Result<Outcome>,
    keep: bool,
) -> Result<Outcome> {
    let shape = Shape::read(conn)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let outcome = work(&tx, &shape)?;
    if keep {
        tx.commit()?;
    }
    Ok(outcome)
}

fn undo(tx: &Transaction<'_>, shape: &Shape, number: i64, most: i64) -> Result<Outcome> {
    match change::by_id(tx, number)? {
        Some(change) if !change.undone => {}
        None if was_there(tx, number)? => {
            let details = format!("the record of change {number} is gone");
            return Err(Error::Damaged { details });
        }
        _ => return Err(Error::NoSuchChange { change: number }),
    }
    let is_kept = remove::count(tx, number)? <= most;
    let state = if is_kept { 1 } else { 2 };
    tx.execute("UPDATE change SET undone = ?2 WHERE id = ?1", [number, state])?;
    let mut outcome = Outcome::default();
    let mut back = back::Back::new(tx, shape, number);
    back.entries(&mut outcome)?;
    for table in &shape.0 {
        remove::rows(tx, shape, table, number, is_kept, &mut outcome)?;
        back.settle(&mut outcome)?;
        back.together(table, &mut outcome)?;
        back.settle(&mut outcome)?;
        back.give_away(table)?;
    }
    back.give_up_waiting()?;
    if !is_kept {
        tx.execute("DELETE FROM log WHERE change = ?1", [number])?;
    }
    outcome.tables.retain(|_, counts| *counts != Counts::default());
    Ok(outcome)
}

/// Whether the file speaks of a change of this number: records of changes are never taken away, so
/// one that is not there was lost.
fn was_there(tx: &Transaction<'_>, number: i64) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'change' AND seq >= ?1)
                   OR EXISTS (SELECT 1 FROM added WHERE change = ?1)
                   OR EXISTS (SELECT 1 FROM log WHERE change = ?1)";
    Ok(tx.query_row(sql, [number], |row| row.get(0))? && number > 0)
}

fn redo(tx: &Transaction<'_>, shape: &Shape, number: i64) -> Result<Outcome> {
    let state: Option<i64> = {
        let mut statement = tx.prepare_cached("SELECT max(undone) FROM change WHERE id = ?1")?;
        statement.query_row([number], |row| row.get(0))?
    };
    match state {
        Some(1) => again::change(tx, shape, number),
        Some(2) => Err(Error::CannotRedo),
        _ => Err(Error::NoSuchChange { change: number }),
    }
}
