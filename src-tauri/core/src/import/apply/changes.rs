//! A change log: rows are new or known, never altered.

use super::accounts::{Accounts, Known as Person};
use super::deleted::Deleted;
use super::keys::SharedKeys;
use super::known::{Found, Known};
use super::plans::Plans;
use super::pump::{Owner, Target};
use super::tally::Tally;
use super::twins::Twins;
use crate::Result;
use crate::import::problem::Code;
use crate::import::records::Record;
use crate::import::validate::{ChangeRow, END, End, Reader, Rejected};
use crate::model::PlanChange;
use crate::store::plan_change::{self, Inserter, New};
use crate::task::{Beat, Cancel};
use rusqlite::Transaction;
use rustc_hash::FxHashMap;
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// In place of a line: the end of a row.
const ENDS: u32 = 0;

/// Moments that are remembered. Rows that contradict each other stand close together; what is
/// further apart is not noticed.
const MOMENTS: usize = 900_000;

/// Takes the rows of a change log.
pub(super) struct Changes<'tx> {
    tx: &'tx Transaction<'tx>,
    accounts: Accounts<'tx>,
    plans: Plans<'tx>,
    known: Known<'tx>,
    deleted: Deleted<'tx>,
    inserter: Inserter<'tx>,
    twins: Twins,
    /// Which row spoke of a subscription and moment: its hash and line.
    moments: FxHashMap<u64, (u64, u32)>,
    tally: Tally,
}

impl<'tx> Changes<'tx> {
    /// For a file of about so many rows.
    pub(super) fn load(
        tx: &'tx Transaction<'tx>,
        source: i64,
        expected: u64,
        cancel: &Cancel,
        beat: &mut Beat<'_>,
    ) -> Result<Self> {
        let inserter = Inserter::new(tx)?;
        Ok(Self {
            tx,
            accounts: Accounts::load(tx, source, beat)?,
            plans: Plans::load(tx, source)?,
            known: Known::load(tx, "plan_change", inserter.next_id(), expected, cancel, beat)?,
            deleted: Deleted::load(tx, "plan_change")?,
            inserter,
            twins: Twins::default(),
            moments: FxHashMap::default(),
            tally: Tally::default(),
        })
    }

    pub(super) fn finish(mut self, beat: &mut Beat<'_>) -> Result<Tally> {
        self.accounts.flush()?;
        self.inserter.finish()?;
        self.known.finish(beat)?;
        Ok(self.tally)
    }

    /// Two rows of one subscription and moment that say different things contradict each other.
    fn look_for_conflict(&mut self, row: &ChangeRow) {
        let line = u32::try_from(row.line).unwrap_or(u32::MAX);
        if self.moments.len() >= MOMENTS {
            self.moments.clear();
        }
        let (moment, said) = (half(row.moment), half(row.hash));
        let last = self.moments.insert(moment, (said, line));
        // The end of a row gives way to a row that begins then.
        let other = |(hash, line): &(u64, u32)| *hash != said && *line != ENDS;
        if let Some((_, earlier)) = last.filter(other) {
            let other = || earlier.to_string();
            self.tally.problems.add_with(row.line, Code::SameMoment, None, b"", other);
        }
    }

    /// Leaves out a row that was deleted by hand together with its customer, whom it must not open
    /// again; whether it did.
    fn stays_deleted(&mut self, row: &ChangeRow) -> bool {
        if self.deleted.is_empty() || self.accounts.find(&row.customer).is_some() {
            return false;
        }
        let mut nth = 1;
        while self.deleted.is_met(with_occurrence(row.hash, nth)) {
            nth += 1;
        }
        let hash = with_occurrence(row.hash, nth);
        if !self.deleted.holds(hash) {
            return false;
        }
        self.deleted.meet(hash);
        self.twins.took(row.hash, nth);
        self.tally.still_deleted(row.line, &row.customer);
        true
    }

