//! What the store hands over, row by row: lean, without text that is not needed.

use crate::model::{Currency, Day, Interval, Status, Terms};

/// A plan with its price, for subscriptions that name no price of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    /// Id in the store.
    pub id: i64,
    /// What people call it; its key without a name.
    pub name: String,
    /// Price for one interval and one unit, in minor units, with its currency.
    pub price: Option<(i64, Currency)>,
    /// How often it is paid.
    pub interval: Option<Interval>,
}

/// A subscription as its source states it today.
#[derive(Clone, Copy, Debug)]
pub struct SubscriptionRow<'a> {
    /// Id in the store; rows come in order of it.
    pub id: i64,
    /// Id of the account in the store.
    pub account: i64,
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
    /// Why it was cancelled, in the source's words; empty for none.
    pub reason: &'a str,
    /// Day of the import, for what has no date of its own.
    pub seen_on: Day,
}

/// Which subscription a row of a change log speaks of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LogOf {
    /// The subscription with this id in the store: same account and key, or, where the log names
    /// none, the account's only one.
    Subscription(i64),
    /// One that no list of subscriptions names: any number that is the same for all rows of one
    /// account and key and for no others of that account.
    Own(i64),
}

/// A row of a change log: from `day` on this is the whole state of the subscription.
#[derive(Clone, Copy, Debug)]
pub struct ChangeRow {
    /// Id in the store: of two rows of one second the later one counts.
    pub id: i64,
    /// Id of the account in the store.
    pub account: i64,
    /// Which subscription it speaks of.
    pub of: LogOf,
    /// From this day on.
    pub day: Day,
    /// Second of the day, where the source has a time.
    pub second: u32,
    /// What it is from then on; `Canceled` and `Expired` end it.
    pub status: Status,
    /// Terms from then on.
    pub terms: Terms,
}
