//! One walk over all states, in parallel where it pays; several metrics can share it.
//!
//! A segment is walked by its members, so that a small one costs little. What the walk tells of a
//! state is worked out without branches that depend on the data: at a million customers a branch
//! that cannot be foretold costs more than the sums.

use super::calendar::{Calendar, Checks};
use super::exchange::{Exchange, Turn, gaps, turn, without};
use super::scope::{At, Scope};
use crate::ledger::flag;
use rayon::prelude::*;
use std::ops::Range;

/// Customers below which a second thread costs more than it brings (measured).
const SMALL: usize = 6_000;

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

    /// Takes in one period of a customer whose worth changes with exchange rates; those of a
    /// customer come in order, and no states of his come.
    fn turn(&mut self, exchange: &Exchange<'_>, turn: &Turn);

    /// Takes in what another part has added up.
    fn absorb(&mut self, other: Self);
}

/// Adds up over everyone in the scope who ever paid; `empty` begins a part.
pub(super) fn sweep<T: Tally>(
    scope: &Scope,
    calendar: &Calendar,
    empty: impl Fn() -> T + Sync,
) -> T {
    let tally = plain(scope, calendar, &empty);
    turn(scope, calendar, tally, empty)
}

/// Everyone whose worth does not depend on exchange rates.
fn plain<T: Tally>(scope: &Scope, calendar: &Calendar, empty: &(impl Fn() -> T + Sync)) -> T {
    let walk = Walk { scope, ends: &calendar.ends };
    let apart = &scope.ledger.foreign.customers[..];
    let part = |range: Range<usize>| {
        let mut tally = empty();
        match scope.members.map(|mask| (mask.members(), mask.states())) {
            None => gaps(range, apart, |gap| walk.everyone(gap, &mut tally)),
            Some((members, None)) => without(&members[range], apart, |some| {
                walk.some(some, |_| true, &mut tally);
            }),
            Some((members, Some(is))) => without(&members[range], apart, |some| {
                walk.some(some, |state| is[state] != 0, &mut tally);
            }),
        }
        tally
    };
    let people = scope.members.map_or(scope.ledger.len(), |mask| mask.members().len());
    let runs = rayon::current_num_threads() * 4;
    if people < SMALL || runs < 8 {
        return part(0..people);
    }
    let step = people.div_ceil(runs).max(1);
    let starts = (0..people).step_by(step).collect::<Vec<_>>();
    let parts = starts.into_par_iter().map(|at| part(at..people.min(at + step)));
    let joined = parts.reduce_with(|mut one, other| {
        one.absorb(other);
        one
    });
    joined.unwrap_or_else(empty)
}

/// One way through states, compiled apart for everyone and for the two kinds of segments.
struct Walk<'a> {
    scope: &'a Scope<'a>,
    ends: &'a Checks,
}

impl Walk<'_> {
    fn everyone(&self, customers: Range<usize>, tally: &mut impl Tally) {
        let bounds = &self.scope.ledger.customers.offsets[customers.start..=customers.end];
        for (customer, own) in (customers.start..).zip(bounds.windows(2)) {
            self.customer(customer as u32, own[0] as usize..own[1] as usize, |_| true, tally);
        }
    }

    fn some(&self, members: &[u32], inside: impl Fn(usize) -> bool, tally: &mut impl Tally) {
        let offsets = &self.scope.ledger.customers.offsets;
        for &customer in members {
            let at = customer as usize;
            let own = offsets[at] as usize..offsets[at + 1] as usize;
            self.customer(customer, own, &inside, tally);
        }
    }

    /// The states of one customer, in order.
    #[inline(always)]
    fn customer(
        &self,
        customer: u32,
        own: Range<usize>,
        inside: impl Fn(usize) -> bool,
        tally: &mut impl Tally,
    ) {
        let states = &self.scope.ledger.states;
        let (days, flags) = (&states.day[..own.end], &states.flags[..own.end]);
        let Some(&first_day) = days.get(own.start) else {
            return;
        };
        let (mut day, mut period) = (first_day, self.ends.seen(first_day));
        let mut before = At::default();
        for state in own.clone() {
            let next_day = days.get(state + 1).copied();
            let next = next_day.map_or(self.ends.len(), |day| self.ends.seen(day));
            let next_day = next_day.unwrap_or(i32::MAX);
            let mut at = self.scope.state(state);
            at.inside = at.present && inside(state);
            let (first, later) = (state == own.start, flags[state] & flag::LATER != 0);
            let step =
                Step { customer, state, first, later, at, before, period, next, day, next_day };
            tally.state(self.scope, &step);
            (before, period, day) = (at, next, next_day);
        }
    }
}

impl<A: Tally, B: Tally> Tally for (A, B) {
    #[inline(always)]
    fn state(&mut self, scope: &Scope, step: &Step) {
        self.0.state(scope, step);
        self.1.state(scope, step);
    }

    fn turn(&mut self, exchange: &Exchange<'_>, turn: &Turn) {
        self.0.turn(exchange, turn);
        self.1.turn(exchange, turn);
    }

    fn absorb(&mut self, other: Self) {
        self.0.absorb(other.0);
        self.1.absorb(other.1);
    }
}
