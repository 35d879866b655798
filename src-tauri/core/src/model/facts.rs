//! Facts as they were given. What they mean on a day is worked out by the ledger.

use super::{Currency, Day, Interval, Money};

/// How a billing system calls the state of a subscription today.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Status {
    /// Pays.
    #[default]
    Active,
    /// In a trial.
    Trialing,
    /// Unpaid for a while, may still be recovered: past_due, unpaid, on-hold.
    PastDue,
    /// Paused.
    Paused,
    /// Cancellation is asked for, paid until the end of the period.
    NonRenewing,
    /// Cancelled: over on `ended`, which may lie ahead.
    Canceled,
    /// Over.
    Expired,
    /// Never started: incomplete, pending, future.
    Pending,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 8] = [
        Self::Active,
        Self::Trialing,
        Self::PastDue,
        Self::Paused,
        Self::NonRenewing,
        Self::Canceled,
        Self::Expired,
        Self::Pending,
    ];

    /// As it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Trialing => "trialing",
            Self::PastDue => "past_due",
            Self::Paused => "paused",
            Self::NonRenewing => "non_renewing",
            Self::Canceled => "canceled",
            Self::Expired => "expired",
            Self::Pending => "pending",
        }
    }

    /// Reads what `code` writes.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }
}

/// One key of one source that stands for a customer, with what that source says about him.
/// A customer is the number his accounts share: joining two accounts gives both one number.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Account {
    /// The exporter's own key, unique within its source.
    pub key: String,
    /// Name of the person or company.
    pub name: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Company, where the source keeps one beside the name.
    pub company: Option<String>,
    /// ISO 3166 country, or whatever the source calls it.
    pub country: Option<String>,
    /// First seen by the source.
    pub created: Option<Day>,
    /// Day of birth.
    pub birthday: Option<Day>,
    /// Last day of the card's validity.
    pub card_expires: Option<Day>,
    /// Comma-separated labels.
    pub tags: Option<String>,
    /// Any other column: (name, value), sorted by name.
    pub attributes: Vec<(String, String)>,
}

/// A plan of the price list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// The exporter's key or, without one, the name.
    pub key: String,
    /// What people call it.
    pub name: Option<String>,
    /// Price for one interval and one unit, in minor units.
    pub amount: Option<i64>,
    /// Of the price.
    pub currency: Option<Currency>,
    /// How often it is paid.
    pub interval: Option<Interval>,
}

/// What is paid for and how much, from some day on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Terms {
    /// Id of the plan in the store; `None` when the source names none.
    pub plan: Option<i64>,
    /// Price for one interval and one unit, in minor units of `currency`.
    pub amount: Option<i64>,
    /// The whole monthly amount, already normalised: wins over everything else.
    pub mrr: Option<i64>,
    /// Of `amount` and `mrr`.
    pub currency: Currency,
    /// How often `amount` is paid, as far as the source says.
    pub interval: Interval,
    /// The source leaves that to the price list: the plan's interval counts where it has one.
    pub listed: bool,
    /// Units, at least 0.
    pub quantity: u32,
    /// Recurring discount in hundredths of a percent: 1000 is 10 %.
    pub discount: u32,
}

impl Terms {
    /// How often it is paid, with what the price list says of the plan. A price nobody named comes
    /// from there with its interval.
    pub fn interval(&self, list: &Listed) -> Interval {
        let left_open = self.listed || (self.amount.is_none() && self.mrr.is_none());
        list.interval.filter(|_| left_open).unwrap_or(self.interval)
    }

    /// The price for one such interval and one unit; none where neither names one.
    pub fn price(&self, list: &Listed) -> Option<Money> {
        self.amount.map(|minor| Money::new(minor, self.currency)).or(list.price)
    }
}

/// What the price list says of a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Listed {
    /// Price for one interval and one unit.
    pub price: Option<Money>,
    /// How often it is paid.
    pub interval: Option<Interval>,
}

impl Listed {
    /// Whether it says anything.
    pub(super) fn is_record(&self) -> bool {
        self.price.is_some() || self.interval.is_some()
    }
}

impl Plan {
    /// What its own record says; for what counts see [`PlanRecords`](super::PlanRecords).
    pub(super) fn listed(&self) -> Listed {
        let price = self.amount.zip(self.currency);
        let price = price.map(|(minor, currency)| Money::new(minor, currency));
        Listed { price, interval: self.interval }
    }
}

/// A subscription as its source states it today.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Subscription {
    /// Id of the account in the store.
    pub account: i64,
    /// The exporter's key, or a hash of the row with its occurrence number.
    pub key: String,
    /// Today's terms.
    pub terms: Terms,
    /// Today's status.
    pub status: Status,
    /// First day.
    pub start: Day,
    /// First day of the trial.
    pub trial_start: Option<Day>,
    /// First day after the trial: pays from that day on.
    pub trial_end: Option<Day>,
    /// First day of the current billing period.
    pub period_start: Option<Day>,
    /// First day of the next billing period.
    pub period_end: Option<Day>,
    /// Ends when the current billing period does.
    pub at_period_end: bool,
    /// Day the customer asked to cancel.
    pub cancel_requested: Option<Day>,
    /// First day without it, past or scheduled.
    pub ended: Option<Day>,
    /// First unpaid day.
    pub past_due_since: Option<Day>,
    /// First paused day.
    pub paused_on: Option<Day>,
    /// Why it was cancelled, in the source's words.
    pub cancel_reason: Option<String>,
    /// Day of the import, for what has no date of its own.
    pub seen_on: Day,
}

/// A row of a change log: from `day` on this is the whole state of the subscription.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlanChange {
    /// Id of the account in the store.
    pub account: i64,
    /// Key of the subscription; empty means the customer's only one.
    pub subscription: String,
    /// From this day on.
    pub day: Day,
    /// Second of the day, where the source has a time; the later row of a day counts.
    pub second: u32,
    /// What it is from then on; `Canceled` and `Expired` end it.
    pub status: Status,
    /// Terms from then on.
    pub terms: Terms,
}
