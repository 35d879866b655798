//! Small businesses for tests, written as sentences.

use super::{
    Accounts, ChangeRow, Entries, Ledger, Log, LogOf, PlanRow, Prices, Sources, SubscriptionRow,
    build,
};
use crate::model::{Currency, Day, Interval, Listed, Policy, Status, Terms, Unit};
use rust_decimal::Decimal;

/// A day from `YYYY-MM-DD`.
pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Every month.
pub(crate) const MONTH: Interval = Interval::MONTH;
/// Every year.
pub(crate) const YEAR: Interval = Interval { unit: Unit::Year, count: 1 };

/// An active subscription of account 1 over 10.00 a month since `start`.
pub(crate) fn row(start: &str) -> SubscriptionRow<'static> {
    SubscriptionRow {
        id: 1,
        account: 1,
        terms: price(1_000),
        status: Status::Active,
        start: day(start),
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
        key: 0,
        seen_on: day("2026-11-20"),
    }
}

/// One unit at so many cents a month.
pub(crate) fn price(cents: i64) -> Terms {
    Terms {
        plan: None,
        amount: Some(cents),
        mrr: None,
        currency: Currency::EUR,
        interval: MONTH,
        listed: false,
        quantity: 1,
        discount: 0,
    }
}

/// Customers by name, what they subscribe to, and the log of changes.
#[derive(Clone, Default)]
pub(crate) struct Business {
    accounts: Vec<(String, i64, String)>,
    attributes: Vec<(usize, String, String)>,
    plans: Vec<String>,
    rates: Vec<(Currency, Day, Decimal)>,
    pub(crate) rows: Vec<SubscriptionRow<'static>>,
    pub(crate) log: Vec<ChangeRow>,
    policy: Policy,
}

impl Business {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// The account of a customer, opened when it is new.
    pub(crate) fn account(&mut self, name: &str) -> i64 {
        let known = self.accounts.iter().position(|(known, ..)| known == name);
        let at = known.unwrap_or_else(|| {
            let id = i64::try_from(self.accounts.len()).unwrap() + 1;
            self.accounts.push((name.to_owned(), id, String::new()));
            self.accounts.len() - 1
        });
        i64::try_from(at).unwrap() + 1
    }

    /// The id of a plan, added when it is new.
    pub(crate) fn plan(&mut self, name: &str) -> i64 {
        let known = self.plans.iter().position(|known| known == name);
        let at = known.unwrap_or_else(|| {
            self.plans.push(name.to_owned());
            self.plans.len() - 1
        });
        i64::try_from(at).unwrap() + 1
    }

    /// The customer lives there.
    pub(crate) fn in_country(mut self, name: &str, country: &str) -> Self {
        let at = usize::try_from(self.account(name)).unwrap() - 1;
        country.clone_into(&mut self.accounts[at].2);
        self
    }

    /// The files say so of him.
    pub(crate) fn known(mut self, name: &str, attribute: &str, value: &str) -> Self {
        let at = usize::try_from(self.account(name)).unwrap() - 1;
        self.attributes.push((at, attribute.to_owned(), value.to_owned()));
        self
    }

    /// Two accounts are one customer.
    pub(crate) fn same(mut self, one: &str, other: &str) -> Self {
        let one = usize::try_from(self.account(one)).unwrap() - 1;
        let other = usize::try_from(self.account(other)).unwrap() - 1;
        self.accounts[other].1 = self.accounts[one].1;
        self
    }

    /// One unit of the currency is always worth so many hundredths of a euro.
    pub(crate) fn rate(self, code: &str, hundredths: i64) -> Self {
        let rate = Decimal::new(hundredths, 2);
        self.rate_from(code, "2000-01-01", &rate.to_string())
    }

    /// One unit of the currency is worth so many euros from this day on.
    pub(crate) fn rate_from(mut self, code: &str, on: &str, euros: &str) -> Self {
        let (currency, rate) = (Currency::parse(code).unwrap(), euros.parse().unwrap());
        self.rates.push((currency, day(on), rate));
        self
    }

