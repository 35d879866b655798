//! Facts that were deleted by hand: whether a row of a file is one of them, and says what it said then.

use super::super::known::Found;
use super::super::twins::number;
use super::FactRows;
use crate::Result;
use crate::import::facts::Read;
use crate::import::validate::FactRow;
use crate::store::deleted::owner_of;
use crate::store::fact::{Fact, Value};
use crate::store::trace::Values;

impl FactRows<'_> {
    /// Leaves out a row that was deleted by hand together with its customer, whom it must not open
    /// again; whether it did.
    pub(super) fn stays_deleted(&mut self, row: &FactRow, keyed: bool) -> Result<bool> {
        if !row.values.iter().zip(self.facts.columns).any(|(value, (_, read))| {
            let Value::Text(key) = value else { return false };
            read.is_account() && self.accounts.find(key).is_none()
        }) {
            return Ok(false);
        }
        let mut nth = 1;
        while !keyed && self.deleted.is_met(number(row.hash, nth)) {
            nth += 1;
        }
        let hash = number(row.hash, nth);
        if !self.deleted.holds(hash) || self.is_there(hash)? {
            return Ok(false);
        }
        if keyed {
            let said = Fact { hash, key: row.key.clone(), values: row.values.clone() };
            if !self.is_as_deleted(hash, &said, true)? {
                return Ok(false);
            }
        }
        self.deleted.meet(hash);
        self.note(row.hash, nth, keyed);
        self.tally.still_deleted(row.line, &row.key);
        Ok(true)
    }

    fn is_there(&mut self, hash: i64) -> Result<bool> {
        let id = match self.known.find(hash)? {
            Found::Nowhere => return Ok(false),
            Found::Stored(id) | Found::Met(id, _) => id,
        };
        self.inserter.settle(id)?;
        Ok(self.table.by_id(self.tx, id)?.is_some_and(|stored| stored.hash == hash))
    }

    /// Whether a file says what it said of a row when that was deleted; `raw` as it was read, with
    /// keys in place of accounts and the reader's numbers of plans.
    pub(super) fn is_as_deleted(&self, hash: i64, said: &Fact, raw: bool) -> Result<bool> {
        let old = self.deleted.old(hash)?;
        Ok(old.iter().any(|old| self.says(old, said, raw)))
    }

    fn says(&self, old: &Values, said: &Fact, raw: bool) -> bool {
        let was = |column: &str| old.get(column).map_or(Value::Nothing, Value::from);
        let same = |(value, (column, read)): (&Value, &(&str, Read))| match (read, value) {
            (read, _) if !self.is_mapped(*read) => true,
            (Read::Customer(_) | Read::Anyone(_), Value::Text(key)) => {
                owner_of(old, column) == Some(key)
            }
            (Read::Customer(_) | Read::Anyone(_), Value::Whole(id)) => {
                let owner = owner_of(old, column).and_then(|key| self.accounts.find(key));
                owner.is_some_and(|(_, owner)| owner == *id)
            }
            (Read::Plan, Value::Whole(number)) if raw => {
                self.plans.id(Some(*number)).map_or(Value::Nothing, Value::Whole) == was(column)
            }
            (_, value) => *value == was(column),
        };
        let key = old.get("key").and_then(|key| key.as_str()).unwrap_or_default();
        key == said.key && said.values.iter().zip(self.facts.columns).all(same)
    }
}
