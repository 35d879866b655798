//! One walk over all states, in parallel where it pays; several metrics can share it.
//!
//! The walk is flat, state after state, and what it tells of each of them is worked out without
//! branches that depend on the data: at a million customers a branch that cannot be foretold costs
//! more than the sums.

use super::calendar::{Calendar, Checks};
use super::scope::{At, Scope};
use crate::ledger::flag;
use rayon::prelude::*;
use std::ops::Range;

/// States below which a second thread costs more than it brings (measured).
const SMALL: usize = 40_000;

/// A state with what a metric has to know around it.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) customer: u32,
    /// Place of the state.
    pub(super) state: usize,
    /// Whether it is the first one of its customer.
    pub(super) first: bool,
    /// Whether he is a customer in some later state.
    pub(super) later: bool,
    /// The state.
    pub(super) at: At,
    /// The one before it; absent before the first.
    pub(super) before: At,
    /// The first period whose end sees it; the number of periods when none does.
    pub(super) period: usize,
    /// The first period whose end sees the next one of the customer.
    pub(super) next: usize,
    /// First day of the state.
    pub(super) day: i32,
    /// First day of the next one of the customer; after everything without one.
    pub(super) next_day: i32,
}

/// Something added up state by state, in parts that are then put together.
pub(super) trait Tally: Send + Sized {
    /// Takes in one state; those of a customer come one after the other.
    fn state(&mut self, scope: &Scope, step: &Step);

    /// Takes in what another part has added up.
    fn absorb(&mut self, other: Self);
}

/// Adds up over everyone in the scope who ever paid; `empty` begins a part.
pub(super) fn sweep<T: Tally>(
    scope: &Scope,
    calendar: &Calendar,
    empty: impl Fn() -> T + Sync,
) -> T {
    let customers = u32::try_from(scope.ledger.len()).unwrap_or(u32::MAX);
    let part = |range: Range<u32>| {
        let mut tally = empty();
        match scope.members {
            None => walk::<T, false>(scope, &calendar.ends, range, &mut tally),
            Some(_) => walk::<T, true>(scope, &calendar.ends, range, &mut tally),
        }
        tally
    };
    let runs = u32::try_from(rayon::current_num_threads() * 4).unwrap_or(1);
    if scope.ledger.states.day.len() < SMALL || runs < 8 {
        return part(0..customers);
    }
    let step = customers.div_ceil(runs).max(1);
    let starts = (0..runs).map(|run| run * step).filter(|&at| at < customers).collect::<Vec<_>>();
    let parts = starts.into_par_iter().map(|at| part(at..customers.min(at + step)));
    let joined = parts.reduce_with(|mut one, other| {
        one.absorb(other);
        one
    });
    joined.unwrap_or_else(empty)
}

/// The states of a run of customers; compiled apart for everyone and for a segment.
fn walk<T: Tally, const SEGMENT: bool>(
    scope: &Scope,
    ends: &Checks,
    customers: Range<u32>,
    tally: &mut T,
) {
    let offsets = &scope.ledger.customers.offsets;
    let states = &scope.ledger.states;
    let end = offsets[customers.end as usize] as usize;
    let (days, flags) = (&states.day[..end], &states.flags[..end]);
    let mut state = offsets[customers.start as usize] as usize;
    // The customer whose states come next; who never paid has none and is passed by.
    let mut next_customer = customers.start;
    let mut before = At::default();
    let mut period = 0;
    while state < end {
        let first = flags[state] & flag::FIRST != 0;
        if first {
            while offsets[next_customer as usize + 1] as usize <= state {
                next_customer += 1;
            }
            next_customer += 1;
            if SEGMENT && !scope.has_customer(next_customer - 1) {
                state = offsets[next_customer as usize] as usize;
                continue;
            }
            (before, period) = (At::default(), ends.seen(days[state]));
        }
        let customer = next_customer - 1;
        let after = state + 1;
        let goes_on = after < end && flags[after] & flag::FIRST == 0;
        let (next, next_day) =
            if goes_on { (ends.seen(days[after]), days[after]) } else { (ends.len(), i32::MAX) };
        let mut at = scope.state(state);
        at.inside = at.present && (!SEGMENT || scope.has(customer, state));
        let later = flags[state] & flag::LATER != 0;
        let day = days[state];
        let step = Step { customer, state, first, later, at, before, period, next, day, next_day };
        tally.state(scope, &step);
        (before, period, state) = (at, next, after);
    }
}

impl<A: Tally, B: Tally> Tally for (A, B) {
    #[inline(always)]
    fn state(&mut self, scope: &Scope, step: &Step) {
        self.0.state(scope, step);
        self.1.state(scope, step);
    }

    fn absorb(&mut self, other: Self) {
        self.0.absorb(other.0);
        self.1.absorb(other.1);
    }
}
