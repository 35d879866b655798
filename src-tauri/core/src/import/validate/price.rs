//! A row of a price list.

use super::super::problem::Code;
use super::super::records::Record;
use super::{Field, Kept, Reader, assign};
use crate::model::Plan;

/// A plan as its source describes it.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct PlanRow {
    /// Line of the file.
    pub(in crate::import) line: u64,
    /// The facts.
    pub(in crate::import) facts: Plan,
    buffer: String,
}

impl Reader<'_> {
    /// Reads a record into `row`, whose buffers are used again.
    pub(in crate::import) fn plan(&mut self, record: &Record<'_>, row: &mut PlanRow) -> Kept<()> {
        self.begin(record)?;
        row.line = record.line;
        let facts = &mut row.facts;
        self.text(record, Field::Name, &mut row.buffer);
        assign(&mut facts.name, &row.buffer);
        self.text(record, Field::Id, &mut facts.key);
        if facts.key.is_empty() {
            facts.key.push_str(&row.buffer);
        }
        if facts.key.is_empty() {
            return Err(self.reject(Code::NoPlan, Some(Field::Id), b""));
        }
        let paid = self.paid(record)?;
        facts.amount = paid.amount;
        facts.currency = paid.amount.map(|_| paid.currency);
        let says = [Field::Interval, Field::IntervalCount].map(|field| self.cells.has(field));
        let number = self.plans.number(facts.key.as_bytes());
        facts.interval = if says.contains(&true) {
            Some(self.interval(record, Some(number))?.0)
        } else {
            self.plans.known(number).and_then(|known| known.named)
        };
        Ok(())
    }
}
