//! Plain facts: new ones inserted, known ones compared and altered.

use super::accounts::{Accounts, Known};
use super::plans::Plans;
use super::pump::Target;
use super::subscriptions::again;
use super::tally::Tally;
use crate::import::facts::{Facts, Read};
use crate::import::records::Record;
use crate::import::validate::{FactRow, Reader, Rejected};
use crate::import::{FileTrouble, Mapping};
use crate::store::fact::{Fact, Inserter, Table, Value};
use crate::task::Cancel;
use crate::{Error, Result};
use rusqlite::Transaction;
use rustc_hash::FxHashMap;
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// Takes the rows of a file of facts.
pub(super) struct FactRows<'tx> {
    tx: &'tx Transaction<'tx>,
    facts: &'static Facts,
    mapping: &'tx Mapping,
    table: Table,
    accounts: Accounts<'tx>,
    plans: Plans<'tx>,
    inserter: Inserter<'tx>,
    /// Rows of the table by hash, and the line of this file that spoke of them; 0 for none.
    seen: FxHashMap<i64, (i64, u32)>,
    /// How often a row without a key was met, by its hash.
    twins: FxHashMap<u128, u32>,
    scratch: Fact,
    tally: Tally,
}

/// What is known of a row.
enum Place {
    New { hash: i64 },
    Known { id: i64, stored: Box<Fact>, earlier: u32 },
}

impl<'tx> FactRows<'tx> {
    pub(super) fn load(
        tx: &'tx Transaction<'tx>,
        source: i64,
        mapping: &'tx Mapping,
        cancel: &Cancel,
    ) -> Result<Self> {
        let facts = crate::import::facts::of(mapping.kind)
            .ok_or_else(|| Error::from(FileTrouble::UnknownKind { file: String::new() }))?;
        let table = Table::new(facts.table, facts.columns.iter().map(|(name, _)| *name));
        let mut seen = FxHashMap::default();
        table.hashes(tx, |id, hash| {
            if seen.len().is_multiple_of(4096) {
                cancel.check()?;
            }
            seen.insert(hash, (id, 0));
            Ok(())
        })?;
        Ok(Self {
            accounts: Accounts::load(tx, source, cancel)?,
            plans: Plans::load(tx, source)?,
            inserter: Inserter::new(tx, &table)?,
            twins: FxHashMap::default(),
            scratch: Fact::default(),
            tally: Tally::default(),
            tx,
            facts,
            mapping,
            table,
            seen,
        })
    }

    pub(super) fn finish(mut self) -> Result<Tally> {
        self.accounts.flush()?;
        self.inserter.finish()?;
        Ok(self.tally)
    }

    /// Whether a later row can say something else about the same thing.
    fn is_keyed(&self, row: &FactRow) -> bool {
        !row.key.is_empty() || !self.facts.same.is_empty()
    }

    /// Accounts and plan as the store numbers them.
    fn resolve(&mut self, row: &FactRow) -> Result<()> {
        self.scratch.key.clone_from(&row.key);
        self.scratch.values.clone_from(&row.values);
        for (value, (_, read)) in self.scratch.values.iter_mut().zip(self.facts.columns) {
            match (read, &*value) {
                (Read::Customer(_) | Read::Anyone(_), Value::Text(key)) => {
                    let known = Known { email: &row.email, ..Known::default() };
                    *value = Value::Whole(self.accounts.resolve(key, known)?);
                }
                (Read::Plan, Value::Whole(number)) => {
                    let id = self.plans.id(Some(*number));
                    *value = id.map_or(Value::Nothing, Value::Whole);
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Finds the row in the store or in this file. Two different rows with one hash stay two: the
    /// second takes the next number.
    fn place(&mut self, row: &FactRow, keyed: bool) -> Result<Place> {
        let nth = if keyed {
            1
        } else {
            let nth = self.twins.entry(row.hash).or_default();
            *nth += 1;
            *nth
        };
        let mut hash = number(row.hash, nth);
        loop {
            let Some(&(id, earlier)) = self.seen.get(&hash) else {
                return Ok(Place::New { hash });
            };
            if earlier > 0 {
                self.accounts.flush()?;
                self.inserter.flush()?;
            }
            let stored = self.table.by_id(self.tx, id)?;
            if let Some(stored) = stored.filter(|stored| self.is_same(stored, keyed)) {
                return Ok(Place::Known { id, stored: Box::new(stored), earlier });
            }
            hash = hash.wrapping_add(1).max(1);
        }
    }

    fn is_same(&self, stored: &Fact, keyed: bool) -> bool {
        let ours = &self.scratch;
        let same = |at: &usize| {
            let name = self.facts.columns[*at].0;
            self.facts.same.contains(&name) || (!keyed && self.facts.same.is_empty())
        };
        if keyed && !ours.key.is_empty() {
            return stored.key == ours.key;
        }
        let mut told_apart = (0..ours.values.len()).filter(same);
        stored.key.is_empty() && told_apart.all(|at| stored.values[at] == ours.values[at])
    }

    /// Columns this file does not have stay as they are.
    fn keep_unmapped(&mut self, stored: &Fact) {
        let mapped = |read: &Read| {
            let mut fields = read.fields().iter();
            fields.any(|field| self.mapping.origins.contains_key(field))
        };
        for (at, (_, read)) in self.facts.columns.iter().enumerate() {
            if !mapped(read) {
                self.scratch.values[at].clone_from(&stored.values[at]);
            }
        }
    }

    fn insert(&mut self, hash: i64, line: u32) -> Result<()> {
        self.tally.new += 1;
        if self.inserter.writes_next() {
            self.accounts.flush()?;
        }
        self.scratch.hash = hash;
        let id = self.inserter.push(&self.scratch)?;
        self.seen.insert(hash, (id, line));
        Ok(())
    }
}

impl Target for FactRows<'_> {
    type Row = FactRow;

    fn read(
        reader: &mut Reader<'_>,
        record: &Record<'_>,
        row: &mut FactRow,
    ) -> Result<(), Rejected> {
        reader.fact(record, row)
    }

    fn plans(&mut self, names: Vec<String>) -> Result<()> {
        self.plans.name(names)
    }

    fn take(&mut self, row: &mut FactRow) -> Result<()> {
        self.resolve(row)?;
        let keyed = self.is_keyed(row);
        let line = u32::try_from(row.line).unwrap_or(u32::MAX);
        match self.place(row, keyed)? {
            Place::New { hash } => self.insert(hash, line)?,
            Place::Known { id, stored, earlier } => {
                self.scratch.hash = stored.hash;
                self.seen.insert(stored.hash, (id, line));
                self.keep_unmapped(&stored);
                let same = *stored == self.scratch;
                if !same {
                    self.accounts.flush()?;
                    self.table.update(self.tx, id, &self.scratch)?;
                }
                match (earlier, same) {
                    (0, true) => self.tally.unchanged += 1,
                    (0, false) => self.tally.changed += 1,
                    (earlier, same) => again(&mut self.tally, same, earlier.into(), row.line),
                }
            }
        }
        Ok(())
    }
}

/// What the store keeps to know a row again: its hash and how often it came in its file; above 0.
pub(in crate::import) fn number(hash: u128, nth: u32) -> i64 {
    let mut hasher = SipHasher13::new();
    hasher.write(&hash.to_le_bytes());
    hasher.write(&nth.to_le_bytes());
    (hasher.finish() >> 1).cast_signed().max(1)
}
