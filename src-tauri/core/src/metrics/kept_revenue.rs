//! Net and gross revenue retention (metrics.md 4), of a period and over twelve months.
//!
//! NRR between two days = MRR now of the customers there then / their MRR then. GRR = sum over those
//! customers of min(then, now) / sum then: per customer, never on totals. Who left and came back
//! counts with what he pays now; who was not there then does not count at all; in a segment, who
//! was in it then counts in whatever segment he is now. Of a period: its start against its end.
//! Over twelve months: twelve months before its end against its end. Both days are taken at the
//! exchange rates of then. The same comparison gives
//! customer retention over twelve months. Without MRR (customers) then they are absent.

use super::calendar::{Calendar, Checks};
use super::exchange::{Exchange, RatesOn, Turn};
use super::movements::Flow;
use super::scope::Scope;
use super::sweep::{Step, Tally};
use crate::model::Ratio;
use std::ops::AddAssign;

/// NRR from the start of a period to its end.
pub fn nrr(flow: &Flow) -> Option<Ratio> {
    let now = flow.mrr_start + flow.expansion - flow.contraction - flow.churn;
    Ratio::of(now, flow.mrr_start)
}

/// GRR from the start of a period to its end.
pub fn grr(flow: &Flow) -> Option<Ratio> {
    Ratio::of(flow.mrr_start - flow.contraction - flow.churn, flow.mrr_start)
}

/// What has become of the customers of an earlier day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Kept {
    /// Customers then.
    pub customers_then: i64,
    /// Those of them who are there now.
    pub customers_kept: i64,
    /// Their MRR then.
    pub then: i64,
    /// Their MRR now.
    pub now: i64,
    /// The sum of the lesser of both, customer by customer.
    pub lesser: i64,
}

impl Kept {
    /// MRR now / then.
    pub fn nrr(&self) -> Option<Ratio> {
        Ratio::of(self.now, self.then)
    }

    /// The lesser of now and then / then.
    pub fn grr(&self) -> Option<Ratio> {
        Ratio::of(self.lesser, self.then)
    }

    /// Customers kept / then.
    pub fn retention(&self) -> Option<Ratio> {
        Ratio::of(self.customers_kept, self.customers_then)
    }

    fn minus(self) -> Self {
        Self {
            customers_then: -self.customers_then,
            customers_kept: -self.customers_kept,
            then: -self.then,
            now: -self.now,
            lesser: -self.lesser,
        }
    }
}

impl AddAssign for Kept {
    fn add_assign(&mut self, other: Self) {
        self.customers_then += other.customers_then;
        self.customers_kept += other.customers_kept;
        self.then += other.then;
        self.now += other.now;
        self.lesser += other.lesser;
    }
}

/// For every period what has become of the customers of twelve months before its end. While it is
/// added up a row holds the difference to the row before; the last row is beyond the last period.
pub(super) struct OverYear<'a> {
    then: &'a Checks,
    ends: &'a Checks,
    /// What currencies were worth then.
    rates: &'a RatesOn,
    rows: Vec<Kept>,
    /// The first row that sees the state to come, of one customer.
    next: usize,
    /// Of the customer whose turns come: he, and how many of his states had begun then.
    turning: (u32, usize),
}

impl<'a> OverYear<'a> {
    pub(super) fn new(calendar: &'a Calendar, then: &'a Checks, rates: &'a RatesOn) -> Self {
        Self {
            then,
            rates,
            ends: &calendar.ends,
            rows: vec![Kept::default(); calendar.len() + 1],
            next: 0,
            turning: (u32::MAX, 0),
        }
    }

    /// His state on a day that is no earlier than the last one he was asked for.
    fn state_then(&mut self, scope: &Scope, customer: u32, then: i32) -> Option<usize> {
        let own = scope.ledger.states_of(customer);
        let days = &scope.ledger.states.day[own.clone()];
        if self.turning.0 != customer {
            self.turning = (customer, 0);
        }
        let begun = &mut self.turning.1;
        while days.get(*begun).is_some_and(|day| *day <= then) {
            *begun += 1;
        }
        begun.checked_sub(1).map(|nth| own.start + nth)
    }

    /// One row for each period.
    pub(super) fn finish(mut self) -> Vec<Kept> {
        self.rows.pop();
        let mut sum = Kept::default();
        for row in &mut self.rows {
            sum += *row;
            *row = sum;
        }
        self.rows
    }

    /// Then in this state, now in a later one in which he is a customer.
    #[inline(never)]
    fn later(&mut self, scope: &Scope, step: &Step, from: usize, to: usize) {
        let own = step.state + 1..scope.ledger.states_of(step.customer).end;
        let days = &scope.ledger.states.day[..own.end];
        for state in own {
            let today = scope.at(step.customer, state);
            let begins = self.ends.seen(days[state]).max(from);
            let ends = days.get(state + 1).map_or(to, |&day| self.ends.seen(day).min(to));
            if today.present && begins < ends {
                let (now, lesser) = (today.mrr, today.mrr.min(step.at.mrr));
                let kept = Kept { customers_kept: 1, now, lesser, ..Kept::default() };
                self.rows[begins] += kept;
                self.rows[ends] += kept.minus();
            }
        }
    }
}

impl Tally for OverYear<'_> {
    #[inline(always)]
    fn state(&mut self, scope: &Scope, step: &Step) {
        let from = if step.first { self.then.seen(step.day) } else { self.next };
        let to = self.then.seen(step.next_day);
        self.next = to;
        if from >= to || !step.at.inside {
            return;
        }
        let mrr = step.at.mrr;
        // As long as now is still the same state, what is kept is what was there.
        let same = step.next.clamp(from, to);
        let row = &mut self.rows[from];
        row.customers_then += 1;
        row.customers_kept += 1;
        row.then += mrr;
        row.now += mrr;
        row.lesser += mrr;
        let row = &mut self.rows[same];
        row.customers_kept -= 1;
        row.now -= mrr;
        row.lesser -= mrr;
        let row = &mut self.rows[to];
        row.customers_then -= 1;
        row.then -= mrr;
        if step.later {
            self.later(scope, step, from, to);
        }
    }

    fn turn(&mut self, exchange: &Exchange<'_>, turn: &Turn) {
        let (scope, period) = (exchange.scope(), turn.period);
        let ledger = scope.ledger;
        let then = self.then.day(period);
        let state = then.and_then(|then| self.state_then(scope, turn.customer, then.0));
        let Some(state) = state else { return };
        if !scope.at(turn.customer, state).inside {
            return;
        }
        let first = ledger.states_of(turn.customer).start;
        let worth = |state: usize| {
            let parts = ledger.foreign.parts(turn.place, state - first);
            self.rates.worth(period, parts).mrr
        };
        let mut kept = Kept { customers_then: 1, then: worth(state), ..Kept::default() };
        if turn.after.present {
            kept.customers_kept = 1;
            kept.now = worth(turn.state);
            kept.lesser = kept.now.min(kept.then);
        }
        self.rows[period] += kept;
        self.rows[period + 1] += kept.minus();
    }

    fn absorb(&mut self, other: Self) {
        self.rows.iter_mut().zip(other.rows).for_each(|(row, other)| *row += other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn net_counts_what_is_more_and_gross_does_not() {
        let flow = Flow {
            mrr_start: 100_000,
            expansion: 15_000,
            contraction: 5_000,
            churn: 8_000,
            ..Flow::default()
        };
        assert_eq!(nrr(&flow), Ratio::of(102, 100));
        assert_eq!(grr(&flow), Ratio::of(87, 100));
    }
}
