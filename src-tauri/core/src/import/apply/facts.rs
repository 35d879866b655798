//! Plain facts: new ones inserted, known ones compared and altered.

mod gone;

use super::accounts::{Accounts, Known as Person};
use super::corrected;
use super::deleted::Deleted;
use super::keys::SharedKeys;
use super::known::{Found, Known};
use super::plans::Plans;
use super::pump::{Owner, Target};
use super::subscriptions::again;
use super::tally::{Again, Tally};
use super::twins::{Twins, number};
use crate::import::facts::{Facts, Read};
use crate::import::records::Record;
use crate::import::validate::{FactRow, Reader, Rejected};
use crate::import::{FileTrouble, Mapping};
use crate::store::fact::{Fact, Inserter, Table, Value};
use crate::task::{Beat, Cancel};
use crate::{Error, Result};
use rusqlite::Transaction;

/// Takes the rows of a file of facts.
pub(super) struct FactRows<'tx> {
    tx: &'tx Transaction<'tx>,
    facts: &'static Facts,
    mapping: &'tx Mapping,
    table: Table,
    accounts: Accounts<'tx>,
    plans: Plans<'tx>,
    inserter: Inserter<'tx>,
    known: Known<'tx>,
    deleted: Deleted<'tx>,
    twins: Twins,
    scratch: Fact,
    tally: Tally,
}

/// What is known of a row.
enum Place {
    New { hash: i64 },
    Known { id: i64, stored: Box<Fact>, met: Met },
    Deleted,
}

/// Whether this file has spoken of a row before.
#[derive(Clone, Copy)]
enum Met {
    No,
    OnLine(u32),
    /// Too long ago.
    Somewhere,
}

impl<'tx> FactRows<'tx> {
    /// For a file of about so many rows.
    pub(super) fn load(
        tx: &'tx Transaction<'tx>,
        source: i64,
        mapping: &'tx Mapping,
        again: &Again,
        expected: u64,
        cancel: &Cancel,
        beat: &mut Beat<'_>,
    ) -> Result<Self> {
        let facts = crate::import::facts::of(mapping.kind)
            .ok_or_else(|| Error::from(FileTrouble::UnknownKind { file: String::new() }))?;
        let table = Table::new(facts.table, facts.columns.iter().map(|(name, _)| *name));
        let inserter = Inserter::new(tx, &table)?;
        let known = Known::load(tx, facts.table, inserter.next_id(), expected, cancel, beat)?;
        let tally = Tally { asked: again.asked.clone(), ..Tally::default() };
        Ok(Self {
            accounts: Accounts::load(tx, source, beat)?,
            plans: Plans::load(tx, source)?,
            deleted: Deleted::load(tx, facts.table)?,
            twins: Twins::default(),
            scratch: Fact::default(),
            tx,
            facts,
            mapping,
            table,
            inserter,
            known,
            tally,
        })
    }

    pub(super) fn finish(mut self, beat: &mut Beat<'_>) -> Result<Tally> {
        self.accounts.flush()?;
        self.inserter.finish()?;
        self.known.finish(beat)?;
        Ok(self.tally)
    }

    /// Whether a later row can say something else about the same thing.
    fn is_keyed(&self, row: &FactRow) -> bool {
        !row.key.is_empty() || !self.facts.same.is_empty()
    }

