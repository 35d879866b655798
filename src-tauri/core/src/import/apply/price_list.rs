//! The price list: plans added, known ones compared and altered.

use super::deleted::Deleted;
use super::pump::Target;
use super::subscriptions::again;
use super::tally::Tally;
use crate::Result;
use crate::import::records::Record;
use crate::import::validate::{PlanRow, Reader, Rejected};
use crate::import::{Field, Mapping};
use crate::model::Plan;
use crate::store::deleted::identity;
use crate::store::plan;
use rusqlite::Transaction;
use rustc_hash::FxHashMap;

/// Takes the rows of a price list.
pub(super) struct PriceList<'tx> {
    tx: &'tx Transaction<'tx>,
    source: i64,
    mapping: &'tx Mapping,
    deleted: Deleted<'tx>,
    /// By key: the id, what it says, and the line of this file that said so; 0 for none.
    plans: FxHashMap<String, (i64, Plan, u64)>,
    tally: Tally,
}

impl<'tx> PriceList<'tx> {
    pub(super) fn load(
        tx: &'tx Transaction<'tx>,
        source: i64,
        mapping: &'tx Mapping,
    ) -> Result<Self> {
        let stored = plan::all(tx)?.into_iter().filter(|stored| stored.source == source);
        let plans = stored.map(|one| (one.plan.key.clone(), (one.id, one.plan, 0))).collect();
        let deleted = Deleted::load(tx, "plan")?;
        Ok(Self { tx, source, mapping, deleted, plans, tally: Tally::default() })
    }

    pub(super) fn finish(self) -> Tally {
        self.tally
    }

    /// Leaves out a plan that was deleted by hand; whether it did.
    fn stays_deleted(&mut self, row: &PlanRow) -> Result<bool> {
        let hash = identity(self.source, &row.facts.key);
        if !self.deleted.holds(hash) {
            return Ok(false);
        }
        for old in self.deleted.old(hash)? {
            let stored = plan::of_values(self.tx, &old)?;
            let mut said = row.facts.clone();
            keep_unmapped(self.mapping, &stored, &mut said);
            if said == stored {
                self.tally.still_deleted(row.line, &row.facts.key);
                return Ok(true);
            }
        }
        self.tally.back_again(row.line, &row.facts.key);
        Ok(false)
    }
}

/// Columns this file does not have stay as they are.
fn keep_unmapped(mapping: &Mapping, stored: &Plan, plan: &mut Plan) {
    let has = |fields: &[Field]| fields.iter().any(|f| mapping.origins.contains_key(f));
    if !has(&[Field::Name]) {
        plan.name.clone_from(&stored.name);
    }
    if !has(&[Field::Amount, Field::AmountMinor]) {
        (plan.amount, plan.currency) = (stored.amount, stored.currency);
    }
    if !has(&[Field::Interval, Field::IntervalCount]) {
        plan.interval = stored.interval.or(plan.interval);
    }
}

impl Target for PriceList<'_> {
    type Row = PlanRow;

    fn read(
        reader: &mut Reader<'_>,
        record: &Record<'_>,
        row: &mut PlanRow,
    ) -> Result<(), Rejected> {
        reader.plan(record, row)
    }

    /// The reader numbers every plan it meets; the rows themselves say what they are.
    fn plans(&mut self, _: Vec<String>) -> Result<()> {
        Ok(())
    }

    fn take(&mut self, row: &mut PlanRow) -> Result<()> {
        if !self.plans.contains_key(&row.facts.key) && self.stays_deleted(row)? {
            return Ok(());
        }
        let Some((id, stored, line)) = self.plans.get_mut(&row.facts.key) else {
            self.tally.new += 1;
            let id = plan::add(self.tx, self.source, &row.facts)?;
            self.plans.insert(row.facts.key.clone(), (id, row.facts.clone(), row.line));
            return Ok(());
        };
        keep_unmapped(self.mapping, stored, &mut row.facts);
        let (id, same) = (*id, *stored == row.facts);
        if !same {
            plan::update(self.tx, id, &row.facts)?;
            stored.clone_from(&row.facts);
        }
        match (std::mem::replace(line, row.line), same) {
            (0, true) => self.tally.same(id),
            (0, false) => self.tally.changed += 1,
            (earlier, same) => again(&mut self.tally, same, earlier, row.line),
        }
        Ok(())
    }
}
