//! A change log: rows are new or known, never altered.

use super::accounts::{Accounts, Known};
use super::plans::Plans;
use super::pump::Target;
use super::tally::Tally;
use crate::Result;
use crate::import::problem::Code;
use crate::import::records::Record;
use crate::import::validate::{ChangeRow, END, End, Reader, Rejected};
use crate::store::plan_change::{self, Inserter, New};
use crate::task::Cancel;
use rusqlite::Transaction;
use rustc_hash::{FxHashMap, FxHashSet};
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// In place of a line: the end of a row.
const ENDS: u32 = 0;

/// Takes the rows of a change log.
pub(super) struct Changes<'tx> {
    accounts: Accounts<'tx>,
    plans: Plans<'tx>,
    /// Hashes of the rows in the store.
    stored: FxHashSet<i64>,
    inserter: Inserter<'tx>,
    /// How often a row was met in this file, by its hash.
    twins: FxHashMap<u128, u32>,
    /// Which row spoke of a subscription and moment: its hash and line.
    moments: FxHashMap<u128, (u128, u32)>,
    tally: Tally,
}

impl<'tx> Changes<'tx> {
    pub(super) fn load(tx: &'tx Transaction<'tx>, source: i64, cancel: &Cancel) -> Result<Self> {
        let accounts = Accounts::load(tx, source, cancel)?;
        let mut stored = FxHashSet::default();
        plan_change::hashes(tx, |hash| {
            stored.insert(hash);
        })?;
        cancel.check()?;
        Ok(Self {
            accounts,
            plans: Plans::load(tx, source)?,
            stored,
            inserter: Inserter::new(tx)?,
            twins: FxHashMap::default(),
            moments: FxHashMap::default(),
            tally: Tally::default(),
        })
    }

    pub(super) fn finish(mut self) -> Result<Tally> {
        self.accounts.flush()?;
        self.inserter.finish()?;
        Ok(self.tally)
    }

    /// Inserts a row of this hash unless it is there; whether it was not.
    fn put(&mut self, row: &mut ChangeRow, hash: u128) -> Result<bool> {
        let nth = self.twins.entry(hash).or_default();
        *nth += 1;
        let hash = with_occurrence(hash, *nth);
        if self.stored.contains(&hash) {
            return Ok(false);
        }
        row.facts.account = self.accounts.resolve(&row.customer, Known::default())?;
        if self.inserter.writes_next() {
            self.accounts.flush()?;
        }
        self.inserter.push(&New { change: &row.facts, hash })?;
        Ok(true)
    }

    /// Two rows of one subscription and moment that say different things contradict each other.
    fn look_for_conflict(&mut self, row: &ChangeRow) {
        let line = u32::try_from(row.line).unwrap_or(u32::MAX);
        let last = self.moments.insert(row.moment, (row.hash, line));
        // The end of a row gives way to a row that begins then.
        let other = |(hash, line): &(u128, u32)| *hash != row.hash && *line != ENDS;
        if let Some((_, earlier)) = last.filter(other) {
            let other = || earlier.to_string();
            self.tally.problems.add_with(row.line, Code::SameMoment, None, b"", other);
        }
    }
}

impl Target for Changes<'_> {
    type Row = ChangeRow;

    fn read(
        reader: &mut Reader<'_>,
        record: &Record<'_>,
        row: &mut ChangeRow,
    ) -> Result<(), Rejected> {
        reader.change(record, row)
    }

    fn plans(&mut self, names: Vec<String>) -> Result<()> {
        self.plans.name(names)
    }

    fn take(&mut self, row: &mut ChangeRow) -> Result<()> {
        self.look_for_conflict(row);
        row.facts.terms.plan = self.plans.id(row.facts.terms.plan);
        let mut new = self.put(row, row.hash)?;
        // Said of several rows of a subscription, an end is still one; where a row begins then, it
        // is none.
        let end = row.end.take().filter(|end| !self.moments.contains_key(&end.moment));
        if let Some(End { day, second, hash, moment }) = end {
            self.moments.insert(moment, (hash, ENDS));
            (row.facts.day, row.facts.second, row.facts.status) = (day, second, END);
            new |= self.put(row, hash)?;
        }
        if new {
            self.tally.new += 1;
        } else {
            self.tally.unchanged += 1;
        }
        Ok(())
    }
}

/// What the store keeps to know a row again: its hash and how often it came in its file.
pub(in crate::import) fn with_occurrence(hash: u128, nth: u32) -> i64 {
    let mut hasher = SipHasher13::new();
    hasher.write(&hash.to_le_bytes());
    hasher.write(&nth.to_le_bytes());
    hasher.finish().cast_signed()
}
