//! A row of a list of subscriptions, as each stands today.

use super::super::problem::Code;
use super::super::records::Record;
use super::super::value::is_nothing;
use super::{Field, Kept, Reader, RowHash, assign};
use crate::model::{Currency, Day, Interval, Status, Subscription, Terms};

/// A subscription and what its row says of the customer.
#[derive(Clone, Debug)]
pub(in crate::import) struct SubscriptionRow {
    /// Line of the file.
    pub(in crate::import) line: u64,
    /// The facts. Account and plan are not those of the store yet: the account is 0, the plan its
    /// number among the plans of the file. An empty key means that the row has none.
    pub(in crate::import) facts: Subscription,
    /// Hash of the normalised row, for a row without a key.
    pub(in crate::import) hash: u128,
    /// Key of the customer.
    pub(in crate::import) customer: String,
    /// The number of his account among those known.
    pub(in crate::import) account: Option<usize>,
    /// What the row knows of him; empty for nothing.
    pub(in crate::import) name: String,
    /// His mail address.
    pub(in crate::import) email: String,
    /// His country.
    pub(in crate::import) country: String,
}

impl Default for SubscriptionRow {
    fn default() -> Self {
        let terms = Terms {
            plan: None,
            amount: None,
            mrr: None,
            currency: Currency::EUR,
            interval: Interval::MONTH,
            listed: false,
            quantity: 1,
            discount: 0,
        };
        let facts = Subscription {
            account: 0,
            key: String::new(),
            terms,
            status: Status::Active,
            start: Day(0),
            trial_start: None,
            trial_end: None,
            period_start: None,
            period_end: None,
            at_period_end: false,
            cancel_requested: None,
            ended: None,
            past_due_since: None,
            paused_on: None,
            cancel_reason: None,
            seen_on: Day(0),
        };
        let (customer, account, name, email, country) = Default::default();
        Self { line: 0, facts, hash: 0, customer, account, name, email, country }
    }
}

impl Reader<'_> {
    /// Reads a record into `row`, whose buffers are used again.
    pub(in crate::import) fn subscription(
        &mut self,
        record: &Record<'_>,
        row: &mut SubscriptionRow,
    ) -> Kept<()> {
        self.begin(record)?;
        row.line = record.line;
        self.customer(record, Field::Customer, &mut row.customer)?;
        self.text(record, Field::Id, &mut row.facts.key);
        if super::is_rounded(&row.facts.key) {
            return Err(self.reject(Code::RoundedKey, Some(Field::Id), row.facts.key.as_bytes()));
        }
        self.text(record, Field::Name, &mut row.name);
        self.text(record, Field::Email, &mut row.email);
        self.text(record, Field::Country, &mut row.country);
        self.dates(record, &mut row.facts)?;
        self.state(record, &mut row.facts)?;
        row.facts.terms = self.terms(record, row.facts.status == Status::Pending)?;
        let reason = self.cells.plain(record, Field::CancelReason);
        assign(&mut row.facts.cancel_reason, &super::decoded(reason));
        row.facts.seen_on = self.today;
        if row.facts.key.is_empty() {
            row.hash = self.row_hash(row);
        }
        self.price_of_the_past(&mut row.facts);
        self.look_at(&row.facts);
        Ok(())
    }

    fn dates(&mut self, record: &Record<'_>, facts: &mut Subscription) -> Kept<()> {
        let Some(start) = self.day(record, Field::Start)? else {
            return Err(self.reject(Code::NoStart, Some(Field::Start), b""));
        };
        facts.start = start;
        facts.trial_start = self.day(record, Field::TrialStart)?;
        facts.trial_end = self.day(record, Field::TrialEnd)?;
        facts.period_start = self.day(record, Field::PeriodStart)?;
        facts.period_end = self.day(record, Field::PeriodEnd)?;
        facts.cancel_requested = self.day(record, Field::CancelRequested)?;
        facts.ended = self.day(record, Field::Ended)?;
        facts.past_due_since = self.day(record, Field::PastDueSince)?;
        facts.paused_on = self.day(record, Field::PausedOn)?;
        Ok(())
    }

    fn state(&mut self, record: &Record<'_>, facts: &mut Subscription) -> Kept<()> {
        let cell = self.cells.plain(record, Field::AtPeriodEnd);
        facts.at_period_end = match cell {
            [] | b"false" => false,
            b"true" => true,
            cell if is_nothing(cell) => false,
            cell => super::super::value::flag(cell)
                .ok_or_else(|| self.reject(Code::BadFlag, Some(Field::AtPeriodEnd), cell))?,
        };
        facts.status = match self.status(record)? {
            Some(status) => status,
            None if facts.ended.is_some() => Status::Canceled,
            None if facts.at_period_end => Status::NonRenewing,
            None => Status::Active,
        };
        Ok(())
    }

    /// Lists that keep a monthly amount set it to nothing once a subscription is over or paused. What
    /// was paid until then is the price, where there is one: else nobody would ever have left.
    fn price_of_the_past(&mut self, facts: &mut Subscription) {
        let past = matches!(facts.status, Status::Canceled | Status::Expired | Status::Paused);
        let terms = &mut facts.terms;
        if !past || terms.mrr != Some(0) {
            return;
        }
        match (terms.amount, self.plans.listed(terms.plan).price) {
            (Some(1..), _) => terms.mrr = None,
            (None, Some(price)) if price.minor > 0 => terms.mrr = None,
            (None, _) => {
                terms.mrr = terms.mrr.filter(|_| terms.plan.is_none());
                self.warn(Code::PriceGone, Some(Field::Mrr), b"0");
            }
            (Some(_), _) => {}
        }
    }

    /// What is taken but worth a look.
    fn look_at(&mut self, facts: &Subscription) {
        if let Some(ended) = facts.ended.filter(|ended| *ended <= facts.start) {
            let value = ended.to_string();
            self.warn(Code::EndedBeforeStart, Some(Field::Ended), value.as_bytes());
        }
        let over = matches!(facts.status, Status::Canceled | Status::Expired);
        if over && facts.ended.is_none() && facts.cancel_requested.is_none() {
            self.warn(Code::NoEnd, Some(Field::Ended), b"");
        }
    }

    /// The row as values, so that delimiter, encoding and order of columns do not matter.
    fn row_hash(&self, row: &SubscriptionRow) -> u128 {
        let mut hash = RowHash::default();
        let facts = &row.facts;
        hash.text(&row.customer);
        hash.text(facts.cancel_reason.as_deref().unwrap_or_default());
        self.hash_terms(&mut hash, &facts.terms);
        hash.text(facts.status.code());
        let days = [
            Some(facts.start),
            facts.trial_start,
            facts.trial_end,
            facts.period_start,
            facts.period_end,
            facts.cancel_requested,
            facts.ended,
            facts.past_due_since,
            facts.paused_on,
        ];
        for day in days {
            hash.number(day.map(|day| i64::from(day.0)));
        }
        hash.number(Some(i64::from(facts.at_period_end)));
        hash.finish()
    }

    pub(super) fn hash_terms(&self, hash: &mut RowHash, terms: &Terms) {
        let plan = terms.plan.and_then(|plan| u32::try_from(plan).ok());
        let name = plan.and_then(|plan| self.plans.name(plan)).unwrap_or_default();
        hash.text(&super::decoded(name));
        hash.number(terms.amount);
        hash.number(terms.mrr);
        hash.text(terms.currency.code());
        hash.text(terms.interval.unit.code());
        hash.number(Some(i64::from(terms.interval.count)));
        hash.number(Some(i64::from(terms.quantity)));
        hash.number(Some(i64::from(terms.discount)));
    }
}
