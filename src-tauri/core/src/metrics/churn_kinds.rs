//! Who left by period, split by whether they wanted to (metrics.md 4).
//!
//! Voluntary where a reason is recorded that says so, involuntary where a payment failed or a card
//! expired (or he left while past due without another reason), unknown where no reason is
//! recorded: never silently voluntary. The kind is that of the last time he left in the period.
//! The three sum to the churn of the period.

use super::exchange::{Exchange, Turn};
use super::movements::calendar;
use super::scope::{At, Scope};
use super::sweep::{Step, Tally, sweep};
use crate::ledger::flag;
use crate::model::{Grain, Period};
use std::ops::Range;

/// Customers and MRR lost in one way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loss {
    /// Heads.
    pub customers: i64,
    /// Their MRR at the start of the period, in minor units.
    pub mrr: i64,
}

/// Voluntary, involuntary, unknown.
pub type ByKind = [Loss; 3];

/// The losses of every period from the first paying day to the as-of date.
pub fn churn_kinds(scope: &Scope, grain: Grain) -> Vec<(Period, ByKind)> {
    let Some(calendar) = calendar(scope, grain, None) else {
        return Vec::new();
    };
    let rows = sweep(scope, &calendar, || Losses::new(calendar.len())).rows;
    rows.into_iter().enumerate().map(|(at, row)| (calendar.period(at), row)).collect()
}

struct Losses {
    rows: Vec<ByKind>,
    /// How the customer of the walk stood before the period of his last state, and which it is.
    start: At,
    period: usize,
}

impl Losses {
    fn new(periods: usize) -> Self {
        Self { rows: vec![ByKind::default(); periods], start: At::default(), period: 0 }
    }
}

impl Tally for Losses {
    fn state(&mut self, scope: &Scope, step: &Step) {
        if step.first || step.period != self.period {
            (self.start, self.period) = (step.before, step.period);
        }
        // Of several states of a period the last one counts.
        if step.next == step.period || !self.start.inside || step.at.present {
            return;
        }
        if let Some(row) = self.rows.get_mut(step.period) {
            let first = scope.ledger.states_of(step.customer).start;
            let loss = &mut row[kind(scope, first..step.state + 1)];
            loss.customers += 1;
            loss.mrr += self.start.mrr;
        }
    }

    fn turn(&mut self, exchange: &Exchange<'_>, turn: &Turn) {
        if !turn.before.inside || turn.after.present {
            return;
        }
        if let Some(row) = self.rows.get_mut(turn.period) {
            let scope = exchange.scope();
            let first = scope.ledger.states_of(turn.customer).start;
            let loss = &mut row[kind(scope, first..turn.state + 1)];
            loss.customers += 1;
            loss.mrr += turn.before.mrr;
        }
    }

    fn absorb(&mut self, other: Self) {
        for (row, more) in self.rows.iter_mut().flatten().zip(other.rows.iter().flatten()) {
            row.customers += more.customers;
            row.mrr += more.mrr;
        }
    }
}

/// Which of the three: by the state in which he left for the last time.
fn kind(scope: &Scope, states: Range<usize>) -> usize {
    let all = &scope.ledger.states;
    let left = states.rev().take_while(|&state| !all.is_present(state)).last();
    let flags = left.map_or(0, |state| all.flags[state]);
    if flags & flag::VOLUNTARY != 0 {
        0
    } else if flags & flag::INVOLUNTARY != 0 {
        1
    } else {
        2
    }
}
