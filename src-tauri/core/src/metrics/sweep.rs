//! One walk over all customers, in parallel where it pays; several metrics can share it.

use super::scope::Scope;
use rayon::prelude::*;
use std::ops::Range;

/// States below which a second thread costs more than it brings (performance.md).
const SMALL: usize = 300_000;

/// Something added up customer by customer, in parts that are then put together.
pub(super) trait Tally: Send + Sized {
    /// Takes in one customer with the places of his states (at least one).
    fn customer(&mut self, scope: &Scope, customer: u32, states: Range<usize>);

    /// Takes in what another part has added up.
    fn absorb(&mut self, other: Self);
}

/// Adds up over everyone in the scope who ever paid; `empty` begins a part.
pub(super) fn sweep<T: Tally>(scope: &Scope, empty: impl Fn() -> T + Sync) -> T {
    let customers = u32::try_from(scope.ledger.len()).unwrap_or(u32::MAX);
    let part = |range: Range<u32>| {
        let mut tally = empty();
        for customer in range {
            let states = scope.ledger.states_of(customer);
            if !states.is_empty() && scope.has_customer(customer) {
                tally.customer(scope, customer, states);
            }
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

impl<A: Tally, B: Tally> Tally for (A, B) {
    fn customer(&mut self, scope: &Scope, customer: u32, states: Range<usize>) {
        self.0.customer(scope, customer, states.clone());
        self.1.customer(scope, customer, states);
    }

    fn absorb(&mut self, other: Self) {
        self.0.absorb(other.0);
        self.1.absorb(other.1);
    }
}

impl<T: Tally> Tally for Option<T> {
    fn customer(&mut self, scope: &Scope, customer: u32, states: Range<usize>) {
        if let Some(tally) = self {
            tally.customer(scope, customer, states);
        }
    }

    fn absorb(&mut self, other: Self) {
        if let (Some(one), Some(other)) = (self.as_mut(), other) {
            one.absorb(other);
        }
    }
}