    /// Accounts and plan as the store numbers them.
    fn resolve(&mut self, row: &mut FactRow) -> Result<()> {
        // The row gets the buffers of the one before.
        std::mem::swap(&mut self.scratch.key, &mut row.key);
        std::mem::swap(&mut self.scratch.values, &mut row.values);
        for (value, (_, read)) in self.scratch.values.iter_mut().zip(self.facts.columns) {
            match (read, &mut *value) {
                (Read::Customer(_) | Read::Anyone(_), Value::Text(key)) => {
                    let person = Person { email: &row.email, ..Person::default() };
                    let id = self.accounts.resolve(row.account.take(), key, person)?;
                    row.spare.push(std::mem::take(key));
                    *value = Value::Whole(id);
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

    /// Finds the row in the store or in this file. A place that another row holds, because it is a
    /// twin of this one or has the same 64 bits by chance, leads to the next number's.
    fn place(&mut self, row: &FactRow, keyed: bool) -> Result<Place> {
        let mut nth = if keyed { 1 } else { self.twins.next(row.hash) };
        loop {
            let hash = if nth == 1 { row.first } else { number(row.hash, nth) };
            if !keyed && self.deleted.is_met(hash) {
                nth += 1;
                continue;
            }
            let (id, met) = match self.known.find(hash)? {
                Found::Nowhere => break self.vacant(row, (hash, nth), keyed),
                Found::Stored(id) => (id, Met::No),
                Found::Met(id, Some(line)) => (id, Met::OnLine(line)),
                Found::Met(id, None) => (id, Met::Somewhere),
            };
            if keyed || matches!(met, Met::No) {
                self.inserter.settle(id)?;
                let Some(stored) = self.table.by_id(self.tx, id)? else {
                    // Deleted by hand meanwhile.
                    break self.vacant(row, (hash, nth), keyed);
                };
                if stored.hash == hash && self.is_known(id, &stored, keyed)? {
                    self.note(row.hash, nth, keyed);
                    return Ok(Place::Known { id, stored: Box::new(stored), met });
                }
            }
            nth += 1;
        }
    }

    fn vacant(&mut self, row: &FactRow, (hash, nth): (i64, u32), keyed: bool) -> Result<Place> {
        self.note(row.hash, nth, keyed);
        if self.deleted.holds(hash) {
            if !keyed || self.is_as_deleted(hash, &self.scratch, false)? {
                self.deleted.meet(hash);
                return Ok(Place::Deleted);
            }
            self.tally.back_again(row.line, &self.scratch.key);
        }
        Ok(Place::New { hash })
    }

    fn is_mapped(&self, read: Read) -> bool {
        read.fields().iter().any(|field| self.mapping.origins.contains_key(field))
    }

    /// This number of a row without a key is taken.
    fn note(&mut self, hash: u128, nth: u32, keyed: bool) {
        if !keyed {
            self.twins.took(hash, nth);
        }
    }

    /// The row in the store is this one, as it stands or as it was before it was corrected by hand.
    fn is_known(&self, id: i64, stored: &Fact, keyed: bool) -> Result<bool> {
        if self.is_same(stored, keyed) {
            return Ok(true);
        }
        let brought = corrected::brought(self.tx, self.facts, id, stored)?;
        Ok(brought.is_some_and(|brought| self.is_same(&brought, keyed)))
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
        for (at, (_, read)) in self.facts.columns.iter().enumerate() {
            if !self.is_mapped(*read) {
                self.scratch.values[at].clone_from(&stored.values[at]);
            }
        }
    }

    fn insert(&mut self, hash: i64, line: u32) -> Result<()> {
        self.tally.new += 1;
        self.scratch.hash = hash;
        let id = self.inserter.push(&self.scratch)?;
        self.known.enter(hash, id, line)
    }

    /// A row this file has spoken of before says it again, or something else.
    fn repeated(&mut self, met: Met, (id, hash): (i64, i64), same: bool, line: u64) {
        let earlier = match met {
            Met::No if same => return self.tally.same(id),
            Met::No => {
                self.tally.changed += 1;
                return;
            }
            Met::OnLine(earlier) => Some(earlier),
            Met::Somewhere => self.tally.asked.get(&hash).copied().flatten(),
        };
        match earlier {
            Some(earlier) => again(&mut self.tally, same, earlier.into(), line),
            None => self.tally.ask(hash),
        }
    }
}

impl Target for FactRows<'_> {
    type Row = FactRow;

    fn read(
        reader: &mut Reader<'_>,
        record: &Record<'_>,
        row: &mut FactRow,
    ) -> Result<(), Rejected> {
        reader.fact(record, row)?;
        reader.brought_by_another(record, row)
    }

    fn plans(&mut self, names: Vec<String>) -> Result<()> {
        self.plans.name(names)
    }

    fn accounts(&self) -> Option<SharedKeys> {
        Some(self.accounts.keys())
    }

    fn owner<'r>(reader: &Reader<'_>, row: &'r mut FactRow) -> Option<Owner<'r>> {
        let mut columns = row.values.iter().zip(reader.fact_columns());
        let key = columns.find_map(|(value, (_, read))| match value {
            Value::Text(key) if read.is_account() => Some(key),
            _ => None,
        })?;
        Some((key, &mut row.account))
    }

    fn ahead(&self, rows: &[FactRow]) {
        rows.iter().for_each(|row| self.known.ahead(row.first));
    }

    fn take(&mut self, row: &mut FactRow) -> Result<()> {
        let keyed = self.is_keyed(row);
        if !self.deleted.is_empty() && self.stays_deleted(row, keyed)? {
            return Ok(());
        }
        self.resolve(row)?;
        let line = u32::try_from(row.line).unwrap_or(u32::MAX);
        match self.place(row, keyed)? {
            Place::Deleted => self.tally.still_deleted(row.line, &self.scratch.key),
            Place::New { hash } => {
                self.insert(hash, line)?;
                self.tally.answer(hash, line);
            }
            Place::Known { id, stored, met } => {
                let hash = stored.hash;
                self.scratch.hash = hash;
                self.keep_unmapped(&stored);
                let mut same = *stored == self.scratch;
                if !same {
                    corrected::fact(self.tx, self.facts, id, &stored, &mut self.scratch)?;
                    same = *stored == self.scratch;
                }
                if !same {
                    self.table.update(self.tx, id, &self.scratch)?;
                }
                self.repeated(met, (id, hash), same, row.line);
                self.known.meet(hash, id, line)?;
                self.tally.answer(hash, line);
            }
        }
        Ok(())
    }
}
