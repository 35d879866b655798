//! Facts as a loader hands them to the ledger: lean, borrowed, one call a row.
//!
//! A million customers are read in one go, so nothing here owns text: codes are enums, a plan is
//! its id, a subscription's key is a hash, a reason is borrowed for the length of the call.

use super::{Currency, Day, Status, Terms};
use std::borrow::Cow;

/// What the ledger needs of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRow<'a> {
    /// Its id in the store.
    pub id: i64,
    /// The customer it belongs to: the number his accounts share.
    pub customer: i64,
    /// ISO 3166 country, or whatever the source calls it.
    pub country: Option<&'a str>,
    /// Any other column its files brought: (name, value), sorted by name.
    pub attributes: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

/// What the ledger needs of a subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SubscriptionRow<'a> {
    /// Its id in the store.
    pub id: i64,
    /// Id of its account.
    pub account: i64,
    /// Hash of its key, to find its changes: equal keys of one account hash equally.
    pub key: u64,
    /// Today's terms.
    pub terms: Terms,
    /// Today's status.
    pub status: Status,
    /// First day.
    pub start: Day,
    /// First day of the trial.
    pub trial_start: Option<Day>,
    /// First day after the trial.
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
    pub cancel_reason: Option<&'a str>,
    /// Day of the import, for what has no date of its own.
    pub seen_on: Day,
}

/// What the ledger needs of a row of a change log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanChangeRow {
    /// Its id in the store: of two rows of one second the later one counts.
    pub id: i64,
    /// Id of its account.
    pub account: i64,
    /// Hash of the subscription's key; `None`: the customer's only one.
    pub key: Option<u64>,
    /// From this day on.
    pub day: Day,
    /// Second of the day.
    pub second: u32,
    /// What it is from then on.
    pub status: Status,
    /// Terms from then on.
    pub terms: Terms,
}

/// An invoice as the store hands it over: one that counts, with a service period.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct InvoiceRow {
    /// Id of the account in the store.
    pub account: i64,
    /// Which subscription it is for: any number that is the same for those of one.
    pub subscription: u64,
    /// First day of the service period.
    pub from: Day,
    /// First day after it, or its last one, as programs differ.
    pub to: Day,
    /// Id of the plan in the store.
    pub plan: Option<i64>,
    /// Amount less tax, in minor units; above 0.
    pub amount: i64,
    /// Of the amount.
    pub currency: Currency,
    /// Units paid for.
    pub quantity: u32,
}
