//! Subscriptions: new ones inserted, known ones compared and altered.

use super::accounts::{Accounts, Known};
use super::corrected;
use super::deleted::Deleted;
use super::keys::SharedKeys;
use super::plans::Plans;
use super::pump::{Owner, Target};
use super::tally::{Place, Seen, Superseded, Tally};
use crate::Result;
use crate::import::problem::Code;
use crate::import::records::Record;
use crate::import::validate::{Reader, Rejected, SubscriptionRow};
use crate::import::{Field, Mapping};
use crate::model::{Status, Subscription};
use crate::store::deleted::{identity, owner_of};
use crate::store::subscription::{self, Inserter};
use crate::task::Beat;
use rusqlite::Transaction;
use rustc_hash::FxHashMap;
use std::fmt::Write;

/// Takes the rows of a list of subscriptions.
pub(super) struct Subscriptions<'tx> {
    tx: &'tx Transaction<'tx>,
    source: i64,
    mapping: &'tx Mapping,
    accounts: Accounts<'tx>,
    plans: Plans<'tx>,
    seen: Seen,
    deleted: Deleted<'tx>,
    inserter: Inserter<'tx>,
    /// How often a row without a key was met, by its hash.
    twins: FxHashMap<u128, u32>,
    tally: Tally,
}

impl<'tx> Subscriptions<'tx> {
    pub(super) fn load(
        tx: &'tx Transaction<'tx>,
        source: i64,
        mapping: &'tx Mapping,
        beat: &mut Beat<'_>,
    ) -> Result<Self> {
        let accounts = Accounts::load(tx, source, beat)?;
        let mut seen = Seen::default();
        subscription::keys(tx, |id, account, key| {
            if seen.len().is_multiple_of(4096) {
                beat()?;
            }
            if accounts.owns(account) { seen.stored(id, key) } else { Ok(()) }
        })?;
        let plans = Plans::load(tx, source)?;
        let inserter = Inserter::new(tx)?;
        let (twins, tally) = (FxHashMap::default(), Tally::default());
        let deleted = Deleted::load(tx, "subscription")?;
        Ok(Self { tx, source, mapping, accounts, plans, seen, deleted, inserter, twins, tally })
    }

    pub(super) fn finish(mut self) -> Result<Tally> {
        self.accounts.flush()?;
        self.inserter.finish()?;
        Ok(self.tally)
    }

    /// A row without a key of its own gets one of its hash and how often it came: the same file
    /// again finds it, and a real twin stays.
    fn own_key(&mut self, row: &mut SubscriptionRow) {
        let nth = self.twins.entry(row.hash).or_default();
        *nth += 1;
        write!(row.facts.key, "row-{:032x}-{nth}", row.hash).ok();
    }

    /// Leaves out a row that was deleted by hand, and opens no customer for it; whether it did.
    fn stays_deleted(&mut self, row: &SubscriptionRow) -> Result<bool> {
        let (facts, hash) = (&row.facts, identity(self.source, &row.facts.key));
        if !self.deleted.holds(hash) || self.seen.knows(&facts.key) {
            return Ok(false);
        }
        for old in self.deleted.old(hash)? {
            let stored = subscription::of_values(self.tx, &old)?;
            let mut said = Subscription { account: stored.account, ..facts.clone() };
            said.terms.plan = self.plans.id(facts.terms.plan);
            keep_unmapped(self.mapping, &stored, &mut said);
            if said == stored && owner_of(&old, "account") == Some(&row.customer) {
                self.tally.still_deleted(row.line, &facts.key);
                return Ok(true);
            }
        }
        self.tally.back_again(row.line, &facts.key);
        Ok(false)
    }

    fn insert(&mut self, line: u64, facts: &Subscription) -> Result<()> {
        self.tally.new += 1;
        let id = self.inserter.push(facts)?;
        self.seen.brought(id, &facts.key, line)
    }

    fn compare(&mut self, id: i64, facts: &mut Subscription) -> Result<bool> {
        let Some(stored) = subscription::by_id(self.tx, id)? else {
            return Ok(false);
        };
        keep_unmapped(self.mapping, &stored.subscription, facts);
        let mut same = stored.subscription == *facts;
        if !same {
            corrected::subscription(self.tx, id, &stored.subscription, facts)?;
            same = stored.subscription == *facts;
        }
        if !same {
            subscription::update(self.tx, id, facts)?;
        }
        Ok(same)
    }
}

