//! What the store hands over, row by row: lean, without text that is not needed.

use crate::model::{Day, Listed, Status, Terms};
pub use crate::model::{InvoiceRow, SubscriptionRow};

/// A plan with its price, for subscriptions that leave price or interval to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    /// Id in the store.
    pub id: i64,
    /// What people call it; its key without a name.
    pub name: String,
    /// What the price list says of it.
    pub listed: Listed,
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