    /// A subscription in another currency that runs on.
    pub(crate) fn pays_in(self, code: &str, name: &str, minor: i64, start: &str) -> Self {
        let currency = Currency::parse(code).unwrap();
        self.pays(name, "Pro", minor, start, |row| row.terms.currency = currency)
    }

    /// Past due counts so many days.
    pub(crate) fn grace(mut self, days: u16) -> Self {
        self.policy.grace_days = days;
        self
    }

    /// A subscription of so many cents a month on a plan since `start`; `with` says the rest.
    pub(crate) fn pays(
        mut self,
        name: &str,
        plan: &str,
        cents: i64,
        start: &str,
        with: impl FnOnce(&mut SubscriptionRow<'static>),
    ) -> Self {
        let account = self.account(name);
        let plan = self.plan(plan);
        let id = i64::try_from(self.rows.len()).unwrap() + 1;
        let terms = Terms { plan: Some(plan), ..price(cents) };
        let mut row = SubscriptionRow { id, account, terms, ..row(start) };
        with(&mut row);
        self.rows.push(row);
        self
    }

    /// A subscription that runs on.
    pub(crate) fn on(self, name: &str, plan: &str, cents: i64, start: &str) -> Self {
        self.pays(name, plan, cents, start, |_| {})
    }

    /// A subscription that ended.
    pub(crate) fn until(self, name: &str, cents: i64, start: &str, end: &str) -> Self {
        let end = day(end);
        self.pays(name, "Pro", cents, start, |row| {
            row.ended = Some(end);
            row.status = Status::Canceled;
        })
    }

    /// A row of the log of the customer's only subscription (the first of his, if he has one).
    pub(crate) fn change(
        mut self,
        name: &str,
        on: &str,
        status: Status,
        plan: &str,
        cents: i64,
    ) -> Self {
        let account = self.account(name);
        let plan = Some(self.plan(plan));
        let listed = self.rows.iter().find(|row| row.account == account);
        let of = listed.map_or(LogOf::Own(0), |row| LogOf::Subscription(row.id));
        let id = i64::try_from(self.log.len()).unwrap() + 1;
        let terms = Terms { plan, mrr: Some(cents), amount: None, ..price(0) };
        self.log.push(ChangeRow { id, account, of, day: day(on), second: 0, status, terms });
        self
    }

    /// The dense number of a customer.
    pub(crate) fn dense(&self, book: &Ledger, name: &str) -> u32 {
        let (_, customer, _) = self.accounts.iter().find(|(known, ..)| known == name).unwrap();
        book.find(*customer).unwrap()
    }

    /// The book.
    pub(crate) fn book(&self) -> Ledger {
        self.book_in_parts(1)
    }

    /// What its subscriptions are read against.
    pub(crate) fn sources(&self) -> Sources {
        let mut accounts = Accounts::default();
        for (at, (_, customer, country)) in self.accounts.iter().enumerate() {
            let known = self.attributes.iter().filter(|(of, ..)| *of == at);
            let known = known.map(|(_, name, value)| (name.as_str(), value.as_str()));
            accounts.push(i64::try_from(at).unwrap() + 1, *customer, country, known);
        }
        let plan = |(id, name): (i64, &String)| PlanRow {
            id,
            name: name.clone(),
            listed: Listed::default(),
        };
        let plans = (1..).zip(&self.plans).map(plan);
        let prices = Prices::new(Currency::EUR, &self.rates, plans);
        let people = accounts.into_people();
        let mut log = Log::default();
        self.log.iter().for_each(|row| log.push(&people, &prices, row));
        let said = super::Said::default();
        Sources { people, prices, log: log.sorted(), said, policy: self.policy }
    }

    /// The book, read by so many threads.
    pub(crate) fn book_in_parts(&self, parts: usize) -> Ledger {
        let sources = self.sources();
        let size = self.rows.len().div_ceil(parts).max(1);
        let read = |rows: &[SubscriptionRow]| {
            let mut entries = Entries::default();
            rows.iter().for_each(|row| entries.push(&sources, row));
            entries
        };
        let entries = self.rows.chunks(size).map(read).collect();
        build(sources, entries)
    }
}
