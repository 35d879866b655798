//! The in-memory book of states that every revenue and customer metric is computed from.
//!
//! A *state* is what a customer is worth from a day on until his next state. Before his first
//! state a customer is not there, and the first one always pays. States are sorted by customer
//! (dense number `0..n`), then by day, at most one for each customer and day (all changes of a day
//! are one change). Columns, not rows: a metric is one pass over slices, and a segment is one byte
//! for each state.
//!
//! ```text
//! accounts ── People ─┐
//! plans, rates ─ Prices ─┤ Sources ── Entries (subscriptions, one per loading thread) ── build ── Ledger
//! change log ──── Log ──┘
//! ```
//! The rules of timelines are those of metrics.md 2; each file names its part.

mod build;
mod foreign;
mod history;
mod image;
mod invoices;
mod life;
mod log;
mod on_day;
mod paid;
mod people;
mod prices;
mod rates;
mod reasons;
mod rows;
mod said;
mod spans;
mod standing;
mod states;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod trials;

use crate::model::{Currency, Day, Policy};
use std::ops::Range;

pub use build::{Sources, build};
pub use foreign::{Foreign, Parts, Worth};
pub use invoices::as_changes;
pub use log::Log;
pub use on_day::OnDay;
pub use paid::Paid;
pub use people::{Accounts, People};
pub use prices::Prices;
pub use rates::{Factor, Quick, Rates};
pub use rows::{ChangeRow, InvoiceRow, LogOf, PlanRow, SubscriptionRow};
pub use said::Said;
pub use spans::Entries;
pub use standing::Standing;
pub use trials::Trial;

/// Customers, their attributes and their states. Immutable; a write builds a new one.
#[derive(Debug)]
pub struct Ledger {
    /// What every amount is in.
    pub currency: Currency,
    /// The rules the states were worked out by.
    pub policy: Policy,
    /// Who they are.
    pub customers: Customers,
    /// What they were worth when.
    pub states: States,
    /// Those of them whose worth changes with exchange rates.
    pub foreign: Foreign,
    /// Names of plans; 0 is the empty text (none named). Plans of one name are one plan.
    pub plans: Vec<String>,
    /// Reasons for leaving; 0 is "no reason given".
    pub reasons: Vec<Reason>,
    /// The first trial of each customer who had one, sorted by customer.
    pub trials: Vec<Trial>,
    /// What stayed out of the book and why.
    pub left_out: LeftOut,
    /// The first day on which anybody paid; `None` when nobody ever did.
    pub first_paid: Option<Day>,
}

/// Customers in dense order.
#[derive(Debug, Default)]
pub struct Customers {
    /// The number their accounts share in the store, ascending.
    pub id: Vec<i64>,
    /// First day with MRR above 0, ever; `Day::NEVER` for who never paid.
    pub first_paid: Vec<Day>,
    /// Attributes that do not change: country first, then whatever the files brought.
    pub attributes: Vec<Attribute>,
    /// Where the states of customer `c` begin; one longer than there are customers.
    pub offsets: Vec<u32>,
}

/// One dictionary-coded column over customers.
#[derive(Clone, Debug, Default)]
pub struct Attribute {
    /// `country`
    pub name: String,
    /// The distinct values; 0 is the empty text (not known).
    pub values: Vec<String>,
    /// For each customer its place in `values`.
    pub codes: Vec<u32>,
}

/// The columns of the states.
#[derive(Debug, Default)]
pub struct States {
    /// First day of the state.
    pub day: Vec<i32>,
    /// MRR in minor units of the workspace's currency; of a customer in [`Foreign`] at the rates of
    /// the day the state began: filters and the plan go by it, figures by [`Ledger::worth`].
    pub mrr: Vec<i64>,
    /// The same without what has asked to cancel.
    pub committed: Vec<i64>,
    /// Seats: the sum of quantities that pay.
    pub seats: Vec<u32>,
    /// Plan of the largest subscription, as a place in `Ledger::plans`; who has left keeps his last.
    pub plan: Vec<u32>,
    /// See [`flag`].
    pub flags: Vec<u8>,
    /// Why he left, as a place in `Ledger::reasons`, where the state is not present.
    pub reason: Vec<u32>,
}

/// Bits of `States::flags`.
pub mod flag {
    /// A customer of the day: pays, or is paused after having paid.
    pub const PRESENT: u8 = 1;
    /// Something of his is paused.
    pub const PAUSED: u8 = 2;
    /// Left without having wanted to: payment failed, card expired.
    pub const INVOLUNTARY: u8 = 4;
    /// Left, and a reason is recorded that says he wanted to.
    pub const VOLUNTARY: u8 = 8;
    /// Came back by paying what was overdue.
    pub const RECOVERED: u8 = 16;
    /// Some of it has asked to cancel: `committed` is less than `mrr`. Elsewhere they are equal, and
    /// a sweep need not read both columns.
    pub const ASKED: u8 = 32;
    /// His first state.
    pub const FIRST: u8 = 64;
    /// He is a customer again, or still, in some later state of his.
    pub const LATER: u8 = 128;
}

/// A reason for leaving in the words of its source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reason {
    /// As the source says it; empty for none.
    pub text: String,
    /// Unpaid, no card, card expired, uncollectible, nonpayment.
    pub involuntary: bool,
}

/// What the figures leave out, for the notices of the views.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Subscriptions (and logs of their own) by currency without a rate, in order of the code.
    pub no_rate: Vec<(Currency, usize)>,
    /// Subscriptions that are over and have no date at all.
    pub no_end: usize,
    /// Import files of subscriptions in which nothing has ever ended: retention would be a lie.
    pub lists_without_ended: Vec<String>,
    /// Where MRR comes from invoices, the day of the newest: what came later is not known.
    pub invoices_until: Option<Day>,
}

impl Ledger {
    /// How many customers there are, who never paid included.
    pub fn len(&self) -> usize {
        self.customers.id.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.customers.id.is_empty()
    }

    /// The places of this customer's states.
    pub fn states_of(&self, customer: u32) -> Range<usize> {
        let at = customer as usize;
        self.customers.offsets[at] as usize..self.customers.offsets[at + 1] as usize
    }

    /// The place of the state this customer is in on this day; `None` before his first one.
    pub fn state_on(&self, customer: u32, day: Day) -> Option<usize> {
        let range = self.states_of(customer);
        let known = self.states.day[range.clone()].partition_point(|&from| from <= day.0);
        (known > 0).then(|| range.start + known - 1)
    }

    /// The dense number of the customer with this number in the store.
    pub fn find(&self, id: i64) -> Option<u32> {
        self.customers.id.binary_search(&id).ok().and_then(|at| u32::try_from(at).ok())
    }

    /// The countries and everything else that is known of customers, by name in any case.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        let all = &self.customers.attributes;
        all.iter()
            .find(|one| one.name == name)
            .or_else(|| all.iter().find(|one| one.name.eq_ignore_ascii_case(name)))
    }
}

impl States {
    /// Whether this state is that of a customer: pays, or is paused after having paid.
    pub fn is_present(&self, state: usize) -> bool {
        self.flags[state] & flag::PRESENT != 0
    }
}
