//! Every customer of a scope on two days: what lists are made of. Figures and lists share the
//! classification of `movements`, so they always agree.

use super::exchange::effect;
use super::movements::{Kind, each, last_there};
use super::scope::{At, Scope};
use crate::ledger::Worth;
use crate::model::{Day, Period};

/// A customer at the start and at the end of something.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    pub(super) customer: u32,
    /// Both at the exchange rates of the start.
    pub(super) before: At,
    pub(super) after: At,
    /// At the end, at the rates of the end.
    pub(super) closing: Worth,
    /// Place of his state at the end.
    pub(super) state: usize,
    /// Whether his first paying day lies after the start.
    pub(super) is_first: bool,
    /// Place of his last state as a customer, when he joined and left in between.
    pub(super) in_between: Option<usize>,
}

impl Seen {
    /// What he adds to the exchange effect.
    pub(super) fn effect(&self) -> i64 {
        effect(self.after, self.closing)
    }

    /// Calls `tell` with everything he did in between.
    pub(super) fn each(&self, tell: impl FnMut(Kind, i64)) {
        each(self.before, self.after, self.is_first, tell);
    }
}

/// The days a period is looked at on: the day before its first one, and its last one or the as-of
/// date; `None` for a period that begins after the as-of date.
pub(super) fn bounds(scope: &Scope, period: Period) -> Option<(Day, Day)> {
    let first = period.first();
    (first <= scope.as_of).then(|| (first.plus(-1), period.last().min(scope.as_of)))
}

/// Everyone of the scope who has ever paid by the day `end`, on the two days.
pub(super) fn seen<'a>(
    scope: &'a Scope<'a>,
    start: Day,
    end: Day,
) -> impl Iterator<Item = Seen> + 'a {
    let customers = u32::try_from(scope.ledger.len()).unwrap_or(u32::MAX);
    let members = (0..customers).filter(|&customer| scope.has_customer(customer));
    members.filter_map(move |customer| {
        let state = scope.ledger.state_on(customer, end)?;
        let from = scope.ledger.state_on(customer, start);
        let at = |state| scope.at_rates_of(start, customer, state);
        let before = from.map_or_else(At::default, at);
        let after = at(state);
        let closing = scope.ledger.worth(customer, state, end);
        let next = from.map_or(scope.ledger.states_of(customer).start, |from| from + 1);
        let in_between = if before.present || after.present {
            None
        } else {
            last_there(scope, customer, next..state + 1)
        };
        let is_first = from.is_none();
        Some(Seen { customer, before, after, closing, state, is_first, in_between })
    })
}
