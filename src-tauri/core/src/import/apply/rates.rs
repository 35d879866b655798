//! Exchange rates: new days added, known ones compared and altered.
//!
//! A rate is known by its currency and day, whoever said it: a later file corrects an earlier one,
//! and what somebody typed.

use super::deleted::Deleted;
use super::pump::Target;
use super::subscriptions::again;
use super::tally::Tally;
use crate::Result;
use crate::import::records::Record;
use crate::import::validate::{RateRow, Reader, Rejected};
use crate::model::{Currency, Day};
use crate::store::deleted::rate_identity;
use crate::store::rate::{self, Rate};
use crate::store::trace::Values;
use rusqlite::Transaction;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

/// Takes the rows of a file of rates.
pub(super) struct Rates<'tx> {
    tx: &'tx Transaction<'tx>,
    /// What is known, with the line of this file that said so; 0 for none.
    known: FxHashMap<(Currency, Day), (Decimal, u64)>,
    deleted: Deleted<'tx>,
    tally: Tally,
}

/// What a row did.
#[derive(Default)]
struct Did {
    added: bool,
    altered: bool,
    /// A rate of it was deleted by hand and stays so; whether another one was left.
    deleted: bool,
    known: bool,
    /// The line of this file that spoke of the same, and whether it said the same.
    earlier: Option<(u64, bool)>,
}

impl<'tx> Rates<'tx> {
    pub(super) fn load(tx: &'tx Transaction<'tx>) -> Result<Self> {
        let stored = rate::all(tx)?.into_iter();
        let known = stored.map(|one| ((one.currency, one.day), (one.rate, 0))).collect();
        Ok(Self { tx, known, deleted: Deleted::load(tx, "rate")?, tally: Tally::default() })
    }

    pub(super) fn finish(self) -> Tally {
        self.tally
    }

    /// Whether a rate was deleted by hand and its file says what it said then.
    fn stays_deleted(&mut self, rate: Rate, line: u64) -> Result<bool> {
        let hash = rate_identity(rate.currency, rate.day);
        if !self.deleted.holds(hash) {
            return Ok(false);
        }
        let value = rate.rate.to_string();
        let says = |old: &Values| old.get("rate").and_then(|rate| rate.as_str()) == Some(&value);
        let stays = self.deleted.old(hash)?.iter().any(says);
        if !stays {
            self.tally.back_again(line, rate.currency.code());
        }
        Ok(stays)
    }

    fn put(&mut self, rate: Rate, line: u64, did: &mut Did) -> Result<()> {
        if !self.known.contains_key(&(rate.currency, rate.day)) && self.stays_deleted(rate, line)? {
            did.deleted = true;
            return Ok(());
        }
        did.known = true;
        let Some((known, earlier)) = self.known.get_mut(&(rate.currency, rate.day)) else {
            did.added = true;
            rate::add(self.tx, rate)?;
            self.known.insert((rate.currency, rate.day), (rate.rate, line));
            return Ok(());
        };
        let same = *known == rate.rate;
        if !same {
            rate::set(self.tx, rate)?;
            *known = rate.rate;
        }
        match std::mem::replace(earlier, line) {
            0 => did.altered |= !same,
            earlier => {
                let before = did.earlier.is_none_or(|(_, same)| same);
                did.earlier = Some((earlier, before && same));
            }
        }
        Ok(())
    }
}

impl Target for Rates<'_> {
    type Row = RateRow;

    fn read(
        reader: &mut Reader<'_>,
        record: &Record<'_>,
        row: &mut RateRow,
    ) -> Result<(), Rejected> {
        reader.rate(record, row)
    }

    fn plans(&mut self, _: Vec<String>) -> Result<()> {
        Ok(())
    }

    fn take(&mut self, row: &mut RateRow) -> Result<()> {
        let mut did = Did::default();
        for &(currency, rate) in &row.rates {
            self.put(Rate { currency, day: row.day, rate }, row.line, &mut did)?;
        }
        match did {
            Did { earlier: Some((earlier, same)), .. } => {
                again(&mut self.tally, same, earlier, row.line);
            }
            Did { added: true, .. } => self.tally.new += 1,
            Did { altered: true, .. } => self.tally.changed += 1,
            Did { deleted: true, known: false, .. } => {
                let of = row.rates.first().map_or("", |(currency, _)| currency.code());
                self.tally.still_deleted(row.line, of);
            }
            Did { .. } => {
                // A row of several currencies is told by its first.
                let mut id = None;
                for (currency, _) in &row.rates {
                    id = id.or(rate::id(self.tx, *currency, row.day)?);
                }
                match id {
                    Some(id) => self.tally.same(id),
                    None => self.tally.unchanged += 1,
                }
            }
        }
        Ok(())
    }
}
