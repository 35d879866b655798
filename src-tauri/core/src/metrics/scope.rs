//! What every metric is asked about: a book, a day beyond which nothing is known, a segment.

use crate::ledger::{Ledger, Worth, flag};
use crate::model::Day;
use crate::segment::Mask;

/// The book a figure is taken from, as of a day, of everyone or of a segment.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// The book.
    pub ledger: &'a Ledger,
    /// The last day that is known; states dated later do not exist yet.
    pub as_of: Day,
    /// The segment; none is everyone.
    pub members: Option<&'a Mask>,
}

/// What matters of a customer on one day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct At {
    pub(super) mrr: i64,
    pub(super) committed: i64,
    /// A customer of the day.
    pub(super) present: bool,
    /// Something of his is paused.
    pub(super) paused: bool,
    /// In the segment.
    pub(super) inside: bool,
}

impl At {
    /// The same at other exchange rates.
    #[must_use]
    pub(super) fn worth(self, worth: Worth) -> Self {
        Self { mrr: worth.mrr, committed: worth.committed, ..self }
    }
}

impl<'a> Scope<'a> {
    /// Everyone in the book.
    pub fn new(ledger: &'a Ledger, as_of: Day) -> Self {
        Self { ledger, as_of, members: None }
    }

    /// The same of one segment.
    #[must_use]
    pub fn within(self, members: Option<&'a Mask>) -> Self {
        Self { members, ..self }
    }

    /// Whether a customer in this state belongs to the segment.
    #[inline(always)]
    pub fn has(&self, customer: u32, state: usize) -> bool {
        self.members.is_none_or(|mask| mask.has(customer, state))
    }

    /// Whether a customer belongs to the segment in any state.
    #[inline]
    pub fn has_customer(&self, customer: u32) -> bool {
        self.members.is_none_or(|mask| mask.has_customer(customer))
    }

    /// A customer in one of his states at the exchange rates of a day.
    pub(super) fn at_rates_of(&self, day: Day, customer: u32, state: usize) -> At {
        self.at(customer, state).worth(self.ledger.worth(customer, state, day))
    }

    /// A customer in one of his states. What he is worth is right where rates do not matter, or
    /// have not changed since.
    #[inline(always)]
    pub(super) fn at(&self, customer: u32, state: usize) -> At {
        let at = self.state(state);
        At { inside: at.present && self.has(customer, state), ..at }
    }

    /// A state, whoever's: whether it is inside is not known yet.
    #[inline(always)]
    pub(super) fn state(&self, state: usize) -> At {
        let states = &self.ledger.states;
        let flags = states.flags[state];
        let mrr = states.mrr[state];
        At {
            mrr,
            committed: if flags & flag::ASKED == 0 { mrr } else { states.committed[state] },
            present: flags & flag::PRESENT != 0,
            paused: flags & flag::PAUSED != 0,
            inside: false,
        }
    }
}
