//! What customers pay in currencies whose rate is not always the same.
//!
//! The worth of their states depends on the day it is asked for, so beside the states of each such
//! customer stands what every subscription of his pays a month in its own currency. It is
//! converted at the rate of that day and rounded subscription by subscription. Everybody else is
//! worth what his state says, whatever the day.

use super::Ledger;
use super::rates::Rates;
use crate::model::Day;

/// The side table: customers, their states, and the parts of each state.
#[derive(Debug, Default)]
pub struct Foreign {
    /// Rates of the currencies that occur.
    pub rates: Rates,
    /// Dense numbers, ascending.
    pub customers: Vec<u32>,
    /// Where the states of each begin in `bounds`; one longer.
    pub(super) offsets: Vec<u32>,
    /// Where the parts of each state begin; one longer than these states.
    pub(super) bounds: Vec<u32>,
    /// Place of the currency in `rates`; 0 for the workspace's.
    pub(super) rate: Vec<u8>,
    /// A month, in minor units of that currency.
    pub(super) amount: Vec<i64>,
    /// The same, 0 where it has asked to cancel.
    pub(super) committed: Vec<i64>,
}

/// What somebody is worth on a day, in minor units of the workspace's currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Worth {
    /// MRR.
    pub mrr: i64,
    /// The same without what has asked to cancel.
    pub committed: i64,
}

/// One part of a state while it is built: currency, amount, amount that is committed.
pub(super) type Part = (u8, i64, i64);

/// What one customer pays in one state.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    rate: &'a [u8],
    amount: &'a [i64],
    committed: &'a [i64],
}

impl Parts<'_> {
    /// At the rates of a day, which convert an amount by the place of its currency.
    #[inline]
    pub fn worth(&self, convert: impl Fn(u8, i64) -> i64) -> Worth {
        let mut worth = Worth::default();
        for ((rate, amount), committed) in self.rate.iter().zip(self.amount).zip(self.committed) {
            let mrr = convert(*rate, *amount);
            worth.mrr = worth.mrr.saturating_add(mrr);
            let kept = if committed == amount { mrr } else { convert(*rate, *committed) };
            worth.committed = worth.committed.saturating_add(kept);
        }
        worth
    }
}

impl Foreign {
    /// Whether there is nobody like that: no rate ever changes for anybody.
    pub fn is_empty(&self) -> bool {
        self.customers.is_empty()
    }

    /// The place of a customer among these; `None` for everybody else.
    pub fn find(&self, customer: u32) -> Option<usize> {
        self.customers.binary_search(&customer).ok()
    }

    /// What the customer at a place pays in his nth state.
    #[inline]
    pub fn parts(&self, place: usize, nth: usize) -> Parts<'_> {
        let state = self.offsets[place] as usize + nth;
        let own = self.bounds[state] as usize..self.bounds[state + 1] as usize;
        Parts {
            rate: &self.rate[own.clone()],
            amount: &self.amount[own.clone()],
            committed: &self.committed[own],
        }
    }

    /// Begins with nobody.
    pub(super) fn nobody() -> Self {
        Self { offsets: vec![0], bounds: vec![0], ..Self::default() }
    }

    /// One more state of the customer that comes next.
    pub(super) fn push_state(&mut self, parts: &[Part]) {
        for &(rate, amount, committed) in parts {
            self.rate.push(rate);
            self.amount.push(amount);
            self.committed.push(committed);
        }
        self.bounds.push(u32::try_from(self.rate.len()).unwrap_or(u32::MAX));
    }

    /// Those were all of his.
    pub(super) fn push_customer(&mut self, customer: u32) {
        self.customers.push(customer);
        self.offsets.push(u32::try_from(self.bounds.len() - 1).unwrap_or(u32::MAX));
    }

    /// Takes in customers that come after these.
    pub(super) fn append(&mut self, other: Self) {
        let (states, parts) = (self.bounds.len() - 1, self.rate.len());
        let after = |base: usize| {
            let base = u32::try_from(base).unwrap_or(u32::MAX);
            move |at: &u32| at.saturating_add(base)
        };
        self.customers.extend(other.customers);
        self.offsets.extend(other.offsets[1..].iter().map(after(states)));
        self.bounds.extend(other.bounds[1..].iter().map(after(parts)));
        self.rate.extend(other.rate);
        self.amount.extend(other.amount);
        self.committed.extend(other.committed);
    }

    /// Lets go of rates nobody needs.
    pub(super) fn with_rates(mut self, mut rates: Rates) -> Self {
        if self.is_empty() {
            return self;
        }
        let mut used = [false; 1 + u8::MAX as usize];
        self.rate.iter().for_each(|place| used[usize::from(*place)] = true);
        rates.keep(|place| used[usize::from(place)]);
        self.rates = rates;
        self
    }
}

impl Ledger {
    /// What a customer is worth in a state of his at the rates of a day.
    pub fn worth(&self, customer: u32, state: usize, on: Day) -> Worth {
        match self.foreign.find(customer) {
            None => Worth { mrr: self.states.mrr[state], committed: self.states.committed[state] },
            Some(place) => {
                let nth = state - self.states_of(customer).start;
                let rates = &self.foreign.rates;
                let convert = |rate, amount| rates.factor(rate, on).convert(amount);
                self.foreign.parts(place, nth).worth(convert)
            }
        }
    }

    /// What he is worth on a day: nothing before his first state.
    pub fn worth_on(&self, customer: u32, day: Day) -> Worth {
        let state = self.state_on(customer, day);
        state.map_or_else(Worth::default, |state| self.worth(customer, state, day))
    }
}
