//! A row of a change log: from that day on this is the whole state of the subscription.

use super::super::problem::Code;
use super::super::records::Record;
use super::{Field, Kept, Reader, RowHash, SubscriptionRow};
use crate::model::{PlanChange, Status};

/// A change and the key of its customer.
#[derive(Clone, Debug)]
pub(in crate::import) struct ChangeRow {
    /// Line of the file.
    pub(in crate::import) line: u64,
    /// The facts. The account is 0, the plan its number among the plans of the file.
    pub(in crate::import) facts: PlanChange,
    /// Key of the customer.
    pub(in crate::import) customer: String,
    /// Hash of the normalised row.
    pub(in crate::import) hash: u128,
    /// Hash of customer, subscription and moment alone: two rows of one moment contradict.
    pub(in crate::import) moment: u128,
}

impl Default for ChangeRow {
    fn default() -> Self {
        let blank = SubscriptionRow::default().facts;
        let facts = PlanChange {
            account: 0,
            subscription: String::new(),
            day: blank.start,
            second: 0,
            status: blank.status,
            terms: blank.terms,
        };
        Self { line: 0, facts, customer: String::new(), hash: 0, moment: 0 }
    }
}

impl Reader<'_> {
    /// Reads a record into `row`, whose buffers are used again.
    pub(in crate::import) fn change(
        &mut self,
        record: &Record<'_>,
        row: &mut ChangeRow,
    ) -> Kept<()> {
        self.begin(record)?;
        row.line = record.line;
        self.customer(record, Field::Customer, &mut row.customer)?;
        self.text(record, Field::Subscription, &mut row.facts.subscription);
        let Some(moment) = self.moment(record, Field::Date)? else {
            return Err(self.reject(Code::NoDate, Some(Field::Date), b""));
        };
        (row.facts.day, row.facts.second) = (moment.day, moment.second);
        row.facts.status = self.status(record)?.unwrap_or(Status::Active);
        row.facts.terms = self.terms(record, row.facts.status != Status::Active)?;
        self.hash_change(row);
        Ok(())
    }

    fn hash_change(&self, row: &mut ChangeRow) {
        let mut hash = RowHash::default();
        hash.text(&row.customer);
        hash.text(&row.facts.subscription);
        hash.number(Some(i64::from(row.facts.day.0)));
        hash.number(Some(i64::from(row.facts.second)));
        row.moment = hash.finish();
        hash.text(row.facts.status.code());
        self.hash_terms(&mut hash, &row.facts.terms);
        // The same words about the keys of another source are about somebody else.
        if !self.source.is_empty() {
            hash.text(self.source);
        }
        row.hash = hash.finish();
    }
}