impl Target for Subscriptions<'_> {
    type Row = SubscriptionRow;

    fn read(
        reader: &mut Reader<'_>,
        record: &Record<'_>,
        row: &mut SubscriptionRow,
    ) -> Result<(), Rejected> {
        reader.subscription(record, row)
    }

    fn plans(&mut self, names: Vec<String>) -> Result<()> {
        self.plans.name(names)
    }

    fn accounts(&self) -> Option<SharedKeys> {
        Some(self.accounts.keys())
    }

    fn owner<'r>(_: &Reader<'_>, row: &'r mut SubscriptionRow) -> Option<Owner<'r>> {
        Some((&row.customer, &mut row.account))
    }

    fn ahead(&self, rows: &[SubscriptionRow]) {
        rows.iter().for_each(|row| self.seen.ahead(&row.facts.key));
    }

    fn take(&mut self, row: &mut SubscriptionRow) -> Result<()> {
        if row.facts.key.is_empty() {
            self.own_key(row);
        }
        if !self.deleted.is_empty() && self.stays_deleted(row)? {
            return Ok(());
        }
        let known = Known { name: &row.name, email: &row.email, country: &row.country };
        row.facts.account = self.accounts.resolve(row.account, &row.customer, known)?;
        row.facts.terms.plan = self.plans.id(row.facts.terms.plan);
        let (line, facts) = (row.line, &mut row.facts);
        self.tally.ended |=
            facts.ended.is_some() || matches!(facts.status, Status::Canceled | Status::Expired);
        match self.seen.meet(&facts.key, line) {
            Place::Nowhere => self.insert(line, facts)?,
            Place::Stored(id) => match self.compare(id, facts)? {
                true => self.tally.same(id),
                false => self.tally.changed += 1,
            },
            Place::Earlier(id, earlier) => {
                self.inserter.settle(id)?;
                let same = self.compare(id, facts)?;
                again(&mut self.tally, same, earlier, line);
            }
        }
        Ok(())
    }
}

/// A key that was met in this file before: the same row once more, or a contradiction in which
/// the later line counts.
pub(super) fn again(tally: &mut Tally, same: bool, earlier: u64, line: u64) {
    tally.skipped += 1;
    if same {
        tally.problems.add_with(line, Code::SameRow, None, b"", || earlier.to_string());
    } else {
        Superseded::insert(&mut tally.superseded, earlier, line);
    }
}

/// Columns this file does not have stay as they are, price and interval as long as the plan does. The
/// day the row was first seen stays as long as its status does: what has no date of its own counts
/// from it.
fn keep_unmapped(mapping: &Mapping, stored: &Subscription, facts: &mut Subscription) {
    use Field as F;
    let has = |fields: &[Field]| fields.iter().any(|f| mapping.origins.contains_key(f));
    macro_rules! keep {
        ($($fields:expr => $($place:ident).+;)*) => {
            $(if !has(&$fields) { facts.$($place).+ = stored.$($place).+; })*
        };
    }
    keep! {
        [F::Plan] => terms.plan;
        [F::Mrr, F::MrrMinor] => terms.mrr;
        [F::Currency] => terms.currency;
        [F::Quantity] => terms.quantity;
        [F::DiscountPercent] => terms.discount;
        [F::Status, F::Ended, F::AtPeriodEnd] => status;
        [F::TrialStart] => trial_start;
        [F::TrialEnd] => trial_end;
        [F::PeriodStart] => period_start;
        [F::PeriodEnd] => period_end;
        [F::AtPeriodEnd] => at_period_end;
        [F::CancelRequested] => cancel_requested;
        [F::Ended] => ended;
        [F::PastDueSince] => past_due_since;
        [F::PausedOn] => paused_on;
    }
    if facts.terms.plan == stored.terms.plan {
        keep! {
            [F::Amount, F::AmountMinor] => terms.amount;
            [F::Interval, F::IntervalCount] => terms.interval;
            [F::Interval, F::IntervalCount] => terms.listed;
        }
    }
    if !has(&[F::CancelReason]) {
        facts.cancel_reason.clone_from(&stored.cancel_reason);
    }
    if facts.status == stored.status {
        facts.seen_on = stored.seen_on;
    }
}
