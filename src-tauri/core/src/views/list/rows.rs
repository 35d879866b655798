//! One customer of a list, with what its columns need.

use super::super::frame::Frame;
use crate::ledger::Standing;
use crate::model::Day;

/// One customer of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Dense number.
    pub(super) customer: u32,
    /// What he counts for in the number behind which the list stands, in minor units; 0 where
    /// heads are counted.
    pub(super) amount: i64,
    /// Catalogue key of his role or movement; empty for none.
    pub(super) role: &'static str,
    /// When it happened, or his first paying day.
    pub(super) day: Day,
    /// MRR before and after.
    pub(super) from: i64,
    /// See `from`.
    pub(super) to: i64,
    /// Place of his plan in the ledger.
    pub(super) plan: u32,
    /// Place of his tier, where the list shows it; none: no member.
    pub(super) tier: Option<u8>,
    /// Place of the reason in the ledger.
    pub(super) reason: u32,
    /// What he is on the last day.
    pub(super) status: Status,
}

/// What a customer is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Status {
    /// MRR above 0.
    Paying,
    /// A customer without MRR.
    Paused,
    /// Was one.
    Left,
    /// Never was one.
    Never,
}

impl Status {
    /// As lists name it: `customers:left`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Paying => "paying",
            Self::Paused => "paused",
            Self::Left => "left",
            Self::Never => "never",
        }
    }

    /// Every status.
    pub(super) const ALL: [Self; 4] = [Self::Paying, Self::Paused, Self::Left, Self::Never];
}

impl Entry {
    /// A customer as he stands on the last day of the frame's focus that has come.
    pub(super) fn on(frame: &Frame<'_>, customer: u32, day: Day) -> Self {
        let ledger = &frame.book.ledger;
        let first = ledger.customers.first_paid[customer as usize];
        let entry = Self {
            customer,
            amount: 0,
            role: "",
            day: first,
            from: 0,
            to: 0,
            plan: 0,
            tier: None,
            reason: 0,
            status: Status::Never,
        };
        let Some(state) = ledger.state_on(customer, day) else {
            return entry;
        };
        let states = &ledger.states;
        let mrr = ledger.worth(customer, state, day).mrr;
        let status = match ledger.standing(customer, day) {
            Standing::Paying => Status::Paying,
            Standing::Paused => Status::Paused,
            Standing::Left => Status::Left,
            Standing::Never => Status::Never,
        };
        Self {
            amount: mrr,
            to: mrr,
            plan: states.plan[state],
            reason: states.reason[state],
            status,
            ..entry
        }
    }
}
