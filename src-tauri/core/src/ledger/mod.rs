//! The in-memory book of states that every revenue and customer metric is computed from.
//!
//! A *state* is what a customer is worth from a day on until his next state. Before his first
//! state a customer is not there. States are sorted by customer (dense number `0..n`), then by day,
//! at most one for each customer and day (all changes of a day are one change). Columns, not rows:
//! a metric is one pass over slices, and a segment is one byte for each state.

use crate::model::{Currency, Day};

/// Customers, their attributes and their states. Immutable; a write builds a new one.
#[derive(Debug)]
pub struct Ledger {
    /// What every amount is in.
    pub currency: Currency,
    /// Who they are.
    pub customers: Customers,
    /// What they were worth when.
    pub states: States,
    /// Dictionaries of the codes in `states`.
    pub plans: Vec<String>,
    /// Reasons for leaving; 0 is "no reason given".
    pub reasons: Vec<Reason>,
    /// Trials begun, sorted by customer: (dense customer, first day).
    pub trials: Vec<(u32, Day)>,
    /// What stayed out of the book and why.
    pub left_out: LeftOut,
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
#[derive(Debug, Default)]
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
    /// MRR in minor units of the workspace's currency.
    pub mrr: Vec<i64>,
    /// The same without what has asked to cancel.
    pub committed: Vec<i64>,
    /// Seats: the sum of quantities that pay.
    pub seats: Vec<u32>,
    /// Plan of the largest subscription, as a place in `Ledger::plans`; who has left keeps his last.
    pub plan: Vec<u16>,
    /// See [`flag`].
    pub flags: Vec<u8>,
    /// Why he left, as a place in `Ledger::reasons`, where the state is not present.
    pub reason: Vec<u16>,
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
    /// Subscriptions by currency without a rate: (code, how many).
    pub no_rate: Vec<(Currency, usize)>,
    /// Subscriptions that are over and have no date at all.
    pub no_end: usize,
    /// Import files of subscriptions in which nothing has ever ended: retention would be a lie.
    pub lists_without_ended: Vec<String>,
}
