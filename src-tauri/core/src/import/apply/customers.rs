//! Customers: new accounts opened, known ones completed.

use super::accounts::Accounts;
use super::corrected;
use super::deleted::Deleted;
use super::pump::Target;
use super::subscriptions::again;
use super::tally::Tally;
use crate::Result;
use crate::import::Mapping;
use crate::import::records::Record;
use crate::import::validate::{CustomerRow, Reader, Rejected};
use crate::model::Account;
use crate::store::account;
use crate::store::deleted::identity;
use crate::task::Beat;
use rusqlite::Transaction;

/// Takes the rows of a list of customers.
pub(super) struct Customers<'tx> {
    tx: &'tx Transaction<'tx>,
    source: i64,
    deleted: Deleted<'tx>,
    accounts: Accounts<'tx>,
    /// For each account by number the line that spoke of it; 0 for none.
    lines: Vec<u32>,
    /// Names of the attributes this file speaks of.
    attributes: Vec<&'tx str>,
    tally: Tally,
}

impl<'tx> Customers<'tx> {
    pub(super) fn load(
        tx: &'tx Transaction<'tx>,
        source: i64,
        mapping: &'tx Mapping,
        beat: &mut Beat<'_>,
    ) -> Result<Self> {
        let accounts = Accounts::load(tx, source, beat)?;
        let attributes = mapping.attributes.iter().map(|(name, _)| name.as_str()).collect();
        let (lines, tally) = (Vec::new(), Tally::default());
        let deleted = Deleted::load(tx, "account")?;
        Ok(Self { tx, source, deleted, accounts, lines, attributes, tally })
    }

    pub(super) fn finish(mut self) -> Result<Tally> {
        self.accounts.flush()?;
        Ok(self.tally)
    }

    /// The line that spoke of an account before, 0 for none; from now on this one did.
    fn spoken(&mut self, number: usize, line: u64) -> u64 {
        if self.lines.len() <= number {
            self.lines.resize(number + 1, 0);
        }
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        u64::from(std::mem::replace(&mut self.lines[number], line))
    }

    /// Leaves out a customer who was deleted by hand; whether it did.
    fn stays_deleted(&mut self, line: u64, facts: &Account) -> Result<bool> {
        let hash = identity(self.source, &facts.key);
        if !self.deleted.holds(hash) {
            return Ok(false);
        }
        for old in self.deleted.old(hash)? {
            let stored = account::of_values(self.tx, &old)?;
            let mut said = facts.clone();
            complete(&self.attributes, &stored, &mut said);
            if said == stored {
                self.tally.still_deleted(line, &facts.key);
                return Ok(true);
            }
        }
        self.tally.back_again(line, &facts.key);
        Ok(false)
    }

    fn compare(&mut self, id: i64, facts: &mut Account) -> Result<bool> {
        let Some(stored) = account::by_id(self.tx, id)? else {
            return Ok(false);
        };
        complete(&self.attributes, &stored.account, facts);
        let mut same = stored.account == *facts;
        if !same {
            corrected::account(self.tx, id, &stored.account, facts)?;
            same = stored.account == *facts;
        }
        if !same {
            account::update(self.tx, id, facts)?;
        }
        Ok(same)
    }
}

impl Target for Customers<'_> {
    type Row = CustomerRow;

    fn read(
        reader: &mut Reader<'_>,
        record: &Record<'_>,
        row: &mut CustomerRow,
    ) -> Result<(), Rejected> {
        reader.customer_row(record, row)
    }

    fn plans(&mut self, _: Vec<String>) -> Result<()> {
        Ok(())
    }

    fn take(&mut self, row: &mut CustomerRow) -> Result<()> {
        let (line, facts) = (row.line, &mut row.facts);
        let Some((number, id)) = self.accounts.find(&facts.key) else {
            if self.stays_deleted(line, facts)? {
                return Ok(());
            }
            self.tally.new += 1;
            self.accounts.open(facts)?;
            if let Some((number, _)) = self.accounts.find(&facts.key) {
                self.spoken(number, line);
            }
            return Ok(());
        };
        let earlier = self.spoken(number, line);
        self.accounts.settle(id)?;
        let same = self.compare(id, facts)?;
        match (earlier, same) {
            (0, true) => self.tally.same(id),
            (0, false) => self.tally.changed += 1,
            (earlier, same) => again(&mut self.tally, same, earlier, line),
        }
        Ok(())
    }
}

/// What this row leaves blank stays as it is: a list of customers completes, whichever file came
/// first. An attribute this file speaks of goes when its cell is empty.
fn complete(spoken_of: &[&str], stored: &Account, facts: &mut Account) {
    let texts = [
        (&mut facts.name, &stored.name),
        (&mut facts.email, &stored.email),
        (&mut facts.company, &stored.company),
        (&mut facts.country, &stored.country),
        (&mut facts.tags, &stored.tags),
    ];
    for (new, old) in texts {
        if new.is_none() {
            new.clone_from(old);
        }
    }
    facts.created = facts.created.or(stored.created);
    facts.birthday = facts.birthday.or(stored.birthday);
    facts.card_expires = facts.card_expires.or(stored.card_expires);
    let kept = stored.attributes.iter().filter(|(name, _)| !spoken_of.contains(&name.as_str()));
    facts.attributes.extend(kept.cloned());
    facts.attributes.sort();
}