    /// Inserts a row of this hash unless it is there, or was deleted by hand.
    fn put(&mut self, row: &ChangeRow, whole: u128) -> Result<Put> {
        let line = u32::try_from(row.line).unwrap_or(u32::MAX);
        let mut nth = self.twins.next(whole);
        loop {
            let hash = with_occurrence(whole, nth);
            if self.deleted.is_met(hash) {
                nth += 1;
                continue;
            }
            let stored = match self.known.find(hash)? {
                Found::Nowhere => None,
                Found::Stored(id) => plan_change::by_id(self.tx, id)?,
                // A twin of this file's has that number.
                Found::Met(..) => {
                    nth += 1;
                    continue;
                }
            };
            let (id, put) = match stored {
                None if self.deleted.holds(hash) => {
                    self.deleted.meet(hash);
                    self.twins.took(whole, nth);
                    return Ok(Put::Deleted);
                }
                None => (self.inserter.push(&New { change: &row.facts, hash })?, Put::New),
                Some(stored) if is_same(&stored.change, &row.facts) => {
                    (stored.id, Put::Known(stored.id))
                }
                // Another row with the same 64 bits.
                Some(_) => {
                    nth += 1;
                    continue;
                }
            };
            self.twins.took(whole, nth);
            self.known.meet(hash, id, line)?;
            return Ok(put);
        }
    }
}

/// What became of a row.
enum Put {
    New,
    /// It was there, under this id.
    Known(i64),
    /// It stays deleted.
    Deleted,
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

    fn accounts(&self) -> Option<SharedKeys> {
        Some(self.accounts.keys())
    }

    fn owner<'r>(_: &Reader<'_>, row: &'r mut ChangeRow) -> Option<Owner<'r>> {
        Some((&row.customer, &mut row.account))
    }

    fn ahead(&self, rows: &[ChangeRow]) {
        rows.iter().for_each(|row| self.known.ahead(with_occurrence(row.hash, 1)));
    }

    fn take(&mut self, row: &mut ChangeRow) -> Result<()> {
        if self.stays_deleted(row) {
            return Ok(());
        }
        self.look_for_conflict(row);
        row.facts.account = self.accounts.resolve(row.account, &row.customer, Person::default())?;
        row.facts.terms.plan = self.plans.id(row.facts.terms.plan);
        let put = self.put(row, row.hash)?;
        let mut new = matches!(put, Put::New);
        // Said of several rows of a subscription, an end is still one; where a row begins then, it
        // is none.
        let end = row.end.take().filter(|end| !self.moments.contains_key(&half(end.moment)));
        if let Some(End { day, second, hash, moment }) = end {
            self.moments.insert(half(moment), (half(hash), ENDS));
            (row.facts.day, row.facts.second, row.facts.status) = (day, second, END);
            new |= matches!(self.put(row, hash)?, Put::New);
        }
        match put {
            _ if new => self.tally.new += 1,
            Put::New => {}
            Put::Known(id) => self.tally.same(id),
            Put::Deleted => self.tally.still_deleted(row.line, &row.customer),
        }
        Ok(())
    }
}

/// Half of a hash is enough for a warning.
fn half(whole: u128) -> u64 {
    (whole >> 64) as u64
}

/// Whether both are one row, as far as two that share 64 bits by chance would not be: somebody may
/// have corrected it since.
fn is_same(one: &PlanChange, other: &PlanChange) -> bool {
    let moment = |change: &PlanChange| (change.day, change.second);
    one.account == other.account
        || (moment(one) == moment(other) && one.subscription == other.subscription)
}

/// What the store keeps to know a row again: its hash and how often it came in its file.
pub(in crate::import) fn with_occurrence(hash: u128, nth: u32) -> i64 {
    let mut hasher = SipHasher13::new();
    hasher.write(&hash.to_le_bytes());
    hasher.write(&nth.to_le_bytes());
    hasher.finish().cast_signed()
}
