//! The change log: rows priced as they come in, then sorted by subscription, day and time.

use super::people::People;
use super::prices::{Monthly, NoRate, Prices};
use super::rows::{ChangeRow, LogOf};
use crate::model::{Currency, Day, Status};

/// One row of a log, priced.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Moment {
    of: LogOf,
    customer: u32,
    pub(super) day: Day,
    second: u32,
    id: i64,
    pub(super) status: Status,
    pub(super) mrr: Result<Monthly, NoRate>,
    pub(super) plan: u32,
    pub(super) seats: u32,
}

/// All change logs of a workspace.
#[derive(Debug, Default)]
pub struct Log {
    moments: Vec<Moment>,
}

impl Log {
    /// One more row, in any order. One of an account nobody handed over is passed by.
    pub fn push(&mut self, people: &People, prices: &Prices, row: &ChangeRow) {
        let Some(customer) = people.of(row.account) else {
            return;
        };
        self.moments.push(Moment {
            of: row.of,
            customer,
            day: row.day,
            second: row.second,
            id: row.id,
            status: row.status,
            mrr: prices.monthly(&row.terms),
            plan: prices.plan(&row.terms),
            seats: row.terms.quantity,
        });
    }

    /// Brings the rows of each subscription together, in order of time; of two rows of one day
    /// the later time comes last, then the later row.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        let owner = |moment: &Moment| match moment.of {
            LogOf::Subscription(_) => 0,
            LogOf::Own(_) => moment.customer,
        };
        self.moments.sort_unstable_by_key(|one| (one.of, owner(one), one.day, one.second, one.id));
        self
    }

    /// The rows of a subscription; empty where no log speaks of it.
    pub(super) fn of(&self, subscription: i64) -> &[Moment] {
        if self.moments.is_empty() {
            return &[];
        }
        let of = LogOf::Subscription(subscription);
        let start = self.moments.partition_point(|moment| moment.of < of);
        let rest = &self.moments[start..];
        &rest[..rest.partition_point(|moment| moment.of == of)]
    }

    /// Subscriptions that only a log speaks of: the customer and the rows.
    pub(super) fn own(&self) -> impl Iterator<Item = (u32, &[Moment])> {
        let first = self.moments.partition_point(|one| matches!(one.of, LogOf::Subscription(_)));
        self.moments[first..]
            .chunk_by(|a, b| a.of == b.of && a.customer == b.customer)
            .map(|log| (log[0].customer, log))
    }
}

impl Moment {
    /// Whether the row pays nothing whatever its price: then a missing rate does not matter.
    pub(super) fn is_free(&self) -> bool {
        matches!(
            self.status,
            Status::Trialing
                | Status::Paused
                | Status::Canceled
                | Status::Expired
                | Status::Pending
        )
    }

    /// The currency without a rate, where the row would pay.
    pub(super) fn missing(&self) -> Option<Currency> {
        match self.mrr {
            Err(NoRate(currency)) if !self.is_free() => Some(currency),
            _ => None,
        }
    }
}
