//! A row of a change log: from that day on this is the whole state of the subscription.

use super::super::problem::Code;
use super::super::records::Record;
use super::super::value::Moment;
use super::{Field, Kept, Reader, RowHash, SubscriptionRow};
use crate::model::{Day, PlanChange, Status};

/// What follows a state that ends.
pub(in crate::import) const END: Status = Status::Expired;

/// A change and the key of its customer.
#[derive(Clone, Debug)]
pub(in crate::import) struct ChangeRow {
    /// Line of the file.
    pub(in crate::import) line: u64,
    /// The facts. The account is 0, the plan its number among the plans of the file.
    pub(in crate::import) facts: PlanChange,
    /// Key of the customer.
    pub(in crate::import) customer: String,
    /// The number of his account among those known.
    pub(in crate::import) account: Option<usize>,
    /// Hash of the normalised row.
    pub(in crate::import) hash: u128,
    /// Hash of customer, subscription and moment alone: two rows of one moment contradict.
    pub(in crate::import) moment: u128,
    /// Where the row says until when it holds: the state from then on, if no other row speaks of
    /// that moment.
    pub(in crate::import) end: Option<End>,
}

/// The end of a state.
#[derive(Clone, Copy, Debug)]
pub(in crate::import) struct End {
    /// First day it does not hold.
    pub(in crate::import) day: Day,
    /// Second of that day.
    pub(in crate::import) second: u32,
    /// As of a row that says so.
    pub(in crate::import) hash: u128,
    /// As of a row that says so.
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
        let (customer, account) = Default::default();
        Self { line: 0, facts, customer, account, hash: 0, moment: 0, end: None }
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
        let until = self.until(record, moment)?;
        row.facts.status = self.status(record)?.unwrap_or(Status::Active);
        // Over, and yet until a later day: lists say of every state how it came out in the end. Until
        // then it was what is paid for.
        let over = matches!(row.facts.status, Status::Canceled | Status::Expired);
        if let Some(until) = until.filter(|_| over) {
            let ahead = until.day > self.today;
            row.facts.status = if ahead { Status::NonRenewing } else { Status::Active };
        }
        row.facts.terms = self.terms(record, row.facts.status != Status::Active)?;
        (row.moment, row.hash) = self.hash_change(row, moment, row.facts.status);
        row.end = self.end(row, until);
        Ok(())
    }

    /// Until when a row holds; what ends on or before its beginning holds on.
    fn until(&mut self, record: &Record<'_>, from: Moment) -> Kept<Option<Moment>> {
        if !self.cells.has(Field::Ended) {
            return Ok(None);
        }
        let until = self.moment(record, Field::Ended)?;
        Ok(until.filter(|until| (until.day, until.second) > (from.day, from.second)))
    }

    /// The state that follows. An end that lies ahead is only scheduled: who stays after all would have
    /// left by a row that nothing takes back.
    fn end(&self, row: &ChangeRow, until: Option<Moment>) -> Option<End> {
        let until = until.filter(|until| !self.said.goes_on && until.day <= self.today)?;
        let (moment, hash) = self.hash_change(row, until, END);
        Some(End { day: until.day, second: until.second, hash, moment })
    }

    /// Hashes of moment and row, were it of this moment and status.
    fn hash_change(&self, row: &ChangeRow, at: Moment, status: Status) -> (u128, u128) {
        let mut hash = RowHash::default();
        hash.text(&row.customer);
        hash.text(&row.facts.subscription);
        hash.number(Some(i64::from(at.day.0)));
        hash.number(Some(i64::from(at.second)));
        let moment = hash.finish();
        hash.text(status.code());
        self.hash_terms(&mut hash, &row.facts.terms);
        // The same words about the keys of another source are about somebody else.
        if !self.source.is_empty() {
            hash.text(self.source);
        }
        (moment, hash.finish())
    }
}
